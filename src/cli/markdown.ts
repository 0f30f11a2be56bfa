import { safe } from './print.js';

/**
 * A text as one line of Markdown: what Markdown or HTML would take for markup is shown as it is, line breaks become
 * blanks, characters that can't be seen are written out.
 */
export function markdownText(text: string): string {
  return safe(text.replace(/\s+/g, ' ').trim())
    .replace(/[\\`*_[\]<>|~#]/g, (each) => `\\${each}`)
    .replace(/&/g, '&amp;')
    .replace(/^([-+]|\d+[.)])(?=\s|$)/, '\\$1');
}

/** A Markdown table; cells are Markdown already. A list in a cell has a line for each of its items. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly (string | readonly string[])[])[],
  alignRight: ReadonlySet<number> = new Set(),
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, i) => (alignRight.has(i) ? '---:' : '---'))),
    ...rows.map((cells) => line(cells.map((cell) => [cell].flat().join('<br>')))),
  ].join('\n');
}
