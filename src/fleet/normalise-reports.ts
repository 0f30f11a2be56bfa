import type { IsoDate } from '../domain/dates.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { FleetEngine, Row, Statement } from './engines/engine.js';
import { pageDiagnostics, rowDiagnostics } from './fleet-diagnostics.js';
import { readFiles, type SniffedFile, sourcesOf } from './judge-fleet.js';
import {
  gradeRank,
  type ObservedFactName,
  observedFact,
  observedFactNames,
  originFacts,
} from './observation.js';
import { dateMacros } from './stages/dates.js';
import { prepare } from './stages/load.js';
import { fileCounts, oddWords, pageCounts, refusals } from './stages/score.js';

export type NormalisedFormat = 'ndjson' | 'csv';

/** What became of the rows of one report file, or of one part of it. */
export interface NormalisedReport {
  readonly path: string;
  readonly part: string | null;
  readonly source: string;
  readonly read: number;
  readonly refused: number;
}

export interface Normalised {
  readonly reports: readonly NormalisedReport[];
  /** Records in the file; null when a report couldn't be read, and nothing was written. */
  readonly written: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads report files up to observations, as an audit does, and writes each observation as one record of the normalised format
 * to `target`, a path that the database opens, in the order of files and rows. Nothing is written when a file can't be read.
 * The records tell of which source, role and product they are, so that reading them gives the same observations. In CSV, a text
 * that a spreadsheet would take for a formula gets an apostrophe before it. Takes a fresh engine and shuts its access to files.
 */
export async function normaliseReports(
  engine: FleetEngine,
  files: readonly SniffedFile[],
  options: {
    readonly asOf: IsoDate;
    readonly target: string;
    readonly format: NormalisedFormat;
    readonly agency: string | undefined;
  },
): Promise<Normalised> {
  const run = async (statements: readonly Statement[]) => {
    for (const statement of statements) await engine.run(statement);
  };
  await run([...prepare(), ...dateMacros(options.asOf)]);
  const diagnostics = await readFiles(engine, { files }, run);
  const readable = diagnostics.every(({ severity }) => severity !== 'error');
  if (readable) {
    await run(records(options.format, options.agency));
    const used = await usedColumns(engine);
    await run([copy(used, options.target, options.format)]);
  }
  const [count] = readable ? await engine.rows({ sql: 'SELECT count(*) AS n FROM record' }) : [];
  await engine.sealFiles();
  const counts = await engine.rows(fileCounts);
  return {
    reports: counts.map((row) => ({
      path: String(row['path']),
      part: typeof row['part'] === 'string' ? row['part'] : null,
      source: String(row['source']),
      read: Number(row['rows_read']),
      refused: Number(row['refused']),
    })),
    written: count ? Number(count['n']) : null,
    diagnostics: [
      ...diagnostics,
      ...rowDiagnostics(
        counts,
        await engine.rows(refusals),
        await engine.rows(oddWords),
        sourcesOf(files),
      ),
      ...pageDiagnostics(await engine.rows(pageCounts), counts, sourcesOf(files)),
    ],
  };
}

/** Names of the format that differ from the facts'. */
const renamed: Partial<Readonly<Record<ObservedFactName, string>>> = { product_name: 'product' };

/** What the observations hold beside the facts of the same name. */
const ownColumns: Partial<Readonly<Record<ObservedFactName, string>>> = {
  grade: `CASE rank ${Object.entries(gradeRank)
    .map(([grade, rank]) => `WHEN ${rank} THEN '${grade}'`)
    .join(' ')} END`,
  all_products: 'CASE WHEN sees_all THEN true END',
};

/** A record that no import made has no origin: its role is that of the format. */
const origin = "coalesce(origin_source, nullif(file.source, 'normalised'))";

/** Table `record`: one row a record, in the order of files and rows, its columns those of the format. */
function records(format: NormalisedFormat, agency: string | undefined): Statement[] {
  const columns = observedFactNames
    .filter((name) => !originFacts.has(name))
    .map(
      (name) =>
        `${plain(name, ownColumns[name] ?? `observation.${name}`, format)} AS ${renamed[name] ?? name}`,
    );
  return [
    {
      sql: `CREATE TABLE record AS SELECT CAST($agency AS VARCHAR) AS agency, ${columns.join(',\n        ')},
        CASE WHEN observation.role <> 'collector' OR ${origin} IS NOT NULL THEN observation.role END AS role,
        ${origin} AS source, observation.product AS product_id, CASE WHEN future_date THEN true END AS future_date
        FROM observation JOIN file USING (file_id) ORDER BY file_id, row_no, product_name, service_name`,
      params: { agency: agency ?? null },
    },
  ];
}

/** A fact as the format writes it: times as ISO 8601 in UTC, in CSV the addresses in one text and no text that is a formula. */
function plain(name: ObservedFactName, value: string, format: NormalisedFormat): string {
  switch (observedFact(name).sql) {
    case 'TIMESTAMP':
      return `regexp_replace(strftime(${value}, '%Y-%m-%dT%H:%M:%S.%fZ'), '\\.000000Z$', 'Z')`;
    case 'VARCHAR[]':
      return format === 'csv'
        ? `nullif(array_to_string(${value}, ' '), '')`
        : `CASE WHEN len(${value}) > 0 THEN ${value} END`;
    case 'VARCHAR':
      return format === 'csv'
        ? `CASE WHEN regexp_matches(${value}, '^[-=+@\\t\\r]') THEN chr(39) || ${value} ELSE ${value} END`
        : value;
    default:
      return value;
  }
}

/** By these a file is recognised, whatever its records lack. */
const alwaysWritten: ReadonlySet<string> = new Set(['host', 'observed_at']);

/** The columns of which any record has a value, and those that are always written. */
async function usedColumns(engine: FleetEngine): Promise<readonly string[]> {
  const names = (await engine.rows({ sql: "SELECT name FROM pragma_table_info('record')" })).map(
    ({ name }: Row) => String(name),
  );
  const [filled = {}] = await engine.rows({
    sql: `SELECT ${names.map((name) => `count(${name}) AS ${name}`).join(', ')} FROM record`,
  });
  return names.filter((name) => alwaysWritten.has(name) || Number(filled[name]) > 0);
}

function copy(columns: readonly string[], target: string, format: NormalisedFormat): Statement {
  const form = format === 'csv' ? 'FORMAT CSV, HEADER true' : 'FORMAT JSON';
  return {
    sql: `COPY (SELECT ${columns.join(', ')} FROM record) TO $target (${form})`,
    params: { target },
  };
}
