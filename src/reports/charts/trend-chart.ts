import { text } from '../../messages/format.js';
import { type ChartSetting, type Drawing, graphicOf, gridOf } from './canvas.js';
import type { TrendChart } from './chart.js';
import { dateMarks, datePlaces } from './date-axis.js';
import { legend, sampleSize } from './legend.js';
import { fontSizes, line, lineHeight, type Mark, textLines } from './marks.js';
import { countAxis, percentScale } from './row-drawing.js';
import { seriesMark, seriesStyle } from './series-mark.js';

const plotHeight = 200;

/** Room for the scale and for the last figures. */
const plotMargin = { left: 42, right: 44 } as const;

/** Shares over dates, set apart as the dates are; a line breaks where there is no figure. The last figure of each is said. */
export function trendChart(chart: TrendChart, setting: ChartSetting): Drawing {
  const { palette, width } = setting;
  const thresholds = thresholdsOf(chart);
  const key = legend(
    [
      ...chart.series.map(({ label }, index) => ({
        label,
        sample: (x: number, y: number) => sample(index, x, y + sampleSize.height / 2, setting),
      })),
      ...(thresholds.length === 0
        ? []
        : [
            {
              label: `${text('report.chart.target', setting.language)}: ${thresholds.map((each) => `${each}%`).join(', ')}`,
              sample: (x: number, y: number) =>
                thresholdMarks(y + sampleSize.height / 2, { x, width: sampleSize.width }, setting),
            },
          ]),
    ],
    width,
    palette,
  );
  const plot = {
    x: plotMargin.left,
    y: key.height + 10,
    width: width - plotMargin.left - plotMargin.right,
    height: plotHeight,
  };
  const xs = datePlaces(chart.dates).map((share) => plot.x + 10 + share * (plot.width - 20));
  const at = (share: number) =>
    plot.y + plot.height * (1 - Math.min(100, Math.max(0, share)) / 100);
  const marks: Mark[] = [
    ...thresholds.flatMap((each) => thresholdMarks(at(each), plot, setting)),
    ...chart.series.flatMap(({ values }, index) => seriesLines(values, index, xs, at, setting)),
    ...lastFigures(chart, xs, at, setting),
    ...dateMarks(chart.dates, xs, { y: plot.y + plot.height + 16, width }, setting),
  ];
  return {
    width,
    height: Math.ceil(plot.y + plot.height + 30),
    option: {
      grid: gridOf(plot),
      xAxis: {
        type: 'value',
        min: 0,
        max: 1,
        axisLine: { show: true, lineStyle: { color: palette.faintText } },
        axisTick: { show: false },
        axisLabel: { show: false },
        splitLine: { show: false },
      },
      yAxis: countAxis(percentScale(plot.height), setting),
      graphic: graphicOf([...key.marks, ...marks]),
      series: [],
    },
  };
}

function thresholdsOf({ series }: TrendChart): readonly number[] {
  const all = series.flatMap(({ threshold }) => (threshold === null ? [] : [threshold]));
  return [...new Set(all)].sort((a, b) => a - b);
}

function sample(index: number, x: number, y: number, setting: ChartSetting): readonly Mark[] {
  const { colour, dash } = seriesStyle(index, setting.palette);
  return [
    line(
      [
        [x, y],
        [x + sampleSize.width, y],
      ],
      colour,
      2,
      dash,
    ),
    ...seriesMark(index, x + sampleSize.width / 2, y, setting.palette),
  ];
}

function seriesLines(
  values: readonly (number | null)[],
  index: number,
  xs: readonly number[],
  at: (share: number) => number,
  { palette }: ChartSetting,
): readonly Mark[] {
  const { colour, dash } = seriesStyle(index, palette);
  const parts: [number, number][][] = [[]];
  for (const [place, value] of values.entries()) {
    if (value === null) parts.push([]);
    else parts.at(-1)?.push([xs[place] ?? 0, at(value)]);
  }
  return [
    ...parts.filter(({ length }) => length > 1).map((points) => line(points, colour, 2, dash)),
    ...parts.flat().flatMap(([x, y]) => seriesMark(index, x, y, palette)),
  ];
}

function thresholdMarks(
  y: number,
  plot: { readonly x: number; readonly width: number },
  { palette }: ChartSetting,
): readonly Mark[] {
  return [
    line(
      [
        [plot.x, y],
        [plot.x + plot.width, y],
      ],
      palette.line,
      1.2,
      [6, 4],
    ),
  ];
}

/** The last figure of each series at its end, moved apart where they would lie on each other. */
function lastFigures(
  chart: TrendChart,
  xs: readonly number[],
  at: (share: number) => number,
  { palette, width }: ChartSetting,
): readonly Mark[] {
  const size = fontSizes.small;
  const ends = chart.series
    .map(({ values }, index) => {
      const last = values.findLastIndex((value) => value !== null);
      const value = values[last];
      return value == null ? null : { index, value, x: xs[last] ?? 0, y: at(value) };
    })
    .filter((end) => end !== null)
    .sort((a, b) => a.y - b.y);
  let free = Number.NEGATIVE_INFINITY;
  return ends.flatMap(({ index, value, x, y }) => {
    const place = Math.max(y, free);
    free = place + size * lineHeight;
    const figure = `${Math.floor(value)}%`;
    const { colour } = seriesStyle(index, palette);
    const edge = width - plotMargin.right;
    const left = x > edge - 12 ? edge + 6 : x + 9;
    return textLines([figure], { x: left, y: place, fill: colour, size, bold: true });
  });
}
