import { formatDate } from '../../domain/dates.js';
import { markdownTable } from '../markdown/markdown-table.js';
import { markdownLine } from '../markdown/markdown-text.js';
import type { FormModel } from './form-model.js';
import type { FormCell, FormTable } from './form-table.js';

/** The annual report as Markdown that reads as plain text too. Ends with a line break. */
export function annualReportMarkdown(model: FormModel): string {
  const blocks = [
    `# ${markdownLine(model.title)}`,
    markdownLine(model.subtitle),
    ...[...model.marks, model.missing]
      .filter((mark) => mark !== null)
      .map((mark) => `> **${markdownLine(mark)}**`),
    model.head
      .map(({ label, values }) =>
        values.length === 1
          ? `- **${markdownLine(label)}:** ${values.map(markdownLine).join('')}`
          : [
              `- **${markdownLine(label)}:**`,
              ...values.map((each) => `  - ${markdownLine(each)}`),
            ].join('\n'),
      )
      .join('\n'),
    ...model.tables.flatMap(tableBlocks),
    `## ${markdownLine(model.notesTitle)}`,
    model.notes.map((note) => `- ${markdownLine(note)}`).join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function tableBlocks(table: FormTable): readonly string[] {
  const remarks = table.remarks.map((each) => `_${markdownLine(each)}_`);
  const head = [`## ${markdownLine(table.title)}`, ...remarks];
  if (table.rows.length === 0) return [...head, markdownLine(table.empty)];
  const numbers = table.columns.map((_, index) => `(${index + 1})`);
  const rows = table.rows.map((row) => row.map(cellText));
  return [
    ...head,
    markdownTable(
      table.columns.map(({ title }) => markdownLine(title)),
      [...(table.numbered ? [numbers] : []), ...rows],
    ),
  ];
}

function cellText(cell: FormCell): string {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return markdownLine(cell);
  if ('date' in cell) return formatDate(cell.date);
  return cell.map(markdownLine).join('<br>');
}
