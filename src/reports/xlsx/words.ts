import type { Language } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, text } from '../../messages/format.js';
import type { ReportModel } from '../report-model.js';

/** The sheets of the workbook, in its order. */
export const sheetIds = [
  'summary',
  'agencies',
  'systems',
  'requirements',
  'endpoints',
  'checks',
  'products',
  'findings',
  'plan',
  'inputs',
  'notes',
] as const;

export type SheetId = (typeof sheetIds)[number];

/** A sheet's name on its tab, and its title with the report's. */
export function titled(id: SheetId, model: ReportModel): { name: string; title: string } {
  const { language, title, asOf, scope } = model;
  const report = scope === null ? title : `${title} - ${scope}`;
  return {
    name: text(`book.sheet.${id}`, language),
    title: formatMessage(
      message('book.title', { sheet: text(`book.title.${id}`, language), report, date: asOf }),
      language,
    ),
  };
}

/** Heads of the columns of a rate. */
export function rateTitles(language: Language) {
  return {
    part: text('book.column.part', language),
    whole: text('book.column.whole', language),
    unknown: text('book.column.unknown', language),
    lowest: text('book.column.lowest', language),
    highest: text('book.column.highest', language),
  };
}
