import type { ComponentChildren } from 'preact';
import type { SortKey } from './sort-rows.js';

/** A column of a table. */
export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  /** Share of the table's width; the shares of a table need not add up to anything. */
  readonly share: number;
  readonly cell: (row: Row) => ComponentChildren;
  /** Absent: the table can't be sorted by this column. */
  readonly sort?: (row: Row) => SortKey;
  /** The first click sorts from the greatest. */
  readonly descendingFirst?: boolean;
  readonly align?: 'end';
  /** Names the row: its cell is the row's head. */
  readonly names?: boolean;
}
