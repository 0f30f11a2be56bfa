import { type FlowPiece, piece, type Setting } from './flow.js';
import type { Tag } from './tag.js';
import { textPieces } from './text-pieces.js';
import type { SetText, TextStyle } from './typesetter.js';

/** A centred text of one of several columns; texts of one column (the same `x`) stand one below the other. */
export interface ColumnText extends TextStyle {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly align?: 'left' | 'center';
  /** Room above it, in points. */
  readonly space?: number;
  /** Draws a line below, as long as this share of the text's last line. */
  readonly lineBelow?: number;
}

interface Standing {
  readonly column: ColumnText;
  readonly set: SetText;
  readonly top: number;
  readonly tag: Tag;
}

/** Room for the line below a text. */
const lineRoom = 5;

/** A block higher than this share of a page isn't kept whole: its texts then follow one another. */
const wholeShare = 0.6;

/** Columns of short texts side by side, kept whole; texts without end become lines below one another instead. */
export function sideBySide(
  setting: Setting,
  texts: readonly ColumnText[],
  space: number,
  keep = true,
): readonly FlowPiece[] {
  const bottoms = new Map<number, number>();
  const standing = texts.map((column): Standing => {
    const set =
      column.align === 'left'
        ? setting.typesetter.set(column.text, column, column.width)
        : setting.typesetter.balanced(column.text, column, column.width);
    const top = (bottoms.get(column.x) ?? 0) + (column.space ?? 0);
    bottoms.set(column.x, top + set.height + (column.lineBelow === undefined ? 0 : lineRoom));
    return { column, set, top, tag: { type: 'P', parent: null } };
  });
  const height = Math.max(0, ...bottoms.values());
  if (height > setting.geometry.bodyHeight * wholeShare) {
    return texts.flatMap((column) =>
      textPieces(setting, column.text, {
        ...column,
        align: column.align ?? 'center',
        x: 0,
        width: setting.geometry.bodyWidth,
        tag: { type: 'P', parent: null },
      }),
    );
  }
  return [
    piece(
      height,
      (canvas, top) => {
        for (const each of standing) drawColumn(canvas, each, top);
      },
      { space, keep },
    ),
  ];
}

function drawColumn(
  canvas: Parameters<FlowPiece['draw']>[0],
  { column, set, top, tag }: Standing,
  blockTop: number,
): void {
  const { x, width, align = 'center' } = column;
  canvas.tag(tag);
  for (const [index, line] of set.lines.entries()) {
    const baseline = blockTop + top + index * set.lineHeight + set.ascent;
    canvas.line(line, { x: canvas.left + x, baseline, width, size: set.size, align });
  }
  if (column.lineBelow === undefined) return;
  const length = (set.lines.at(-1)?.width ?? 0) * column.lineBelow;
  const from = canvas.left + x + (width - length) / 2;
  const y = blockTop + top + set.height + 2.5;
  canvas.artifact();
  canvas.strokes([[from, y, from + length, y]], 0.7);
}
