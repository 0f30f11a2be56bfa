import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadSchemas } from '../../../src/documents/schemas.js';
import { isoDate } from '../../../src/domain/dates.js';
import type { Diagnostic } from '../../../src/domain/diagnostic.js';
import type { FactValue } from '../../../src/domain/facts.js';
import { type Catalogues, readCatalogues } from '../../../src/fleet/catalogues.js';
import { openDuckDb } from '../../../src/fleet/engines/duckdb.js';
import type { FleetEngine, Row } from '../../../src/fleet/engines/engine.js';
import {
  type Exclusion,
  type FleetResult,
  judgeFleet,
  type SniffedFile,
} from '../../../src/fleet/judge-fleet.js';
import { openReport } from '../../../src/fleet/open-report.js';
import type { FileShape } from '../../../src/fleet/sniff.js';
import { type EndpointSource, readSources } from '../../../src/fleet/source.js';
import { outcomeFact } from '../../../src/packs/judge-endpoint.js';
import { parameterValues } from '../../../src/packs/parameters.js';
import { readPack } from '../../../src/packs/read-pack.js';
import type { EndpointChecks } from '../../../src/packs/types.js';
import { openFolder, openScratch } from '../../../src/platform/files.js';

/** The audit date of these tests. */
export const asOf = '2026-11-24';

