import type { Language } from '../../domain/text.js';
import { dateText, say, wordOf } from './words.js';

/** A document that was issued, in one line, as much of it as is known; null when nothing is. */
export function issuedText(
  issued: {
    readonly number: string | null;
    readonly date: string | null;
    readonly authority: string | null;
  },
  language: Language,
): string | null {
  const parts = [
    ...(issued.number ? [say(language, 'report.issued.number', { number: issued.number })] : []),
    ...(issued.date ? [say(language, 'report.issued.date', { date: dateText(issued.date) })] : []),
    ...(issued.authority
      ? [
          say(language, 'report.issued.authority', {
            authority: wordOf('report.authority', issued.authority, language),
          }),
        ]
      : []),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}
