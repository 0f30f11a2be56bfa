import type { IsoDate } from '../domain/dates.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { FleetResult } from '../fleet/judge-fleet.js';
import type { AgencySubmission } from '../intake/submission.js';
import type { RulesInForce } from '../packs/read-packs.js';
import { nextActions } from './actions.js';
import type { AgencyResult, SystemSummary } from './assessment.js';
import { type DeclaredEndpoints, endpointSummary } from './endpoint-summary.js';
import { rowsOf } from './provenance.js';
import { agencyTargets, agencyVerdict, type BindingTarget } from './target-results.js';

/** Every problem of one agency's files: those of the intake, and those found while reading its endpoint exports. */
export function diagnosticsOf(
  { diagnostics, endpointFiles }: AgencySubmission,
  problems: readonly Diagnostic[],
): Diagnostic[] {
  const own = new Set(endpointFiles.map((file) => file.path));
  return [
    ...diagnostics,
    ...problems.filter((each) => each.file !== undefined && own.has(each.file)),
  ];
}

/** One agency's figures, verdict and next steps. */
export function agencyResult(
  submission: AgencySubmission,
  summaries: readonly SystemSummary[],
  fleet: FleetResult,
  diagnostics: readonly Diagnostic[],
  rules: RulesInForce,
  targets: readonly BindingTarget[],
  asOf: IsoDate,
): AgencyResult {
  const { agency, inventory } = submission;
  const checks = rules.endpointChecks?.endpointChecks?.checks ?? [];
  const endpoints = endpointSummary(fleet, agency.id, declaredEndpoints(submission), checks, asOf);
  const errors = diagnostics.filter((each) => each.severity === 'error');
  const inventoryRead = inventory !== null;
  const results = agencyTargets(targets, {
    endpoints,
    systems: summaries,
    inventoryRead,
    selfReported: endpoints.self_reported,
    endpointFilesLost:
      submission.endpointFilesLost ||
      someFileUseless(submission, fleet) ||
      diagnostics.some(mayLackMachines),
  });
  const verdict =
    submission.status === 'not_submitted' ? 'no_data' : agencyVerdict(results, inventoryRead);
  const partial =
    submission.status === 'submitted' && errors.length > 0 ? 'partly' : submission.status;
  const result = {
    id: agency.id,
    name: agency.name,
    kind: agency.kind,
    submission: { status: partial, late: submission.late, submitted_on: submission.submittedOn },
    systems: summaries,
    endpoints,
    targets: results,
    verdict,
  };
  return { ...result, actions: nextActions(result, new Set(errors.map((each) => each.file)).size) };
}

/** Codes of problems by which machines may be missing from the count: refused rows, pages and parts that weren't read. */
const lossCodes: ReadonlySet<string> = new Set([
  'fleet.rows_refused',
  'fleet.truncated',
  'fleet.truncated_open',
  'fleet.full_page',
  'fleet.sheet_aside',
  'fleet.sheet_hidden',
  'fleet.other_lists',
]);

function mayLackMachines({ code, severity }: Diagnostic): boolean {
  if (severity === 'info') return false;
  return lossCodes.has(code) || (severity === 'error' && code.startsWith('fleet.'));
}

/** Whether an endpoint file gave no row at all: it wasn't recognised, broke while being read, or holds none of use. */
function someFileUseless({ endpointFiles }: AgencySubmission, fleet: FleetResult): boolean {
  const rows = rowsOf(fleet);
  return endpointFiles.some(({ path }) => {
    const { read, refused } = rows.get(path) ?? { read: 0, refused: 0 };
    return read - refused <= 0;
  });
}

/** How many endpoints an agency's inventory says that it has; null when it doesn't say. */
export function declaredEndpoints({ inventory }: AgencySubmission): DeclaredEndpoints | null {
  const declared = inventory?.declaredEndpoints;
  return declared
    ? { count: declared.count, register: declared.register, date: declared.date ?? null }
    : null;
}
