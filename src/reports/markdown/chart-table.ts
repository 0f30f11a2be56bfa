import type { Language } from '../../domain/text.js';
import { formatNumber, text } from '../../messages/format.js';
import type { Chart, CoverageChart, HeatMap, StackedChart, TrendChart } from '../charts/chart.js';
import { dateLabel } from '../charts/date-axis.js';
import { markdownTable } from './markdown-table.js';
import { inlineMarkdown } from './markdown-text.js';

/** What a chart draws, as a table of Markdown. */
export function chartTable(chart: Chart, language: Language): string {
  switch (chart.kind) {
    case 'coverage':
      return coverageTable(chart, language);
    case 'stacked':
      return stackedTable(chart, language);
    case 'heat':
      return heatTable(chart, language);
    case 'trend':
      return trendTable(chart, language);
  }
}

function coverageTable({ rows, words }: CoverageChart, language: Language): string {
  const head = [
    text('report.chart.subject', language),
    text('report.chart.figure', language),
    inlineMarkdown(words.target),
    text('report.chart.outcome', language),
  ];
  return markdownTable(
    head,
    rows.map(({ label, figure, threshold, outcome, beside }) => [
      inlineMarkdown(label),
      inlineMarkdown(figure),
      percent(threshold, language),
      beside ? '–' : text(`audit.outcome.${outcome}`, language),
    ]),
    ['left', 'right', 'right', 'left'],
  );
}

function stackedTable({ series, rows }: StackedChart, language: Language): string {
  return markdownTable(
    [
      text('report.chart.subject', language),
      ...series.map(({ label }) => inlineMarkdown(label)),
      text('report.chart.sum', language),
    ],
    rows.map(({ label, values }) => [
      inlineMarkdown(label),
      ...series.map((_, index) => formatNumber(values[index] ?? 0, language)),
      formatNumber(
        values.reduce((sum, value) => sum + value, 0),
        language,
      ),
    ]),
    ['left', ...series.map(() => 'right' as const), 'right'],
  );
}

function heatTable({ columns, rows }: HeatMap, language: Language): string {
  return markdownTable(
    [text('report.chart.subject', language), ...columns.map(inlineMarkdown)],
    rows.map(({ label, values }) => [
      inlineMarkdown(label),
      // Rounded down: 99,6 isn't the whole.
      ...columns.map((_, index) => percent(floor(values[index]), language)),
    ]),
    ['left', ...columns.map(() => 'right' as const)],
  );
}

function trendTable({ dates, series }: TrendChart, language: Language): string {
  const targets = series.some(({ threshold }) => threshold !== null);
  return markdownTable(
    [text('report.chart.date', language), ...series.map(({ label }) => inlineMarkdown(label))],
    [
      ...dates.map((date, index) => [
        inlineMarkdown(dateLabel(date)),
        ...series.map(({ values }) => percent(floor(values[index]), language)),
      ]),
      ...(targets
        ? [
            [
              text('report.chart.target', language),
              ...series.map(({ threshold }) => percent(threshold, language)),
            ],
          ]
        : []),
    ],
    ['left', ...series.map(() => 'right' as const)],
  );
}

function floor(value: number | null | undefined): number | null {
  return value == null ? null : Math.floor(value);
}

function percent(value: number | null, language: Language): string {
  return value === null ? '–' : `${formatNumber(value, language)}%`;
}
