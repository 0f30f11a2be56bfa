import type { CoverageChart } from '../../charts/chart.js';
import type { ChartBlock } from '../../document.js';
import type { Speaker } from '../../official/official-text.js';
import type { ReportCell, ReportModel } from '../../report-model.js';

type Row = CoverageChart['rows'][number];

/** The province's rates against their thresholds, with what is effective below; none when there are no targets. */
export function coverageChart(model: ReportModel, say: Speaker): ChartBlock[] {
  const { targets, province } = model;
  if (targets.length === 0) return [];
  const rows = [
    ...targets.flatMap(({ shortTitle, thresholdPercent }, index): Row[] => {
      const cell = province.cells[index];
      return cell ? [rowOf(shortTitle, cell, thresholdPercent, cell.outcome, say)] : [];
    }),
    {
      ...rowOf(say('summary.chart.effective'), province.effective, null, 'no_data', say),
      beside: true,
    },
  ];
  return [
    {
      kind: 'chart',
      caption: say('summary.chart.coverage'),
      alt: rows.map(({ label, figure }) => `${label}: ${figure}`).join('; '),
      chart: {
        kind: 'coverage',
        dense: true,
        rows,
        words: {
          certain: say('summary.chart.certain'),
          possible: say('summary.chart.possible'),
          target: say('summary.chart.target'),
        },
      },
    },
  ];
}

function rowOf(
  label: string,
  cell: ReportCell,
  threshold: number | null,
  outcome: Row['outcome'],
  say: Speaker,
): Row {
  const { numerator, denominator, unknown, percent, count } = cell;
  const known = denominator > 0;
  return {
    label,
    rate: known ? { numerator, denominator, unknown } : null,
    threshold,
    outcome,
    figure: known ? say('official.figure', { percent, count }) : say('audit.outcome.no_data'),
  };
}
