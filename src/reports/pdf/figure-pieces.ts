import type { FiguresBlock } from '../document.js';
import { toneInks } from '../pages/tones.js';
import type { Canvas } from './canvas.js';
import { type FlowPiece, piece, type Setting } from './flow.js';
import type { Tag } from './tag.js';
import { textPieces } from './text-pieces.js';
import type { SetText } from './typesetter.js';

type Item = FiguresBlock['items'][number];

interface Box {
  readonly parts: readonly { readonly set: SetText; readonly tag: Tag }[];
  readonly height: number;
  readonly item: Item;
}

const boxesInRow = 4;
const gap = 8;
const padding = { x: 6, y: 7 };
const valueSize = 22;
/** A value longer than its box is set smaller, but not smaller than this; then it wraps. */
const smallestValue = 13;

/** A box higher than this share of a page isn't drawn as one: its texts then follow one another. */
const wholeShare = 0.4;

/** Big figures in boxes, four a row, each with what it counts below it. */
export function figurePieces(setting: Setting, { items }: FiguresBlock): readonly FlowPiece[] {
  const pieces: FlowPiece[] = [];
  const perRow = items.length > boxesInRow && items.length % 3 === 0 ? 3 : boxesInRow;
  for (let index = 0; index < items.length; index += perRow) {
    const row = items.slice(index, index + perRow);
    const width = (setting.geometry.bodyWidth - gap * (row.length - 1)) / row.length;
    const boxes = row.map((item) => setBox(setting, item, width - 2 * padding.x));
    const height = Math.max(...boxes.map((box) => box.height)) + 2 * padding.y;
    if (height > setting.geometry.bodyHeight * wholeShare)
      pieces.push(...row.flatMap((item) => asText(setting, item)));
    else {
      pieces.push(
        piece(
          height,
          (canvas, top) => {
            for (const [place, box] of boxes.entries()) {
              drawBox(canvas, box, canvas.left + place * (width + gap), top, width, height);
            }
          },
          { space: index === 0 ? 10 : gap },
        ),
      );
    }
  }
  return pieces;
}

function setBox({ typesetter }: Setting, item: Item, width: number): Box {
  const natural = typesetter.width(item.value, { face: 'bold', size: 1 });
  const size = Math.max(smallestValue, Math.min(valueSize, width / Math.max(natural, 0.01)));
  const parts = [
    typesetter.set(item.value, { face: 'bold', size }, width),
    typesetter.balanced(item.label, { face: 'regular', size: 11 }, width),
    ...(item.note === ''
      ? []
      : [typesetter.balanced(item.note, { face: 'italic', size: 10 }, width)]),
  ];
  const height = parts.reduce((sum, part) => sum + part.height, 0);
  return { parts: parts.map((set) => ({ set, tag: { type: 'P', parent: null } })), height, item };
}

function drawBox(
  canvas: Canvas,
  box: Box,
  x: number,
  top: number,
  width: number,
  height: number,
): void {
  const ink = toneInks[box.item.tone];
  canvas.artifact();
  canvas.fill(x, top, width, 2.5, ink);
  canvas.strokes(
    [
      [x, top, x, top + height],
      [x + width, top, x + width, top + height],
      [x, top + height, x + width, top + height],
    ],
    0.5,
    '#9A9A9A',
  );
  let at = top + padding.y;
  for (const [index, { set, tag }] of box.parts.entries()) {
    const { lines, lineHeight, ascent, size } = set;
    canvas.tag(tag);
    for (const line of lines) {
      canvas.line(line, {
        x: x + padding.x,
        baseline: at + ascent,
        width: width - 2 * padding.x,
        size,
        align: 'center',
        ...(index === 0 ? { color: ink } : {}),
      });
      at += lineHeight;
    }
  }
}

function asText(setting: Setting, { value, label, note }: Item): readonly FlowPiece[] {
  return [value, label, note].flatMap((text, index) =>
    textPieces(setting, text, {
      face: index === 0 ? 'bold' : 'regular',
      size: 11,
      align: 'left',
      space: index === 0 ? 8 : 0,
      tag: { type: 'P', parent: null },
    }),
  );
}
