import type { ChartOptions } from './canvas.js';
import type { Chart } from './chart.js';
import { type ChartPicture, drawChart } from './draw-chart.js';

/**
 * Draws a chart in as many pictures as pages need that are at most so high: rows stay in order, parts are of like size, each
 * has its legend and the same scale. A row alone may be higher than asked. A trend has no rows and is never parted.
 */
export function drawChartParts(
  chart: Chart,
  options: ChartOptions,
  maxHeight: number,
): readonly ChartPicture[] {
  const whole = drawChart(chart, options);
  if (chart.kind === 'trend' || whole.height <= maxHeight) return [whole];
  const rows = chart.rows.length;
  let pictures = [whole];
  const least = Math.ceil(whole.height / maxHeight);
  for (let count = Math.min(least, rows); count > 0 && count <= rows; count += 1) {
    const size = Math.ceil(rows / count);
    pictures = Array.from({ length: Math.ceil(rows / size) }, (_, index) =>
      drawChart(rowsOf(chart, index * size, (index + 1) * size), options),
    );
    if (pictures.every(({ height }) => height <= maxHeight)) break;
  }
  return pictures;
}

type RowChart = Exclude<Chart, { readonly kind: 'trend' }>;

function rowsOf(chart: RowChart, from: number, to: number): RowChart {
  switch (chart.kind) {
    case 'coverage':
      return { ...chart, rows: chart.rows.slice(from, to) };
    case 'heat':
      return { ...chart, rows: chart.rows.slice(from, to) };
    case 'stacked': {
      const sums = chart.rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
      return { ...chart, rows: chart.rows.slice(from, to), most: Math.max(...sums) };
    }
  }
}
