/** Largest spreadsheet that is opened: a workbook with every system of an agency takes a few hundred kilobytes. */
export const maxSpreadsheetBytes = 16 * 1024 ** 2;

/** What a packed spreadsheet may hold when unpacked, all parts together: a real one of the largest size takes a third. */
export const maxUnpackedBytes = 64 * 1024 ** 2;

/** Parts of a packed spreadsheet; ours have about ten, and four for each sheet at most. */
export const maxPackedParts = 1000;

/** Sheets read: an agency has a few dozen systems, one sheet each. */
export const maxSheets = 60;

/** Rows read of one sheet: the largest catalogue has four hundred. */
export const maxRows = 5000;

/** Columns read of one sheet: ours have sixteen, and people add some. */
export const maxColumns = 60;

/** Characters (UTF-16) that one cell of a workbook can hold: Excel's own limit. */
export const maxCellLength = 32_767;

/** Height of a row in points beyond which Excel refuses it. */
export const maxRowHeight = 409;
