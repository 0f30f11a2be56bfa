import { sheetNames } from '../../documents/spreadsheet/cell-name.js';
import type { WorkbookModel } from '../../documents/spreadsheet/workbook.js';
import type { Language } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, text } from '../../messages/format.js';
import { annexSheet } from './annex-sheet.js';
import { answerSheet } from './answer-sheet.js';
import type { ChecklistForm } from './checklist-form.js';
import { guideSheet } from './guide-sheet.js';

/**
 * The workbook of an agency: a guide with progress, a sheet for each system named by its id, and the annexes of the
 * levels among them, each once.
 */
export function checklistWorkbook(
  forms: readonly ChecklistForm[],
  language: Language,
): WorkbookModel {
  const annexes = new Map(
    forms.flatMap(({ annex }) => (annex ? [[`${annex.section} ${annex.level}`, annex]] : [])),
  );
  const guide = text('checklist.guide.sheet', language);
  const wanted = [
    ...forms.map(({ system }) => system.id),
    ...[...annexes.values()].map(({ section, level }) =>
      formatMessage(message('checklist.annex.sheet', { annex: section, level }), language),
    ),
  ];
  const names = sheetNames(wanted, [guide]);
  const systems = names.slice(0, forms.length);
  const [first] = forms;
  return {
    title: formatMessage(
      message(`checklist.guide.title.${first?.kind ?? 'self_assessment'}`),
      language,
    ),
    ...(first && { description: first.agency.name }),
    sheets: [
      guideSheet(forms, systems, guide, language),
      ...forms.map((form, i) => answerSheet(form, systems[i] ?? form.system.id, language)),
      ...[...annexes.values()].map((annex, i) =>
        annexSheet(annex, names[forms.length + i] ?? annex.section, language),
      ),
    ],
  };
}
