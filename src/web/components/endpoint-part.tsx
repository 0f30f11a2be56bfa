import { useMemo } from 'preact/hooks';
import { type ReportView, useReport } from '../report/report-context.js';
import type { Agency } from '../report/report-index.js';
import type { Column } from '../tables/column.js';
import { DataTable } from '../tables/data-table.js';
import { Badge } from './badges.js';
import { Facts } from './facts.js';
import { ShareBar } from './share-bar.js';

type Endpoints = Agency['endpoints'];

/** An agency's endpoints: how many, how well protected, by what, and where that is known from. */
export function EndpointPart({ endpoints }: { readonly endpoints: Endpoints }) {
  const view = useReport();
  const { say, number } = view;
  const checks = useMemo(() => checkColumns(view), [view]);
  const sources = useMemo(() => sourceColumns(view), [view]);
  const { declared, selfReported, stale, products, excluded } = endpoints;
  return (
    <>
      <ShareBar
        shares={verdicts.map(({ id, tone }) => ({
          id,
          tone,
          label: say(`endpoints.${id}`),
          count: endpoints[id],
        }))}
      />
      <Facts
        items={[
          { label: say('endpoints.in_scope'), value: number(endpoints.inScope) },
          { label: say('endpoints.found'), value: number(endpoints.found) },
          { label: say('endpoints.unreported'), value: number(endpoints.unreported) },
          { label: say('endpoints.out_of_scope'), value: number(endpoints.outOfScope) },
          { label: say('endpoints.stale'), value: stale > 0 ? number(stale) : null },
          { label: say('endpoints.declared'), value: declared },
        ]}
      />
      {selfReported && <p class="notice">{say('endpoints.self_reported')}</p>}
      {excluded.length > 0 && (
        <Counted
          title={say('endpoints.excluded')}
          rows={excluded.map(({ reason, count }) => ({ label: reason, count }))}
        />
      )}
      {products.length > 0 && (
        <Counted
          title={say('endpoints.products')}
          rows={products.map(({ product, count }) => ({ label: product, count }))}
        />
      )}
      {endpoints.checks.length > 0 && (
        <>
          <h3>{say('endpoints.checks')}</h3>
          <DataTable
            caption={say('endpoints.checks')}
            columns={checks}
            rows={endpoints.checks}
            rowKey={({ id }) => id}
          />
        </>
      )}
      {endpoints.sources.length > 0 && (
        <>
          <h3>{say('endpoints.sources')}</h3>
          <DataTable
            caption={say('endpoints.sources')}
            columns={sources}
            rows={endpoints.sources}
            rowKey={({ source, dated }) => `${source} ${dated}`}
          />
        </>
      )}
    </>
  );
}

const verdicts = [
  { id: 'protected', tone: 'met' },
  { id: 'degraded', tone: 'inconclusive' },
  { id: 'unprotected', tone: 'not_met' },
  { id: 'unknown', tone: 'no_data' },
] as const;

interface CountedProps {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly count: number }[];
}

function Counted({ title, rows }: CountedProps) {
  const { number } = useReport();
  return (
    <>
      <h3>{title}</h3>
      <ul class="counted">
        {rows.map(({ label, count }) => (
          <li key={label}>
            {label} <b class="figure">{number(count)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

function checkColumns({ say, number }: ReportView): readonly Column<Endpoints['checks'][number]>[] {
  const counts = [
    { id: 'pass', head: say('checks.pass') },
    { id: 'fail', head: say('checks.fail') },
    { id: 'unknown', head: say('checks.unknown') },
    { id: 'notApplicable', head: say('checks.not_applicable') },
  ] as const;
  return [
    {
      id: 'title',
      head: say('checks.check'),
      share: 44,
      names: true,
      cell: ({ id, title }) => (
        <>
          {title}
          {id !== title && <span class="quiet line">{id}</span>}
        </>
      ),
    },
    {
      id: 'severity',
      head: say('finding.severity'),
      share: 16,
      cell: ({ severity, severityWord }) => <Badge tone={severity} word={severityWord} />,
    },
    ...counts.map(
      ({ id, head }): Column<Endpoints['checks'][number]> => ({
        id,
        head,
        share: 12,
        align: 'end',
        cell: (check) => <span class="figure">{number(check[id])}</span>,
      }),
    ),
  ];
}

function sourceColumns({
  say,
  number,
}: ReportView): readonly Column<Endpoints['sources'][number]>[] {
  return [
    {
      id: 'source',
      head: say('sources.source'),
      share: 40,
      names: true,
      cell: ({ source }) => source,
    },
    {
      id: 'files',
      head: say('sources.files'),
      share: 12,
      align: 'end',
      cell: ({ files }) => <span class="figure">{number(files)}</span>,
    },
    {
      id: 'rows',
      head: say('sources.rows'),
      share: 14,
      align: 'end',
      cell: ({ rows }) => <span class="figure">{number(rows)}</span>,
    },
    {
      id: 'used',
      head: say('sources.used'),
      share: 14,
      align: 'end',
      cell: ({ used }) => used !== null && <span class="figure">{number(used)}</span>,
    },
    {
      id: 'dated',
      head: say('sources.dated'),
      share: 20,
      cell: ({ dated }) => <span class="figure">{dated}</span>,
    },
  ];
}
