import { declarationsById } from '../conditions/declarations.js';
import { type Schemas, suggestion } from '../documents/schemas.js';
import type { IsoDate } from '../domain/dates.js';
import { AppError, type Diagnostic } from '../domain/diagnostic.js';
import type { Files } from '../domain/files.js';
import { compareIds } from '../domain/order.js';
import type { Citation, Finding, Level } from '../domain/rules.js';
import type { Message } from '../domain/text.js';
import { type Catalogues, readCatalogues } from '../fleet/catalogues.js';
import type { FleetEngine } from '../fleet/engines/engine.js';
import { type FleetResult, judgeFleet } from '../fleet/judge-fleet.js';
import { readSources } from '../fleet/source.js';
import { readSubmissions } from '../intake/read-submissions.js';
import { readWorkspace, type Workspace } from '../intake/read-workspace.js';
import type { AgencySubmission } from '../intake/submission.js';
import { message } from '../messages/catalogue.js';
import { listPacks, type RulesInForce, readPacks, rulesInForce } from '../packs/read-packs.js';
import type { RulePack } from '../packs/types.js';
import { judgeSystem, type SystemResult } from '../systems/judge-system.js';
import { agencyResult, diagnosticsOf } from './agency-result.js';
import type { AgencyResult, Assessment } from './assessment.js';
import { endpointFindings } from './endpoint-findings.js';
import { handInFindings } from './hand-in-findings.js';
import { describeInputs, describePack } from './provenance.js';
import { readReports } from './read-reports.js';
import { groupResult } from './target-results.js';
import { bindingThresholds, type Thresholds } from './thresholds.js';

/** Everything an audit needs from outside. */
export interface AuditOptions {
  /** Opened on the workspace. */
  readonly workspace: Files;
  /** Opened on the product's own data: `rules/`, `schemas/`. */
  readonly bundled: Files;
  readonly schemas: Schemas;
  readonly asOf: IsoDate;
  /** Opens the database in which endpoints are judged; the audit closes it. */
  readonly openEngine: () => Promise<FleetEngine>;
  /** Ids of the agencies to audit; all when empty. */
  readonly only?: readonly string[];
  readonly onProgress?: (step: Message, done: number, total: number) => void;
}

/** The assessment, and what has to be said beside it: problems that belong to no agency, remarks on files. */
export interface AuditOutcome {
  readonly assessment: Assessment;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Audits a workspace: packs by date, agencies' hand-ins, systems, endpoints, scores. One agency's broken file is a finding
 * of that agency. Throws `AppError` when the workspace's own files or its packs can't be used.
 */
export async function auditWorkspace(options: AuditOptions): Promise<AuditOutcome> {
  const { asOf, schemas } = options;
  const progress = options.onProgress ?? (() => undefined);
  const workspace = await readWorkspace(
    options.workspace,
    schemas,
    await listPacks(options.bundled, 'rules/packs'),
  );
  const packs = await usablePacks(options, workspace);
  const rules = rulesInForce(packs, asOf);
  const thresholds = bindingThresholds(workspace, rules, packs);
  const declarations =
    rules.classification?.classification &&
    declarationsById(rules.classification.classification.facts);
  const submissions = await readSubmissions(
    options.workspace,
    workspace,
    { schemas, declarations, asOf },
    (done, total) => progress(message('audit.progress.hand_ins'), done, total),
  );
  const chosen = chooseAgencies(submissions.agencies, options.only ?? [], workspace);
  const twice = new Set(submissions.duplicateSystems.map(({ id }) => id));
  const systems = new Map(
    chosen.map((each) => [each.agency.id, judgeSystems(each, rules, asOf, twice)] as const),
  );

  const { sources } = await readSources(options.bundled, 'rules/sources', schemas);
  const catalogues = await readCatalogues(options.bundled, 'rules/catalogues');
  const reports = await readReports(
    options.workspace,
    chosen.flatMap(handedIn),
    sources,
    (done, total) => progress(message('audit.progress.reports'), done, total),
  );
  const fleet = await judgeEndpoints(
    options,
    reports.files,
    chosen,
    systems,
    rules,
    thresholds.parameters,
    catalogues,
  );
  const problems = [...reports.diagnostics, ...fleet.diagnostics];

  const results = chosen.map((submission) => {
    const { id } = submission.agency;
    const own = diagnosticsOf(submission, problems);
    return agencyResult(submission, systems.get(id) ?? [], fleet, own, rules, thresholds.targets);
  });
  const findings = [
    ...chosen.flatMap(({ agency }) =>
      (systems.get(agency.id) ?? []).flatMap((each) => each.findings),
    ),
    ...(rules.endpointChecks?.endpointChecks
      ? endpointFindings(fleet, rules.endpointChecks.endpointChecks, results)
      : []),
    ...chosen.flatMap((submission, index) => {
      const result = results[index] as AgencyResult;
      const unmatched = fleet.unmatchedExclusions
        .filter((row) => row['agency'] === result.id)
        .map((row) => String(row['machine']));
      return handInFindings(
        result,
        diagnosticsOf(submission, problems),
        unmatched,
        planCitations(rules),
      );
    }),
  ];
  const kinds = [...new Set(results.map((result) => result.kind))];
  return {
    assessment: {
      schema_version: 1,
      title: workspace.title,
      as_of: asOf,
      only_agencies: options.only?.length ? options.only : null,
      packs: packs.map((pack) => describePack(pack, rules)),
      changed_parameters: thresholds.changed,
      catalogues: { os_snapshot: catalogues.osSnapshot },
      agencies: results,
      kinds: kinds.map((kind) =>
        groupResult(
          kind,
          results.filter((each) => each.kind === kind),
          thresholds.targets,
        ),
      ),
      province: groupResult('province', results, thresholds.targets),
      findings: sortFindings(findings),
      inputs: describeInputs(workspace, chosen, fleet),
    },
    diagnostics: [
      ...workspace.diagnostics,
      ...submissions.diagnostics,
      // Errors and warnings of an agency's files are its findings; mere remarks are told here.
      ...chosen.flatMap((each) =>
        diagnosticsOf(each, problems).filter(({ severity }) => severity === 'info'),
      ),
    ],
  };
}

async function usablePacks(
  { bundled, schemas }: AuditOptions,
  workspace: Workspace,
): Promise<RulePack[]> {
  const readings = await readPacks(bundled, 'rules/packs', workspace.packs, schemas);
  const problems = readings
    .flatMap((reading) => reading.diagnostics)
    .filter((each) => each.severity === 'error');
  if (problems.length > 0) {
    throw new AppError({ message: message('audit.packs_unusable'), diagnostics: problems });
  }
  return readings.flatMap((reading) => reading.pack ?? []);
}

function chooseAgencies(
  all: readonly AgencySubmission[],
  only: readonly string[],
  workspace: Workspace,
): readonly AgencySubmission[] {
  if (only.length === 0) return all;
  const known = all.map((each) => each.agency.id);
  const unknown = only.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    const [first = ''] = unknown;
    const former = workspace.agencies.find((agency) => agency.id === first);
    throw new AppError({
      message: message('audit.unknown_agency', { id: unknown.join(', ') }),
      hints: [
        former
          ? message('audit.former_agency.hint', {
              successor: former.successor ?? message('audit.former_agency.none'),
            })
          : (suggestion(first, known) ?? message('audit.unknown_agency.hint')),
      ],
    });
  }
  return all.filter((each) => only.includes(each.agency.id));
}

