import { withoutFormula } from '../../documents/spreadsheet/formula-text.js';
import type { CellContent, TextRun } from '../../documents/spreadsheet/workbook.js';
import type { RequirementAnswer } from '../../domain/checklists.js';
import { parseDuration } from '../../domain/dates.js';
import type { Language } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, text } from '../../messages/format.js';
import type { Requirement, RequirementGroup } from '../../packs/types.js';
import { answerText } from './answer-words.js';
import type { ChecklistForm } from './checklist-form.js';
import { identityOf } from './checklist-form.js';
import { type ColumnKey, columnIndex, columnKeys, columnTitle } from './columns.js';
import { evidenceText } from './evidence-text.js';
import { answerMark, bindingText, identityText, type RowBinding } from './form.js';

/** One row of a form, the same in a workbook and in a text file. */
export interface FormRow {
  readonly role: 'title' | 'subtitle' | 'defaults' | 'header' | 'group' | 'requirement';
  /** By the columns' order. */
  readonly cells: readonly CellContent[];
}

/** The rows before the first group. The heading is the last of them. */
export const rowsAboveGroups = 4;

/** Rows are counted from 0. */
export const defaultsRow = 2;
export const headerRow = 3;

/** All rows of a form in one language. */
export function formRows(form: ChecklistForm, language: Language): readonly FormRow[] {
  const answers = new Map(form.answers.map((each) => [each.requirement, each]));
  let number = 0;
  return [
    ...headingRows(form, language),
    ...form.catalogue.groups.flatMap((group) => [
      groupRow(group, language),
      ...group.requirements.map((requirement): FormRow => {
        number += 1;
        const answer = answers.get(requirement.id);
        return {
          role: 'requirement',
          cells: cellsOf({
            number,
            ...requirementCells(requirement, language),
            ...(answer && answerCells(answer, language)),
            ...(answer && { mark: markOf(form, requirement, answer, language) }),
            digest: bindingText(bindingOf(requirement, answer)),
          }),
        };
      }),
    ]),
  ];
}

function headingRows(form: ChecklistForm, language: Language): readonly FormRow[] {
  const say = (each: ReturnType<typeof message>) => formatMessage(each, language);
  const { agency, system, level, pack, kind, catalogue } = form;
  const title = message(`checklist.title.${kind}`, {
    system: system.name,
    id: system.id,
    level,
  });
  const subtitle = message('checklist.subtitle', {
    agency: agency.name,
    standard: catalogue.standard,
    pack: `${pack.id} ${pack.version}`,
    source: form.levelSource,
  });
  const titles = Object.fromEntries(columnKeys.map((key) => [key, columnTitle(key, language)]));
  return [
    {
      role: 'title',
      cells: cellsOf({ number: say(title), digest: identityText('answers', identityOf(form)) }),
    },
    { role: 'subtitle', cells: cellsOf({ number: say(subtitle) }) },
    {
      role: 'defaults',
      cells: cellsOf({
        number: text('checklist.defaults', language),
        ...(form.assessor !== undefined && { assessor: withoutFormula(form.assessor) }),
      }),
    },
    { role: 'header', cells: cellsOf(titles) },
  ];
}

/** The heading of a group: number and name. */
export function groupTitle(
  { id, title }: Pick<RequirementGroup, 'id' | 'title'>,
  language: Language,
): string {
  return `${id}  ${title[language]}`;
}

function groupRow(group: RequirementGroup, language: Language): FormRow {
  return { role: 'group', cells: cellsOf({ number: groupTitle(group, language) }) };
}

/** The cells that say what is asked. */
export function requirementCells(requirement: Requirement, language: Language) {
  const { title, statement, note, evidence, parameters, optional } = requirement;
  const runs: TextRun[] = [
    { text: title[language], bold: true },
    { text: `\n${statement[language]}` },
    ...(note
      ? [
          {
            text: `\n${formatMessage(message('checklist.note', { note }), language)}`,
            italic: true,
            colour: '595959',
          },
        ]
      : []),
  ];
  const kind = text(`checklist.type.${requirement.kind}`, language);
  return {
    requirement: requirement.id,
    content: { runs },
    type: optional ? `${kind}\n${optionalMark(language)}` : kind,
    hints: evidence.map((each) => `• ${each[language]}`).join('\n'),
    interval: intervalText(parameters['interval'], language),
  };
}

/** Stands in the column of the type; progress is counted without such rows. */
export function optionalMark(language: Language): string {
  return `(${text('checklist.optional', language)})`;
}

/** `P1Y` as «12 tháng»: officials count such intervals in months. */
export function intervalText(interval: string | number | undefined, language: Language): string {
  const duration = interval === undefined ? undefined : parseDuration(String(interval));
  if (!duration) return '';
  const { months, days } = duration;
  return [
    ...(months > 0
      ? [formatMessage(message('checklist.months', { count: months }), language)]
      : []),
    ...(days > 0 ? [formatMessage(message('checklist.days', { count: days }), language)] : []),
  ].join(' ');
}

function answerCells(answer: RequirementAnswer, language: Language) {
  const { reason, assessor, responsible, due, note } = answer;
  const optional = (found: string | undefined) =>
    found === undefined ? null : withoutFormula(found);
  return {
    answer: answerText(answer.answer, language),
    evidence: optional(answer.evidence.length === 0 ? undefined : evidenceText(answer.evidence)),
    reason: optional(reason),
    date: { date: answer.date },
    assessor: withoutFormula(assessor),
    due: due === undefined ? null : { date: due },
    responsible: optional(responsible),
    note: optional(note),
  };
}

function markOf(
  form: ChecklistForm,
  requirement: Requirement,
  answer: RequirementAnswer,
  language: Language,
): string {
  const remark = form.remark(requirement, answer);
  return remark ? formatMessage(remark, language) : '';
}

function bindingOf({ digest }: Requirement, answer: RequirementAnswer | undefined): RowBinding {
  if (!answer || answer.digest === digest) return { shown: digest };
  return { shown: digest, earlier: { digest: answer.digest, mark: answerMark(answer) } };
}

function cellsOf(given: Readonly<Partial<Record<ColumnKey, CellContent>>>): readonly CellContent[] {
  const cells: CellContent[] = columnKeys.map(() => null);
  for (const key of columnKeys) {
    const value = given[key];
    if (value !== undefined && value !== '') cells[columnIndex(key)] = value;
  }
  return cells;
}
