import { csvText } from '../../documents/spreadsheet/csv.js';
import type { CellContent } from '../../documents/spreadsheet/workbook.js';
import type { ReportModel } from '../report-model.js';
import { cellText } from '../xlsx/cell-text.js';
import { type FindingField, findingColumns } from './finding-columns.js';

/**
 * Every finding as a table for Excel and LibreOffice, a row each, the heads in the first row; a finding is one line of
 * the file. Formulas in names are made plain text.
 */
export function findingsCsv({ findings, language }: ReportModel): string {
  const columns = findingColumns(language);
  return csvText([
    columns.map(({ title }) => title),
    ...findings.map((finding, index) =>
      columns.map(({ field }) => cellOf(field(finding, index + 1))),
    ),
  ]);
}

function cellOf(field: FindingField): CellContent {
  if (typeof field === 'string') return oneLine(field);
  return isList(field) ? oneLine(field.join('; ')) : field;
}

function isList(field: FindingField): field is readonly string[] {
  return Array.isArray(field);
}

function oneLine(text: string): string {
  return cellText(text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' '));
}
