import { markdownTable as table } from '../reports/markdown/markdown-table.js';
import { markdownLine } from '../reports/markdown/markdown-text.js';
import { safe } from './print.js';

/**
 * A text as one line of Markdown: what Markdown or HTML would take for markup is shown as it is, line breaks become
 * blanks, characters that can't be seen are written out.
 */
export function markdownText(text: string): string {
  return markdownLine(safe(text.replace(/\s+/g, ' ').trim()));
}

/** A Markdown table; cells are Markdown already. A list in a cell has a line for each of its items. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly (string | readonly string[])[])[],
  alignRight: ReadonlySet<number> = new Set(),
): string {
  return table(
    head,
    rows.map((cells) => cells.map((cell) => [cell].flat().join('<br>'))),
    head.map((_, i) => (alignRight.has(i) ? 'right' : undefined)),
  );
}
