import { columnName } from '../../documents/spreadsheet/cell-name.js';
import { rowHeight } from '../../documents/spreadsheet/row-height.js';
import type { CellModel, RowModel, SheetModel } from '../../documents/spreadsheet/workbook.js';
import type { ReportModel } from '../report-model.js';
import { cellText } from './cell-text.js';
import * as look from './looks.js';
import { type SummaryTable, summaryTables } from './summary-tables.js';
import type { SheetCell } from './table-sheet.js';
import { titled } from './words.js';

const firstWidth = 34;
const otherWidth = 11.5;

/** The first sheet: the figures that everything else adds up to, and what stands on which sheet. */
export function summarySheet(model: ReportModel): SheetModel {
  const tables = summaryTables(model);
  const { name, title } = titled('summary', model);
  const width = Math.max(...tables.map(({ columns }) => columns.length));
  const blocks = tables.flatMap((table) => [
    { row: spread('', look.lines), wide: true },
    { row: spread(table.title, look.heading), wide: true },
    ...(table.columns.length === 1
      ? table.rows.map(([line]) => ({ row: spread(String(line), look.lines), wide: true }))
      : tableRows(table).map((row) => ({ row, wide: false }))),
    ...(table.remark === undefined ? [] : [{ row: spread(table.remark, look.remark), wide: true }]),
  ]);
  const rows = [{ row: spread(title, look.title), wide: true }, ...blocks];
  const last = columnName(width - 1);
  return {
    name,
    columns: Array.from({ length: width }, (_, i) => ({
      width: i === 0 ? firstWidth : otherWidth,
    })),
    rows: rows.map(({ row }) => row),
    merged: rows.flatMap(({ wide }, index) => (wide ? [`A${index + 1}:${last}${index + 1}`] : [])),
    frozen: { rows: 1, columns: 1 },
    print: { landscape: true, footer: '&R&8&P/&N' },
    gridLines: false,
    tabColour: '1F3864',
  };

  function spread(text: string, style: typeof look.title): RowModel {
    const room = firstWidth + (width - 1) * otherWidth;
    const size = style.size ?? 10;
    const shown = cellText(text);
    return {
      height: (rowHeight([{ text: shown, width: (room * 10) / size }]) * size) / 10,
      cells: [{ value: shown === '' ? null : shown, style: style }],
    };
  }
}

function tableRows({ columns, rows }: SummaryTable): readonly RowModel[] {
  const widths = columns.map((_, index) => (index === 0 ? firstWidth : otherWidth));
  return [
    {
      height: rowHeight(columns.map((text, i) => ({ text, width: (widths[i] ?? 10) * 0.8 }))),
      cells: columns.map((text) => ({ value: cellText(text), style: look.head })),
    },
    ...rows.map((row): RowModel => {
      const cells = row.map(cellOf);
      return {
        height: rowHeight(
          cells.flatMap(({ value }, i) =>
            typeof value === 'string' ? [{ text: value, width: widths[i] ?? 10 }] : [],
          ),
        ),
        cells,
      };
    }),
  ];
}

function cellOf(cell: SheetCell, index: number): CellModel {
  const style =
    typeof cell === 'number'
      ? look.body({ kind: 'number' })
      : {
          ...look.plain,
          valign: 'center' as const,
          ...(index > 0 && { align: 'center' as const }),
        };
  if (cell !== null && typeof cell === 'object' && 'tone' in cell) {
    const value = typeof cell.value === 'string' ? cellText(cell.value) : cell.value;
    return { value, style: look.toned(style, cell.tone) };
  }
  return { value: typeof cell === 'string' ? cellText(cell) : cell, style };
}
