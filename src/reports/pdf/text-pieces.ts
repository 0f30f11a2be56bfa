import type { RichText } from '../document.js';
import { type FlowPiece, piece, type Setting } from './flow.js';
import type { Tag } from './tag.js';
import type { TextStyle } from './typesetter.js';

/** How a paragraph stands in the written area. */
export interface ParagraphStyle extends TextStyle {
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** From the left edge of the written area, in points; 0 when absent. */
  readonly x?: number;
  /** The rest of the written area when absent. */
  readonly width?: number;
  /** Of the first line. */
  readonly indent?: number;
  /** Room above. */
  readonly space?: number;
  /** Stands with what follows. */
  readonly keep?: boolean;
  readonly tag: Tag;
  /** Drawn with the first line, such as a mark before it; given the canvas, the line's top and its baseline. */
  readonly onFirstLine?: (
    canvas: Parameters<FlowPiece['draw']>[0],
    top: number,
    baseline: number,
  ) => void;
}

/**
 * A paragraph as pieces of one line each. Its first two and its last two lines stay together, so that no page begins or ends
 * with a single line of it.
 */
export function textPieces(
  setting: Setting,
  text: RichText,
  style: ParagraphStyle,
): readonly FlowPiece[] {
  const { x = 0, indent = 0, align, tag, onFirstLine } = style;
  const width = style.width ?? setting.geometry.bodyWidth - x;
  const { typesetter } = setting;
  const { lines, size, lineHeight, ascent } =
    align === 'center'
      ? typesetter.balanced(text, style, width)
      : typesetter.set(text, style, width, indent);
  return lines.map((line, index) => {
    const isFirst = index === 0;
    const isLast = index === lines.length - 1;
    const shift = isFirst ? indent : 0;
    return piece(
      lineHeight,
      (canvas, top) => {
        const baseline = top + ascent;
        if (isFirst) onFirstLine?.(canvas, top, baseline);
        canvas.tag(tag);
        canvas.line(line, {
          x: canvas.left + x + shift,
          baseline,
          width: width - shift,
          size,
          align,
        });
      },
      {
        space: isFirst ? (style.space ?? 0) : 0,
        keep: isLast ? (style.keep ?? false) : isFirst || index === lines.length - 2,
      },
    );
  });
}
