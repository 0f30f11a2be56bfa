import type { Language, Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { show } from '../print.js';
import type { ImportedChecklist } from './import-checklists.js';

/** One line for each checklist: how many answers, what changed, where they are written. */
export function importText(
  checklists: readonly ImportedChecklist[],
  dryRun: boolean,
  language: Language,
): string {
  const say = (found: Message) => show(found, language);
  return checklists
    .flatMap(({ form, merged, count, reading, path, text }) => [
      say(
        message('checklist_import.system', {
          system: form.identity.system,
          kind: message(`checklist.kind.${form.identity.kind}`),
          level: form.identity.level,
          answered: merged.answers.length,
          count,
        }),
      ),
      `  ${say(
        message('checklist_import.changes', {
          added: merged.added.length,
          changed: merged.changed.length,
          unchanged: merged.unchanged.length,
          kept: merged.kept.length,
        }),
      )}`,
      ...(reading.stale > 0
        ? [`  ${say(message('checklist_import.stale', { count: reading.stale }))}`]
        : []),
      `  ${say(outcome(text, dryRun, path))}`,
    ])
    .join('\n');
}

function outcome(text: string | undefined, dryRun: boolean, path: string): Message {
  if (text === undefined) return message('checklist_import.same', { path });
  return dryRun
    ? message('checklist_import.would_write', { path })
    : message('checklist_import.written', { path });
}

/** A checklist as `--json` gives it. */
export function importJson(
  { form, merged, count, reading, path, text }: ImportedChecklist,
  dryRun: boolean,
) {
  const { identity, file, sheet } = form;
  return {
    file,
    sheet: sheet.name === '' ? null : sheet.name,
    agency: identity.agency,
    system: identity.system,
    kind: identity.kind,
    pack: identity.pack,
    level: identity.level,
    requirements: count,
    answered: merged.answers.length,
    added: merged.added,
    changed: merged.changed,
    unchanged: merged.unchanged.length,
    kept: merged.kept.length,
    stale: reading.stale,
    path,
    changes: text !== undefined,
    written: text !== undefined && !dryRun,
  };
}
