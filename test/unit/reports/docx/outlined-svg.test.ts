import { describe, expect, test } from 'vitest';
import { readTinos } from '../../../../src/platform/fonts.js';
import { drawChart } from '../../../../src/reports/charts/draw-chart.js';
import { outlinedSvg } from '../../../../src/reports/docx/outlined-svg.js';
import { typefaces } from '../../../../src/reports/pages/typeface.js';
import { sampleCharts } from '../charts/sample-charts.js';

describe('outlines', async () => {
  const faces = typefaces(await readTinos());
  const text = (attributes: string, content: string) =>
    outlinedSvg(
      `<svg><text ${attributes} font-size="10" fill="#123456">${content}</text></svg>`,
      faces,
    );

  test.each(sampleCharts)('%s: no text is left that needs a font', (_, chart) => {
    const { svg } = drawChart(chart, { width: 640, language: 'vi', theme: 'light' });
    expect(outlinedSvg(svg, faces)).not.toMatch(/<text|font-/);
  });

  test('a letter keeps its place, its size and its colour', () => {
    expect(text('x="5" y="20" text-anchor="start"', 'A')).toMatch(
      /^<svg><g fill="#123456" transform="translate\(5 20\) scale\(0\.0048\d+ -0\.0048\d+\)"><path transform="translate\(0 0\)" d="M[^"]+"\/><\/g><\/svg>$/,
    );
  });

  test.each([
    ['middle', 2.5],
    ['end', 0],
  ])('text-anchor %s', (anchor, left) => {
    expect(text(`x="5" y="20" text-anchor="${anchor}"`, '0')).toContain(`translate(${left} 20)`);
  });

  test('bold letters are bold, entities are letters', () => {
    const start = 'x="0" y="0" text-anchor="start"';
    expect(text(`${start} font-weight="bold"`, 'a')).not.toBe(text(start, 'a'));
    expect(text(start, '&lt;').match(/<path/g)).toHaveLength(1);
  });
});
