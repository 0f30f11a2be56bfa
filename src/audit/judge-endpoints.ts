import { formatDate, type IsoDate } from '../domain/dates.js';
import { AppError, type Diagnostic } from '../domain/diagnostic.js';
import type { Scratch } from '../domain/files.js';
import type { Level } from '../domain/rules.js';
import { type Catalogues, readCatalogues } from '../fleet/catalogues.js';
import type { FleetEngine } from '../fleet/engines/engine.js';
import { type FleetResult, judgeFleet } from '../fleet/judge-fleet.js';
import type { EndpointSource } from '../fleet/source.js';
import type { CheckRules } from '../fleet/stages/check.js';
import type { AgencySubmission } from '../intake/submission.js';
import { message } from '../messages/catalogue.js';
import type { JudgedSystem, Province, ProvinceOptions } from './read-province.js';
import { readReports } from './read-reports.js';
import { type KnownSources, readKnownSources } from './read-sources.js';

/** What judging a workspace's endpoints needs from outside. */
export interface EndpointOptions extends ProvinceOptions {
  /** Opens the database in which endpoints are judged; it is closed before the judging returns. */
  readonly openEngine: () => Promise<FleetEngine>;
  /** Where workbooks, archives and texts of other encodings are put for the database to read. */
  readonly scratch: Scratch;
}

/** The judged endpoints in the database, every stage's tables still there. */
export interface JudgedTables {
  readonly engine: FleetEngine;
  readonly rules: CheckRules;
  readonly catalogues: Catalogues;
  readonly sources: readonly EndpointSource[];
  readonly fleet: FleetResult;
}

/** The endpoints of a workspace, judged. */
export interface WorkspaceEndpoints<Answer = undefined> {
  readonly fleet: FleetResult;
  readonly catalogues: Catalogues;
  /** The sources by which the exports were read, with those that the workspace brings and what is wrong with them. */
  readonly known: KnownSources;
  /** Problems of the export files, by path. */
  readonly diagnostics: readonly Diagnostic[];
  /** What `look` found; undefined when nothing was judged, since no pack in force has endpoint checks. */
  readonly answer: Answer | undefined;
}

/** Without checks in force there is nothing to judge endpoints by: no report is read, and no figure is made up. */
const nothingJudged: FleetResult = {
  counts: [],
  exclusions: [],
  products: [],
  sources: [],
  checks: [],
  endpoints: [],
  files: [],
  unmatchedExclusions: [],
  diagnostics: [],
};

/**
 * Reads and judges the endpoint exports of the agencies chosen: the one way in which an audit and every view of it comes to
 * a verdict. `look` asks the database while it is still open; with it, the tables of all stages are kept. Throws only what
 * `look` or a broken installation throws: what is wrong with an export is a diagnostic.
 */
export async function judgeEndpoints<Answer = undefined>(
  options: EndpointOptions,
  { chosen, rules, thresholds }: Province,
  systems: ReadonlyMap<string, readonly JudgedSystem[]>,
  look?: (tables: JudgedTables) => Promise<Answer>,
): Promise<WorkspaceEndpoints<Answer>> {
  const { asOf } = options;
  const progress = options.onProgress ?? (() => undefined);
  const known = await readKnownSources(options.workspace, options.bundled, options.schemas);
  const { sources } = known;
  const catalogues = await readCatalogues(options.bundled, 'rules/catalogues');
  const reports = await readReports(
    options.workspace,
    chosen.flatMap(handedIn),
    sources,
    options.scratch,
    (done, total) => progress(message('audit.progress.reports'), done, total),
  );
  const checks = rules.endpointChecks?.endpointChecks;
  if (!checks) {
    return {
      fleet: nothingJudged,
      catalogues,
      known,
      diagnostics: reports.diagnostics,
      answer: undefined,
    };
  }
  const checkRules = { checks, parameters: thresholds.parameters, asOf };
  const engine = await options.openEngine();
  try {
    const fleet = await judgeFleet(engine, {
      files: reports.files,
      catalogues,
      rules: checkRules,
      exclusions: chosen.flatMap(({ agency, inventory }) =>
        (inventory?.endpointExclusions ?? []).map((each) => ({ agency: agency.id, ...each })),
      ),
      agencies: chosen.map(({ agency, inventory }) => ({
        id: agency.id,
        level: inventory ? highestLevel(systems.get(agency.id) ?? []) : undefined,
      })),
      asOf,
      keep: look !== undefined,
      onProgress: (done, total) => progress(message('audit.progress.endpoints'), done, total),
    });
    return {
      fleet,
      catalogues,
      known,
      diagnostics: [...reports.diagnostics, ...fleet.diagnostics],
      answer: await look?.({ engine, rules: checkRules, catalogues, sources, fleet }),
    };
  } finally {
    await engine.close();
  }
}

/** Why a view of judged endpoints can't be given: exit code 2. */
export function noChecksInForce(asOf: IsoDate): AppError {
  return new AppError({
    message: message('audit.no_endpoint_checks', { date: formatDate(asOf) }),
    hints: [message('audit.no_endpoint_checks.hint')],
  });
}

function handedIn({ agency, endpointFiles }: AgencySubmission) {
  return endpointFiles.map((file) => ({
    agency: agency.id,
    path: file.path,
    ...(file.exportedOn !== undefined && { exportedOn: file.exportedOn }),
  }));
}

/** The highest level that any of an agency's systems has, computed or approved; null when it has no systems. */
function highestLevel(systems: readonly JudgedSystem[]): number | null | undefined {
  if (systems.length === 0) return null;
  const known = systems.flatMap(({ result }) =>
    [result.classification?.computedLevel, result.approvedLevel].filter(
      (level): level is Level => typeof level === 'number',
    ),
  );
  return known.length === 0 ? undefined : Math.max(...known);
}
