import { columnName } from '../../documents/spreadsheet/cell-name.js';
import { withoutFormula } from '../../documents/spreadsheet/formula-text.js';
import { maxCellLength } from '../../documents/spreadsheet/limits.js';
import { rowHeight } from '../../documents/spreadsheet/row-height.js';
import type {
  CellContent,
  CellModel,
  CellStyle,
  RowModel,
  SheetModel,
  WorkbookModel,
} from '../../documents/spreadsheet/workbook.js';
import { writeWorkbook } from '../../documents/spreadsheet/write-workbook.js';
import { tidyText } from '../../documents/tidy-text.js';
import type { FormModel } from './form-model.js';
import type { FormCell, FormTable } from './form-table.js';

/** The annual report as XLSX: a sheet for each table, A4 landscape, no formulas. The same model gives the same bytes. */
export function annualReportXlsx(model: FormModel): Promise<Uint8Array> {
  return writeWorkbook(annualReportWorkbook(model));
}

/** The workbook before it becomes bytes. */
function annualReportWorkbook(model: FormModel): WorkbookModel {
  return {
    title: model.title,
    description: model.subtitle,
    sheets: model.tables.map((table, index) => sheetOf(model, table, index === 0)),
  };
}

const line = '808080';
const title: CellStyle = { bold: true, size: 14, wrap: true };
const heading: CellStyle = {
  bold: true,
  fill: 'DDE6F0',
  border: line,
  wrap: true,
  align: 'center',
  valign: 'center',
};
const numbers: CellStyle = { italic: true, border: line, align: 'center' };
const body: CellStyle = { border: line, wrap: true };
const mark: CellStyle = { bold: true, colour: 'C00000', wrap: true };
const plain: CellStyle = { wrap: true };
const italic: CellStyle = { italic: true, wrap: true };

function sheetOf(model: FormModel, table: FormTable, first: boolean): SheetModel {
  const total = table.columns.reduce((sum, { width }) => sum + width, 0);
  const spread = (text: string, style: CellStyle): RowModel & { readonly spread: true } => ({
    spread: true,
    height: heightOf(text, total, style.size),
    cells: [textCell(text, style)],
  });
  const above = [
    spread(model.title, title),
    ...(first ? [spread(model.subtitle, plain)] : []),
    ...model.marks.map((each) => spread(each, mark)),
    ...(first && model.missing !== null ? [spread(model.missing, mark)] : []),
    ...(first ? model.head : []).map(({ label, values }) =>
      spread(`${label}: ${values.join('; ')}`, plain),
    ),
    spread(table.title, { bold: true, size: 12, wrap: true }),
    ...table.remarks.map((each) => spread(each, italic)),
  ];
  const head: RowModel[] = [
    sizedRow(
      table.columns.map((column) => textCell(column.title, heading)),
      // Bold letters are wider.
      table.columns.map(({ width }) => width * 0.85),
    ),
    ...(table.numbered
      ? [{ cells: table.columns.map((_, i) => textCell(`(${i + 1})`, numbers)) }]
      : []),
  ];
  const widths = table.columns.map(({ width }) => width);
  const rows: RowModel[] = table.rows.map((row) => sizedRow(row.map(cellOf), widths));
  const below = [
    ...(table.rows.length === 0 ? [spread(table.empty, italic)] : []),
    ...(first
      ? [spread(model.notesTitle, { bold: true, wrap: true })].concat(
          model.notes.map((note) => spread(`• ${note}`, plain)),
        )
      : []),
  ];
  const all = [...above, ...head, ...rows, ...below];
  const headEnd = above.length + head.length;
  const last = columnName(table.columns.length - 1);
  const filtered = table.numbered ? headEnd : above.length + 1;
  return {
    name: table.sheet,
    columns: table.columns.map(({ width }) => ({ width })),
    rows: all.map(({ cells, height }) => ({ cells, ...(height !== undefined && { height }) })),
    merged: all.flatMap((row, index) =>
      'spread' in row ? [`A${index + 1}:${last}${index + 1}`] : [],
    ),
    // Above a long heading a small window would show nothing but frozen rows.
    ...(above.length <= 6 && { frozen: { rows: headEnd, columns: table.numbered ? 2 : 0 } }),
    ...(table.rows.length > 1 &&
      !first && { filter: `A${filtered}:${last}${headEnd + table.rows.length}` }),
    print: {
      landscape: true,
      // Notes below the first table aren't its rows.
      ...(!first && { repeated: `$${above.length + 1}:$${headEnd}` }),
      footer: '&C&P/&N',
    },
    gridLines: false,
  };
}

/** Programs don't size rows of a file that they didn't write, nor ever rows of merged cells. */
function heightOf(text: string, width: number, size = 10): number {
  return (rowHeight([{ text, width: (width * 10) / size }]) * size) / 10;
}

function sizedRow(cells: readonly CellModel[], widths: readonly number[]): RowModel {
  const texts = cells.flatMap(({ value }, column) =>
    typeof value === 'string' ? { text: value, width: widths[column] ?? 10 } : [],
  );
  return { cells, height: rowHeight(texts) };
}

function cellOf(cell: FormCell): CellModel {
  if (typeof cell === 'number') return { value: cell, style: { ...body, align: 'center' } };
  if (typeof cell === 'string') return textCell(cell, body);
  if ('date' in cell) {
    return { value: cell, style: { ...body, align: 'center', format: 'dd/mm/yyyy' } };
  }
  return textCell(cell.map((each) => `• ${each}`).join('\n'), body);
}

/** Anybody's text: nothing that could run, nothing that can't be stored, no more than a cell holds. */
function textCell(text: string, style: CellStyle): CellModel {
  const value: CellContent = withoutFormula(tidyText(text)).slice(0, maxCellLength);
  return { value, style };
}
