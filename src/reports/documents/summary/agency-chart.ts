import type { TargetOutcome } from '../../../domain/rates.js';
import type { ChartBlock } from '../../document.js';
import type { Speaker } from '../../official/official-text.js';
import type { ReportModel } from '../../report-model.js';

const outcomes = [
  ['met', 'good'],
  ['not_met', 'bad'],
  ['inconclusive', 'warn'],
  ['no_data', 'unknown'],
] as const;

/** How many agencies meet each target, and all of them; none without agencies. */
export function agencyChart(model: ReportModel, say: Speaker): ChartBlock[] {
  const { targets, agencies } = model;
  if (agencies.length === 0 || targets.length === 0) return [];
  const count = (outcome: TargetOutcome, of: (index: number) => TargetOutcome | undefined) =>
    agencies.filter((_, index) => of(index) === outcome).length;
  const rows = [
    ...targets.map(({ shortTitle }, target) => ({
      label: shortTitle,
      values: outcomes.map(([each]) =>
        count(each, (index) => agencies[index]?.cells[target]?.outcome),
      ),
    })),
    {
      label: say('summary.row.overall'),
      values: outcomes.map(([each]) => count(each, (index) => agencies[index]?.verdict)),
    },
  ];
  const series = outcomes.map(([outcome, tone]) => ({
    label: say(`audit.outcome.${outcome}`),
    tone,
  }));
  return [
    {
      kind: 'chart',
      caption: say('summary.chart.agencies'),
      alt: rows
        .map(({ label, values }) => {
          const said = values.map((value, index) => `${series[index]?.label ?? ''} ${value}`);
          return `${label}: ${said.join(', ')}`;
        })
        .join('; '),
      chart: { kind: 'stacked', dense: true, series, rows },
    },
  ];
}
