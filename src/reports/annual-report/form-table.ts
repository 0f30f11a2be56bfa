import type { IsoDate } from '../../domain/dates.js';

/** What stands on paper where an inventory doesn't say what the form asks. */
export const dots = '……………';

/** What stands in a cell. A list has a line for each of its texts. */
export type FormCell = string | number | { readonly date: IsoDate } | readonly string[];

/**
 * `requirements`: which ones annex D lists. A province has tens of thousands; on paper those that aren't met say what to do,
 * a spreadsheet or a file of data can hold all.
 */
export interface FormOptions {
  readonly requirements: 'all' | 'open';
}

export interface FormColumn {
  readonly title: string;
  /** Characters, for formats that need a width. */
  readonly width: number;
}

/** A table of the printed report; a page or a sheet of its own. */
export interface FormTable {
  readonly id: string;
  /** Short, unlike any other: the sheet's name. */
  readonly sheet: string;
  readonly title: string;
  /** Said below the title. */
  readonly remarks: readonly string[];
  /** Columns bear the form's numbers, from 1. */
  readonly numbered: boolean;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly (readonly FormCell[])[];
  /** What is said instead of rows. */
  readonly empty: string;
}
