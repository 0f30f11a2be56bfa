import type { IsoDate } from '../domain/dates.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import { fold } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { binder } from './binder.js';
import { type Catalogues, catalogueTables } from './catalogues.js';
import type { FleetEngine, Row, Statement } from './engines/engine.js';
import { pageDiagnostics, rowDiagnostics, unreadable } from './fleet-diagnostics.js';
import type { EndpointSource } from './source.js';
import { candidates } from './stages/candidates.js';
import { fieldsRead, jsonCells, jsonFields, tableCells } from './stages/cells.js';
import { type CheckRules, check } from './stages/check.js';
import { dateMacros, dateOrder } from './stages/dates.js';
import { endpoints } from './stages/endpoint-rows.js';
import { identityKeys, maxRounds, mergeStep, rungIds } from './stages/identify.js';
import { identityMacros } from './stages/identity-forms.js';
import { inputTables } from './stages/inputs.js';
import {
  jsonKeys,
  load,
  prepare,
  type ReadableShape,
  type ReportFile,
  register,
  spread,
} from './stages/load.js';
import { observe } from './stages/observe.js';
import { operatingSystems } from './stages/operating-systems.js';
import { nameProducts, resolve } from './stages/resolve.js';
import * as score from './stages/score.js';
import { verdict } from './stages/verdict.js';

/** One report file with what its first bytes say of it. */
export interface SniffedFile extends ReportFile {
  readonly shape: ReadableShape;
}

/** One machine that an inventory takes out of the count. */
export interface Exclusion {
  readonly agency: string;
  readonly host?: string;
  readonly serial?: string;
  readonly hardwareUuid?: string;
  readonly reason: string;
}

