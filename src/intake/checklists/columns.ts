import { fold, type Language } from '../../domain/text.js';
import { languages, text } from '../../messages/format.js';

/** The columns of a sheet of answers, in their order; those between `answer` and `note` are filled in by people. */
export const columnKeys = [
  'number',
  'requirement',
  'content',
  'type',
  'hints',
  'interval',
  'answer',
  'evidence',
  'reason',
  'date',
  'assessor',
  'due',
  'responsible',
  'note',
  'mark',
  'digest',
] as const;

export type ColumnKey = (typeof columnKeys)[number];

/** What people fill in. */
export const answerColumns = [
  'answer',
  'evidence',
  'reason',
  'date',
  'assessor',
  'due',
  'responsible',
  'note',
] as const satisfies readonly ColumnKey[];

export type AnswerColumn = (typeof answerColumns)[number];

/** Position of a column, counted from 0. */
export function columnIndex(key: ColumnKey): number {
  return columnKeys.indexOf(key);
}

/** The column's heading. */
export function columnTitle(key: ColumnKey, language: Language): string {
  return text(`checklist.column.${key}`, language);
}

/** The column that a heading names, in either language; case, diacritics and blanks don't count. */
export function columnNamed(heading: string): ColumnKey | undefined {
  const found = fold(heading);
  return columnKeys.find((key) =>
    languages.some((language) => fold(columnTitle(key, language)) === found),
  );
}
