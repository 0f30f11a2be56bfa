import type { Diagnostic } from '../domain/diagnostic.js';
import { fold, type Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import type { Row } from './engines/engine.js';
import { partMessage } from './open-report.js';
import type { EndpointSource } from './source.js';
import type { ReportFile } from './stages/load.js';

/** Rows that hold no machine: refusing them loses nothing. Any other refused row may be one that is missing. */
const harmlessRefusals = new Set([
  'repeated_header',
  'summary_row',
  'blank_row',
  'merged_record',
  'not_an_endpoint',
  'superseded',
]);

/** What must be said of each file's rows: refused ones with reason and place, words and dates that weren't understood. */
export function rowDiagnostics(
  files: readonly Row[],
  refused: readonly Row[],
  words: readonly Row[],
  sources: readonly EndpointSource[],
): Diagnostic[] {
  const relative = new Set(
    files.flatMap((row) =>
      sources.find(({ id }) => id === row['source'])?.dates.includes('relative')
        ? [row['path']]
        : [],
    ),
  );
  const at = (row: Row) => ({ file: String(row['path']) });
  const warning = (code: string, row: Row, text: Message, line?: number): Diagnostic => ({
    code,
    severity: 'warning',
    message: onPart(row, text),
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
      message: onPart(
        row,
        message('fleet.rows_refused', {
          count: Number(row['n']),
          first: Number(row['first_row']),
          reason: { key: `fleet.refused.${String(row['reason'])}`, params: {} },
        }),
      ),
      ...at(row),
      line: Number(row['first_row']),
    })),
    ...words.map((row) => {
      const word = String(row['word']);
      const undated = relative.has(row['path']) && relativeDate.test(fold(word));
      const code = undated ? 'fleet.relative_date' : 'fleet.odd_word';
      const params = { word, fact: String(row['fact']), count: Number(row['times']) };
      return warning(code, row, message(code, params));
    }),
  ];
}

/** "5 minutes ago": understood, were it known from when to count. */
const relativeDate = /^\d{1,4} \p{L}+ (?:ago|truoc)$/u;

/** A message on rows of one part of a file, which it names when there are several. */
function onPart(row: Row, text: Message): Message {
  return typeof row['part'] === 'string' ? partMessage(row['part'], text) : text;
}

/**
 * Pages of which not all were handed in: an agency's pages of one source together have fewer records than they say there
 * are, or each says that another follows. A file with just as many records as its tool gives when nobody asks for more
 * may be one page too.
 */
export function pageDiagnostics(
  pages: readonly Row[],
  files: readonly Row[],
  sources: readonly EndpointSource[],
): Diagnostic[] {
  const sets = new Map<string, Row[]>();
  for (const row of pages) {
    const key = JSON.stringify([row['agency'], row['source']]);
    sets.set(key, [...(sets.get(key) ?? []), row]);
  }
  const warn = (
    code: 'fleet.truncated' | 'fleet.truncated_open' | 'fleet.full_page',
    row: Row,
    params: Readonly<Record<string, number>>,
  ): Diagnostic => ({
    code,
    severity: 'warning',
    message: onPart(row, { key: code, params }),
    hint: message(`${code}.hint`),
    file: String(row['path']),
  });
  const truncated = [...sets.values()].flatMap((set): Diagnostic[] => {
    const sum = (name: string) => set.reduce((total, row) => total + Number(row[name]), 0);
    const total = Math.max(...set.map((row) => Number(row['total'] ?? 0)));
    if (total > sum('records')) {
      return set.map((row) => warn('fleet.truncated', row, { total, found: sum('records') }));
    }
    const open = sum('followed') >= sum('pages') && total === 0;
    return open ? set.map((row) => warn('fleet.truncated_open', row, {})) : [];
  });
  const told = new Set(pages.filter((row) => row['total'] !== null).map((row) => row['path']));
  const full = files.flatMap((row): Diagnostic[] => {
    const size = sources.find(({ id }) => id === row['source'])?.pageSize;
    const count = Number(row['rows_read']);
    return size === count && !told.has(row['path'])
      ? [warn('fleet.full_page', row, { count })]
      : [];
  });
  const said = new Set(truncated.map(({ file }) => file));
  return [...truncated, ...full.filter(({ file }) => !said.has(file))];
}

/** A file that the database could not read; what its reader says is passed on, since nobody else knows. */
export function unreadable(file: ReportFile, error: unknown): Diagnostic {
  const detail = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return {
    code: 'fleet.unreadable',
    severity: 'error',
    message: onPart(
      { part: file.part },
      message('fleet.unreadable', {
        detail: detail.replaceAll(file.nativePath, file.path).slice(0, 200),
      }),
    ),
    hint: message('fleet.unreadable.hint'),
    file: file.path,
  };
}
