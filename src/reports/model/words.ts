import { formatDate, parseIsoDate } from '../../domain/dates.js';
import type { Certainty } from '../../domain/rules.js';
import type { Language, Message, MessageParam } from '../../domain/text.js';
import { formatMessage, isKnownMessage } from '../../messages/format.js';

/** A word of a family of keys (`report.kind.` + `ward`); the id itself where this version has no word for it. */
export function wordOf(family: string, id: string, language: Language): string {
  const key = `${family}.${id}`;
  return isKnownMessage(key) ? formatMessage({ key, params: {} }, language) : id;
}

/** How sure a statement of law is; null when it is simply its text. */
export function certaintyWord(certainty: Certainty, language: Language): string | null {
  return certainty === 'text' ? null : wordOf('report.certainty', certainty, language);
}

/** `dd/MM/yyyy`; a text that isn't a date stays as it is, none is empty. */
export function dateText(date: string | null | undefined): string {
  if (date === null || date === undefined) return '';
  const parsed = parseIsoDate(date);
  return parsed ? formatDate(parsed) : date;
}

/** A text of the catalogue with its parameters. */
export function say(
  language: Language,
  key: string,
  params: Readonly<Record<string, MessageParam>> = {},
): string {
  const found: Message = { key, params };
  return formatMessage(found, language);
}
