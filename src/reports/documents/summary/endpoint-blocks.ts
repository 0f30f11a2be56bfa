import { formatNumber } from '../../../messages/format.js';
import type { Block, ChartBlock, TableCell } from '../../document.js';
import { paragraph, type Speaker } from '../../official/official-text.js';
import type { ReportGroup, ReportModel } from '../../report-model.js';
import { bold } from './kind-tables.js';
import { rateText } from './rate-text.js';

const verdicts = [
  ['protected', 'good'],
  ['degraded', 'warn'],
  ['unprotected', 'bad'],
  ['unknown', 'unknown'],
] as const;

/** The endpoints by state of protection, by kind of agency: a picture, and the numbers that add up. */
export function endpointBlocks(model: ReportModel, say: Speaker): readonly Block[] {
  const { kinds, province, targets, language } = model;
  if (province.endpoints.inScope === 0) return [paragraph(say('summary.say.no_endpoints'))];
  const installed = targets.findIndex(({ metric }) => metric.startsWith('endpoints_'));
  const number = (count: number) => formatNumber(count, language);
  const row = (group: ReportGroup): TableCell[] => {
    const cell = group.cells[installed];
    return [
      group.name,
      number(group.endpoints.inScope),
      ...verdicts.map(([verdict]) => number(group.endpoints[verdict])),
      ...(cell ? [rateText(cell)] : []),
      rateText(group.effective),
    ];
  };
  return [
    chart(model, say),
    {
      kind: 'table',
      caption: say('summary.table.endpoints'),
      compact: true,
      columns: [
        { title: say('summary.column.kind'), weight: 18 },
        { title: say('summary.column.in_scope'), weight: 10, align: 'right' },
        ...verdicts.map(([verdict]) => ({
          title: say(`audit.verdict.${verdict}`),
          weight: 10,
          align: 'right' as const,
        })),
        ...(installed < 0
          ? []
          : [{ title: say('summary.column.installed'), weight: 16, align: 'center' as const }]),
        { title: say('summary.column.effective'), weight: 16, align: 'center' },
      ],
      rows: [...kinds.map(row), row(province).map(bold)],
      empty: say('official.none'),
    },
  ];
}

function chart({ kinds }: ReportModel, say: Speaker): ChartBlock {
  const rows = kinds
    .filter(({ endpoints }) => endpoints.inScope > 0)
    .map(({ name, endpoints }) => ({
      label: name,
      values: verdicts.map(([verdict]) => endpoints[verdict]),
    }));
  return {
    kind: 'chart',
    caption: say('summary.chart.endpoints'),
    alt: rows
      .map(({ label, values }) =>
        say('official.counted', {
          label,
          count: verdicts
            .map(([verdict], index) => `${say(`audit.verdict.${verdict}`)} ${values[index] ?? 0}`)
            .join(', '),
        }),
      )
      .join('; '),
    chart: {
      kind: 'stacked',
      series: verdicts.map(([verdict, tone]) => ({
        label: say(`audit.verdict.${verdict}`),
        tone,
      })),
      rows,
    },
  };
}
