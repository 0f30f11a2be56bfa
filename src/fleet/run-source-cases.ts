import { isoDate } from '../domain/dates.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { Scratch } from '../domain/files.js';
import type { LocalizedText, Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { columnUses } from './column-uses.js';
import type { FleetEngine, Row } from './engines/engine.js';
import { type InspectedReport, inspectReports } from './inspect-reports.js';
import type { SniffedFile } from './judge-fleet.js';
import { openBytes } from './open-report.js';
import { type FileShape, headBytes } from './sniff.js';
import type { EndpointSource } from './source.js';
import { caseBytes, type SourceCase, type SourceCases } from './source-cases.js';

/** The day on which cases are read, so that no result depends on today: later dates count as lying ahead. */
const sourceCasesDate = isoDate('2026-11-24');

/** One case of a source: whether its file is read as the case says, and where it isn't. */
export interface SourceCaseResult {
  readonly source: string;
  readonly id: string;
  readonly name: LocalizedText;
  readonly ok: boolean;
  /** One for each part that differs: what was expected, what was found. */
  readonly differences: readonly Message[];
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** More rows than any case has. */
const everyRow = 1000;

/**
 * Reads the files of all cases as an audit does, each recognised among all sources, and compares. Results in the order
 * given. Takes a fresh engine.
 */
export async function runSourceCases(input: {
  readonly engine: FleetEngine;
  readonly sources: readonly EndpointSource[];
  readonly cases: readonly SourceCases[];
  readonly scratch: Scratch;
}): Promise<readonly SourceCaseResult[]> {
  const all = input.cases.flatMap((file) =>
    file.cases.map((each, index) => ({ file, each, line: file.locate(`/cases/${index}`).line })),
  );
  const opened = await Promise.all(
    all.map(({ each }) => {
      const bytes = caseBytes(each);
      return openBytes(
        {
          head: bytes.subarray(0, headBytes),
          all: async () => bytes,
          nativePath: () => input.scratch.place(bytes),
        },
        input.sources,
        input.scratch,
      );
    }),
  );
  const files = opened.flatMap(({ parts }, id): SniffedFile[] => {
    const [first] = parts;
    if (!first || !('source' in first.shape)) return [];
    const { nativePath, shape } = first;
    const exportedOn = all[id]?.each.exported_on;
    return [
      {
        id,
        path: `${id}`,
        nativePath,
        agency: `${id}`,
        shape,
        ...(exportedOn !== undefined && { exportedOn }),
      },
    ];
  });
  const { reports, diagnostics } = await inspectReports(input.engine, files, {
    asOf: sourceCasesDate,
    sample: everyRow,
  });
  return all.map(({ file, each, line }, id) => {
    const shape = opened[id]?.parts[0]?.shape;
    const report = reports.find((found) => found.id === id);
    const said = [
      ...(opened[id]?.diagnostics ?? []),
      ...diagnostics.filter((found) => found.file === `${id}`),
    ];
    const differences = [
      ...difference('source', file.source, shape && 'source' in shape ? shape.source.id : ''),
      ...(shape && report ? differencesOf(each, shape, report) : []),
      ...(report ? [] : difference('rows_read', each.expect.rows_read, '')),
      ...difference('warnings', texts(each.expect.warnings), texts(warningsOf(said))),
    ];
    const ok = differences.length === 0;
    const { source, path } = file;
    return { source, id: each.id, name: each.name, ok, differences, file: path, line };
  });
}

/** What is told beside refused rows, words and dates, which a case names by themselves. */
function warningsOf(said: readonly Diagnostic[]): readonly string[] {
  const apart = new Set([
    'fleet.rows_refused',
    'fleet.odd_word',
    'fleet.dates_open',
    'fleet.dates_mixed',
  ]);
  return said
    .filter(({ code, severity }) => severity !== 'info' && !apart.has(code))
    .map(({ code }) => code.replace('fleet.', ''));
}

function texts(list: readonly string[] = []): string {
  return [...list].sort().join(', ');
}

function differencesOf(
  { expect }: SourceCase,
  shape: FileShape,
  report: InspectedReport,
): readonly Message[] {
  const refused = Object.fromEntries(report.refused.map(({ reason, rows }) => [reason, rows]));
  const words: Record<string, string[]> = {};
  for (const { fact, word } of report.oddWords) words[fact] = [...(words[fact] ?? []), word].sort();
  const unknown =
    shape.kind === 'table'
      ? columnUses(shape.source, shape.layout.headers)
          .filter(({ use }) => use === 'unknown')
          .map(({ header }) => header)
      : [];
  return [
    ...difference('rows_read', expect.rows_read, report.rowsRead),
    ...difference('refused', listed(expect.refused), listed(refused)),
    ...difference('date_order', expect.date_order ?? 'none', report.dateOrder),
    ...difference('odd_words', listed(expect.odd_words), listed(words)),
    ...difference('unknown_columns', (expect.unknown_columns ?? []).join(', '), unknown.join(', ')),
    ...difference('machines', expect.machines.length, report.rows.length),
    ...expect.machines.flatMap((machine, index) => {
      const row = report.rows[index];
      if (!row) return [];
      return Object.entries(machine).flatMap(([fact, value]) =>
        difference(`machines[${index + 1}].${fact}`, value, factOf(row, fact)),
      );
    }),
  ];
}

/** A fact as cases write it: `unknown` for none, a time as ISO in UTC, several MAC addresses in one text. */
function factOf(row: Row, fact: string): boolean | number | string {
  const value = row[fact];
  if (value === null || value === undefined) return 'unknown';
  if (value instanceof Date) return value.toISOString().replace('.000Z', 'Z');
  if (typeof value === 'boolean' || typeof value === 'number') return value;
  return Array.isArray(value) ? value.join(' ') || 'unknown' : String(value);
}

function listed(lists: Readonly<Record<string, readonly (string | number)[]>> = {}): string {
  return Object.keys(lists)
    .sort()
    .map((key) => `${key}: ${[...(lists[key] ?? [])].sort().join(', ')}`)
    .join('; ');
}

function difference(
  part: string,
  expected: boolean | number | string,
  actual: boolean | number | string,
): readonly Message[] {
  if (expected === actual) return [];
  const shown = (value: boolean | number | string) =>
    value === '' ? message('pack.case_none') : String(value);
  return [message('pack.case_differs', { part, expected: shown(expected), actual: shown(actual) })];
}
