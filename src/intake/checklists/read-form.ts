import { suggestion } from '../../documents/schemas.js';
import type { IsoDate } from '../../domain/dates.js';
import type { Diagnostic } from '../../domain/diagnostic.js';
import { message } from '../../messages/catalogue.js';
import { languages } from '../../messages/format.js';
import type { Requirement, RequirementCatalogue } from '../../packs/types.js';
import { hasError } from '../problem.js';
import { answerColumns, type ColumnKey } from './columns.js';
import { readId } from './csv-rows.js';
import { type FoundForm, isFilled, textAt } from './find-forms.js';
import { boundDigest } from './form.js';
import { formRemark, placeOf } from './form-place.js';
import {
  doubtful,
  incomplete,
  missingRows,
  unanswered,
  unbound,
  unknownColumns,
} from './form-remarks.js';
import { groupTitle } from './form-rows.js';
import type { GivenAnswer } from './given-answer.js';
import { readDate, readText, short } from './read-cells.js';
import { type FilledRow, type RowDefaults, readRow } from './read-row.js';
import { cellRemark, placeName } from './sheet-problem.js';

export interface FormReading {
  /** In the order of the rows. Not to be used when there is an error among the diagnostics. */
  readonly answers: readonly GivenAnswer[];
  /** The assessor of rows that name none. */
  readonly assessor?: string;
  /** The date of rows that name none. */
  readonly date?: IsoDate;
  /** Requirements whose row was left without an answer, by the row's number from 0. */
  readonly blank: ReadonlyMap<string, number>;
  /** Answers bound to another text of the requirement than the catalogue's. */
  readonly stale: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface FormContext {
  /** What the sheet is about, as the rule pack has it now. */
  readonly catalogue: RequirementCatalogue;
  readonly asOf: IsoDate;
  readonly from1904: boolean;
}

/** Reads the answers of a sheet. Pure; every problem names its cell, those that many rows share name the first ten. */
export function readForm(form: FoundForm, context: FormContext): FormReading {
  const defaults = readDefaults(form, context);
  const rows = requirementRows(form, context.catalogue);
  const readings = rows.found.map(({ row, requirement }) => ({
    row,
    requirement,
    ...readRow(form, row, context.from1904),
  }));
  const answered = readings.filter(({ content }) => content.answer !== undefined);
  const answers = answered.flatMap((each) => answerOf(each, defaults) ?? []);
  const bound = new Map(answers.map((each) => [each.requirement, each]));
  const diagnostics = [
    ...unknownColumns(form),
    ...defaults.diagnostics,
    ...rows.diagnostics,
    ...readings.flatMap((each) => each.diagnostics),
    ...unanswered(form, readings),
    ...incomplete(form, answered, defaults),
    ...unbound(form, answered),
    ...missingRows(form, context.catalogue, rows.found),
    ...doubtful(form, answered, bound, context.asOf),
  ];
  const { assessor, date } = defaults;
  const stale = answered.filter(
    ({ requirement }) => bound.get(requirement.id)?.digest !== requirement.digest,
  );
  return {
    answers,
    ...(assessor !== undefined && { assessor }),
    ...(date !== undefined && { date }),
    blank: new Map(
      readings
        .filter(({ content }) => content.answer === undefined)
        .map(({ requirement, row }) => [requirement.id, row]),
    ),
    stale: stale.length,
    diagnostics,
  };
}

interface Defaults extends RowDefaults {
  readonly diagnostics: readonly Diagnostic[];
}

/** The cells above the headings of the date and of the assessor. */
function readDefaults(form: FoundForm, { from1904 }: FormContext): Defaults {
  const row = form.headerRow - 1;
  const cellOf = (key: ColumnKey) => form.sheet.rows[row]?.[form.columns.get(key) ?? -1];
  const assessor = readText(cellOf('assessor'));
  const date = readDate(cellOf('date'), from1904);
  const diagnostics = (
    [
      ['assessor', assessor],
      ['date', date],
    ] as const
  ).flatMap(([key, reading]) => {
    if ('problem' in reading)
      return [formRemark(form, 'error', row, key, reading.problem, reading.hint)];
    return reading.said ? [formRemark(form, 'warning', row, key, reading.said)] : [];
  });
  return {
    ...('value' in assessor && assessor.value !== undefined && { assessor: assessor.value }),
    ...('value' in date && date.value !== undefined && { date: date.value }),
    diagnostics,
  };
}

/** The rows that bear a requirement's id, each requirement once; what other rows hold is told. */
function requirementRows(form: FoundForm, catalogue: RequirementCatalogue) {
  const known = new Map(
    catalogue.groups.flatMap((group) => group.requirements.map((each) => [each.id, each])),
  );
  const groups = new Set(
    catalogue.groups.flatMap((group) =>
      languages.map((language) => squeezed(groupTitle(group, language))),
    ),
  );
  const idColumn = form.columns.get('requirement') ?? 0;
  const first = new Map<string, number>();
  const found: { readonly row: number; readonly requirement: Requirement }[] = [];
  const diagnostics: Diagnostic[] = [];
  for (let row = form.headerRow + 1; row < form.sheet.rows.length; row++) {
    const id = readId(textAt(form.sheet, row, idColumn));
    if (id === '') {
      diagnostics.push(...rowWithoutId(form, row, groups));
      continue;
    }
    const requirement = known.get(id);
    const before = first.get(id);
    if (!requirement) {
      const hint = suggestion(id, [...known.keys()]) ?? message('checklist_sheet.unknown_id.hint');
      const what = message('checklist_sheet.unknown_id', { id: short(id), level: catalogue.level });
      diagnostics.push(formRemark(form, 'error', row, 'requirement', what, hint));
    } else if (before !== undefined) {
      const other = placeName(placeOf(form, before, 'requirement'));
      const what = message('checklist_sheet.id_twice', { id, other });
      const hint = message('checklist_sheet.id_twice.hint');
      diagnostics.push(formRemark(form, 'error', row, 'requirement', what, hint));
    } else {
      first.set(id, row);
      found.push({ row, requirement });
    }
  }
  return { found, diagnostics };
}

function rowWithoutId(form: FoundForm, row: number, groups: ReadonlySet<string>): Diagnostic[] {
  const cells = form.sheet.rows[row] ?? [];
  const filled = cells.flatMap((cell, column) => (isFilled(cell) ? [column] : []));
  const [column] = filled;
  if (column === undefined) return [];
  const answers = answerColumns.map((key) => form.columns.get(key));
  const inAnswers = filled.some((each) => answers.includes(each));
  const text = textAt(form.sheet, row, column);
  if (!inAnswers && groups.has(squeezed(text))) return [];
  const place = { file: form.file, sheet: form.sheet.name, row, column };
  return [
    cellRemark(
      inAnswers ? 'error' : 'warning',
      place,
      message('checklist_sheet.row_without_id', { found: short(text) }),
      message('checklist_sheet.row_without_id.hint'),
    ),
  ];
}

function squeezed(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function answerOf(row: FilledRow, defaults: RowDefaults): GivenAnswer | undefined {
  const { content, binding, requirement } = row;
  const { answer, evidence, reason, due, responsible, note } = content;
  const date = content.date ?? defaults.date;
  const assessor = content.assessor ?? defaults.assessor;
  if (!answer || !binding || date === undefined || assessor === undefined) return undefined;
  if (hasError(row.diagnostics)) return undefined;
  return {
    requirement: requirement.id,
    digest: boundDigest(binding, { answer, date }),
    answer,
    ...(reason !== undefined && { reason }),
    evidence,
    date,
    assessor,
    ...(responsible !== undefined && { responsible }),
    ...(due !== undefined && { due }),
    ...(note !== undefined && { note }),
  };
}
