import type { Diagnostic, DiagnosticSeverity } from '../../domain/diagnostic.js';
import type { Message } from '../../domain/text.js';
import type { ColumnKey } from './columns.js';
import type { FoundForm } from './find-forms.js';
import { type CellPlace, cellRemark } from './sheet-problem.js';

/** The cell of a column in a row of a form; rows are counted from 0. */
export function placeOf(form: FoundForm, row: number, key: ColumnKey): CellPlace {
  const { file, sheet, columns } = form;
  return { file, sheet: sheet.name, row, column: columns.get(key) ?? 0 };
}

/** A remark on a cell of a form. */
export function formRemark(
  form: FoundForm,
  severity: DiagnosticSeverity,
  row: number,
  key: ColumnKey,
  found: Message,
  hint?: Message,
): Diagnostic {
  return cellRemark(severity, placeOf(form, row, key), found, hint);
}
