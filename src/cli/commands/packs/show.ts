import { string } from '@oclif/core/args';
import { exitCode } from '../../../domain/diagnostic.js';
import { today } from '../../../platform/clock.js';
import { terminalWidth } from '../../../platform/environment.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { dateFlag } from '../../flags.js';
import { helpText } from '../../help-text.js';
import { stylesFor } from '../../print.js';

export default class PacksShow extends BaseCommand<typeof PacksShow> {
  static override summary = helpText('packs.show.summary');
  static override description = helpText('packs.show.description');
  static override examples = [helpText('packs.show.examples')];
  static override args = {
    pack: string({ description: helpText('packs.show.arg.pack'), required: true }),
  };
  static override flags = { 'as-of': dateFlag({ description: helpText('common.flag.as-of') }) };

  protected async execute(invocation: Invocation<typeof PacksShow>): Promise<Outcome> {
    const { args, flags, language } = invocation;
    const { findPacks, usablePacks } = await import('../../find-packs.js');
    const { packJson, packText } = await import('../../pack-contents.js');
    const asOf = flags['as-of'] ?? today();
    const readings = await findPacks([args.pack], { catalogues: true });
    const [pack] = usablePacks(readings);
    if (!pack) throw new Error('a pack without errors is there');
    return {
      result: packJson(pack, asOf, language),
      text: () => packText(pack, asOf, language, terminalWidth(), stylesFor('stdout')),
      exit: exitCode.ok,
      diagnostics: readings.flatMap((reading) => reading.diagnostics),
    };
  }
}
