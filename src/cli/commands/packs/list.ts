import { isInForce } from '../../../domain/dates.js';
import { exitCode } from '../../../domain/diagnostic.js';
import { localized } from '../../../messages/format.js';
import { today } from '../../../platform/clock.js';
import { terminalWidth } from '../../../platform/environment.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { dateFlag } from '../../flags.js';
import { helpText } from '../../help-text.js';
import { stylesFor } from '../../print.js';

export default class PacksList extends BaseCommand<typeof PacksList> {
  static override summary = helpText('packs.list.summary');
  static override description = helpText('packs.list.description');
  static override examples = [helpText('packs.list.examples')];
  static override flags = { 'as-of': dateFlag({ description: helpText('common.flag.as-of') }) };

  protected async execute({ flags, language }: Invocation<typeof PacksList>): Promise<Outcome> {
    const { bundledPacks } = await import('../../find-packs.js');
    const { packList } = await import('../../pack-list.js');
    const { packCounts, packParts } = await import('../../pack-words.js');
    const asOf = flags['as-of'] ?? today();
    const packs = await bundledPacks({ catalogues: true });
    return {
      result: {
        as_of: asOf,
        packs: packs.map((pack) => ({
          id: pack.id,
          version: pack.version,
          title: localized(pack.title, language),
          effective: pack.effective,
          in_force: isInForce(pack.effective, asOf),
          parts: packParts(pack),
          counts: packCounts(pack),
          digest: pack.digest,
        })),
      },
      text: () => packList(packs, asOf, language, terminalWidth(), stylesFor('stdout')),
      exit: exitCode.ok,
    };
  }
}
