import { expect, test } from 'vitest';
import { drawChartParts } from '../../../../src/reports/charts/chart-parts.js';
import { coverageSample, heatSample, stackedSample, trendSample } from './sample-charts.js';
import { placedTexts } from './svg-parts.js';

const options = { width: 640, language: 'vi', theme: 'light' } as const;

test.each([
  ['coverage', coverageSample(100)],
  ['stacked', stackedSample(100)],
  ['heat map', heatSample(100)],
])('%s of 100 rows: each row once, in order, no part higher than a page', (_, chart) => {
  const parts = drawChartParts(chart, options, 800);
  expect(parts.length).toBeGreaterThan(3);
  for (const { height } of parts) expect(height).toBeLessThanOrEqual(800);
  const text = parts.flatMap(({ svg }) => placedTexts(svg).map((each) => each.text)).join(' ');
  let from = 0;
  for (const [index] of chart.rows.entries()) {
    const number = new RegExp(`\\p{L} ${index + 1}(?= |$)`, 'u');
    const found = text.slice(from).search(number);
    expect(found, `row ${index + 1}`).toBeGreaterThanOrEqual(0);
    from += found + 1;
  }
});

test('parts of one chart have the same scale', () => {
  const { rows, ...chart } = stackedSample(100);
  const small = rows.map(({ label }) => ({ label, values: [1, 2, 3, 4] }));
  const most = { label: 'Sở Y tế 101', values: [1_934, 0, 0, 0] };
  const scales = drawChartParts({ ...chart, rows: [...small, most] }, options, 800).map(({ svg }) =>
    placedTexts(svg)
      .map(({ text }) => text)
      .filter((text) => /^\d\.\d00$/.test(text)),
  );
  expect(scales[0]).not.toEqual([]);
  for (const scale of scales) expect(scale).toEqual(scales[0]);
});

test.each([
  ['a chart that fits', coverageSample(4), 800],
  ['a trend, which has no rows', trendSample, 50],
])('%s is one picture', (_, chart, height) => {
  expect(drawChartParts(chart, options, height)).toHaveLength(1);
});

test('a page lower than one row ends too', () => {
  expect(drawChartParts(coverageSample(5), options, 10)).toHaveLength(5);
});
