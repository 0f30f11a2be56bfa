import type { Diagnostic } from '../domain/diagnostic.js';
import { compareIds } from '../domain/order.js';
import type { Citation, Finding, Level } from '../domain/rules.js';
import { type Catalogues, readCatalogues } from '../fleet/catalogues.js';
import type { FleetEngine } from '../fleet/engines/engine.js';
import { type FleetResult, judgeFleet } from '../fleet/judge-fleet.js';
import { readSources } from '../fleet/source.js';
import { workspaceFile } from '../intake/read-workspace.js';
import type { AgencySubmission } from '../intake/submission.js';
import { message } from '../messages/catalogue.js';
import { readHolidays } from '../packs/read-holidays.js';
import type { RulesInForce } from '../packs/read-packs.js';
import { agencyResult, diagnosticsOf } from './agency-result.js';
import type { AgencyResult, Assessment } from './assessment.js';
import { endpointFindings } from './endpoint-findings.js';
import { contradictionFindings, type SignalCount, signalCounts } from './endpoint-signals.js';
import { handInFindings } from './hand-in-findings.js';
import { judgeProvinceObligations } from './judge-province-obligations.js';
import { obligationFindings } from './obligation-findings.js';
import { describeInputs, describePack } from './provenance.js';
import {
  type JudgedSystem,
  judgeProvince,
  type ProvinceOptions,
  readProvince,
} from './read-province.js';
import { readReports } from './read-reports.js';
import { systemSummaries } from './system-summary.js';
import { groupResult } from './target-results.js';
import type { Thresholds } from './thresholds.js';

/** Everything an audit needs from outside. */
export interface AuditOptions extends ProvinceOptions {
  /** Opens the database in which endpoints are judged; the audit closes it. */
  readonly openEngine: () => Promise<FleetEngine>;
}

/** Only what is late becomes a finding; what is due soon is told by the list of deadlines. */
const soon = { months: 0, days: 0 };

/** The assessment, and what has to be said beside it: problems that belong to no agency, remarks on files. */
export interface AuditOutcome {
  readonly assessment: Assessment;
  /** The systems that the assessment counts, by agency, with every requirement's answers. */
  readonly systems: ReadonlyMap<string, readonly JudgedSystem[]>;
  /** What each agency's endpoint reports say about requirements, by signal. */
  readonly signals: ReadonlyMap<string, ReadonlyMap<string, SignalCount>>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Audits a workspace: packs by date, agencies' hand-ins, systems, endpoints, scores. One agency's broken file is a finding
 * of that agency. Throws `AppError` when the workspace's own files or its packs can't be used.
 */
export async function auditWorkspace(options: AuditOptions): Promise<AuditOutcome> {
  const { asOf, schemas } = options;
  const progress = options.onProgress ?? (() => undefined);
  const province = await readProvince(options);
  const { workspace, packs, rules, thresholds, submissions, chosen } = province;
  const systems = judgeProvince(province);
  const obligations = judgeProvinceObligations(province, systems, {
    holidays: await readHolidays(options.bundled, schemas),
    soon,
  });

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

  const signals = new Map(
    chosen.map(({ agency: { id } }) => [
      id,
      signalCounts(fleet, id, rules.endpointChecks?.endpointChecks ?? {}),
    ]),
  );
  const results = chosen.map((submission) => {
    const { id } = submission.agency;
    const own = diagnosticsOf(submission, problems);
    return agencyResult(
      submission,
      systemSummaries(systems.get(id) ?? [], signals.get(id) ?? new Map()),
      fleet,
      own,
      rules,
      thresholds.targets,
    );
  });
  const findings = [
    ...chosen.flatMap(({ agency }) =>
      (systems.get(agency.id) ?? []).flatMap((each) => [
        ...each.result.findings,
        ...contradictionFindings(each, signals.get(agency.id) ?? new Map()),
      ]),
    ),
    ...obligationFindings(obligations, { title: workspace.title, path: workspaceFile }),
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
    systems,
    signals,
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
  systems: ReadonlyMap<string, readonly JudgedSystem[]>,
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
function highestLevel(systems: readonly JudgedSystem[]): number | null | undefined {
  if (systems.length === 0) return null;
  const known = systems.flatMap(({ result }) =>
    [result.classification?.computedLevel, result.approvedLevel].filter(
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
