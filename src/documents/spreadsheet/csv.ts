import { detectDelimiter, parseCsv, writeCsv } from 'hucre/csv';
import { formatDate } from '../../domain/dates.js';
import type { WorkbookLimits } from './limits.js';
import type { CellContent, ReadCell, ReadSheet } from './workbook.js';

/**
 * A table as a text file for Excel and LibreOffice: UTF-8 with its mark, lines end with CR LF. Fields are parted by `;`,
 * which is what Excel expects where the decimal sign is a comma, as in Viet Nam. A line `sep=;` would make Excel forget
 * that the text is UTF-8. Dates stand as `dd/MM/yyyy`.
 */
export function csvText(rows: readonly (readonly CellContent[])[]): string {
  return writeCsv(
    rows.map((row) => row.map(plain)),
    { delimiter: ';', bom: true },
  ).concat('\r\n');
}

function plain(value: CellContent): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if ('date' in value) return formatDate(value.date);
  return value.runs.map(({ text }) => text).join('');
}

/** The table of a text file, whatever parts its fields: `;`, `,`, a tab or what a first line `sep=…` says. */
export function readCsv(text: string, limits: WorkbookLimits): ReadSheet {
  const [head, said] = /^\uFEFF?sep=(.)\r?\n/.exec(text) ?? [''];
  const body = text.slice(head.length);
  // The reader looks one row further, so that a longer table is noticed.
  const rows = parseCsv(body, {
    delimiter: said ?? detectDelimiter(body),
    maxRows: limits.rows + 1,
  });
  const cells = rows.map((row) => row.map(cellOf));
  const far = cells.findIndex((row, i) =>
    row.slice(i < limits.rows ? limits.columns : 0).some((cell) => cell.kind !== 'empty'),
  );
  return {
    name: '',
    hidden: false,
    rows: cells.slice(0, limits.rows).map((row) => row.slice(0, limits.columns)),
    beyond: far === -1 ? null : `${far + 1}:${far + 1}`,
  };
}

function cellOf(value: unknown): ReadCell {
  return typeof value === 'string' && value !== ''
    ? { kind: 'text', text: value }
    : { kind: 'empty' };
}
