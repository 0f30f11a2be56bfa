import { tidyText } from '../../documents/tidy-text.js';

/**
 * Data as JSON for other tools: one line, with a line break at the end; texts without characters that can't be seen
 * and without those that turn the direction of writing. Keys are the program's own.
 */
export function interchangeJson(data: unknown): string {
  const clean = (_key: string, value: unknown): unknown =>
    typeof value === 'string' ? visibleText(value) : value;
  return `${JSON.stringify(data, clean)}\n`;
}

/** A text in NFC without controls and without marks that turn the direction of writing (U+202E and its kin). */
export function visibleText(text: string): string {
  if (plain.test(text)) return text;
  return tidyText(text.replace(/[\u202A-\u202E\u2066-\u2069]/g, ''));
}

/** ASCII without controls and without blanks at the ends: most ids and dates, nothing to do. */
const plain = /^[\x21-\x7E]+(?: [\x21-\x7E]+)*$/;

/** The same in one line: runs of blanks and line breaks become one blank. */
export function oneLine(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ').trim();
}
