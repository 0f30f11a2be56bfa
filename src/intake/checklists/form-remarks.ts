import { columnName } from '../../documents/spreadsheet/cell-name.js';
import { formatDate, type IsoDate } from '../../domain/dates.js';
import type { Diagnostic } from '../../domain/diagnostic.js';
import type { Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import type { Requirement, RequirementCatalogue } from '../../packs/types.js';
import { hasError } from '../problem.js';
import type { ColumnKey } from './columns.js';
import { type FoundForm, textAt } from './find-forms.js';
import { formRemark, placeOf } from './form-place.js';
import type { GivenAnswer } from './given-answer.js';
import { short } from './read-cells.js';
import type { FilledRow, RowContent, RowDefaults } from './read-row.js';
import { cellList, cellRemark, placeName, sheetRemark } from './sheet-problem.js';

/** Columns that people added, or whose heading they changed. */
export function unknownColumns(form: FoundForm): Diagnostic[] {
  return form.unknownColumns.map((column) => {
    const heading = textAt(form.sheet, form.headerRow, column);
    const place = { file: form.file, sheet: form.sheet.name, row: form.headerRow, column };
    const name = heading === '' ? columnName(column) : heading;
    return cellRemark(
      'warning',
      place,
      message('checklist_sheet.unknown_column', { column: short(name) }),
      message('checklist_sheet.unknown_column.hint'),
    );
  });
}

/** Rows in which something was written, but no answer chosen: that would be lost. */
export function unanswered(form: FoundForm, rows: readonly FilledRow[]): Diagnostic[] {
  return rows
    .filter(({ content, diagnostics }) => isWritten(content) && !hasError(diagnostics))
    .map(({ row }) =>
      formRemark(
        form,
        'warning',
        row,
        'answer',
        message('checklist_sheet.no_answer'),
        message('checklist_sheet.no_answer.hint'),
      ),
    );
}

function isWritten({ answer, evidence, ...others }: RowContent): boolean {
  return answer === undefined && (evidence.length > 0 || Object.keys(others).length > 0);
}

/** Answers without a date or an assessor, in their rows or above the headings. */
export function incomplete(
  form: FoundForm,
  rows: readonly FilledRow[],
  defaults: RowDefaults,
): Diagnostic[] {
  const above = form.headerRow - 1;
  return (['date', 'assessor'] as const).flatMap((key) => {
    if (defaults[key] !== undefined) return [];
    const lacking = rows.filter(
      ({ content, diagnostics }) => content[key] === undefined && !hasError(diagnostics),
    );
    const [first] = lacking;
    if (!first) return [];
    const common = placeName(placeOf(form, above, key));
    return [
      formRemark(
        form,
        'error',
        first.row,
        key,
        message(`checklist_sheet.no_${key}`, { count: lacking.length }),
        message(`checklist_sheet.no_${key}.hint`, { common }),
      ),
    ];
  });
}

/** Answers of which nobody knows to which text they were given. */
export function unbound(form: FoundForm, rows: readonly FilledRow[]): Diagnostic[] {
  return rows
    .filter(({ binding }) => !binding)
    .map(({ row }) =>
      formRemark(
        form,
        'error',
        row,
        'digest',
        message('checklist_sheet.no_digest'),
        message('checklist_sheet.no_digest.hint'),
      ),
    );
}

/** Requirements whose rows were removed. */
export function missingRows(
  form: FoundForm,
  catalogue: RequirementCatalogue,
  found: readonly { readonly requirement: Requirement }[],
): Diagnostic[] {
  const there = new Set(found.map(({ requirement }) => requirement.id));
  const missing = catalogue.groups
    .flatMap((group) => group.requirements)
    .filter(({ id }) => !there.has(id));
  if (missing.length === 0) return [];
  const named = missing.slice(0, 10).map(({ id }) => id);
  const ids = missing.length > named.length ? `${named.join(', ')}, …` : named.join(', ');
  const what = message('checklist_sheet.missing_rows', { count: missing.length, ids });
  const hint = message('checklist_sheet.missing_rows.hint');
  return [sheetRemark('warning', { file: form.file, sheet: form.sheet.name }, what, hint)];
}

/** What is kept but won't count as it stands. */
export function doubtful(
  form: FoundForm,
  rows: readonly FilledRow[],
  answers: ReadonlyMap<string, GivenAnswer>,
  asOf: IsoDate,
): Diagnostic[] {
  const list = (
    key: ColumnKey,
    holds: (answer: GivenAnswer, row: FilledRow) => boolean,
    say: (cells: string, count: number) => Message,
    hint: Message,
  ): Diagnostic[] => {
    const held = rows.filter((row) => {
      const answer = answers.get(row.requirement.id);
      return answer !== undefined && holds(answer, row);
    });
    const [first] = held;
    if (!first) return [];
    const cells = cellList(
      held.map(({ row }) => row),
      form.columns.get(key) ?? 0,
    );
    return [formRemark(form, 'warning', first.row, key, say(cells, held.length), hint)];
  };
  const isStale = (answer: GivenAnswer, { requirement }: FilledRow) =>
    answer.digest !== requirement.digest;
  return [
    ...list(
      'evidence',
      ({ answer, evidence }) => answer === 'met' && evidence.length === 0,
      (cells, count) => message('checklist_sheet.no_evidence', { cells, count }),
      message('checklist_sheet.no_evidence.hint'),
    ),
    ...list(
      'date',
      ({ date }) => date > asOf,
      (cells, count) => message('checklist_sheet.future', { cells, count, asOf: formatDate(asOf) }),
      message('checklist_sheet.future.hint'),
    ),
    ...list(
      'requirement',
      (answer, row) => isStale(answer, row) && row.binding?.earlier === undefined,
      (cells, count) => message('checklist_sheet.changed', { cells, count }),
      message('checklist_sheet.changed.hint'),
    ),
    ...list(
      'requirement',
      (answer, row) => isStale(answer, row) && row.binding?.earlier !== undefined,
      (cells, count) => message('checklist_sheet.still_stale', { cells, count }),
      message('checklist_sheet.still_stale.hint'),
    ),
  ];
}
