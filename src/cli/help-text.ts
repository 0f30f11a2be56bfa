import type { Language, LocalizedText } from '../domain/text.js';
import type { MessageKey } from '../messages/catalogue.js';
import { text } from '../messages/format.js';

/** The keys of the catalogue below `help.`, without that beginning. */
export type HelpKey = HelpPart<MessageKey>;

type HelpPart<Key> = Key extends `help.${infer Part}` ? Part : never;

/**
 * The Vietnamese help text of a command, for its static fields: oclif freezes them into its manifest at build time. Keys
 * are `<command>.summary`, `.description`, `.examples`, `.flag.<name>` and `.arg.<name>`, words of the command joined by
 * dots; `common.flag.<name>` and `common.arg.<name>` serve every command that has no text of its own.
 * The help of other languages finds its texts by the same keys (`findHelpText`).
 */
export function helpText(key: HelpKey): string {
  return text(`help.${key}`, 'vi');
}

/** The part's text for a command (`id` as oclif writes it, `a:b`), the common one otherwise; undefined when neither is. */
export function findHelpText(id: string, part: string, language: Language): string | undefined {
  const find = (owner: string): string | undefined =>
    text(`help.${owner}.${part}` as MessageKey, language);
  return find(id.replaceAll(':', '.')) ?? find('common');
}

/** An argument's name as people see it: `.arg.<name>.label` of the catalogue, else the name in capitals. */
export function argumentLabel(id: string, name: string): LocalizedText {
  const label = (language: Language): string =>
    findHelpText(id, `arg.${name}.label`, language) ?? name.toUpperCase();
  return { vi: label('vi'), en: label('en') };
}

/** A command's id as people type it, after the program's name. */
export function typedCommand(id: string): string {
  return `tuanthu ${id.replaceAll(':', ' ')}`.trim();
}
