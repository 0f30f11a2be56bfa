import type { TableBlock, TableCell } from '../document.js';
import { columnWidths } from '../pages/column-widths.js';
import { paragraphSpace, sizes } from '../pages/measures.js';
import { toneFills } from '../pages/tones.js';
import type { FaceName } from '../pages/typeface.js';
import { type FlowPiece, type FlowRepeat, keepWithNext, piece, type Setting } from './flow.js';
import { widestWord } from './line-breaker.js';
import { printableText } from './printable-text.js';
import {
  drawRow,
  type Padding,
  rowBands,
  type SetCell,
  type SetRow,
  setRow,
} from './table-rows.js';
import type { Tag } from './tag.js';
import { textPieces } from './text-pieces.js';

const headFill = '#EFEFEF';

/** No column is made wider than this share of the table for the sake of one word. */
const wordShare = 0.3;

/** Rows higher than this share of a page are parted between lines; a head higher than this isn't repeated. */
const wholeShare = 0.5;

interface Column {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/**
 * A caption, the head (repeated on each page) and the rows of a table, over the whole width of the written area. No page
 * begins or ends with a single row of it unless the rows are high.
 */
export function tablePieces(setting: Setting, block: TableBlock): readonly FlowPiece[] {
  const table: Tag = { type: 'Table', parent: null };
  const size = block.compact ? sizes.compactTable : sizes.table;
  const padding: Padding = block.compact ? { x: 3, y: 2 } : { x: 4, y: 3 };
  const columns = layOut(setting, block, size, padding);
  const whole = setting.geometry.bodyHeight * wholeShare;

  const head = headRows(setting, block, columns, size, padding, { type: 'THead', parent: table });
  const headHeight = head.reduce((sum, { height }) => sum + height, 0);
  const isRepeated = headHeight <= whole / 2;
  const silent = head.map(withoutTags);
  const repeat: FlowRepeat | null = isRepeated
    ? {
        height: headHeight,
        draw(canvas, top) {
          let at = top;
          for (const row of silent) {
            drawRow(canvas, row, padding, at);
            at += row.height;
          }
        },
      }
    : null;
  const rowPieces = (row: SetRow, repeated: FlowRepeat | null, keep: boolean) =>
    row.height > whole
      ? rowBands(row, padding, repeated)
      : [
          piece(row.height, (canvas, top) => drawRow(canvas, row, padding, top), {
            keep,
            repeat: repeated,
          }),
        ];

  const body: Tag = { type: 'TBody', parent: table };
  const rows = bodyRows(setting, block, columns, size, padding, body);
  return [
    ...captionPieces(setting, block, table),
    ...spaced(
      head.flatMap((row) => keepWithNext(rowPieces(row, null, true))),
      block.caption === null ? paragraphSpace : 3,
    ),
    ...rows.flatMap((row, index) => {
      const next = rows[index + 1];
      const isEdge = index === 0 || index === rows.length - 2;
      const keep = isEdge && next !== undefined && row.height + next.height < whole / 2;
      return rowPieces(row, repeat, keep);
    }),
  ];
}

function captionPieces(setting: Setting, block: TableBlock, table: Tag): readonly FlowPiece[] {
  if (block.caption === null) return [];
  return textPieces(setting, block.caption, {
    face: 'bold',
    size: sizes.caption,
    align: 'center',
    space: paragraphSpace + 2,
    keep: true,
    tag: { type: 'Caption', parent: table },
  });
}

function spaced(pieces: readonly FlowPiece[], space: number): readonly FlowPiece[] {
  return pieces.map((each, index) => (index === 0 ? { ...each, space } : each));
}

function layOut(
  setting: Setting,
  block: TableBlock,
  size: number,
  padding: Padding,
): readonly Column[] {
  const { typesetter, geometry } = setting;
  const { regular, bold } = typesetter.faces;
  const widest = block.columns.map(({ title }) =>
    widestWord(printableText(title, regular), (word) => bold.width(word, size)),
  );
  for (const row of block.rows) {
    for (const [index, cell] of row.entries()) {
      const face = isBold(cell) ? bold : regular;
      const word = widestWord(textOf(cell), (each) => face.width(each, size));
      widest[index] = Math.max(widest[index] ?? 0, word);
    }
  }
  const limit = geometry.bodyWidth * wordShare;
  const widths = columnWidths(
    block.columns.map(({ weight }, index) => ({
      weight,
      minimum: Math.min(widest[index] ?? 0, limit) + 2 * padding.x + 0.5,
    })),
    geometry.bodyWidth,
  );
  let x = 0;
  return block.columns.map(({ align = 'left' }, index) => {
    const column = { x, width: widths[index] ?? 0, align };
    x += column.width;
    return column;
  });
}

function headRows(
  setting: Setting,
  block: TableBlock,
  columns: readonly Column[],
  size: number,
  padding: Padding,
  parent: Tag,
): readonly SetRow[] {
  const row = (texts: readonly string[], face: FaceName, fill: string | null): SetRow => {
    const line: Tag = { type: 'TR', parent };
    return setRow(
      columns.map((column, index) => ({
        text: setting.typesetter.balanced(
          texts[index] ?? '',
          { face, size },
          column.width - 2 * padding.x,
        ),
        align: 'center',
        fill,
        tag: { type: 'TH', parent: line },
        x: column.x,
        width: column.width,
      })),
      padding,
      true,
    );
  };
  const titles = row(
    block.columns.map(({ title }) => title),
    'bold',
    headFill,
  );
  if (!block.numbered) return [titles];
  return [
    titles,
    row(
      block.columns.map((_, index) => `(${index + 1})`),
      'italic',
      null,
    ),
  ];
}

function bodyRows(
  setting: Setting,
  block: TableBlock,
  columns: readonly Column[],
  size: number,
  padding: Padding,
  parent: Tag,
): readonly SetRow[] {
  const { typesetter, geometry } = setting;
  const cell = (
    text: string,
    face: FaceName,
    place: Column,
    line: Tag,
    fill: string | null,
  ): SetCell => ({
    text: typesetter.set(text, { face, size }, place.width - 2 * padding.x),
    align: place.align,
    fill,
    tag: { type: 'TD', parent: line },
    x: place.x,
    width: place.width,
  });
  if (block.rows.length === 0) {
    const whole: Column = { x: 0, width: geometry.bodyWidth, align: 'center' };
    return [setRow([cell(block.empty, 'italic', whole, { type: 'TR', parent }, null)], padding)];
  }
  return block.rows.map((row) => {
    const line: Tag = { type: 'TR', parent };
    return setRow(
      columns.map((column, index) => {
        const content = row[index] ?? null;
        return cell(
          textOf(content),
          isBold(content) ? 'bold' : 'regular',
          column,
          line,
          fillOf(content),
        );
      }),
      padding,
    );
  });
}

function withoutTags(row: SetRow): SetRow {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, tag: null })) };
}

function textOf(cell: TableCell | undefined): string {
  return typeof cell === 'string' ? cell : (cell?.text ?? '');
}

function isBold(cell: TableCell | undefined): boolean {
  return typeof cell === 'object' && cell?.bold === true;
}

function fillOf(cell: TableCell): string | null {
  return typeof cell === 'object' && cell?.tone ? toneFills[cell.tone] : null;
}
