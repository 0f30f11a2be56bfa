/** Largest spreadsheet that is opened: a workbook with fourteen systems takes 400 KB; people put pictures into theirs. */
export const maxSpreadsheetBytes = 8 * 1024 ** 2;

/**
 * What a packed spreadsheet may hold when unpacked, all parts together. Fourteen systems take 2.5 MB, 6 MB in OpenDocument.
 * Understanding a text of markup takes fifty times its size in memory at worst, so there can't be much more room.
 */
export const maxUnpackedBytes = 24 * 1024 ** 2;

/** Parts of a packed spreadsheet; ours have about ten, and four for each sheet at most. */
export const maxPackedParts = 1000;

/** Sheets read: an agency has a few dozen systems, one sheet each. */
const maxSheets = 60;

/** Rows read of one sheet: the largest catalogue has four hundred. */
export const maxRows = 5000;

/** Columns read of one sheet: ours have sixteen, and people add some. */
const maxColumns = 60;

/** Characters (UTF-16) that one cell of a workbook can hold: Excel's own limit. */
export const maxCellLength = 32_767;

/** Height of a row in points beyond which Excel refuses it. */
export const maxRowHeight = 409;

/** How much of a workbook is read. */
export interface WorkbookLimits {
  readonly rows: number;
  readonly columns: number;
  readonly sheets: number;
  readonly unpackedBytes: number;
}

/** Workbooks that people fill in. */
export const formLimits: WorkbookLimits = {
  rows: maxRows,
  columns: maxColumns,
  sheets: maxSheets,
  unpackedBytes: maxUnpackedBytes,
};

/**
 * Workbooks that consoles export: one row a machine, for a whole province at most. Twenty thousand machines with 25 columns
 * take 30 MB unpacked.
 */
export const exportLimits: WorkbookLimits = {
  rows: 100_000,
  columns: 200,
  sheets: maxSheets,
  unpackedBytes: 160 * 1024 ** 2,
};

/** Largest packed file of a console that is opened. */
export const maxPackedExportBytes = 64 * 1024 ** 2;
