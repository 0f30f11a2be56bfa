import type { Paint, Palette } from './palette.js';

/** Texts in pictures, in pixels of the picture. */
export const fontSizes = { label: 13, small: 12, cell: 11 } as const;

/** From one line of a text to the next, in font sizes. */
export const lineHeight = 1.25;

/** Not a double quote: ECharts puts it unescaped into an attribute. */
export const fontFamily = "Tinos, 'Times New Roman', serif";

/** Elements that ECharts draws inside a custom series and in its `graphic` component alike; all in pixels. */
export type Mark = RectMark | LineMark | TextMark;

export interface RectMark {
  readonly type: 'rect';
  readonly silent: true;
  readonly shape: Box;
  readonly style: {
    readonly fill: string;
    readonly stroke?: string;
    readonly lineWidth?: number;
  };
}

export interface LineMark {
  readonly type: 'polyline';
  readonly silent: true;
  readonly shape: { readonly points: [number, number][] };
  readonly style: {
    readonly fill: string;
    readonly stroke: string;
    readonly lineWidth: number;
    readonly lineDash?: number[];
  };
}

export interface TextMark {
  readonly type: 'text';
  readonly silent: true;
  readonly style: {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly align: 'left' | 'center' | 'right';
    readonly verticalAlign: 'middle';
    readonly fill: string;
    readonly fontSize: number;
    readonly fontWeight: 'normal' | 'bold';
    readonly fontFamily: string;
  };
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function rect(shape: Box, fill: string, stroke?: string, lineWidth = 1): RectMark {
  const style = stroke === undefined ? { fill } : { fill, stroke, lineWidth };
  return { type: 'rect', silent: true, shape, style };
}

export function line(
  points: readonly (readonly [number, number])[],
  stroke: string,
  lineWidth = 1,
  lineDash?: readonly number[],
): LineMark {
  return {
    type: 'polyline',
    silent: true,
    shape: { points: points.map(([x, y]) => [x, y]) },
    style: {
      fill: 'none',
      stroke,
      lineWidth,
      ...(lineDash ? { lineDash: [...lineDash] } : {}),
    },
  };
}

export interface TextPlace {
  readonly x: number;
  /** The middle of the (only) line, or of all lines together. */
  readonly y: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly fill: string;
  readonly size: number;
  readonly bold?: boolean;
}

/** Lines of a text, one below the other, centred on `y`. */
export function textLines(lines: readonly string[], place: TextPlace): readonly TextMark[] {
  const pitch = place.size * lineHeight;
  return lines.map((text, index) => ({
    type: 'text',
    silent: true,
    style: {
      text,
      x: place.x,
      y: place.y + (index - (lines.length - 1) / 2) * pitch,
      align: place.align ?? 'left',
      verticalAlign: 'middle',
      fill: place.fill,
      fontSize: place.size,
      fontWeight: place.bold ? 'bold' : 'normal',
      fontFamily,
    },
  }));
}

/** From one hatch line to the next, along the edge. */
const hatchPitch = 6;

/**
 * An area with its edge and its hatching. The lines are cut to the area by arithmetic: patterns and clip paths need ids,
 * which clash when several pictures stand in one page, and not every reader of SVG draws them.
 */
export function area(box: Box, paint: Paint): readonly Mark[] {
  const { x, y, width, height } = box;
  const marks: Mark[] = [rect(box, paint.fill)];
  if (paint.hatch !== null) {
    for (let start = hatchPitch / 2; start < width + height; start += hatchPitch) {
      const low = Math.max(0, start - width);
      const high = Math.min(height, start);
      marks.push(
        line(
          [
            [x + start - low, y + low],
            [x + start - high, y + high],
          ],
          paint.hatch,
          1.2,
        ),
      );
    }
  }
  const inset = { x: x + 0.5, y: y + 0.5, width: Math.max(0, width - 1), height: height - 1 };
  return [...marks, rect(inset, 'none', paint.edge)];
}

/** A mark at a threshold: a line across a bar that stands out above and below it, with an arrow head above. */
export function thresholdMark(
  x: number,
  bar: { readonly y: number; readonly height: number },
  { line: colour }: Palette,
): readonly Mark[] {
  const top = bar.y - 2;
  const head = line(
    [
      [x - 3.5, top - 4],
      [x + 3.5, top - 4],
      [x, top],
      [x - 3.5, top - 4],
    ],
    colour,
    0.5,
  );
  const stem = line(
    [
      [x, top - 1],
      [x, bar.y + bar.height + 3],
    ],
    colour,
    1.6,
  );
  return [stem, { ...head, style: { ...head.style, fill: colour } }];
}
