import { useMemo } from 'preact/hooks';
import { type ReportView, useReport } from '../report/report-context.js';
import { routeHref } from '../routes/route.js';
import type { Column } from '../tables/column.js';
import { DataTable } from '../tables/data-table.js';
import { RateCell } from './rate-cell.js';

type Kind = ReportView['report']['model']['kinds'][number];

/** The figures by kind of agency, and of all. */
export function KindTable() {
  const view = useReport();
  const { kinds, province } = view.report.model;
  const columns = useMemo(() => kindColumns(view), [view]);
  return (
    <DataTable
      caption={view.say('overview.kinds')}
      columns={columns}
      rows={[...kinds, province]}
      rowKey={kindKey}
    />
  );
}

function kindKey({ id }: Kind): string {
  return id;
}

function kindColumns({ report, say, number }: ReportView): readonly Column<Kind>[] {
  const { targets, province } = report.model;
  return [
    {
      id: 'name',
      head: say('agency.kind'),
      share: 24,
      names: true,
      cell: ({ id, name }) =>
        id === province.id ? name : <a href={routeHref('agencies', [], { kind: id })}>{name}</a>,
    },
    {
      id: 'agencies',
      head: say('kind.submitted'),
      share: 12,
      align: 'end',
      cell: ({ agencies }) => (
        <span class="figure">
          {number(agencies.submitted)}/{number(agencies.total)}
        </span>
      ),
    },
    ...targets.map(
      ({ id, shortTitle, thresholdPercent }, at): Column<Kind> => ({
        id,
        head: shortTitle,
        share: 18,
        cell: ({ cells }) => (
          <RateCell cell={cells[at]} threshold={thresholdPercent} label={shortTitle} />
        ),
      }),
    ),
    {
      id: 'effective',
      head: say('rate.effective'),
      share: 18,
      cell: ({ effective }) => (
        <RateCell cell={effective} threshold={null} label={say('rate.effective')} />
      ),
    },
  ];
}
