import type { Diagnostic } from '../domain/diagnostic.js';
import { compareIds } from '../domain/order.js';
import type { Citation, Finding } from '../domain/rules.js';
import { workspaceFile } from '../intake/read-workspace.js';
import { readHolidays } from '../packs/read-holidays.js';
import type { RulesInForce } from '../packs/read-packs.js';
import { agencyResult, diagnosticsOf } from './agency-result.js';
import type { AgencyResult, Assessment } from './assessment.js';
import { endpointFindings } from './endpoint-findings.js';
import { contradictionFindings, type SignalCount, signalCounts } from './endpoint-signals.js';
import { handInFindings } from './hand-in-findings.js';
import { type EndpointOptions, judgeEndpoints } from './judge-endpoints.js';
import { judgeProvinceObligations } from './judge-province-obligations.js';
import { obligationFindings } from './obligation-findings.js';
import { describeInputs, describePack } from './provenance.js';
import { type JudgedSystem, judgeProvince, readProvince } from './read-province.js';
import { systemSummaries } from './system-summary.js';
import { groupResult } from './target-results.js';
import { vocabulary } from './vocabulary.js';

/** Everything an audit needs from outside. */
export type AuditOptions = EndpointOptions;

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
  const province = await readProvince(options);
  const { workspace, packs, rules, thresholds, submissions, chosen } = province;
  const systems = judgeProvince(province);
  const obligations = judgeProvinceObligations(province, systems, {
    holidays: await readHolidays(options.bundled, schemas),
    soon,
  });

  const judged = await judgeEndpoints(options, province, systems);
  const { fleet, catalogues, known, diagnostics: problems } = judged;

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
      asOf,
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
      inputs: describeInputs([...workspace.inputs, ...known.inputs], chosen, fleet),
      ...(workspace.due !== undefined && { collection_due: workspace.due }),
      ...(workspace.letterhead && { letterhead: workspace.letterhead }),
      vocabulary: vocabulary(packs, rules, findings),
    },
    systems,
    signals,
    diagnostics: [
      ...workspace.diagnostics,
      ...submissions.diagnostics,
      ...known.diagnostics,
      // Errors and warnings of an agency's files are its findings; mere remarks are told here.
      ...chosen.flatMap((each) =>
        diagnosticsOf(each, problems).filter(({ severity }) => severity === 'info'),
      ),
    ],
  };
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
