import { cellName, columnName, quotedSheet } from '../../documents/spreadsheet/cell-name.js';
import type { Diagnostic, DiagnosticSeverity } from '../../domain/diagnostic.js';
import type { Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';

/** A cell of a sheet of a file; row and column counted from 0. */
export interface CellPlace {
  /** The file as the person named it. */
  readonly file: string;
  /** Empty for a text file. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A remark on a cell, which its message names. */
export function cellRemark(
  severity: DiagnosticSeverity,
  place: CellPlace,
  found: Message,
  hint: Message | undefined,
): Diagnostic {
  return {
    code: found.key,
    severity,
    message: message('sheet_cell.at', { cell: placeName(place), text: found }),
    ...(hint && { hint }),
    file: place.file,
    line: place.row + 1,
    column: place.column + 1,
  };
}

/** A remark on a whole sheet. */
export function sheetRemark(
  severity: DiagnosticSeverity,
  place: Pick<CellPlace, 'file' | 'sheet'>,
  found: Message,
  hint: Message | undefined,
): Diagnostic {
  const named =
    place.sheet === ''
      ? found
      : message('sheet_cell.at', { cell: quotedSheet(place.sheet), text: found });
  return { code: found.key, severity, message: named, ...(hint && { hint }), file: place.file };
}

/** The cell's name with its sheet's: `'so-a-qlvb'!G17`. */
export function placeName({ sheet, row, column }: CellPlace): string {
  return cellName(sheet, row, column);
}

/** Cells of one column by their rows, the first ten by name. */
export function cellList(rows: readonly number[], column: number): string {
  const named = rows.slice(0, maxNamed).map((row) => `${columnName(column)}${row + 1}`);
  return rows.length > maxNamed ? `${named.join(', ')}, …` : named.join(', ');
}

const maxNamed = 10;
