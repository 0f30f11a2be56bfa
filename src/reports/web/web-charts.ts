import { message } from '../../messages/catalogue.js';
import { formatMessage, text } from '../../messages/format.js';
import type { Chart, CoverageChart, StackedChart } from '../charts/chart.js';
import { drawChart } from '../charts/draw-chart.js';
import type { ReportGroup, ReportModel } from '../report-model.js';
import type { WebChart, WebPictures } from './web-report.js';

/** Widths in CSS pixels: a column of the overview on a desk, and what a phone of 360 leaves. */
const wideWidth = 560;
const narrowWidth = 300;

/** The charts of the overview, by kind of agency; none where there is nothing to draw. */
export function webCharts(model: ReportModel): readonly WebChart[] {
  const rows = [model.province, ...model.kinds];
  const targets = model.targets.map(({ title, id }, at) => ({
    id: `target-${id}`,
    caption: formatMessage(message('web.chart.targets', { target: title }), model.language),
    chart: targetChart(model, rows, at),
  }));
  const endpoints = {
    id: 'endpoints',
    caption: text('web.chart.endpoints', model.language),
    chart: endpointChart(model, rows),
  };
  return [...targets, endpoints]
    .filter(({ chart }) => chart.rows.length > 0)
    .map(({ id, caption, chart }) => ({
      id,
      caption,
      alt: chartText(caption, chart, model),
      light: pictures(chart, model, 'light'),
      dark: pictures(chart, model, 'dark'),
    }));
}

function targetChart(model: ReportModel, groups: readonly ReportGroup[], at: number) {
  return {
    kind: 'coverage',
    rows: groups.flatMap(({ name, cells }) => {
      const cell = cells[at];
      if (!cell || cell.denominator === 0) return [];
      return [
        {
          label: name,
          rate: cell,
          threshold: model.targets[at]?.thresholdPercent ?? null,
          outcome: cell.outcome,
          figure: `${cell.percent} (${cell.count})`,
        },
      ];
    }),
    words: {
      certain: text('web.chart.certain', model.language),
      possible: text('web.chart.possible', model.language),
      target: text('web.chart.target', model.language),
    },
  } satisfies CoverageChart;
}

function endpointChart({ language }: ReportModel, groups: readonly ReportGroup[]) {
  return {
    kind: 'stacked',
    series: [
      { label: text('web.endpoints.protected', language), tone: 'good' },
      { label: text('web.endpoints.degraded', language), tone: 'warn' },
      { label: text('web.endpoints.unprotected', language), tone: 'bad' },
      { label: text('web.endpoints.unknown', language), tone: 'unknown' },
    ],
    rows: groups
      .filter(({ endpoints }) => endpoints.inScope > 0)
      .map(({ name, endpoints }) => ({
        label: name,
        values: [endpoints.protected, endpoints.degraded, endpoints.unprotected, endpoints.unknown],
      })),
  } satisfies StackedChart;
}

/** The chart's figures in words, for a reader who doesn't see it. */
function chartText(
  caption: string,
  chart: CoverageChart | StackedChart,
  { language }: ReportModel,
): string {
  const row = (label: string, values: string) =>
    formatMessage(message('web.chart.row', { label, values }), language);
  const rows =
    chart.kind === 'coverage'
      ? chart.rows.map(({ label, figure }) => row(label, figure))
      : chart.rows.map(({ label, values }) =>
          row(
            label,
            chart.series
              .map((series, at) =>
                formatMessage(
                  message('web.chart.value', { label: series.label, value: values[at] ?? 0 }),
                  language,
                ),
              )
              .join(', '),
          ),
        );
  return formatMessage(message('web.chart.rows', { caption, rows: rows.join('; ') }), language);
}

function pictures(chart: Chart, { language }: ReportModel, theme: 'light' | 'dark'): WebPictures {
  return {
    wide: drawChart(chart, { width: wideWidth, language, theme }),
    narrow: drawChart(chart, { width: narrowWidth, language, theme }),
  };
}
