import type { Diagnostic } from '../domain/diagnostic.js';
import type { Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import type { Row } from './engines/engine.js';
import type { ReportFile } from './stages/load.js';

/** Rows that hold no machine: refusing them loses nothing. Any other refused row may be one that is missing. */
const harmlessRefusals = new Set(['repeated_header', 'summary_row', 'blank_row']);

/** What must be said of each file's rows: refused ones with reason and place, words and dates that weren't understood. */
export function rowDiagnostics(
  files: readonly Row[],
  refused: readonly Row[],
  words: readonly Row[],
): Diagnostic[] {
  const at = (row: Row) => ({ file: String(row['path']) });
  const warning = (code: string, row: Row, text: Message, line?: number): Diagnostic => ({
    code,
    severity: 'warning',
    message: text,
    hint: { key: `${code}.hint`, params: {} },
    ...at(row),
    ...(line !== undefined && { line }),
  });
  return [
    ...files.flatMap((row) => [
      ...(Number(row['rows_read']) === 0
        ? [warning('fleet.no_rows', row, message('fleet.no_rows'))]
        : []),
      ...(row['date_order'] === 'open'
        ? [warning('fleet.dates_open', row, message('fleet.dates_open'))]
        : []),
      ...(row['date_order'] === 'mixed'
        ? [warning('fleet.dates_mixed', row, message('fleet.dates_mixed'))]
        : []),
      ...(Number(row['future']) > 0
        ? [
            warning(
              'fleet.future_dates',
              row,
              message('fleet.future_dates', { count: Number(row['future']) }),
            ),
          ]
        : []),
    ]),
    ...refused.map((row) => ({
      code: 'fleet.rows_refused',
      severity: harmlessRefusals.has(String(row['reason']))
        ? ('info' as const)
        : ('warning' as const),
      hint: message('fleet.rows_refused.hint'),
      message: message('fleet.rows_refused', {
        count: Number(row['n']),
        first: Number(row['first_row']),
        reason: { key: `fleet.refused.${String(row['reason'])}`, params: {} },
      }),
      ...at(row),
      line: Number(row['first_row']),
    })),
    ...words.map((row) =>
      warning(
        'fleet.odd_word',
        row,
        message('fleet.odd_word', {
          word: String(row['word']),
          fact: String(row['fact']),
          count: Number(row['times']),
        }),
      ),
    ),
  ];
}

/** A file that the database could not read; what its reader says is passed on, since nobody else knows. */
export function unreadable(file: ReportFile, error: unknown): Diagnostic {
  const detail = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return {
    code: 'fleet.unreadable',
    severity: 'error',
    message: message('fleet.unreadable', {
      detail: detail.replaceAll(file.nativePath, file.path).slice(0, 200),
    }),
    hint: message('fleet.unreadable.hint'),
    file: file.path,
  };
}