/** The audit date minus whole days, `YYYY-MM-DD`. */
export function daysAgo(days: number): string {
  return new Date(Date.parse(`${asOf}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

interface Bundled {
  readonly sources: readonly EndpointSource[];
  readonly catalogues: Catalogues;
  readonly checks: EndpointChecks;
}

let bundle: Promise<Bundled> | undefined;

/** The product's own sources, catalogues and endpoint checks; read once a test file. */
export function bundled(): Promise<Bundled> {
  bundle ??= readBundled();
  return bundle;
}

async function readBundled(): Promise<Bundled> {
  const root = openFolder(process.cwd());
  const schemas = await loadSchemas(root, 'schemas');
  const { sources, diagnostics } = await readSources(root, 'rules/sources', schemas);
  const { pack } = await readPack(root, 'rules/packs/endpoint-baseline', schemas);
  if (diagnostics.length > 0 || !pack?.endpointChecks) throw new Error('broken bundled data');
  const catalogues = await readCatalogues(root, 'rules/catalogues');
  return { sources, catalogues, checks: pack.endpointChecks };
}

export type AgencyLevel = number | null | 'unknown';

export interface JudgeInput {
  /** By path `<agency>/<name>`, in the order in which they are read. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly asOf?: string;
  readonly exclusions?: readonly Exclusion[];
  /** Highest level of its systems by agency; null: it has none, as an agency left out; `unknown`: not determined. */
  readonly levels?: Readonly<Record<string, AgencyLevel>>;
  readonly parameters?: Readonly<Record<string, FactValue>>;
  /** Export dates by path. */
  readonly exportedOn?: Readonly<Record<string, string>>;
}

/** One judged endpoint. */
export interface JudgedEndpoint {
  readonly id: string;
  readonly agency: string;
  readonly name: string;
  readonly verdict: string;
  /** The deciding step's id; null when none was true. */
  readonly step: string | null;
  readonly installed: string;
  readonly product: string | null;
  readonly outcomes: Readonly<Record<string, string>>;
  /** The facts that the checks saw, of the deciding product. */
  readonly facts: Row;
  /** The row of table `endpoint`. */
  readonly row: Row;
}

export interface Judged {
  readonly endpoints: readonly JudgedEndpoint[];
  readonly result: FleetResult;
  readonly diagnostics: readonly Diagnostic[];
  readonly shapes: ReadonlyMap<string, FileShape>;
  /** Rows that became observations, in reading order. */
  readonly observations: readonly Row[];
  /** One row an endpoint and product, as the checks saw it, with outcomes. */
  readonly candidates: readonly Row[];
  /** Why rows were refused, as `path: reason` with repetitions, sorted. */
  readonly refused: readonly string[];
}

/** Writes the files to a folder of their own and judges them as an audit does. */
export async function judge(input: JudgeInput): Promise<Judged> {
  const { sources, catalogues, checks } = await bundled();
  const folder = await mkdtemp(join(tmpdir(), 'tuanthu-fleet-'));
  const engine = await openDuckDb({ threads: 2, temporaryFolder: folder });
  try {
    const { files, shapes, opened } = await writeFiles(folder, input, sources);
    const agencyIds = new Set(Object.keys(input.files).map(agencyOf));
    const kept: Record<string, readonly Row[]> = {};
    const { values, problems } = parameterValues(checks, input.parameters ?? {});
    if (problems.length > 0) throw new Error(`parameters: ${JSON.stringify(problems)}`);
    const result = await judgeFleet(keeping(engine, kept), {
      files,
      catalogues,
      rules: { checks, parameters: values, asOf: isoDate(input.asOf ?? asOf) },
      exclusions: input.exclusions ?? [],
      agencies: [...agencyIds].map((id) => {
        const level = input.levels?.[id] ?? null;
        return { id, level: level === 'unknown' ? undefined : level };
      }),
      asOf: isoDate(input.asOf ?? asOf),
    });
    const judged = await engine.rows({ sql: 'SELECT * FROM judged' });
    const facts = new Map(judged.map((row) => [row['gid'], row]));
    const endpoints = await engine.rows({
      sql: 'SELECT * FROM endpoint ORDER BY agency, name, endpoint_id',
    });
    const refused = await engine.rows({
      sql: 'SELECT path, reason FROM refusal JOIN file USING (file_id) ORDER BY ALL',
    });
    return {
      endpoints: endpoints.map((row) => judgedEndpoint(row, facts.get(row['gid']), checks)),
      result,
      diagnostics: [...opened, ...result.diagnostics],
      shapes,
      observations: kept['observation'] ?? [],
      candidates: kept['checked'] ?? [],
      refused: refused.map((row) => `${String(row['path'])}: ${String(row['reason'])}`),
    };
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function agencyOf(path: string): string {
  return path.slice(0, path.indexOf('/'));
}

async function writeFiles(
  folder: string,
  input: JudgeInput,
  sources: readonly EndpointSource[],
): Promise<{ files: SniffedFile[]; shapes: Map<string, FileShape>; opened: Diagnostic[] }> {
  const files: SniffedFile[] = [];
  const shapes = new Map<string, FileShape>();
  const opened: Diagnostic[] = [];
  const handedIn = openFolder(join(folder, 'in'));
  const scratch = openScratch(folder);
  for (const [path, content] of Object.entries(input.files)) {
    const place = join(folder, 'in', path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content);
    const report = await openReport(handedIn, path, sources, scratch);
    opened.push(...report.diagnostics);
    const exportedOn = input.exportedOn?.[path];
    const agency = agencyOf(path);
    for (const { shape, ...part } of report.parts) {
      shapes.set(path, shape);
      if (!('source' in shape)) continue;
      const id = files.length;
      files.push({ id, path, agency, shape, ...part, ...(exportedOn && { exportedOn }) });
    }
  }
  return { files, shapes, opened };
}

/** The engine, with the tables that the stages drop read out just before. */
function keeping(engine: FleetEngine, kept: Record<string, readonly Row[]>): FleetEngine {
  return {
    ...engine,
    async run(statement) {
      const table = /^DROP TABLE (observation|checked)$/.exec(statement.sql)?.[1];
      const order = table === 'observation' ? 'file_id, row_no' : 'gid, product';
      if (table)
        kept[table] = await engine.rows({ sql: `SELECT * FROM ${table} ORDER BY ${order}` });
      await engine.run(statement);
    },
  };
}

function judgedEndpoint(row: Row, facts: Row | undefined, checks: EndpointChecks): JudgedEndpoint {
  if (!facts) throw new Error(`no verdict for ${String(row['name'])}`);
  const outcomes = checks.checks.map(({ id }) => [id, String(facts[outcomeFact(id)])]);
  return {
    id: String(row['endpoint_id']),
    agency: String(row['agency']),
    name: String(row['name']),
    verdict: String(facts['verdict']),
    step: checks.verdict[Number(facts['step'])]?.id ?? null,
    installed: String(facts['installed']),
    product: facts['product'] === null ? null : String(facts['product']),
    outcomes: Object.fromEntries(outcomes),
    facts,
    row,
  };
}

/** A record of the normalised format; a field left out is unknown. */
export type NormalisedRecord = Readonly<Record<string, unknown>>;

/** Records as NDJSON. */
export function ndjson(...records: readonly unknown[]): string {
  return `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;
}

/** A console's row on a machine that fulfils everything: Kaspersky, on, blocking, fresh, seen and observed yesterday. */
export function protectedRow(changes: NormalisedRecord = {}): NormalisedRecord {
  const row: Record<string, unknown> = {
    host: 'PC01',
    grade: 'A',
    product: 'Kaspersky Endpoint Security for Windows',
    installed: true,
    running: true,
    realtime: true,
    mode: 'block',
    signatures_date: daysAgo(2),
    managed: true,
    observed_at: daysAgo(1),
    last_seen: daysAgo(1),
    ...changes,
  };
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}

/** A case of a table: its files under a folder that the case has for itself. */
export interface FleetCase {
  readonly name: string;
  /** Records of one NDJSON file; or files by name, in any form. */
  readonly rows?: readonly NormalisedRecord[];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly exclusions?: readonly Omit<Exclusion, 'agency'>[];
  readonly level?: AgencyLevel;
}

/** Judges all cases of a table in one run, each as an agency of its own; endpoints come back by case name. */
export async function judgeCases(
  cases: readonly FleetCase[],
  input: Omit<JudgeInput, 'files' | 'exclusions' | 'levels'> = {},
): Promise<{ of(name: string): readonly JudgedEndpoint[]; judged: Judged }> {
  const files: Record<string, string | Uint8Array> = {};
  const exclusions: Exclusion[] = [];
  const levels: Record<string, AgencyLevel> = {};
  const ids = new Map(cases.map(({ name }, index) => [name, `case-${index}`]));
  if (ids.size < cases.length) throw new Error('two cases with one name');
  for (const { name, rows, files: own, exclusions: without, level } of cases) {
    const agency = ids.get(name) ?? '';
    if (rows) files[`${agency}/rows.ndjson`] = ndjson(...rows);
    for (const [file, content] of Object.entries(own ?? {})) files[`${agency}/${file}`] = content;
    exclusions.push(...(without ?? []).map((each) => ({ ...each, agency })));
    if (level !== undefined) levels[agency] = level;
  }
  const judged = await judge({ ...input, files, exclusions, levels });
  return {
    judged,
    of: (name) => judged.endpoints.filter(({ agency }) => agency === ids.get(name)),
  };
}
