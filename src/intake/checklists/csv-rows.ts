import type { CellContent } from '../../documents/spreadsheet/workbook.js';
import type { Language } from '../../domain/text.js';
import type { ChecklistForm } from './checklist-form.js';
import { columnIndex } from './columns.js';
import { formRows } from './form-rows.js';

/** Excel takes `4.14.1` in a text file for a date; behind an apostrophe it stays what it is. */
const likeDate = /^\d+(?:\.\d+){1,2}$/;

/** A form's rows for a text file. */
export function csvRows(
  form: ChecklistForm,
  language: Language,
): readonly (readonly CellContent[])[] {
  const column = columnIndex('requirement');
  return formRows(form, language).map(({ cells }) =>
    cells.map((value, i) =>
      i === column && typeof value === 'string' && likeDate.test(value) ? `'${value}` : value,
    ),
  );
}

/** A requirement's id as it stands in a cell, without the apostrophe of a text file. */
export function readId(text: string): string {
  return text.replace(/^'/, '');
}
