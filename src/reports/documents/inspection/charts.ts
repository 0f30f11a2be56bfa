import type { Block, ChartBlock } from '../../document.js';
import type { Speaker } from '../../official/official-text.js';
import type { ReportAgency, ReportModel } from '../../report-model.js';

/** The agency's figures as pictures; a picture without anything to show is left out. Their figures also stand in tables. */
export function chartBlocks(model: ReportModel, agency: ReportAgency, say: Speaker): Block[] {
  return [
    coverage(model, agency, say),
    endpoints(agency, say),
    requirements(model, agency, say),
  ].flat();
}

function coverage(model: ReportModel, agency: ReportAgency, say: Speaker): ChartBlock[] {
  const rows = model.targets.flatMap((target, index) => {
    const cell = agency.cells[index];
    if (cell === undefined) return [];
    const { numerator, denominator, unknown, outcome } = cell;
    return [
      {
        label: target.shortTitle,
        rate: denominator === 0 ? null : { numerator, denominator, unknown },
        threshold: target.thresholdPercent,
        outcome,
        figure:
          denominator === 0
            ? cell.outcomeWord
            : say('official.figure', { percent: cell.percent, count: cell.count }),
      },
    ];
  });
  if (rows.every(({ rate }) => rate === null)) return [];
  return [
    {
      kind: 'chart',
      caption: say('inspection.chart.coverage'),
      alt: rows.map(({ label, figure }) => `${label}: ${figure}`).join('; '),
      chart: {
        kind: 'coverage',
        rows,
        words: {
          certain: say('official.chart.certain'),
          possible: say('official.chart.possible'),
          target: say('official.chart.target'),
        },
      },
    },
  ];
}

function endpoints({ name, endpoints: counts }: ReportAgency, say: Speaker): ChartBlock[] {
  if (counts.inScope === 0) return [];
  const series = [
    { label: say('audit.verdict.protected'), tone: 'good', value: counts.protected },
    { label: say('audit.verdict.degraded'), tone: 'warn', value: counts.degraded },
    { label: say('audit.verdict.unprotected'), tone: 'bad', value: counts.unprotected },
    { label: say('audit.verdict.unknown'), tone: 'unknown', value: counts.unknown },
  ] as const;
  return [
    {
      kind: 'chart',
      caption: say('inspection.chart.endpoints', { count: counts.inScope }),
      alt: series
        .map(({ label, value }) => say('official.counted', { label, count: value }))
        .join('; '),
      chart: {
        kind: 'stacked',
        series: series.map(({ label, tone }) => ({ label, tone })),
        rows: [{ label: name, values: series.map(({ value }) => value) }],
      },
    },
  ];
}

/** Requirements met of those that apply and were answered or not; a group that nobody answered says nothing. */
function requirements(model: ReportModel, agency: ReportAgency, say: Speaker): ChartBlock[] {
  const judged = agency.systems.flatMap((system) => {
    const groups = system.requirements?.groups ?? [];
    const answered = groups.some(({ met, failing }) => met + failing > 0);
    return answered ? [{ name: system.name, groups }] : [];
  });
  const columns = model.requirementGroups.filter(({ id }) =>
    judged.some(({ groups }) => groups.some((group) => group.id === id)),
  );
  if (judged.length === 0 || columns.length === 0) return [];
  const rows = judged.map(({ name, groups }) => ({
    label: name,
    values: columns.map(({ id }) => shareMet(groups.find((group) => group.id === id))),
  }));
  return [
    {
      kind: 'chart',
      caption: say('inspection.chart.requirements'),
      alt: say('inspection.chart.requirements_alt', { count: rows.length }),
      chart: {
        kind: 'heat',
        columns: columns.map(({ title }) => title),
        rows,
        words: { low: say('official.chart.low'), high: say('official.chart.high') },
      },
    },
  ];
}

/** Whole percent, rounded down, of the mandatory requirements that apply; null when none does or none was answered. */
export function shareMet(
  group:
    | {
        readonly mandatory: number;
        readonly met: number;
        readonly failing: number;
        readonly notApplicable: number;
      }
    | undefined,
): number | null {
  if (group === undefined || group.met + group.failing === 0) return null;
  const applicable = group.mandatory - group.notApplicable;
  return applicable <= 0 ? null : Math.floor((100 * group.met) / applicable);
}
