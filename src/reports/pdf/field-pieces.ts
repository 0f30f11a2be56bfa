import type { FieldsBlock } from '../document.js';
import { bodyLeading, indent, paragraphSpace, sizes } from '../pages/measures.js';
import { type FlowPiece, piece, type Setting } from './flow.js';
import type { Tag } from './tag.js';

/** Labels take at most this share of the line; longer ones wrap. */
const labelShare = 0.42;

/** Between a label and its value. */
const gap = 8;

/** Labels with values beside them, all values beginning at one edge; a blank is a dotted line to the right margin. */
export function fieldPieces(setting: Setting, { items }: FieldsBlock): readonly FlowPiece[] {
  const { typesetter, geometry } = setting;
  const style = { face: 'regular', size: sizes.body, leading: bodyLeading } as const;
  const room = geometry.bodyWidth - indent;
  const labels = items.map(({ label }) => (/[:?]\s*$/.test(label) ? label : `${label}:`));
  const widest = Math.max(0, ...labels.map((label) => typesetter.width(label, style)));
  const labelWidth = Math.min(widest + 1, room * labelShare);
  const valueX = indent + labelWidth + gap;
  const valueWidth = geometry.bodyWidth - valueX;
  const dot = typesetter.width('…', style);
  const dots = '…'.repeat(Math.max(1, Math.floor(valueWidth / dot)));
  const list: Tag = { type: 'L', parent: null };
  return items.flatMap(({ value }, index) => {
    const item: Tag = { type: 'LI', parent: list };
    const parts = [
      {
        x: indent,
        width: labelWidth,
        tag: { type: 'Lbl', parent: item } as Tag,
        text: labels[index] ?? '',
      },
      {
        x: valueX,
        width: valueWidth,
        tag: { type: 'LBody', parent: item } as Tag,
        text: value ?? dots,
      },
    ].map((part) => ({ ...part, set: typesetter.set(part.text, style, part.width) }));
    const count = Math.max(...parts.map(({ set }) => set.lines.length));
    const { lineHeight, ascent, size } = typesetter.set('', style, room);
    return Array.from({ length: count }, (_, row) =>
      piece(
        lineHeight,
        (canvas, top) => {
          for (const { set, x, width, tag } of parts) {
            const line = set.lines[row];
            if (!line) continue;
            canvas.tag(tag);
            canvas.line(line, {
              x: canvas.left + x,
              baseline: top + ascent,
              width,
              size,
              align: 'left',
            });
          }
        },
        {
          space: row > 0 ? 0 : index === 0 ? paragraphSpace : 3,
          keep: row < count - 1 && (row === 0 || row === count - 2),
        },
      ),
    );
  });
}
