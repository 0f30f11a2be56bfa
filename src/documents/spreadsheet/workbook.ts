import type { IsoDate } from '../../domain/dates.js';

/** A workbook to be written. The same model gives the same bytes. */
export interface WorkbookModel {
  readonly title: string;
  readonly description?: string;
  readonly sheets: readonly SheetModel[];
}

/** One sheet. Ranges are written `A1:C9`; rows and columns count from the top left. */
export interface SheetModel {
  /** At most 31 characters, without `[ ] : * ? / \`, unlike any other in the workbook: see `sheetNames`. */
  readonly name: string;
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  readonly rows: readonly RowModel[];
  /** Ranges shown as one cell. */
  readonly merged?: readonly string[];
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly filter?: string;
  readonly validations?: readonly Validation[];
  readonly highlights?: readonly Highlight[];
  /** Only cells whose style says `locked: false` can be changed. There is no password: it guards against slips only. */
  readonly locked?: boolean;
  readonly print?: {
    readonly landscape: boolean;
    /** Rows repeated on every page: `$4:$4`. */
    readonly repeated?: string;
    readonly area?: string;
    readonly footer?: string;
  };
  /** Percent. */
  readonly zoom?: number;
  readonly tabColour?: string;
  readonly gridLines?: boolean;
}

export interface RowModel {
  /** Points. */
  readonly height?: number;
  readonly cells: readonly (CellModel | null)[];
}

export interface CellModel {
  readonly value: CellContent;
  /** Without `=`; `value` is then its result as of writing. */
  readonly formula?: string;
  readonly style?: CellStyle;
}

export type CellContent =
  | string
  | number
  | { readonly date: IsoDate }
  | { readonly runs: readonly TextRun[] }
  | null;

/** A part of a text with a look of its own. */
export interface TextRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour?: string;
}

/** How a cell looks. Colours are six hexadecimal digits. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  readonly colour?: string;
  readonly fill?: string;
  /** Colour of a thin line around the cell. */
  readonly border?: string;
  readonly wrap?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'center';
  readonly indent?: number;
  /** A number format of Excel: `dd/mm/yyyy`, `0%`. */
  readonly format?: string;
  /** False: can be changed in a locked sheet. */
  readonly locked?: boolean;
}

/** What may be put into the cells of a range, and what the person is told otherwise. */
export interface Validation {
  readonly range: string;
  /** A list of words (together at most 255 characters, none with a comma), or a date within both ends. */
  readonly allowed:
    | { readonly words: readonly string[] }
    | { readonly from: IsoDate; readonly to: IsoDate };
  readonly title: string;
  readonly error: string;
  /** Said while the cell is chosen. */
  readonly prompt?: string;
}

/** A look that cells of a range take on while a formula is true; relative to the range's first cell. */
export interface Highlight {
  readonly range: string;
  readonly formula: string;
  readonly style: Pick<CellStyle, 'bold' | 'colour' | 'fill'>;
}

/** A workbook that was read. */
export interface ReadWorkbook {
  readonly format: 'xlsx' | 'ods' | 'csv';
  /** Day 0 of bare numbers that mean dates is 1 January 1904. */
  readonly from1904: boolean;
  readonly sheets: readonly ReadSheet[];
}

export interface ReadSheet {
  /** Empty for a text file, which has only one. */
  readonly name: string;
  readonly hidden: boolean;
  /** Row by row from the first; rows may be shorter than others. */
  readonly rows: readonly (readonly ReadCell[])[];
  /** Name of a filled cell beyond the rows and columns that are read. */
  readonly beyond: string | null;
  /** Left out: none. */
  readonly merged?: readonly MergedBlock[];
}

/** What stands in a cell. */
export type ReadCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** The calendar day, null outside the years 1900–2199; `time` as `HH:MM:SS` unless it is midnight. */
  | { readonly kind: 'date'; readonly date: IsoDate | null; readonly time?: string }
  | { readonly kind: 'error'; readonly text: string }
  /** `shown`: the result as of the last calculation, which nobody checks: not for what people vouch for. */
  | { readonly kind: 'formula'; readonly shown: ReadCell };

/** A block of cells that is shown as one, its content in the first; rows and columns from 0, ends included. */
export interface MergedBlock {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
