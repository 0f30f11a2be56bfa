import {
  decideTarget,
  missingToTarget,
  type Rate,
  sumRates,
  type TargetOutcome,
  worstOutcome,
} from '../domain/rates.js';
import type { Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import type {
  AgencyResult,
  EndpointCounts,
  GroupResult,
  SystemSummary,
  TargetResult,
} from './assessment.js';

/** A target with the threshold that holds in this workspace, in percent. */
export interface BindingTarget {
  readonly id: string;
  readonly metric: string;
  readonly threshold: number;
}

/** What one agency's figures are worth, beyond the figures themselves. */
export interface AgencyStanding {
  readonly endpoints: EndpointCounts;
  readonly systems: readonly SystemSummary[];
  /** The inventory was read whole: an empty list of systems is a statement, not a gap. */
  readonly inventoryRead: boolean;
  readonly selfReported: boolean;
  /** Some of the agency's endpoint files could not be used. */
  readonly endpointFilesLost: boolean;
}

/** The targets of one agency. A figure that would be `met` on doubtful ground is `inconclusive`, with the reason. */
export function agencyTargets(
  targets: readonly BindingTarget[],
  standing: AgencyStanding,
): TargetResult[] {
  return targets.map((target) => {
    const rate = metricRate(target.metric, standing);
    const doubts = isEndpointMetric(target.metric)
      ? [
          ...(standing.selfReported ? [message('audit.reason.self_reported')] : []),
          ...(standing.endpointFilesLost ? [message('audit.reason.files_lost')] : []),
        ]
      : standing.inventoryRead
        ? []
        : [message('audit.reason.inventory_lost')];
    return targetResult(target, rate, doubts);
  });
}

/**
 * The verdict over one agency's targets: the worst decides. That an agency has no systems is no gap when its inventory
 * says so; without any data at all the verdict is `no_data`.
 */
export function agencyVerdict(
  results: readonly TargetResult[],
  inventoryRead: boolean,
): TargetOutcome {
  const counted = results.filter(
    (result) =>
      !(inventoryRead && result.outcome === 'no_data' && !isEndpointMetric(result.metric)),
  );
  return worstOutcome((counted.length > 0 ? counted : results).map((result) => result.outcome));
}

/** Figures over a group of agencies: sums of theirs, so that a reader can add them up by hand. */
export function groupResult(
  id: string,
  agencies: readonly AgencyResult[],
  targets: readonly BindingTarget[],
): GroupResult {
  const status = (word: string) =>
    agencies.filter((agency) => agency.submission.status === word).length;
  const verdicts = (word: TargetOutcome) =>
    agencies.filter((agency) => agency.verdict === word).length;
  const missing = agencies.length - status('submitted');
  const results = targets.map((target) => {
    const own = agencies.flatMap((agency) =>
      agency.targets.filter((each) => each.id === target.id),
    );
    // An agency whose own figure is doubtful makes the sum doubtful, and so does one that handed in nothing.
    const doubtful = own.some((each) => each.reasons.length > 0);
    const doubts = [
      ...(missing > 0 ? [message('audit.reason.agencies_missing', { count: missing })] : []),
      ...(doubtful ? [message('audit.reason.agencies_doubtful')] : []),
    ];
    return targetResult(target, sumRates(own), doubts);
  });
  return {
    id,
    agencies: {
      total: agencies.length,
      submitted: status('submitted'),
      partly: status('partly'),
      not_submitted: status('not_submitted'),
      late: agencies.filter((agency) => agency.submission.late).length,
      met: verdicts('met'),
      not_met: verdicts('not_met'),
      inconclusive: verdicts('inconclusive'),
      no_data: verdicts('no_data'),
    },
    systems: agencies.reduce((sum, agency) => sum + agency.systems.length, 0),
    endpoints: sumEndpoints(agencies.map((agency) => agency.endpoints)),
    targets: results,
    verdict: worstOutcome(results.map((result) => result.outcome)),
  };
}

function targetResult(target: BindingTarget, rate: Rate, doubts: readonly Message[]): TargetResult {
  const plain = decideTarget(rate, target.threshold);
  const doubted = plain === 'met' && doubts.length > 0;
  return {
    id: target.id,
    metric: target.metric,
    numerator: rate.numerator,
    denominator: rate.denominator,
    unknown: rate.unknown,
    threshold: target.threshold,
    outcome: doubted ? 'inconclusive' : plain,
    missing: missingToTarget(rate, target.threshold),
    reasons: doubts,
    ...(meansAll(target, rate) && {
      notes: [
        message('audit.note.few_endpoints', {
          count: rate.denominator,
          threshold: target.threshold,
        }),
      ],
    }),
  };
}

/** With fewer machines than this, a target below 100 % may leave none out. */
const fewMachines = 10;

/** Whether so few machines are counted that the target asks for every one of them. */
function meansAll({ metric, threshold }: BindingTarget, { denominator }: Rate): boolean {
  const allNeeded = { numerator: 0, denominator, unknown: 0 };
  return (
    isEndpointMetric(metric) &&
    threshold < 100 &&
    denominator > 0 &&
    denominator < fewMachines &&
    missingToTarget(allNeeded, threshold) === denominator
  );
}

function metricRate(metric: string, { systems, endpoints }: AgencyStanding): Rate {
  if (isEndpointMetric(metric)) return endpoints.installed;
  const outcomes = systems.map((system) => system.metrics[metric] ?? 'unknown');
  return {
    numerator: outcomes.filter((outcome) => outcome === 'pass').length,
    denominator: outcomes.length,
    unknown: outcomes.filter((outcome) => outcome === 'unknown').length,
  };
}

export function isEndpointMetric(metric: string): boolean {
  return metric === 'endpoints_with_protection_installed';
}

/** Counts over disjoint sets of machines, added up. */
function sumEndpoints(counts: readonly EndpointCounts[]): EndpointCounts {
  const sum = (count: (each: EndpointCounts) => number) =>
    counts.reduce((total, each) => total + count(each), 0);
  return {
    found: sum((each) => each.found),
    out_of_scope: sum((each) => each.out_of_scope),
    in_scope: sum((each) => each.in_scope),
    unreported: sum((each) => each.unreported),
    protected: sum((each) => each.protected),
    degraded: sum((each) => each.degraded),
    unprotected: sum((each) => each.unprotected),
    unknown: sum((each) => each.unknown),
    installed: sumRates(counts.map((each) => each.installed)),
    effective: sumRates(counts.map((each) => each.effective)),
  };
}
