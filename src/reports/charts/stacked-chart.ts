import { formatNumber } from '../../messages/format.js';
import type { ChartSetting, Drawing } from './canvas.js';
import type { StackedChart } from './chart.js';
import { legend, sampleSize } from './legend.js';
import { area, type Box, fontSizes, type Mark, rect, textLines } from './marks.js';
import { type BarScale, roomAbove, rowDrawing } from './row-drawing.js';
import { layoutRows } from './row-layout.js';
import { textWidth } from './text-width.js';
import { shownText } from './wrap-text.js';

/** A count that isn't 0 is at least so wide, in pixels: nothing that was counted may vanish. */
const leastWidth = 3;

/** Bars of counts, one a row, with the counts in the segments where they fit and the sum at the right. */
export function stackedChart(chart: StackedChart, setting: ChartSetting): Drawing {
  const { palette, width, language } = setting;
  const sums = chart.rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const key = legend(
    chart.series.map(({ label, tone }) => ({
      label,
      sample: (x: number, y: number) => area({ x, y, ...sampleSize }, palette.tones[tone]),
    })),
    width,
    palette,
  );
  const figures = sums.map((sum) => formatNumber(sum, language));
  const layout = layoutRows(
    chart.rows.map(({ label }, index) => ({
      label: shownText(label),
      figure: [figures[index] ?? ''],
    })),
    {
      width,
      top: key.height + roomAbove(chart.rows.length),
      figureIndent: 0,
      edge: 36,
      dense: chart.dense ?? false,
    },
  );
  const most = Math.max(1, chart.most ?? 0, ...sums);
  const counted = countScale(most, layout.plot.width);
  // Without a scale there is no round number to reach.
  const scale = chart.dense ? { ...counted, end: most, hidden: true } : counted;
  const marks = (index: number): readonly Mark[] => {
    const place = layout.rows[index];
    if (place === undefined) return [];
    const fill = palette.text;
    return [
      ...textLines(place.label, { x: 0, y: place.labelMiddle, fill, size: fontSizes.label }),
      ...textLines([figures[index] ?? ''], {
        x: layout.figureX,
        y: place.figureMiddle,
        fill,
        size: fontSizes.small,
        bold: true,
      }),
      ...segments(
        chart,
        index,
        { ...place.bar, x: layout.plot.x, width: layout.plot.width / scale.end },
        setting,
      ),
    ];
  };
  return rowDrawing(layout, scale, key.marks, marks, setting);
}

/** Of one row; `unit` is where its bar begins, and as wide as one is. */
function segments(
  chart: StackedChart,
  row: number,
  unit: Box,
  { palette, language }: ChartSetting,
): readonly Mark[] {
  const values = chart.rows[row]?.values ?? [];
  const widths = pixelWidths(values, unit.width);
  const size = fontSizes.cell;
  let x = unit.x;
  return chart.series.flatMap(({ tone }, index) => {
    const value = values[index] ?? 0;
    const width = widths[index] ?? 0;
    if (width === 0) return [];
    const paint = palette.tones[tone];
    const box = { ...unit, x, width };
    x += width;
    const count = formatNumber(value, language);
    const needed = textWidth(count, size) + 6;
    if (needed > width) return area(box, paint);
    const centre = box.x + width / 2;
    const ground = {
      x: centre - needed / 2 + 1,
      y: box.y + 2,
      width: needed - 2,
      height: box.height - 4,
    };
    return [
      ...area(box, paint),
      ...(paint.hatch === null ? [] : [rect(ground, paint.fill)]),
      ...textLines([count], {
        x: centre,
        y: box.y + box.height / 2,
        align: 'center',
        fill: paint.ink,
        size,
      }),
    ];
  });
}

/** Widths in pixels of counts that add up; what is too thin to be seen takes room from the others of its row. */
function pixelWidths(values: readonly number[], scale: number): readonly number[] {
  const exact = values.map((value) => Math.max(0, value) * scale);
  const thin = exact.map((width) => width > 0 && width < leastWidth);
  const taken = exact.reduce(
    (sum, width, index) => sum + (thin[index] ? leastWidth - width : 0),
    0,
  );
  const wide = exact.reduce((sum, width, index) => sum + (thin[index] ? 0 : width), 0);
  const shrink = wide > taken * 2 ? (wide - taken) / wide : 1;
  return exact.map((width, index) => (thin[index] ? leastWidth : width * shrink));
}

/** Round steps of whole numbers (1, 2, 5 times a power of ten) up to the longest bar, with room for their labels. */
function countScale(most: number, pixels: number): BarScale {
  const wanted = Math.max(1, most / Math.max(2, Math.floor(pixels / 70)));
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= wanted) ?? wanted;
  return { step, end: Math.ceil(most / step) * step, unit: '' };
}
