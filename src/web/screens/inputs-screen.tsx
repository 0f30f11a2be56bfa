import { useMemo } from 'preact/hooks';
import { PageHead } from '../components/page-head.js';
import { type ReportView, useReport } from '../report/report-context.js';
import { routeHref } from '../routes/route.js';
import type { Column } from '../tables/column.js';
import type { Facet } from '../tables/facet.js';
import { ListView } from '../tables/list-view.js';
import type { ScreenProps } from './screen-props.js';

type Input = ReportView['report']['model']['inputs'][number];

/** The files that were read, with their digests: proof of what the report rests on. */
export function InputsScreen({ route }: ScreenProps) {
  const view = useReport();
  const { report, say } = view;
  const columns = useMemo(() => inputColumns(view), [view]);
  const facets = useMemo(() => inputFacets(view), [view]);
  return (
    <>
      <PageHead title={say('nav.inputs')}>
        <p class="lead">{say('inputs.lead')}</p>
      </PageHead>
      <ListView
        caption={say('nav.inputs')}
        rows={report.model.inputs}
        columns={columns}
        facets={facets}
        texts={inputTexts}
        rowKey={inputKey}
        query={route.query}
        empty={say('inputs.none')}
      />
    </>
  );
}

function inputKey({ path }: Input): string {
  return path;
}

function inputTexts({ path, sha256, agency }: Input): readonly string[] {
  return [path, sha256, agency ?? ''];
}

function inputColumns({ say, number, index }: ReportView): readonly Column<Input>[] {
  const counts = [
    { id: 'bytes', head: say('inputs.bytes') },
    { id: 'rowsRead', head: say('inputs.read') },
    { id: 'rowsUsed', head: say('inputs.used') },
    { id: 'rowsRefused', head: say('inputs.refused') },
  ] as const;
  return [
    {
      id: 'path',
      head: say('inputs.file'),
      share: 46,
      names: true,
      sort: ({ path }) => path,
      cell: ({ path, sha256 }) => (
        <>
          <code>{path}</code>
          <span class="quiet line digest">
            SHA-256 <code>{sha256}</code>
          </span>
        </>
      ),
    },
    {
      id: 'agency',
      head: say('finding.agency'),
      share: 20,
      sort: ({ agency }) => (agency === null ? null : (index.agencies.get(agency)?.name ?? agency)),
      cell: ({ agency }) => {
        if (agency === null) return null;
        const known = index.agencies.get(agency);
        return known ? <a href={routeHref('agency', [agency])}>{known.name}</a> : agency;
      },
    },
    ...counts.map(
      ({ id, head }): Column<Input> => ({
        id,
        head,
        share: 10,
        align: 'end',
        descendingFirst: true,
        sort: (input) => input[id],
        cell: (input) => {
          const value = input[id];
          return value === null ? null : <span class="figure">{number(value)}</span>;
        },
      }),
    ),
  ];
}

function inputFacets({ say, index }: ReportView): readonly Facet<Input>[] {
  return [
    {
      id: 'agency',
      label: say('finding.agency'),
      shape: 'choice',
      value: ({ agency }) => agency ?? '',
      word: ({ agency }) => index.agencies.get(agency ?? '')?.name ?? agency ?? '',
    },
  ];
}
