import { formatDate } from '../../domain/dates.js';
import type { FormModel } from './form-model.js';
import type { FormCell, FormTable } from './form-table.js';

/** The annual report as Markdown that reads as plain text too. Ends with a line break. */
export function annualReportMarkdown(model: FormModel): string {
  const blocks = [
    `# ${inline(model.title)}`,
    inline(model.subtitle),
    ...[...model.marks, model.missing]
      .filter((mark) => mark !== null)
      .map((mark) => `> **${inline(mark)}**`),
    model.head
      .map(({ label, values }) =>
        values.length === 1
          ? `- **${inline(label)}:** ${values.map(inline).join('')}`
          : [`- **${inline(label)}:**`, ...values.map((each) => `  - ${inline(each)}`)].join('\n'),
      )
      .join('\n'),
    ...model.tables.flatMap(tableBlocks),
    `## ${inline(model.notesTitle)}`,
    model.notes.map((note) => `- ${inline(note)}`).join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function tableBlocks(table: FormTable): readonly string[] {
  const remarks = table.remarks.map((each) => `_${inline(each)}_`);
  const head = [`## ${inline(table.title)}`, ...remarks];
  if (table.rows.length === 0) return [...head, inline(table.empty)];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = [
    line(table.columns.map(({ title }) => inline(title))),
    line(table.columns.map(() => '---')),
    ...(table.numbered ? [line(table.columns.map((_, index) => `(${index + 1})`))] : []),
    ...table.rows.map((row) => line(row.map(cellText))),
  ];
  return [...head, rows.join('\n')];
}

function cellText(cell: FormCell): string {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return inline(cell);
  if ('date' in cell) return formatDate(cell.date);
  return cell.map(inline).join('<br>');
}

/** A text as one line: markup is shown as it is, breaks and characters that can't be seen become blanks. */
function inline(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .replace(/[\\`*[\]<>|~#]/g, (each) => `\\${each}`)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&/g, '&amp;')
    .replace(/^([-+]|\d+[.)])(?=\s|$)/, '\\$1');
}
