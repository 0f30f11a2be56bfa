import type { AnswerWord } from '../../domain/checklists.js';
import type { IsoDate } from '../../domain/dates.js';
import type { Diagnostic, DiagnosticSeverity } from '../../domain/diagnostic.js';
import type { Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import type { languages } from '../../messages/format.js';
import type { Requirement } from '../../packs/types.js';
import { answerText, answerWords, readAnswer } from './answer-words.js';
import type { AnswerColumn, ColumnKey } from './columns.js';
import { readEvidence } from './evidence-text.js';
import type { FoundForm } from './find-forms.js';
import { type RowBinding, readBinding } from './form.js';
import { type CellReading, readDate, readText, short } from './read-cells.js';
import { cellRemark } from './sheet-problem.js';

/** What a person put into one row; what is absent was left blank. */
export interface RowContent {
  readonly answer?: AnswerWord;
  readonly evidence: readonly string[];
  readonly reason?: string;
  readonly date?: IsoDate;
  readonly assessor?: string;
  readonly due?: IsoDate;
  readonly responsible?: string;
  readonly note?: string;
}

export interface RowReading {
  readonly content: RowContent;
  /** To which text of the requirement the row is bound; undefined when its digest cell was changed. */
  readonly binding: RowBinding | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A row with the requirement that it is about. */
export interface FilledRow extends RowReading {
  /** From 0. */
  readonly row: number;
  readonly requirement: Requirement;
}

/** What rows that leave it blank take from the cells above the headings. */
export interface RowDefaults {
  readonly assessor?: string;
  readonly date?: IsoDate;
}

/** Reads the answer cells of one row. An error means that its content must not be used. */
export function readRow(form: FoundForm, row: number, from1904: boolean): RowReading {
  const diagnostics: Diagnostic[] = [];
  const cellOf = (key: ColumnKey) => form.sheet.rows[row]?.[form.columns.get(key) ?? -1];
  const tell = (
    severity: DiagnosticSeverity,
    key: ColumnKey,
    found: Message,
    hint?: Message,
  ): void => {
    const column = form.columns.get(key) ?? 0;
    const place = { file: form.file, sheet: form.sheet.name, row, column };
    diagnostics.push(cellRemark(severity, place, found, hint));
  };
  const take = <Value>(key: ColumnKey, reading: CellReading<Value>): Value | undefined => {
    if ('problem' in reading) {
      tell('error', key, reading.problem, reading.hint);
      return undefined;
    }
    if (reading.said) tell('warning', key, reading.said);
    return reading.value;
  };
  const text = (key: AnswerColumn | 'digest') => take(key, readText(cellOf(key)));
  const date = (key: AnswerColumn) => take(key, readDate(cellOf(key), from1904));

  const answer = readWord(text('answer'), tell);
  const [reason, assessor, responsible, note] = [
    text('reason'),
    text('assessor'),
    text('responsible'),
    text('note'),
  ];
  const [on, due] = [date('date'), date('due')];
  const content: RowContent = {
    evidence: readEvidence(text('evidence') ?? ''),
    ...(answer && { answer }),
    ...(reason !== undefined && { reason }),
    ...(on !== undefined && { date: on }),
    ...(assessor !== undefined && { assessor }),
    ...(due !== undefined && { due }),
    ...(responsible !== undefined && { responsible }),
    ...(note !== undefined && { note }),
  };
  if (answer === 'not_applicable' && reason === undefined && !diagnostics.some(isError)) {
    tell(
      'error',
      'reason',
      message('checklist_sheet.no_reason'),
      message('checklist_sheet.no_reason.hint'),
    );
  }
  const bound = text('digest');
  return { content, binding: bound === undefined ? undefined : readBinding(bound), diagnostics };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

/** The words of the drop-down, in both languages of the sheets. */
const expectedWords = (() => {
  const inLanguage = (language: (typeof languages)[number]) =>
    answerWords.map((word) => `«${answerText(word, language)}»`).join(', ');
  return { vi: inLanguage('vi'), en: inLanguage('en').replaceAll('«', '"').replaceAll('»', '"') };
})();

function readWord(
  found: string | undefined,
  tell: (severity: DiagnosticSeverity, key: ColumnKey, found: Message, hint?: Message) => void,
): AnswerWord | undefined {
  if (found === undefined) return undefined;
  const reading = readAnswer(found);
  if ('near' in reading) {
    tell(
      'error',
      'answer',
      message('checklist_sheet.bad_answer', { found: short(found), words: expectedWords }),
      reading.near ?? message('checklist_sheet.bad_answer.hint'),
    );
    return undefined;
  }
  if (!reading.exact) {
    const word = message(`checklist.answer.${reading.word}`);
    tell(
      'warning',
      'answer',
      message('checklist_sheet.answer_read', { found: short(found), word }),
    );
  }
  return reading.word;
}
