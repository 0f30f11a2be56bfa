import type { Canvas } from './canvas.js';
import type { FlowPiece, FlowRepeat } from './flow.js';
import { piece } from './flow.js';
import type { Tag } from './tag.js';
import type { SetText } from './typesetter.js';

/** A cell ready to be drawn. */
export interface SetCell {
  readonly text: SetText;
  readonly align: 'left' | 'center' | 'right';
  readonly fill: string | null;
  /** Null for one that says nothing: a repeated head. */
  readonly tag: Tag | null;
  /** In points. */
  readonly x: number;
  readonly width: number;
}

export interface SetRow {
  readonly cells: readonly SetCell[];
  readonly height: number;
  /** Cells' texts stand in the middle of the row's height. */
  readonly middle: boolean;
}

/** Between a cell's border and its text. */
export interface Padding {
  readonly x: number;
  readonly y: number;
}

const border = 0.5;

/** A row of cells, as high as its highest. */
export function setRow(cells: readonly SetCell[], padding: Padding, middle = false): SetRow {
  const height = Math.max(0, ...cells.map(({ text }) => text.height)) + 2 * padding.y;
  return { cells, height, middle };
}

/** Draws a whole row with its borders, its top at `top`. */
export function drawRow(canvas: Canvas, row: SetRow, padding: Padding, top: number): void {
  drawFrame(canvas, row, top, row.height, { top: true, bottom: true });
  for (const cell of row.cells) {
    const shift = row.middle ? (row.height - cell.text.height) / 2 : padding.y;
    startCell(canvas, cell);
    for (const index of cell.text.lines.keys()) drawLine(canvas, cell, index, padding, top + shift);
  }
}

/**
 * A row too high to be kept whole, in bands of one line of its cells each: borders close where a page ends. All cells of a
 * row must have lines of the same height.
 */
export function rowBands(
  row: SetRow,
  padding: Padding,
  repeat: FlowRepeat | null,
): readonly FlowPiece[] {
  const count = Math.max(1, ...row.cells.map(({ text }) => text.lines.length));
  const lineHeight = row.cells[0]?.text.lineHeight ?? 0;
  return Array.from({ length: count }, (_, index) => {
    const isFirst = index === 0;
    const isLast = index === count - 1;
    const above = isFirst ? padding.y : 0;
    const height = lineHeight + above + (isLast ? padding.y : 0);
    return piece(
      height,
      (canvas, top, place) => {
        drawFrame(canvas, row, top, height, {
          top: isFirst || place.first,
          bottom: isLast || place.last,
        });
        for (const cell of row.cells) {
          if (isFirst || index < cell.text.lines.length) startCell(canvas, cell);
          drawLine(canvas, cell, index, padding, top + above - index * lineHeight);
        }
      },
      { keep: isFirst || index === count - 2, repeat },
    );
  });
}

function drawFrame(
  canvas: Canvas,
  row: SetRow,
  top: number,
  height: number,
  closed: { readonly top: boolean; readonly bottom: boolean },
): void {
  canvas.artifact();
  const { left } = canvas;
  const bottom = top + height;
  for (const { fill, x, width } of row.cells) {
    if (fill) canvas.fill(left + x, top, width, height, fill);
  }
  const first = left + (row.cells[0]?.x ?? 0);
  const edges = row.cells.map(({ x, width }) => left + x + width);
  const last = edges.at(-1) ?? first;
  canvas.strokes(
    [
      ...[first, ...edges].map((x) => [x, top, x, bottom] as const),
      ...(closed.top ? [[first, top, last, top] as const] : []),
      ...(closed.bottom ? [[first, bottom, last, bottom] as const] : []),
    ],
    border,
  );
}

/** An empty cell, too, must be there for those who count columns by ear. */
function startCell(canvas: Canvas, { tag }: SetCell): void {
  if (tag) canvas.element(tag);
}

function drawLine(
  canvas: Canvas,
  cell: SetCell,
  index: number,
  padding: Padding,
  top: number,
): void {
  const line = cell.text.lines[index];
  if (!line || line.segments.length === 0) return;
  if (cell.tag) canvas.tag(cell.tag);
  else canvas.artifact();
  const { lineHeight, ascent, size } = cell.text;
  canvas.line(line, {
    x: canvas.left + cell.x + padding.x,
    baseline: top + index * lineHeight + ascent,
    width: cell.width - 2 * padding.x,
    size,
    align: cell.align,
  });
}
