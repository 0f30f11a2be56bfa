import {
  AlignmentType,
  type FileChild,
  type IRunOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { textWidth } from '../charts/text-width.js';
import type { TableCell as CellModel, TableBlock, TableColumn } from '../document.js';
import { columnWidths } from '../pages/column-widths.js';
import { sizes } from '../pages/measures.js';
import { toneFills } from '../pages/tones.js';
import { gap } from './bare-table.js';
import { styleIds } from './styles.js';
import { twips, type WordSetting } from './word-setting.js';
import { wordLine, wordRuns } from './word-text.js';

const headFill = '#EFEFEF';

/** More room for a column's longest word than its letters need: another font mustn't break it. */
const slack = 3;

/** A row that would be higher than this share of a page may be parted by a page's end. */
const wholeShare = 0.4;

/** No column is made wider than this share of the table for the sake of one word. */
const wordShare = 0.3;

const aligned = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

interface Look {
  readonly style: string;
  /** Of letters, in points. */
  readonly size: number;
  /** Points from a cell's edge to its text. */
  readonly padding: { readonly x: number; readonly y: number };
  /** Points. */
  readonly widths: readonly number[];
}

/** A caption, and a table whose head is repeated on each page and whose rows aren't parted, over the whole width. */
export function tableBlocks(setting: WordSetting, block: TableBlock): readonly FileChild[] {
  const compact = block.compact === true;
  const padding = compact ? { x: 3, y: 1.5 } : { x: 4, y: 2.5 };
  const size = compact ? sizes.compactTable : sizes.table;
  const look: Look = {
    style: compact ? styleIds.compactTable : styleIds.table,
    size,
    padding,
    widths: widthsOf(setting, block, size, padding.x),
  };
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(setting.geometry.bodyWidth), type: WidthType.DXA },
    columnWidths: look.widths.map(twips),
    rows: [...headRows(block, look), ...bodyRows(setting, block, look)],
  });
  return [
    block.caption === null ? gap(6, { keepNext: true }) : caption(block.caption),
    table,
    gap(4),
  ];
}

function caption(text: string): FileChild {
  const children = wordRuns(text, { bold: true });
  return new Paragraph({ style: styleIds.caption, keepNext: true, children });
}

function headRows(block: TableBlock, look: Look): readonly TableRow[] {
  const row = (texts: readonly string[], run: IRunOptions, fill: string | null) =>
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: texts.map((text, index) =>
        cell(
          text,
          { run, fill, align: 'center', width: look.widths[index] ?? 0, keep: true },
          look,
        ),
      ),
    });
  const titles = block.columns.map(({ title }) => title);
  return [
    row(titles, { bold: true }, headFill),
    ...(block.numbered
      ? [
          row(
            titles.map((_, index) => `(${index + 1})`),
            { italics: true },
            null,
          ),
        ]
      : []),
  ];
}

function bodyRows(
  { geometry }: WordSetting,
  { columns, rows, empty }: TableBlock,
  look: Look,
): readonly TableRow[] {
  if (rows.length === 0) {
    const width = look.widths.reduce((sum, each) => sum + each, 0);
    const place = { run: { italics: true }, fill: null, align: 'center', width } as const;
    const span = Math.max(1, columns.length);
    return [new TableRow({ cantSplit: true, children: [cell(empty, place, look, span)] })];
  }
  return rows.map(
    (row) =>
      new TableRow({
        cantSplit: heightOf(row, look) < geometry.bodyHeight * wholeShare,
        children: columns.map(({ align = 'left' }, index) => {
          const content = row[index] ?? null;
          const run = isBold(content) ? { bold: true } : {};
          const width = look.widths[index] ?? 0;
          return cell(textOf(content), { run, fill: fillOf(content), align, width }, look);
        }),
      }),
  );
}

interface CellPlace {
  readonly run: IRunOptions;
  readonly fill: string | null;
  readonly align: NonNullable<TableColumn['align']>;
  readonly width: number;
  /** Stays on the page of the next row. */
  readonly keep?: boolean;
}

function cell(text: string, place: CellPlace, { style, padding }: Look, span = 1): TableCell {
  return new TableCell({
    width: { size: twips(place.width), type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: place.keep ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    margins: {
      marginUnitType: WidthType.DXA,
      left: twips(padding.x),
      right: twips(padding.x),
      top: twips(padding.y),
      bottom: twips(padding.y),
    },
    ...(place.fill === null
      ? {}
      : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: place.fill.slice(1) } }),
    children: [
      new Paragraph({
        style,
        alignment: aligned[place.align],
        ...(place.keep ? { keepNext: true } : {}),
        children: wordRuns(text, place.run),
      }),
    ],
  });
}

/** How high a row will about be, in points. */
function heightOf(row: readonly CellModel[], { widths, size, padding }: Look): number {
  const lines = row.map((content, index) => {
    const width = Math.max(1, (widths[index] ?? 0) - 2 * padding.x);
    // Lines break at words, so that about a twelfth of each stays empty.
    return Math.ceil((textWidth(wordLine(textOf(content)), size) * 1.08) / width);
  });
  return Math.max(1, ...lines) * size * 1.15 + 2 * padding.y;
}

/** By weight, but wide enough for each column's longest word. */
function widthsOf(
  { faces, geometry }: WordSetting,
  block: TableBlock,
  size: number,
  padding: number,
): readonly number[] {
  const longest = (text: string, bold: boolean) =>
    Math.max(
      0,
      ...wordLine(text)
        .split(/\s+/)
        .map((word) => (bold ? faces.bold : faces.regular).width(word, size)),
    );
  const limit = geometry.bodyWidth * wordShare;
  return columnWidths(
    block.columns.map(({ title, weight }, index) => {
      const cells = block.rows.map((row) => row[index] ?? null);
      const widest = Math.max(
        longest(title, true),
        ...cells.map((content) => longest(textOf(content), isBold(content))),
      );
      return { weight, minimum: Math.min(widest, limit) + 2 * padding + slack };
    }),
    geometry.bodyWidth,
  );
}

function textOf(cell: CellModel): string {
  return typeof cell === 'string' ? cell : (cell?.text ?? '');
}

function isBold(cell: CellModel): boolean {
  return typeof cell === 'object' && cell?.bold === true;
}

function fillOf(cell: CellModel): string | null {
  return typeof cell === 'object' && cell?.tone ? toneFills[cell.tone] : null;
}
