import { type IRunOptions, TextRun } from 'docx';
import type { RichText } from '../document.js';

/**
 * What XML forbids (most controls, halves of surrogate pairs, U+FFFE and U+FFFF) and what would change a text unseen: marks
 * of direction, joiners, soft hyphens, variants of emoji.
 */
const forbidden = /[^\P{C}\p{Co}\p{Cn}\n\t]|[\uFFFE\uFFFF]|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;

/** A text as Word can keep it: NFC, lines parted by a line feed, a blank for a tab, nothing that XML forbids. */
export function wordText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(forbidden, '')
    .replaceAll('\t', ' ')
    .normalize('NFC');
}

/** The same on one line. */
export function wordLine(text: string): string {
  return wordText(text).replaceAll('\n', ' ').trim();
}

/** A text as runs, its pieces in their faces; a line feed is a break inside the paragraph. */
export function wordRuns(text: RichText, look: IRunOptions = {}): readonly TextRun[] {
  const pieces = typeof text === 'string' ? [{ text }] : text;
  return pieces.flatMap(({ text: piece, bold, italic }: Exclude<RichText, string>[number]) =>
    wordText(piece)
      .split('\n')
      .map(
        (line, index) =>
          new TextRun({
            ...look,
            text: line,
            ...(bold ? { bold: true } : {}),
            // What is set in italics already is set upright where it is to stand out.
            ...(italic ? { italics: look.italics !== true } : {}),
            ...(index > 0 ? { break: 1 } : {}),
          }),
      ),
  );
}
