import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useReport } from '../report/report-context.js';
import type { Route } from '../routes/route.js';
import { replaceQuery } from '../routes/use-route.js';
import type { Column } from './column.js';
import { DataTable, printedRows } from './data-table.js';
import { type Facet, type FacetChoice, facetOptions, filterRows } from './facet.js';
import { ListTools } from './list-tools.js';
import { parseSort, sortRows, sortText } from './sort-rows.js';

interface ListViewProps<Row> {
  /** Tells the lists of one screen apart in the address: `q` of the list `s` is `s.q`. Empty for the main one. */
  readonly id?: string;
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly facets?: readonly Facet<Row>[];
  /** What a search looks through; absent: no search. */
  readonly texts?: (row: Row) => readonly string[];
  readonly rowKey: (row: Row) => string;
  readonly query: Route['query'];
  /** Said instead of the table when there are no rows at all. */
  readonly empty: string;
  readonly children?: ComponentChildren;
}

/** A list that is searched, narrowed and sorted; how stands in the address, so that it can be sent on and gone back to. */
export function ListView<Row>(props: ListViewProps<Row>) {
  const { rows, columns, facets = [], texts, query } = props;
  const { collator, search, say } = useReport();
  const prefix = props.id ? `${props.id}.` : '';
  const typed = query[`${prefix}q`] ?? '';
  const sorting = query[`${prefix}sort`] ?? '';
  const choice = useChoice(facets, query, prefix);
  const found = useMemo(
    () => (texts ? search(rows, texts, typed) : rows),
    [rows, typed, texts, search],
  );
  const options = useMemo(
    () => facetOptions(found, facets, choice, collator),
    [found, facets, choice, collator],
  );
  const order = parseSort(sorting);
  const shown = useMemo(() => {
    const left = filterRows(found, facets, choice);
    const key = columns.find(({ id }) => id === order?.column)?.sort;
    return key ? sortRows(left, key, order?.descending ?? false, collator) : left;
  }, [found, facets, choice, sorting, columns, collator]);
  const sortBy = (column: Column<Row>) => {
    const descending =
      order?.column === column.id ? !order.descending : (column.descendingFirst ?? false);
    replaceQuery({ [`${prefix}sort`]: sortText({ column: column.id, descending }) });
  };
  if (rows.length === 0) return <p class="empty">{props.empty}</p>;
  return (
    <div class="list">
      <ListTools
        prefix={prefix}
        label={props.caption}
        typed={texts ? typed : null}
        facets={facets}
        options={options}
        choice={choice}
        columns={columns}
        sorting={sorting}
        shown={shown.length}
        all={rows.length}
      />
      {shown.length > printedRows && (
        <p class="paper-only notice">
          {say('list.print_limit', { shown: printedRows, count: shown.length })}
        </p>
      )}
      {shown.length === 0 ? (
        <p class="empty">{say('list.nothing')}</p>
      ) : (
        <DataTable
          caption={props.caption}
          columns={columns}
          rows={shown}
          rowKey={props.rowKey}
          order={order}
          onSort={sortBy}
        />
      )}
    </div>
  );
}

function useChoice<Row>(
  facets: readonly Facet<Row>[],
  query: Route['query'],
  prefix: string,
): FacetChoice {
  const chosen = facets.map(({ id }) => query[prefix + id] ?? '');
  return useMemo(
    () =>
      Object.fromEntries(
        facets.map(({ id, shape }, at) => {
          const text = chosen[at] ?? '';
          return [id, (shape === 'marks' ? text.split('|') : [text]).filter(Boolean)];
        }),
      ),
    [facets, chosen.join('\n')],
  );
}
