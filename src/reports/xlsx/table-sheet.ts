import { columnName } from '../../documents/spreadsheet/cell-name.js';
import { rowHeight } from '../../documents/spreadsheet/row-height.js';
import type {
  CellContent,
  CellModel,
  CellStyle,
  Highlight,
  RowModel,
  SheetModel,
  Validation,
} from '../../documents/spreadsheet/workbook.js';
import type { Tone } from '../document.js';
import { cellText } from './cell-text.js';
import * as look from './looks.js';

/** A table that is a sheet of its own: a title, remarks, heads, one row for each thing. */
export interface TableSheet {
  readonly name: string;
  readonly title: string;
  readonly remarks: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Below the rows, not filtered or sorted with them. */
  readonly totals?: readonly (readonly SheetCell[])[];
  /** Said instead of rows. */
  readonly empty: string;
  /** Columns that stay while the rest is moved. */
  readonly frozen: number;
  /** How many columns are printed; all when absent. */
  readonly printed?: number;
  readonly tabColour?: string;
  readonly validations?: (rows: RowSpan) => readonly Validation[];
  readonly highlights?: (rows: RowSpan) => readonly Highlight[];
}

/** First and last row of the table's body, as a spreadsheet numbers them. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

export interface SheetColumn {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  /** Text when absent. `ordinal`: a number that isn't an amount. A percent is a fraction: 0.89. */
  readonly kind?: 'ordinal' | 'number' | 'percent' | 'date';
  /** A head above it that neighbours with the same text share. */
  readonly group?: string;
  /** To be filled in by people. */
  readonly input?: boolean;
}

/** What stands in a cell; a word may have a tone. Texts needn't be tidy. */
export type SheetCell = CellContent | { readonly value: CellContent; readonly tone: Tone };

/** The table as a sheet, on A4 landscape. */
export function tableSheet(table: TableSheet): SheetModel {
  const { columns, rows, totals = [] } = table;
  const width = columns.slice(0, table.printed).reduce((sum, each) => sum + each.width, 0);
  const last = columnName(columns.length - 1);
  const printed = columnName((table.printed ?? columns.length) - 1);
  const spread = [
    spreadRow(table.title, look.title, width),
    ...table.remarks.map((each) => spreadRow(each, look.remark, width)),
    ...(rows.length === 0 ? [spreadRow(table.empty, look.remark, width)] : []),
  ];
  const grouped = columns.some(({ group }) => group !== undefined);
  const head = spread.length + (grouped ? 2 : 1);
  const body = { first: head + 1, last: head + rows.length };
  const styles = columns.map((column) => look.painter(look.body(column)));
  const totalStyles = columns.map((column) => look.painter(look.total(column)));
  const bottom = head + rows.length + totals.length;
  return {
    name: table.name,
    columns: columns.map((each) => ({ width: each.width })),
    rows: [
      ...spread,
      ...(grouped ? [groupRow(columns)] : []),
      headRow(columns),
      ...rows.map((row) => bodyRow(row, columns, styles)),
      ...totals.map((row) => bodyRow(row, columns, totalStyles)),
    ],
    merged: [
      ...spread.map((_, index) => `A${index + 1}:${printed}${index + 1}`),
      ...(grouped ? groupRanges(columns, head - 1) : []),
    ],
    frozen: { rows: head, columns: table.frozen },
    ...(rows.length > 0 && {
      filter: `A${head}:${last}${body.last}`,
      validations: table.validations?.(body) ?? [],
      highlights: table.highlights?.(body) ?? [],
    }),
    print: {
      landscape: true,
      repeated: `$${grouped ? head - 1 : head}:$${head}`,
      ...(table.printed !== undefined && { area: `$A$1:$${printed}$${bottom}` }),
      footer: footerOf(table.title),
    },
    gridLines: false,
    ...(table.tabColour !== undefined && { tabColour: table.tabColour }),
  };
}

/** A text over the width of the printed columns. */
function spreadRow(text: string, style: CellStyle, width: number): RowModel {
  const size = style.size ?? 10;
  const shown = cellText(text);
  const height = (rowHeight([{ text: shown, width: (width * 10) / size }]) * size) / 10;
  return { height, cells: [{ value: shown, style }] };
}

function groupRow(columns: readonly SheetColumn[]): RowModel {
  return {
    height: 18,
    cells: columns.map(({ group }, index) => ({
      value: group === undefined || columns[index - 1]?.group === group ? null : cellText(group),
      style: look.head,
    })),
  };
}

/** Neighbours with one head above them, and columns that have none, whose own head takes both rows. */
function groupRanges(columns: readonly SheetColumn[], row: number): string[] {
  return columns.flatMap(({ group }, index) => {
    if (group === undefined || columns[index - 1]?.group === group) return [];
    const end = columns.findIndex((each, i) => i > index && each.group !== group);
    const last = end < 0 ? columns.length - 1 : end - 1;
    return last === index ? [] : [`${columnName(index)}${row}:${columnName(last)}${row}`];
  });
}

function headRow(columns: readonly SheetColumn[]): RowModel {
  return {
    // Bold letters are wider, and the filter's button takes room.
    height: rowHeight(columns.map(({ title, width }) => ({ text: title, width: width * 0.75 }))),
    cells: columns.map(({ title, input }) => ({
      value: cellText(title),
      style: input ? look.inputHead : look.head,
    })),
  };
}

function bodyRow(
  row: readonly SheetCell[],
  columns: readonly SheetColumn[],
  painters: readonly look.Painter[],
): RowModel {
  const cells = row.map((cell, index) => cellOf(cell, painters[index] ?? (() => look.plain)));
  const texts = cells.flatMap(({ value }, index) =>
    typeof value === 'string' ? [{ text: value, width: columns[index]?.width ?? 10 }] : [],
  );
  return { height: rowHeight(texts), cells };
}

function cellOf(cell: SheetCell, paint: look.Painter): CellModel {
  const isToned = cell !== null && typeof cell === 'object' && 'tone' in cell;
  const value = isToned ? cell.value : cell;
  const style = paint(isToned ? cell.tone : null);
  return { value: typeof value === 'string' ? cellText(value) : value, style };
}

/** In footers `&` begins a command. */
function footerOf(title: string): string {
  const shown = cellText(title).replaceAll('\n', ' ').slice(0, 120).replaceAll('&', '&&');
  return `&L&8${shown.replace(/^(?=\d)/, ' ')}&R&8&P/&N`;
}
