import { useMemo } from 'preact/hooks';
import { severities } from '../lists/severities.js';
import { type ReportView, useReport } from '../report/report-context.js';
import { type Finding, groupBy } from '../report/report-index.js';
import { routeHref } from '../routes/route.js';
import type { Column } from '../tables/column.js';
import { DataTable } from '../tables/data-table.js';

interface Area {
  readonly id: string;
  readonly word: string;
  readonly findings: readonly Finding[];
}

/** How many findings of each area and severity, each number a way to them. */
export function AreaTable() {
  const view = useReport();
  const { findings } = view.report.model;
  const areas = useMemo(() => areasOf(findings), [findings]);
  const columns = useMemo(() => areaColumns(view), [view]);
  if (areas.length === 0) return null;
  return (
    <DataTable
      caption={view.say('overview.areas')}
      columns={columns}
      rows={areas}
      rowKey={areaKey}
    />
  );
}

function areaKey({ id }: Area): string {
  return id;
}

function areasOf(findings: readonly Finding[]): readonly Area[] {
  return [...groupBy(findings, ({ area }) => area)]
    .map(([id, group]) => ({ id, word: group[0]?.areaWord ?? id, findings: group }))
    .sort((a, b) => b.findings.length - a.findings.length);
}

function areaColumns({ say, number }: ReportView): readonly Column<Area>[] {
  const figure = (count: number, query: Readonly<Record<string, string>>) =>
    count === 0 ? (
      <span class="quiet">{number(0)}</span>
    ) : (
      <a class="figure" href={routeHref('findings', [], query)}>
        {number(count)}
      </a>
    );
  return [
    {
      id: 'area',
      head: say('finding.area'),
      share: 30,
      names: true,
      cell: ({ id, word }) => <a href={routeHref('findings', [], { area: id })}>{word}</a>,
    },
    ...severities.map(
      (severity): Column<Area> => ({
        id: severity,
        head: say(`severity.${severity}`),
        share: 12,
        align: 'end',
        cell: ({ id, findings }) =>
          figure(findings.filter((finding) => finding.severity === severity).length, {
            severity,
            area: id,
          }),
      }),
    ),
    {
      id: 'all',
      head: say('overview.all'),
      share: 12,
      align: 'end',
      cell: ({ id, findings }) => figure(findings.length, { area: id }),
    },
  ];
}
