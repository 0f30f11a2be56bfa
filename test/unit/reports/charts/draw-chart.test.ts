import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../../src/reports/charts/chart.js';
import { drawChart } from '../../../../src/reports/charts/draw-chart.js';
import { palettes } from '../../../../src/reports/charts/palette.js';
import { shownText } from '../../../../src/reports/charts/wrap-text.js';
import { hostileTexts } from '../../../support/hostile-document.js';
import {
  coverageSample,
  heatSample,
  sampleCharts,
  stackedSample,
  trendSample,
} from './sample-charts.js';
import { type PlacedText, placedPaths, placedTexts } from './svg-parts.js';

const widths = [320, 467, 640, 980];
const drawn = sampleCharts.flatMap(([name, chart]) =>
  widths.map((width) => ({ name: `${name}, ${width} wide`, chart, width })),
);

function picture(chart: Chart, width = 640, theme: 'light' | 'dark' = 'light') {
  return drawChart(chart, { width, language: 'vi', theme });
}

function textsOf(svg: string): readonly string[] {
  return placedTexts(svg).map(({ text }) => text);
}

describe.each(drawn)('$name', ({ chart, width }) => {
  const { svg, ...size } = picture(chart, width);

  test('is XML without ids, styles, scripts and what not every reader draws', () => {
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toMatch(/\s(?:id|class|style|clip-path|mask|filter|on\w+)=/);
    expect(svg).not.toMatch(/<(?!\/?(?:svg|g|path|rect|polyline|text)\b)[^>]*>/);
    expect(svg).not.toMatch(/url\(|NaN|undefined|Infinity/);
    expect(svg).toContain(`viewBox="0 0 ${size.width} ${size.height}"`);
  });

  test('the same chart gives the same bytes', () => {
    expect(picture(chart, width)).toEqual({ svg, ...size });
  });

  test('no text is cut off, none lies on another', () => {
    const texts = placedTexts(svg);
    for (const each of texts) {
      expect.soft(each.left, each.text).toBeGreaterThanOrEqual(-0.5);
      expect.soft(each.right, each.text).toBeLessThanOrEqual(size.width + 0.5);
      expect.soft(each.top, each.text).toBeGreaterThanOrEqual(-0.5);
      expect.soft(each.bottom, each.text).toBeLessThanOrEqual(size.height);
    }
    expect(overlaps(texts)).toEqual([]);
  });

  test('areas and lines stay inside', () => {
    for (const each of placedPaths(svg)) {
      expect.soft(each.left).toBeGreaterThanOrEqual(-0.5);
      expect.soft(each.right).toBeLessThanOrEqual(size.width + 0.5);
      expect.soft(each.top).toBeGreaterThanOrEqual(-0.5);
      expect.soft(each.bottom).toBeLessThanOrEqual(size.height + 0.5);
    }
  });
});

function overlaps(texts: readonly PlacedText[]): readonly string[] {
  const slack = 0.5;
  return texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right - slack &&
          other.left < one.right - slack &&
          one.top < other.bottom - slack &&
          other.top < one.bottom - slack,
      )
      .map((other) => `${one.text} / ${other.text}`),
  );
}

describe('coverage', () => {
  const { tones, line, track } = palettes.light;
  const chart = coverageSample(4);
  const { svg } = picture(chart);
  const paths = placedPaths(svg);
  const [plot] = paths.filter(({ fill }) => fill === track);
  const at = (share: number) =>
    (plot?.left ?? 0) + share * ((plot?.right ?? 0) - (plot?.left ?? 0));

  test('a bar is solid as far as it is certain and hatched as far as it is possible', () => {
    const solid = paths.find(({ fill }) => fill === tones.warn.fill);
    expect(solid?.right).toBeCloseTo(at(606 / 680), 1);
    const hatch = paths.filter(({ stroke, right }) => stroke === tones.warn.edge && right < at(1));
    expect(Math.max(...hatch.map(({ right }) => right))).toBeCloseTo(at(620 / 680), 0);
  });

  test('899 of 1000 ends before the mark at 90 %, and the mark is seen', () => {
    const [row] = chart.rows;
    if (row === undefined) throw new Error('no row');
    const close = picture({
      ...chart,
      rows: [{ ...row, rate: { numerator: 899, denominator: 1000, unknown: 0 }, threshold: 90 }],
    });
    const parts = placedPaths(close.svg);
    const bar = parts.find(({ fill }) => fill === tones.bad.fill);
    const mark = parts.find(({ stroke, left, right }) => stroke === line && left === right);
    expect(bar?.right).toBeLessThan(mark?.left ?? 0);
  });

  test('each row has its mark, its figure and its threshold in words', () => {
    const marks = paths.filter(({ stroke, left, right }) => stroke === line && left === right);
    expect(marks.filter(({ left }) => Math.abs(left - at(0.9)) < 0.6)).toHaveLength(3);
    expect(marks.filter(({ left }) => Math.abs(left - at(1)) < 0.6)).toHaveLength(1);
    const texts = textsOf(svg);
    for (const { figure, threshold } of chart.rows) {
      expect(texts).toContain(figure);
      expect(texts).toContain(`Ngưỡng: ${threshold}%`);
    }
  });

  test('the key says each outcome that occurs, and only those', () => {
    const [first] = chart.rows;
    const only = picture({ ...chart, rows: first ? [first] : [] });
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(['Đạt', 'Chưa đạt', 'Chưa kết luận', 'Không có số liệu']),
    );
    expect(textsOf(only.svg)).toContain('Chưa đạt');
    expect(textsOf(only.svg)).not.toContain('Đạt');
    expect(textsOf(only.svg)).not.toContain(chart.words.possible);
  });
});

