import { useMemo } from 'preact/hooks';
import { Badge, SeverityBadge } from '../components/badges.js';
import { type ReportView, useReport } from '../report/report-context.js';
import type { Finding } from '../report/report-index.js';
import { type Route, routeHref } from '../routes/route.js';
import type { Column } from '../tables/column.js';
import type { Facet } from '../tables/facet.js';
import { ListView } from '../tables/list-view.js';
import { severities } from './severities.js';

const outcomes = ['fail', 'partial', 'unknown', 'error'];

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly query: Route['query'];
  readonly caption: string;
  readonly empty: string;
  /** Whose findings they are, when all are of one: that column and filter would say one thing only. */
  readonly within?: 'agency' | 'system';
}

/** Findings to search, narrow down and follow. */
export function FindingList({ findings, query, caption, empty, within }: FindingListProps) {
  const view = useReport();
  const columns = useMemo(() => findingColumns(view, within), [view, within]);
  const facets = useMemo(() => findingFacets(view, within), [view, within]);
  return (
    <ListView
      caption={caption}
      rows={findings}
      columns={columns}
      facets={facets}
      texts={findingTexts}
      rowKey={findingKey}
      query={query}
      empty={empty}
    />
  );
}

function findingKey(finding: Finding): string {
  return finding.id;
}

function findingTexts(finding: Finding): readonly string[] {
  const { rule, title, observed, subject, agency, legalBasis, id } = finding;
  return [title, observed, subject.name, agency?.name ?? '', rule, legalBasis, id];
}

function findingColumns(
  { say, number }: ReportView,
  within: FindingListProps['within'],
): readonly Column<Finding>[] {
  const columns: Column<Finding>[] = [
    {
      id: 'severity',
      head: say('finding.severity'),
      share: 16,
      sort: ({ severity }) => severities.indexOf(severity),
      cell: (finding) => <SeverityBadge finding={finding} />,
    },
    {
      // Before the rule's name, which says what ought to be.
      id: 'outcome',
      head: say('finding.outcome'),
      share: 14,
      sort: ({ outcome }) => outcomes.indexOf(outcome),
      cell: ({ outcome, outcomeWord }) => <Badge tone={outcome} word={outcomeWord} />,
    },
    {
      id: 'title',
      head: say('finding.finding'),
      share: 36,
      names: true,
      sort: ({ title }) => title,
      cell: ({ id, title, observed }) => (
        <>
          <a href={routeHref('finding', [id])}>{title}</a>
          <span class="quiet clamp">{observed}</span>
        </>
      ),
    },
    {
      id: 'subject',
      head: say('finding.subject'),
      share: 21,
      sort: ({ subject }) => subject.name,
      cell: ({ subject, count }) => (
        <>
          {subject.name}
          <span class="quiet line">
            {subject.kindWord}
            {count > 1 && ` · ${number(count)}`}
          </span>
        </>
      ),
    },
    {
      id: 'agency',
      head: say('finding.agency'),
      share: 19,
      sort: ({ agency }) => agency?.name ?? null,
      cell: ({ agency }) => agency?.name ?? say('finding.province'),
    },
    {
      id: 'due',
      head: say('finding.due'),
      share: 15,
      sort: ({ dueDate }) => dueDate,
      cell: ({ due, daysLate }) =>
        due && (
          <>
            <span class="figure">{due}</span>
            {daysLate > 0 && (
              <span class="late line">{say('finding.days_late', { count: daysLate })}</span>
            )}
          </>
        ),
    },
  ];
  return columns.filter(({ id }) => id !== 'agency' || !within);
}

function findingFacets(
  { say }: ReportView,
  within: FindingListProps['within'],
): readonly Facet<Finding>[] {
  const facets: Facet<Finding>[] = [
    {
      id: 'severity',
      label: say('finding.severity'),
      shape: 'marks',
      order: severities,
      value: ({ severity }) => severity,
      word: ({ severityWord }) => severityWord,
    },
    {
      id: 'area',
      label: say('finding.area'),
      shape: 'choice',
      value: ({ area }) => area,
      word: ({ areaWord }) => areaWord,
    },
    {
      id: 'agency',
      label: say('finding.agency'),
      shape: 'choice',
      value: ({ agency }) => agency?.id ?? '',
      word: ({ agency }) => agency?.name ?? '',
    },
    {
      id: 'outcome',
      label: say('finding.outcome'),
      shape: 'choice',
      order: outcomes,
      value: ({ outcome }) => outcome,
      word: ({ outcomeWord }) => outcomeWord,
    },
    {
      id: 'rule',
      label: say('finding.rule'),
      shape: 'choice',
      value: ({ rule }) => rule,
      word: ({ rule, title }) => (rule === title ? rule : `${rule} - ${title}`),
    },
  ];
  return facets.filter(({ id }) => id !== 'agency' || !within);
}
