import { factsNeeded } from '../conditions/facts-needed.js';
import { type Finding, findingId, type Subject } from '../domain/rules.js';
import type { Row } from '../fleet/engines/engine.js';
import type { FleetResult } from '../fleet/judge-fleet.js';
import { message } from '../messages/catalogue.js';
import { outcomeFact } from '../packs/judge-endpoint.js';
import type { EndpointCheck, EndpointChecks, VerdictStep } from '../packs/types.js';
import type { EndpointSummary } from './assessment.js';

/**
 * One finding for each endpoint in scope that isn't protected: the check that decided it. What else is wrong with an
 * agency's endpoints (checks that don't decide the verdict) is one finding per agency and check, with its count.
 */
export function endpointFindings(
  fleet: FleetResult,
  checks: EndpointChecks,
  agencies: readonly {
    readonly id: string;
    readonly name: string;
    readonly endpoints: EndpointSummary;
  }[],
): Finding[] {
  const deciding = decidingChecks(checks);
  const single = fleet.endpoints.map((row) => endpointFinding(row, checks, deciding));
  const grouped = agencies.flatMap(({ id, name, endpoints }) =>
    checks.checks
      .filter((check) => !deciding.includes(check))
      .flatMap((check) => {
        const counts = endpoints.checks.find((each) => each.id === check.id);
        if (!counts || counts.fail === 0) return [];
        const subject: Subject = { kind: 'agency', id, name, agency: id };
        return [
          {
            id: findingId(check.id, subject),
            rule: check.id,
            subject,
            outcome: 'fail' as const,
            severity: check.severity,
            citations: check.citations,
            message: message('audit.finding.endpoints', {
              count: counts.fail,
              text: check.message.fail,
            }),
            evidence: [],
            remediation: check.remediation,
            due: null,
            count: counts.fail,
          },
        ];
      }),
  );
  return [...single, ...grouped];
}

/** The checks whose outcome the decision order asks for. */
export function decidingChecks(checks: EndpointChecks): EndpointCheck[] {
  return checks.checks.filter((check) => checks.verdict.some((step) => asks(step, check)));
}

/** Whether a step's condition asks for the outcome of a check. */
function asks(step: VerdictStep, check: EndpointCheck): boolean {
  return factsNeeded(step.when).includes(outcomeFact(check.id));
}

function endpointFinding(
  row: Row,
  checks: EndpointChecks,
  deciding: readonly EndpointCheck[],
): Finding {
  const outcomeOf = (check: EndpointCheck) => String(row[outcomeFact(check.id)]);
  const step = checks.verdict[Number(row['step'])];
  const check = decisiveCheck(step, deciding, outcomeOf);
  const failed = outcomeOf(check) === 'fail';
  const verdict = String(row['verdict']);
  const subject: Subject = {
    kind: 'endpoint',
    id: String(row['endpoint_id']),
    name: String(row['name']),
    agency: String(row['agency']),
  };
  return {
    id: findingId(check.id, subject),
    rule: check.id,
    subject,
    // The verdict's word, not the single check's: a machine of which nothing recent is known is unknown, not failed.
    outcome: verdict === 'unknown' ? 'unknown' : 'fail',
    severity: verdict === 'unprotected' ? 'critical' : verdict === 'degraded' ? 'high' : 'medium',
    citations: check.citations,
    message: message('audit.finding.endpoint', {
      verdict: { key: `audit.verdict.${verdict}`, params: {} },
      text: failed ? check.message.fail : check.message.unknown,
    }),
    evidence: [{ path: String(row['path']), row: Number(row['row_no']) }],
    remediation: check.remediation,
    due: null,
  };
}

/**
 * The check that the finding on an endpoint is about: the one that the step names; otherwise the first failed one among those
 * that the step asks, among all that decide, then the first unknown. `deciding` as of `decidingChecks`.
 */
export function decisiveCheck(
  step: VerdictStep | undefined,
  deciding: readonly EndpointCheck[],
  outcomeOf: (check: EndpointCheck) => string,
): EndpointCheck {
  const failed = (check: EndpointCheck) => outcomeOf(check) === 'fail';
  const asked = step ? deciding.filter((check) => asks(step, check)) : [];
  const found =
    deciding.find((check) => check.id === step?.check) ??
    asked.find(failed) ??
    deciding.find(failed) ??
    deciding.find((check) => outcomeOf(check) === 'unknown') ??
    deciding[0];
  if (!found) throw new Error('a pack with a decision order has checks');
  return found;
}