describe('stacked', () => {
  const { tones } = palettes.light;

  test('segments are as long as their counts, the sum stands at the end', () => {
    const { svg } = picture(stackedSample(2));
    const segments = placedPaths(svg).filter(
      ({ fill, top }) => fill === tones.good.fill && top > 30,
    );
    const [first, second] = segments.map(({ left, right }) => right - left);
    expect((first ?? 0) / (second ?? 1)).toBeCloseTo(120 / 292, 1);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['120', '292', '60', '41', '137', '402']));
  });

  test('a single one of more than a thousand is still seen', () => {
    const { svg } = picture(stackedSample(4));
    const single = placedPaths(svg)
      .filter(({ fill, top }) => fill === tones.warn.fill && top > 30)
      .at(-1);
    expect((single?.right ?? 0) - (single?.left ?? 0)).toBeGreaterThanOrEqual(2.9);
  });

  test('numbers are written as the language does', () => {
    expect(textsOf(picture(stackedSample(4)).svg)).toContain('1.505');
    const english = drawChart(stackedSample(4), { width: 640, language: 'en', theme: 'light' });
    expect(textsOf(english.svg)).toContain('1,505');
  });
});

describe('heat map', () => {
  const column = ['Chính sách'];
  const cells = (value: number | null) => {
    const chart = { ...heatSample(1, column), rows: [{ label: 'Sở Y tế', values: [value] }] };
    const { svg } = picture(chart);
    const [cell] = placedPaths(svg);
    return { texts: textsOf(svg), fill: cell?.fill };
  };

  test.each([
    [0, '0', palettes.light.steps[0]],
    [19.9, '19', palettes.light.steps[0]],
    [20, '20', palettes.light.steps[1]],
    [99.6, '99', palettes.light.steps[4]],
    [100, '100', palettes.light.steps[5]],
    [null, '–', null],
  ])('%s is written %s, the whole has a colour of its own', (value, word, paint) => {
    const { texts, fill } = cells(value);
    expect(texts).toContain(word);
    expect(fill).toBe(paint?.fill ?? palettes.light.paper);
  });

  test('titles that fit stand above their columns, others are numbered and named below', () => {
    const long = textsOf(picture(heatSample(3)).svg);
    expect(long).toContain('(6)');
    expect(long.join(' ')).toContain('khôi phục sau thảm họa');
    const short = textsOf(picture(heatSample(3, ['Chính sách', 'Nhân lực'])).svg);
    expect(short).toContain('Chính sách');
    expect(short).not.toContain('(1)');
  });
});

describe('trend', () => {
  test('the last figures are rounded down, thresholds are said', () => {
    const texts = textsOf(picture(trendSample).svg);
    expect(texts).toEqual(
      expect.arrayContaining(['66%', '89%', '88%', 'chỉ tiêu: 90%, 100%', '24/11/2026']),
    );
    expect(texts).not.toContain('90%');
  });

  test('a missing figure breaks the line', () => {
    const [series] = trendSample.series;
    if (series === undefined) throw new Error('no series');
    const lines = (values: readonly (number | null)[]) =>
      placedPaths(picture({ ...trendSample, series: [{ ...series, values }] }).svg).filter(
        ({ stroke, left, right }) => stroke === palettes.light.series[0] && right - left > 30,
      );
    expect(lines([10, 20, 40, 44, 66])).toHaveLength(1);
    expect(lines([10, 20, null, 44, 66])).toHaveLength(2);
  });
});

test('a hundred rows are as readable as four: the picture grows', () => {
  const [few, many] = [picture(coverageSample(4)), picture(coverageSample(100))];
  expect(many.height).toBeGreaterThan(few.height * 15);
  expect(many.width).toBe(few.width);
});

describe.each(['light', 'dark'] as const)('hostile texts, %s', (theme) => {
  const rows = hostileTexts.map((label) => ({ label, values: [1, 2, 3, 4] }));
  const charts: readonly (readonly [string, Chart])[] = [
    ['stacked', { ...stackedSample(0), rows }],
    [
      'coverage',
      {
        ...coverageSample(0),
        rows: hostileTexts.map((text) => ({
          label: text,
          figure: text.slice(0, 60),
          rate: null,
          threshold: null,
          outcome: 'no_data',
        })),
        words: { certain: hostileTexts[0] ?? '', possible: '', target: hostileTexts[4] ?? '' },
      },
    ],
    ['heat map', heatSample(2, hostileTexts)],
    [
      'trend',
      {
        kind: 'trend',
        dates: hostileTexts.slice(0, 3),
        series: hostileTexts.map((label) => ({ label, values: [1, null, 3], threshold: null })),
      },
    ],
  ];

  test.each(charts)('%s: one piece of XML, nothing but shapes and letters', (_, chart) => {
    const { svg, height } = picture(chart, 640, theme);
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toMatch(/<(?!\/?(?:svg|g|path|rect|polyline|text)\b)[^>]*>/);
    expect(svg).not.toMatch(/[^\P{C}\n\p{Co}]/u);
    expect(svg).toBe(svg.normalize('NFC'));
    expect(height).toBeLessThan(3_000);
  });

  test('what can be seen of them is there', () => {
    const { svg } = picture({ ...stackedSample(0), rows }, 980, theme);
    const texts = textsOf(svg).join('').replace(/\s/g, '');
    for (const text of hostileTexts.filter(({ length }) => length < 50)) {
      expect(texts).toContain(shownText(text).replace(/\s/g, ''));
    }
  });
});