export interface FleetInput {
  readonly files: readonly SniffedFile[];
  readonly catalogues: Catalogues;
  readonly rules: CheckRules;
  readonly exclusions: readonly Exclusion[];
  /** Highest level among an agency's systems: null when it has none, undefined when that isn't known. */
  readonly agencies: readonly { readonly id: string; readonly level: number | null | undefined }[];
  readonly asOf: IsoDate;
  /** Leaves the tables of every stage in the database, so that a machine's verdict can be explained. Default: freed. */
  readonly keep?: boolean;
  /** Called after each group of files that was read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What the stages found: plain rows, as `stages/score.ts` selects them. */
export interface FleetResult {
  readonly counts: readonly Row[];
  readonly exclusions: readonly Row[];
  readonly products: readonly Row[];
  readonly sources: readonly Row[];
  readonly checks: readonly Row[];
  readonly endpoints: readonly Row[];
  readonly files: readonly Row[];
  readonly unmatchedExclusions: readonly Row[];
  /** Problems by file path. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Judges endpoints: load → observe → identify → resolve → check → verdict → score, each a stage of set-based SQL that reads
 * only the one before. A file that can't be read becomes a diagnostic; the others go on. Deterministic for the same input.
 */
export async function judgeFleet(engine: FleetEngine, input: FleetInput): Promise<FleetResult> {
  const run = async (statements: readonly Statement[]) => {
    for (const statement of statements) {
      if (!(statement.frees && input.keep)) await engine.run(statement);
    }
  };
  await run([
    ...prepare(),
    ...dateMacros(input.asOf),
    ...identityMacros(),
    ...catalogueTables(input.catalogues),
    ...inputTables(input),
  ]);
  const diagnostics = await readFiles(engine, input, run);
  await engine.sealFiles();

  await run(identityKeys());
  for (const rung of rungIds) await mergeRung(engine, rung, run);
  await run(endpoints(input.asOf));
  await run([
    ...nameProducts(),
    ...resolve(input.asOf),
    operatingSystems(input.asOf),
    ...candidates(input.asOf),
  ]);
  await run([check(input.rules), ...verdict(input.rules)]);

  const { checks } = input.rules;
  const files = await engine.rows(score.fileCounts);
  diagnostics.push(
    ...rowDiagnostics(
      files,
      await engine.rows(score.refusals),
      await engine.rows(score.oddWords),
      sourcesOf(input.files),
    ),
    ...pageDiagnostics(await engine.rows(score.pageCounts), files, sourcesOf(input.files)),
  );
  return {
    counts: await engine.rows(score.agencyCounts),
    exclusions: await engine.rows(score.exclusionCounts),
    products: await engine.rows(score.productCounts),
    sources: await engine.rows(score.sourceCounts),
    checks: await engine.rows(score.checkCounts(checks)),
    endpoints: await engine.rows(score.unprotectedEndpoints(checks)),
    files,
    unmatchedExclusions: await engine.rows(score.unmatchedExclusions),
    diagnostics,
  };
}

/** The sources that files were recognised as. */
export function sourcesOf(files: readonly SniffedFile[]): readonly EndpointSource[] {
  return [...new Set(files.map(({ shape }) => shape.source))];
}

type Run = (statements: readonly Statement[]) => Promise<void>;

/** Files of one layout are read together; when that fails, one by one, so that only the broken one is lost. */
export async function readFiles(
  engine: FleetEngine,
  input: Pick<FleetInput, 'files' | 'onProgress'>,
  run: Run,
): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const groups = groupByLayout(input.files);
  let done = 0;
  for (const group of groups) {
    try {
      diagnostics.push(...(await readGroup(engine, group, run)));
    } catch {
      await run(forget(group));
      for (const file of group) {
        try {
          diagnostics.push(...(await readGroup(engine, [file], run)));
        } catch (error) {
          await run(forget([file]));
          diagnostics.push(unreadable(file, error));
        }
      }
    }
    done += group.length;
    input.onProgress?.(done, input.files.length);
  }
  await run([
    {
      sql: 'CREATE TABLE future_count AS SELECT file_id, count(*) AS future FROM observation WHERE future_date GROUP BY 1',
    },
  ]);
  return diagnostics;
}

function groupByLayout(files: readonly SniffedFile[]): readonly SniffedFile[][] {
  const groups = new Map<string, SniffedFile[]>();
  for (const file of files) {
    const { shape } = file;
    const key = JSON.stringify([
      shape.source.id,
      shape.kind,
      shape.kind === 'parquet' ? null : shape.layout,
    ]);
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  return [...groups.values()];
}

async function readGroup(
  engine: FleetEngine,
  group: readonly SniffedFile[],
  run: Run,
): Promise<Diagnostic[]> {
  const [first] = group;
  if (!first) return [];
  const { shape } = first;
  const { source } = shape;
  await run([register(group, source)]);
  await run(load(group, shape));
  const known = fieldsRead(source);
  const fields = shape.kind === 'table' ? [] : await engine.rows(jsonKeys(known));
  const namesOf = (file: SniffedFile) =>
    shape.kind === 'table'
      ? shape.layout.headers
      : fields.flatMap(({ file_id, name }) => (file_id === file.id ? [String(name)] : []));
  const names = [...new Set(group.flatMap(namesOf))];
  // Hostile records may have thousands of names: only those that the source maps are taken out.
  const mapped = names.filter((name) => known.includes(name));
  if (shape.kind !== 'table') await run([...spread(source), ...jsonFields(source, mapped)]);
  const cell = shape.kind === 'table' ? tableCells(names) : jsonCells(source, mapped);
  const order = dateOrder(source, cell);
  if (order) await run([order]);
  await run(
    observe(
      source,
      cell,
      shape.kind === 'table'
        ? { columns: names.length, delimiter: shape.layout.delimiter }
        : undefined,
    ),
  );
  return group.flatMap((file) => {
    // Headers are matched folded, fields of records exactly; the database adds the file's name to Parquet's.
    const ignored = ignoredColumns(
      source,
      namesOf(file),
      shape.kind === 'table' ? fold : String,
    ).filter((name) => shape.kind !== 'parquet' || name !== 'filename');
    if (ignored.length === 0) return [];
    return {
      code: 'fleet.ignored_columns',
      severity: 'info',
      message: message('fleet.ignored_columns', { columns: ignored.join(', ') }),
      file: file.path,
    };
  });
}

/** Takes back what a failed reading of these files left in the tables. */
function forget(files: readonly ReportFile[]): Statement[] {
  const bind = binder();
  const ids = files.map((file) => bind.value(file.id)).join(', ');
  return [
    ...['raw', 'wrapped', 'log_line', 'fields', 'cells'].map((table) => ({
      sql: `DROP TABLE IF EXISTS ${table}`,
    })),
    ...['file', 'observation', 'refusal', 'odd_word', 'page'].map((table) => ({
      sql: `DELETE FROM ${table} WHERE file_id IN (${ids})`,
      params: bind.params,
    })),
  ];
}

function ignoredColumns(
  source: EndpointSource,
  names: readonly string[],
  key: (name: string) => string,
): string[] {
  const listed = [
    ...source.columns.flatMap(({ headers }) => headers),
    ...(source.leaveOut ?? []).map(({ header }) => header),
    ...fieldsRead(source),
    ...(source.ignored ?? []),
  ];
  const known = new Set(listed.map(key));
  return names.filter((name) => name !== '' && !known.has(key(name))).slice(0, 30);
}

async function mergeRung(engine: FleetEngine, rung: string, run: Run): Promise<void> {
  const step = mergeStep(rung);
  for (let round = 0; round < maxRounds; round++) {
    await run(step.prepare);
    const [row] = await engine.rows(step.count);
    if (Number(row?.['merged'] ?? 0) === 0) return;
    await run(step.apply);
  }
  throw new Error(`identity rung ${rung} does not settle`);
}
