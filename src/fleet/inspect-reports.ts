import type { IsoDate } from '../domain/dates.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { FleetEngine, Row, Statement } from './engines/engine.js';
import { pageDiagnostics, rowDiagnostics } from './fleet-diagnostics.js';
import { readFiles, type SniffedFile, sourcesOf } from './judge-fleet.js';
import { dateMacros } from './stages/dates.js';
import { prepare } from './stages/load.js';
import { fileCounts, oddWords, pageCounts, refusals } from './stages/score.js';

/** What was read of one report file, before machines are told apart or judged. */
export interface InspectedReport {
  readonly id: number;
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly refused: readonly RefusedRows[];
  /** Order of day and month in its dates; `none`: no such dates. */
  readonly dateOrder: string;
  /** Rows with a date that lies ahead. */
  readonly futureDates: number;
  /** At most ten, the most frequent. */
  readonly oddWords: readonly {
    readonly fact: string;
    readonly word: string;
    readonly times: number;
  }[];
  /** Observations of at most `sample` rows, in the file's order; of one row several when it lists several products. */
  readonly rows: readonly Row[];
}

/** Rows that weren't used for one reason: numbers from 1 below the header, at most `sample` of them. */
export interface RefusedRows {
  readonly reason: string;
  readonly count: number;
  readonly rows: readonly number[];
}

/**
 * Reads report files up to observations: the stages load and observe, nothing after. Files that can't be read are in the
 * diagnostics and not in the reports. Takes a fresh engine and shuts its access to files; paths with their parts must differ.
 */
export async function inspectReports(
  engine: FleetEngine,
  files: readonly SniffedFile[],
  options: { readonly asOf: IsoDate; readonly sample: number },
): Promise<{ reports: readonly InspectedReport[]; diagnostics: readonly Diagnostic[] }> {
  const run = async (statements: readonly Statement[]) => {
    for (const statement of statements) await engine.run(statement);
  };
  await run([...prepare(), ...dateMacros(options.asOf)]);
  const diagnostics = await readFiles(engine, { files }, run);
  await engine.sealFiles();
  const counts = await engine.rows(fileCounts);
  const refused = await engine.rows(refusals);
  const words = await engine.rows(oddWords);
  const places = await engine.rows(firstRefused(options.sample));
  const rows = await engine.rows(firstObservations(options.sample));
  const paged = pageDiagnostics(await engine.rows(pageCounts), counts, sourcesOf(files));
  const key = (row: Row) => JSON.stringify([row['path'], row['part'] ?? null]);
  const idOf = new Map(files.map((file) => [key({ ...file }), file.id]));
  const reports = counts.flatMap((count): InspectedReport[] => {
    const id = idOf.get(key(count));
    if (id === undefined) return [];
    const own = (row: Row) => key(row) === key(count);
    return [
      {
        id,
        rowsRead: Number(count['rows_read']),
        rowsUsed: Number(count['rows_read']) - Number(count['refused']),
        refused: refused.filter(own).map((row) => ({
          reason: String(row['reason']),
          count: Number(row['n']),
          rows: places
            .filter((place) => place['file_id'] === id && place['reason'] === row['reason'])
            .map((place) => Number(place['row_no'])),
        })),
        dateOrder: String(count['date_order']),
        futureDates: Number(count['future']),
        oddWords: words.filter(own).map((row) => ({
          fact: String(row['fact']),
          word: String(row['word']),
          times: Number(row['times']),
        })),
        rows: rows.filter((row) => row['file_id'] === id),
      },
    ];
  });
  return {
    reports,
    diagnostics: [
      ...diagnostics,
      ...rowDiagnostics(counts, refused, words, sourcesOf(files)),
      ...paged,
    ],
  };
}

function firstRefused(sample: number): Statement {
  return {
    sql: `SELECT file_id, reason, row_no FROM refusal
      QUALIFY row_number() OVER (PARTITION BY file_id, reason ORDER BY row_no) <= $sample ORDER BY ALL`,
    params: { sample },
  };
}

function firstObservations(sample: number): Statement {
  return {
    sql: `SELECT * FROM observation
      QUALIFY dense_rank() OVER (PARTITION BY file_id ORDER BY row_no) <= $sample ORDER BY ALL`,
    params: { sample },
  };
}
