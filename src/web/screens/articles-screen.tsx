import { useMemo } from 'preact/hooks';
import { Certainty } from '../components/badges.js';
import { PageHead } from '../components/page-head.js';
import { type ReportView, useReport } from '../report/report-context.js';
import type { Article } from '../report/report-index.js';
import { routeHref } from '../routes/route.js';
import type { Column } from '../tables/column.js';
import { ListView } from '../tables/list-view.js';
import type { ScreenProps } from './screen-props.js';

/** Every place of law and standard that findings rest on. */
export function ArticlesScreen({ route }: ScreenProps) {
  const view = useReport();
  const { index, say } = view;
  const rows = useMemo(() => [...index.articles.values()], [index]);
  const columns = useMemo(() => articleColumns(view), [view]);
  return (
    <>
      <PageHead title={say('nav.articles')}>
        <p class="lead">{say('articles.lead')}</p>
      </PageHead>
      <ListView
        caption={say('nav.articles')}
        rows={rows}
        columns={columns}
        texts={articleTexts}
        rowKey={articleKey}
        query={route.query}
        empty={say('findings.none')}
      />
    </>
  );
}

function articleTexts({ text, certainties }: Article): readonly string[] {
  return [text, ...certainties];
}

function articleKey({ text }: Article): string {
  return text;
}

function articleColumns({ say, number }: ReportView): readonly Column<Article>[] {
  return [
    {
      id: 'text',
      head: say('articles.article'),
      share: 50,
      names: true,
      sort: ({ text }) => text,
      cell: ({ text }) => <a href={routeHref('article', [text])}>{text}</a>,
    },
    {
      id: 'certainty',
      head: say('articles.certainty'),
      share: 22,
      sort: ({ certainties }) => certainties.join(),
      cell: ({ certainties }) =>
        certainties.length === 0
          ? say('articles.text')
          : certainties.map((word) => <Certainty key={word} word={word} />),
    },
    {
      id: 'findings',
      head: say('agency.findings'),
      share: 14,
      align: 'end',
      descendingFirst: true,
      sort: ({ findings }) => findings.length,
      cell: ({ findings }) => <span class="figure">{number(findings.length)}</span>,
    },
    {
      id: 'agencies',
      head: say('articles.agencies'),
      share: 14,
      align: 'end',
      descendingFirst: true,
      sort: ({ agencies }) => agencies,
      cell: ({ agencies }) => <span class="figure">{number(agencies)}</span>,
    },
  ];
}
