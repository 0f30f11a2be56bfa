import { useMemo } from 'preact/hooks';
import { Badge } from '../components/badges.js';
import { RateCell } from '../components/rate-cell.js';
import { type ReportView, useReport } from '../report/report-context.js';
import type { Agency, Cell } from '../report/report-index.js';
import { type Route, routeHref } from '../routes/route.js';
import type { Column } from '../tables/column.js';
import type { Facet } from '../tables/facet.js';
import { ListView } from '../tables/list-view.js';

/** From the worst. */
const verdicts = ['not_met', 'inconclusive', 'no_data', 'met'];
const submissions = ['not_submitted', 'partly', 'submitted'];

/** Every agency with its figures: the ranking. The usual order is the report's, worst first. */
export function AgencyList({ query }: { readonly query: Route['query'] }) {
  const view = useReport();
  const { model } = view.report;
  const columns = useMemo(() => agencyColumns(view), [view]);
  const facets = useMemo(() => agencyFacets(view), [view]);
  return (
    <ListView
      caption={view.say('agencies.title')}
      rows={model.agencies}
      columns={columns}
      facets={facets}
      texts={agencyTexts}
      rowKey={agencyKey}
      query={query}
      empty={view.say('agencies.none')}
    />
  );
}

function agencyKey({ id }: Agency): string {
  return id;
}

function agencyTexts({ id, name, kindName }: Agency): readonly string[] {
  return [name, kindName, id];
}

function agencyColumns({ report, say, number }: ReportView): readonly Column<Agency>[] {
  const rate = (
    id: string,
    head: string,
    threshold: number | null,
    cellOf: (agency: Agency) => Cell | undefined,
  ): Column<Agency> => ({
    id,
    head,
    share: 14,
    sort: (agency) => rateKey(cellOf(agency)),
    cell: (agency) => <RateCell cell={cellOf(agency)} threshold={threshold} label={head} />,
  });
  return [
    {
      id: 'name',
      head: say('agency.name'),
      share: 24,
      names: true,
      sort: ({ name }) => name,
      cell: ({ id, name, kindName }) => (
        <>
          <a href={routeHref('agency', [id])}>{name}</a>
          <span class="quiet line">{kindName}</span>
        </>
      ),
    },
    {
      id: 'verdict',
      head: say('agency.verdict'),
      share: 17,
      sort: ({ verdict }) => verdicts.indexOf(verdict),
      cell: ({ verdict, verdictWord }) => <Badge tone={verdict} word={verdictWord} />,
    },
    ...report.model.targets.map(({ id, shortTitle, thresholdPercent }, at) =>
      rate(id, shortTitle, thresholdPercent, ({ cells }) => cells[at]),
    ),
    rate('effective', say('rate.effective'), null, ({ effective }) => effective),
    {
      id: 'findings',
      head: say('agency.findings'),
      share: 11,
      align: 'end',
      descendingFirst: true,
      sort: ({ findingCounts }) => sum(findingCounts),
      cell: ({ findingCounts }) => <span class="figure">{number(sum(findingCounts))}</span>,
    },
    {
      id: 'submission',
      head: say('agency.submission'),
      share: 15,
      sort: ({ submission }) => submissions.indexOf(submission),
      cell: ({ submissionWord, submittedOn, late }) => (
        <>
          {submissionWord}
          {submittedOn && <span class="quiet line figure">{submittedOn}</span>}
          {late && <span class="late line">{say('agency.late')}</span>}
        </>
      ),
    },
  ];
}

function agencyFacets({ say }: ReportView): readonly Facet<Agency>[] {
  return [
    {
      id: 'verdict',
      label: say('agency.verdict'),
      shape: 'marks',
      order: verdicts,
      value: ({ verdict }) => verdict,
      word: ({ verdictWord }) => verdictWord,
    },
    {
      id: 'kind',
      label: say('agency.kind'),
      shape: 'choice',
      value: ({ kind }) => kind,
      word: ({ kindName }) => kindName,
    },
    {
      id: 'submission',
      label: say('agency.submission'),
      shape: 'choice',
      order: submissions,
      value: ({ submission }) => submission,
      word: ({ submissionWord }) => submissionWord,
    },
  ];
}

/** What is certain decides; what is possible parts equals. */
function rateKey(cell: Cell | undefined): number | null {
  if (!cell || cell.denominator === 0) return null;
  return (cell.numerator + cell.unknown / 1_000_000) / cell.denominator;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
