// biome-ignore-all lint/a11y/noRedundantRoles: a table laid out as cards loses its roles, so they are written out
import { Fragment } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { useReport } from '../report/report-context.js';
import type { Column } from './column.js';
import type { SortOrder } from './sort-rows.js';
import { useWindowRows } from './use-window-rows.js';

/** Most rows that are put on paper; more would fill hundreds of pages and may exhaust a phone. */
export const printedRows = 3000;

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly order?: SortOrder | null;
  /** Absent: the heads are no buttons. */
  readonly onSort?: (column: Column<Row>) => void;
}

/**
 * A table of any length: it draws the rows near the window, and all of them (up to `printedRows`) on paper. On narrow
 * screens each row is a card; roles are written out because such layouts take them away.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, order, onSort } = props;
  const { printing, heights } = useReport();
  const body = useRef<HTMLTableSectionElement>(null);
  const [kept, setKept] = useState<number | null>(null);
  // Rows of tables with other columns have other heights.
  const keys = useMemo(
    () => rows.map((row) => `${columns.length} ${rowKey(row)}`),
    [rows, columns, rowKey],
  );
  const shown = useWindowRows(body, keys, kept, heights);
  const items = printing
    ? Array.from({ length: Math.min(rows.length, printedRows) }, (_, index) => ({
        index,
        before: 0,
      }))
    : shown.items;
  const spacer = (height: number) =>
    height > 0 && !printing ? (
      // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
      <tr class="spacer" aria-hidden="true">
        <td colSpan={columns.length} style={{ height: `${height}px` }} />
      </tr>
    ) : null;
  return (
    <table class="data" role="table" aria-rowcount={rows.length + 1}>
      <caption class="unseen">{caption}</caption>
      <Columns columns={columns} />
      {/* On paper a head that is a button is drawn on the first page only. */}
      <Heads columns={columns} order={order ?? null} onSort={printing ? undefined : onSort} />
      <tbody
        ref={body}
        role="rowgroup"
        onFocusIn={(event) => setKept(rowIndexOf(event.target))}
        onFocusOut={() => setKept(null)}
      >
        {items.map(({ index, before }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <Fragment key={rowKey(row)}>
              {spacer(before)}
              <tr role="row" data-index={index} aria-rowindex={index + 2} ref={shown.measure}>
                {columns.map((column) => (
                  <DataCell key={column.id} column={column} row={row} />
                ))}
              </tr>
            </Fragment>
          );
        })}
        {spacer(shown.after)}
      </tbody>
    </table>
  );
}

function Columns<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <colgroup>
      {columns.map(({ id, share }) => (
        <col key={id} style={{ width: `${(100 * share) / total}%` }} />
      ))}
    </colgroup>
  );
}

function Heads<Row>(props: {
  readonly columns: readonly Column<Row>[];
  readonly order: SortOrder | null;
  readonly onSort: ((column: Column<Row>) => void) | undefined;
}) {
  const { columns, order, onSort } = props;
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        {columns.map((column) => {
          const sorted = order?.column === column.id;
          const direction = order?.descending ? 'descending' : 'ascending';
          return (
            <th
              key={column.id}
              scope="col"
              role="columnheader"
              class={column.align}
              aria-sort={sorted ? direction : undefined}
            >
              {onSort && column.sort ? (
                <button type="button" class="sort" onClick={() => onSort(column)}>
                  {column.head}
                </button>
              ) : (
                column.head
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function DataCell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const { align, head, names, cell } = column;
  const content = cell(row);
  const blank = content === null || content === undefined || content === '' || content === false;
  return names ? (
    <th scope="row" role="rowheader" class={align}>
      {content}
    </th>
  ) : (
    <td role="cell" class={align} data-head={blank ? undefined : head}>
      <div>{content}</div>
    </td>
  );
}

function rowIndexOf(target: EventTarget | null): number | null {
  if (!(target instanceof Element)) return null;
  const index = target.closest<HTMLElement>('tr[data-index]')?.dataset['index'];
  return index === undefined ? null : Number(index);
}
