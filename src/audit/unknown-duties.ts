import { suggestion } from '../documents/schemas.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { DutyDone } from '../domain/systems.js';
import type { Inventory } from '../intake/inventory.js';
import { message } from '../messages/catalogue.js';
import type { RulePack } from '../packs/types.js';

/**
 * Errors on what an inventory records as done: an id that no pack of the workspace has, or one that belongs elsewhere (a
 * system's duty at the top of the file, or the other way round). Without a pack that has obligations nothing can be said.
 */
export function unknownDuties(
  inventory: Inventory,
  packs: readonly RulePack[],
): readonly Diagnostic[] {
  const known = new Map(
    packs.flatMap((pack) => pack.obligations?.obligations ?? []).map((each) => [each.id, each]),
  );
  if (known.size === 0) return [];
  const ids = [...known.keys()];
  const names = packs.filter((pack) => pack.obligations).map((pack) => pack.id);
  const check = (duties: readonly DutyDone[], pointer: string, line: number, ofSystem: boolean) =>
    duties.flatMap(({ obligation: id }, i): Diagnostic[] => {
      const found = known.get(id);
      if (found && (found.subject === 'system') === ofSystem) return [];
      const place = {
        file: inventory.path,
        line,
        pointer: `${pointer}/duties_done/${i}/obligation`,
      };
      if (!found) {
        return [
          {
            code: 'duties.unknown',
            severity: 'error',
            message: message('duties.unknown', { id }),
            hint: suggestion(id, ids) ?? message('duties.unknown.hint', { packs: names[0] ?? '' }),
            ...place,
          },
        ];
      }
      const subject = message(`obligation.subject.${found.subject}`);
      return [
        {
          code: 'duties.wrong_subject',
          severity: 'error',
          message: message('duties.wrong_subject', { id, subject }),
          hint: message('duties.wrong_subject.hint'),
          ...place,
        },
      ];
    });
  return [
    ...check(inventory.dutiesDone, '', 1, false),
    ...inventory.systems.flatMap(({ dutiesDone, at }) =>
      check(dutiesDone, at.pointer, at.line, true),
    ),
  ];
}
