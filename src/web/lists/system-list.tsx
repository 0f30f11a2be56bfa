import { useMemo } from 'preact/hooks';
import { type ReportView, useReport } from '../report/report-context.js';
import type { System } from '../report/report-index.js';
import { type Route, routeHref } from '../routes/route.js';
import type { Column } from '../tables/column.js';
import type { Facet } from '../tables/facet.js';
import { ListView } from '../tables/list-view.js';

interface SystemListProps {
  /** Several lists on one screen need ids of their own. */
  readonly id?: string;
  readonly systems: readonly System[];
  readonly query: Route['query'];
  readonly empty: string;
  /** All are of one agency. */
  readonly ofAgency?: boolean;
}

/** Information systems with their levels and where their approval stands. */
export function SystemList({ id, systems, query, empty, ofAgency = false }: SystemListProps) {
  const view = useReport();
  const columns = useMemo(() => systemColumns(view, ofAgency), [view, ofAgency]);
  const facets = useMemo(() => (ofAgency ? [] : systemFacets(view)), [view, ofAgency]);
  const texts = useMemo(() => systemTexts(view), [view]);
  return (
    <ListView
      {...(id === undefined ? {} : { id })}
      caption={view.say('systems.title')}
      rows={systems}
      columns={columns}
      facets={facets}
      {...(ofAgency ? {} : { texts })}
      rowKey={systemRowKey}
      query={query}
      empty={empty}
    />
  );
}

function systemRowKey({ agency, id }: System): string {
  return `${agency}/${id}`;
}

function agencyName({ index }: ReportView, { agency }: System): string {
  return index.agencies.get(agency)?.name ?? agency;
}

function systemTexts(view: ReportView): (system: System) => readonly string[] {
  return (system) => [system.name, agencyName(view, system), system.id, system.statusWord];
}

function systemColumns(view: ReportView, ofAgency: boolean): readonly Column<System>[] {
  const { say } = view;
  const columns: Column<System>[] = [
    {
      id: 'name',
      head: say('system.name'),
      share: 32,
      names: true,
      sort: ({ name }) => name,
      cell: ({ agency, id, name, lifecycleWord }) => (
        <>
          <a href={routeHref('system', [agency, id])}>{name}</a>
          <span class="quiet line">{lifecycleWord}</span>
        </>
      ),
    },
    {
      id: 'agency',
      head: say('finding.agency'),
      share: 22,
      sort: (system) => agencyName(view, system),
      cell: (system) => agencyName(view, system),
    },
    {
      id: 'level',
      head: say('system.computed'),
      share: 12,
      descendingFirst: true,
      sort: ({ computedLevel }) => computedLevel,
      cell: ({ computedText }) => computedText,
    },
    {
      id: 'approved',
      head: say('system.approved'),
      share: 12,
      descendingFirst: true,
      sort: ({ approvedLevel }) => approvedLevel,
      cell: ({ approvedLevel }) => approvedLevel ?? say('system.none'),
    },
    {
      id: 'status',
      head: say('system.status'),
      share: 18,
      sort: ({ statusWord }) => statusWord,
      cell: ({ statusWord }) => statusWord,
    },
    {
      id: 'plan',
      head: say('system.plan'),
      share: 16,
      sort: ({ planStatusWord }) => planStatusWord,
      cell: ({ planStatusWord }) => planStatusWord,
    },
  ];
  return columns.filter(({ id }) => id !== 'agency' || !ofAgency);
}

function systemFacets(view: ReportView): readonly Facet<System>[] {
  const { say } = view;
  return [
    {
      id: 'level',
      label: say('system.computed'),
      shape: 'choice',
      value: ({ computedLevel }) => String(computedLevel ?? '?'),
      word: ({ computedLevel, computedText }) =>
        computedLevel === null ? computedText : say('system.level', { level: computedLevel }),
    },
    {
      id: 'status',
      label: say('system.status'),
      shape: 'choice',
      value: ({ status }) => status,
      word: ({ statusWord }) => statusWord,
    },
    {
      id: 'agency',
      label: say('finding.agency'),
      shape: 'choice',
      value: ({ agency }) => agency,
      word: (system) => agencyName(view, system),
    },
  ];
}
