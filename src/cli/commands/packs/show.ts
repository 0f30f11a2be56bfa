import { string } from '@oclif/core/args';
import { boolean, string as stringFlag } from '@oclif/core/flags';
import { exitCode } from '../../../domain/diagnostic.js';
import { levels } from '../../../domain/rules.js';
import { message } from '../../../messages/catalogue.js';
import { today } from '../../../platform/clock.js';
import { terminalWidth } from '../../../platform/environment.js';
import { writeNew } from '../../../platform/write-new.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { dateFlag, wholeNumberFlag } from '../../flags.js';
import { helpText } from '../../help-text.js';
import { show, stylesFor } from '../../print.js';

export default class PacksShow extends BaseCommand<typeof PacksShow> {
  static override summary = helpText('packs.show.summary');
  static override description = helpText('packs.show.description');
  static override examples = [helpText('packs.show.examples')];
  static override args = {
    pack: string({ description: helpText('packs.show.arg.pack'), required: true }),
  };
  static override flags = {
    'as-of': dateFlag({ description: helpText('common.flag.as-of') }),
    review: boolean({ description: helpText('packs.show.flag.review') }),
    level: wholeNumberFlag({
      min: 1,
      max: 5,
      dependsOn: ['review'],
      description: helpText('packs.show.flag.level'),
    }),
    out: stringFlag({ dependsOn: ['review'], description: helpText('packs.show.flag.out') }),
    force: boolean({ dependsOn: ['out'], description: helpText('common.flag.force') }),
  };

  protected async execute(invocation: Invocation<typeof PacksShow>): Promise<Outcome> {
    const { args, flags, language } = invocation;
    const { findPacks, usablePacks } = await import('../../find-packs.js');
    const { packJson, packText } = await import('../../pack-contents.js');
    const asOf = flags['as-of'] ?? today();
    const readings = await findPacks([args.pack], { catalogues: true });
    const [pack] = usablePacks(readings);
    if (!pack) throw new Error('a pack without errors is there');
    const diagnostics = readings.flatMap((reading) => reading.diagnostics);
    if (flags.review) {
      const { packReview } = await import('../../review/pack-review.js');
      const level = levels.find((each) => each === flags.level);
      const review = packReview(pack, language, level === undefined ? {} : { level });
      const { out } = flags;
      if (out !== undefined) await writeNew(out, review, { force: flags.force === true });
      return {
        result: { id: pack.id, version: pack.version, digest: pack.digest, review },
        text: () =>
          out === undefined ? review : show(message('cli.written', { path: out }), language),
        exit: exitCode.ok,
        diagnostics,
      };
    }
    return {
      result: packJson(pack, asOf, language),
      text: () => packText(pack, asOf, language, terminalWidth(), stylesFor('stdout')),
      exit: exitCode.ok,
      diagnostics,
    };
  }
}
