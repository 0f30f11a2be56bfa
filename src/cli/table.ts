import { safe } from './print.js';
import { textWidth } from './text-width.js';

/** A column of a table. Its title is the head; `wrap` lets its texts be broken when the table is too wide. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  readonly wrap?: boolean;
  /** Marks a shown piece, for example with colour; `row` counts from 0. Not asked for heads and blanks. */
  readonly paint?: (shown: string, row: number) => string;
}

/** A cell's text; a list has a line for each of its texts. */
export type Cell = string | readonly string[];

const gap = '  ';

/** No wrapping column is made narrower: broken into shorter pieces, words can't be read. */
const minWrapped = 12;

/**
 * A table for a terminal: a head, a line, then the rows. Columns with `wrap` give way until the whole fits `width`
 * columns; the others keep their width, so that ids stay in one piece. Texts are made safe. No line ends in a blank.
 */
export function tableText(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  head: (text: string) => string = (text) => text,
): string {
  const widths = columnWidths(columns, rows, width);
  const line = (cells: readonly Cell[], paint: (column: Column, shown: string) => string) => {
    const blocks = columns.map((column, i) => {
      const texts = [cells[i] ?? ''].flat();
      return column.wrap
        ? texts.flatMap((each) => wrapText(safe(each), widths[i] ?? 0))
        : texts.map(safe);
    });
    const height = Math.max(...blocks.map((block) => block.length));
    return Array.from({ length: height }, (_, y) =>
      columns
        .map((column, i) => {
          const shown = blocks[i]?.[y] ?? '';
          const blanks = ' '.repeat(Math.max(0, (widths[i] ?? 0) - textWidth(shown)));
          const painted = shown === '' ? '' : paint(column, shown);
          return column.align === 'right' ? blanks + painted : painted + blanks;
        })
        .join(gap)
        .trimEnd(),
    );
  };
  const titles = columns.map((column) => column.title);
  const total = widths.reduce((sum, each) => sum + each, 0) + gap.length * (columns.length - 1);
  return [
    ...line(titles, (_, shown) => head(shown)),
    '─'.repeat(total),
    ...rows.flatMap((cells, row) =>
      line(cells, ({ paint }, shown) => paint?.(shown, row) ?? shown),
    ),
  ].join('\n');
}

function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
): readonly number[] {
  const widths = columns.map(({ title }, i) =>
    Math.max(
      textWidth(title),
      ...rows.flatMap((cells) => [cells[i] ?? ''].flat().map((each) => textWidth(safe(each)))),
    ),
  );
  const room = width - gap.length * (columns.length - 1);
  for (;;) {
    const excess = widths.reduce((sum, each) => sum + each, 0) - room;
    const widest = widths.reduce((best, each, i) => {
      const gives = columns[i]?.wrap === true && each > minWrapped;
      return gives && (best < 0 || each > (widths[best] ?? 0)) ? i : best;
    }, -1);
    if (excess <= 0 || widest < 0) return widths;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}

/**
 * A text broken at blanks into lines of at most `width` columns; a word that is longer is broken where the line is full.
 * Always at least one line. `text` is safe already.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const { segment } of graphemes.segment(word)) {
      if (line !== '' && textWidth(line) + textWidth(segment) > width) {
        lines.push(line);
        line = '';
      }
      line += segment;
    }
  }
  return [...lines, line];
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** A paragraph for a terminal: `text` made safe, wrapped to `width`, every line indented, the first by `first`. */
export function paragraph(text: string, width: number, indent: string, first = indent): string {
  return wrapText(safe(text), Math.max(20, width - textWidth(indent)))
    .map((line, i) => (i === 0 ? first : indent) + line)
    .join('\n');
}
