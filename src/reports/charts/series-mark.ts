import { line, type Mark } from './marks.js';
import type { Palette } from './palette.js';

/** Dashes of the series' lines, in order: as long as the marks differ, lines are whole; dashes are the thresholds'. */
const dashes: readonly (readonly number[] | undefined)[] = [
  undefined,
  undefined,
  undefined,
  undefined,
  [2, 3],
  [10, 3, 2, 3],
];

/** Outlines of the series' marks around their middle, in pixels: square, triangle, rhombus, down-pointing triangle. */
const outlines: readonly (readonly (readonly [number, number])[])[] = [
  [
    [-3, -3],
    [3, -3],
    [3, 3],
    [-3, 3],
  ],
  [
    [0, -4.5],
    [4.2, 3],
    [-4.2, 3],
  ],
  [
    [0, -4.5],
    [4.5, 0],
    [0, 4.5],
    [-4.5, 0],
  ],
  [
    [0, 4.5],
    [4.2, -3],
    [-4.2, -3],
  ],
];

/** Colour and dash of a series; they begin anew after the last. */
export function seriesStyle(
  index: number,
  { series }: Palette,
): { readonly colour: string; readonly dash: readonly number[] | undefined } {
  return {
    colour: series[index % series.length] ?? series[0] ?? '',
    dash: dashes[index % dashes.length],
  };
}

/** The mark of a series at a point, edged by the paper's colour. */
export function seriesMark(index: number, x: number, y: number, palette: Palette): readonly Mark[] {
  const { colour } = seriesStyle(index, palette);
  const outline = outlines[index % outlines.length] ?? [];
  const points = outline.map(([across, down]) => [x + across, y + down] as const);
  const first = points[0];
  const closed = first === undefined ? points : [...points, first];
  const mark = line(closed, palette.paper, 1);
  return [{ ...mark, style: { ...mark.style, fill: colour } }];
}