/**
 * Retired systems are no longer counted; every other one is. An id that two entries bear can satisfy nothing: nobody
 * knows which entry is right, and each agency has a finding for it.
 */
function judgeSystems(
  { inventory }: AgencySubmission,
  rules: RulesInForce,
  asOf: IsoDate,
  twice: ReadonlySet<string>,
): SystemResult[] {
  const packs = {
    classification: rules.classification?.classification,
    approval: rules.approval?.approval,
  };
  return (inventory?.systems ?? [])
    .filter((system) => system.lifecycle !== 'retired')
    .map((system) => {
      const result = judgeSystem({ system, packs, asOf });
      return twice.has(system.id)
        ? { ...result, status: 'unknown', metrics: nothingKnown }
        : result;
    });
}

const nothingKnown = {
  systems_classified: 'unknown',
  systems_classified_and_plan_deployed: 'unknown',
} as const;

function handedIn({ agency, endpointFiles }: AgencySubmission) {
  return endpointFiles.map((file) => ({
    agency: agency.id,
    path: file.path,
    ...(file.exportedOn !== undefined && { exportedOn: file.exportedOn }),
  }));
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

async function judgeEndpoints(
  options: AuditOptions,
  files: Parameters<typeof judgeFleet>[1]['files'],
  chosen: readonly AgencySubmission[],
  systems: ReadonlyMap<string, readonly SystemResult[]>,
  rules: RulesInForce,
  parameters: Thresholds['parameters'],
  catalogues: Catalogues,
): Promise<FleetResult> {
  const checks = rules.endpointChecks?.endpointChecks;
  if (!checks) return nothingJudged;
  const engine = await options.openEngine();
  try {
    return await judgeFleet(engine, {
      files,
      catalogues,
      rules: { checks, parameters, asOf: options.asOf },
      exclusions: chosen.flatMap(({ agency, inventory }) =>
        (inventory?.endpointExclusions ?? []).map((each) => ({ agency: agency.id, ...each })),
      ),
      agencies: chosen.map(({ agency, inventory }) => ({
        id: agency.id,
        level: inventory ? highestLevel(systems.get(agency.id) ?? []) : undefined,
      })),
      asOf: options.asOf,
      onProgress: (done, total) =>
        options.onProgress?.(message('audit.progress.endpoints'), done, total),
    });
  } finally {
    await engine.close();
  }
}

/** The highest level that any of an agency's systems has, computed or approved; null when it has no systems. */
function highestLevel(systems: readonly SystemResult[]): number | null | undefined {
  if (systems.length === 0) return null;
  const known = systems.flatMap((each) =>
    [each.classification?.computedLevel, each.approvedLevel].filter(
      (level): level is Level => typeof level === 'number',
    ),
  );
  return known.length === 0 ? undefined : Math.max(...known);
}

/** The plan whose figures a gap in the hand-ins concerns. */
function planCitations(rules: RulesInForce): readonly Citation[] {
  const citations = rules.targets
    .flatMap((pack) => pack.targets ?? [])
    .flatMap((target) => target.citations);
  return [...new Map(citations.map((each) => [each.text, each])).values()];
}

const severities = ['critical', 'high', 'medium', 'low', 'info'];

/** Worst first, then by id in natural order: the same findings always stand in the same order. */
function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) || compareIds(a.id, b.id),
  );
}
