import { declarationsById } from '../conditions/declarations.js';
import type { IsoDate } from '../domain/dates.js';
import type { Facts } from '../domain/facts.js';
import type { Finding, Level, Outcome } from '../domain/rules.js';
import type { InformationSystem } from '../domain/systems.js';
import { message } from '../messages/catalogue.js';
import type { Approval, Classification } from '../packs/types.js';
import { approvalFacts } from './approval-facts.js';
import { classifySystem } from './composite.js';
import { judgeMetric, judgeRule, type MetricOutcome } from './judge-rules.js';
import { levelFindings } from './level-findings.js';
import { ruleFinding } from './rule-findings.js';
import type { SystemClassification } from './system-classification.js';
import { bothLanguages, type SystemFinding, systemFinding } from './system-finding.js';
import { type SystemStatus, systemStatus } from './system-status.js';

/** Metrics of one system that targets ask about. */
export type SystemMetric = 'systems_classified' | 'systems_classified_and_plan_deployed';

/** Everything that is known of one system on one date. */
export interface SystemResult {
  readonly system: Pick<InformationSystem, 'id' | 'name' | 'agency' | 'lifecycle'>;
  readonly status: SystemStatus;
  /** Null when no classification pack is in force, or the level could not be worked out at all. */
  readonly classification: SystemClassification | null;
  readonly declaredLevel: Level | null;
  readonly approvedLevel: Level | null;
  /** The derived facts on which the rules were judged. */
  readonly facts: Facts;
  /** Every rule's outcome, in the pack's order. */
  readonly rules: readonly { readonly id: string; readonly outcome: Outcome }[];
  readonly metrics: Readonly<Record<SystemMetric, MetricOutcome>>;
  readonly findings: readonly Finding[];
}

/** What `judgeSystem` needs; a part of the packs is undefined when no pack in force has it. */
export interface SystemToJudge {
  readonly system: InformationSystem;
  readonly packs: {
    readonly classification: Classification | undefined;
    readonly approval: Approval | undefined;
  };
  readonly asOf: IsoDate;
}

const nothingKnown = {
  systems_classified: 'unknown',
  systems_classified_and_plan_deployed: 'unknown',
} as const;

/**
 * Judges one system: its level, every approval rule, the metrics, one status word and the findings. Whether a retired
 * system is judged at all is the caller's matter. Pure; never throws: what goes wrong inside a rule, or in working out
 * the level, is a finding with the outcome `error`, and no metric passes then.
 */
export function judgeSystem({ system, packs, asOf }: SystemToJudge): SystemResult {
  const { classification, approval } = packs;
  if (!classification) return notJudged(system, 'not_judged', noPack('level-no-pack'));
  let result: SystemClassification;
  try {
    result = classifySystem(classification, system, { asOf });
  } catch (error) {
    return notJudged(system, 'unknown', levelError(error));
  }
  const derived = approvalFacts(system, result, classification.procedure, asOf);
  const declarations = declarationsById(approval?.facts ?? []);
  const results = (approval?.rules ?? []).map((rule) =>
    judgeRule(rule, derived.facts, { asOf, declarations }),
  );
  const metric = (name: SystemMetric) => judgeMetric(name, approval ?? { metrics: {} }, results);
  const metrics = {
    systems_classified: metric('systems_classified'),
    systems_classified_and_plan_deployed: metric('systems_classified_and_plan_deployed'),
  };
  const found = [
    ...(approval ? [] : [noPack('approval-no-pack')]),
    ...results.flatMap((each) => ruleFinding(each, system, derived, declarations) ?? []),
    ...levelFindings(system, result, classification),
  ];
  return {
    ...heading(system),
    status: systemStatus(derived.facts, metrics.systems_classified),
    classification: result,
    facts: derived.facts,
    rules: results.map(({ rule, outcome }) => ({ id: rule.id, outcome })),
    metrics,
    findings: found.map((each) => systemFinding(system, each)),
  };
}

function heading(
  system: InformationSystem,
): Pick<SystemResult, 'system' | 'declaredLevel' | 'approvedLevel'> {
  const { id, name, agency, lifecycle, declaredLevel, approval } = system;
  return {
    system: { id, name, agency, lifecycle },
    declaredLevel: declaredLevel ?? null,
    approvedLevel: approval?.level ?? null,
  };
}

function notJudged(
  system: InformationSystem,
  status: SystemStatus,
  found: SystemFinding,
): SystemResult {
  return {
    ...heading(system),
    status,
    classification: null,
    facts: {},
    rules: [],
    metrics: nothingKnown,
    findings: [systemFinding(system, found)],
  };
}

function noPack(rule: 'level-no-pack' | 'approval-no-pack'): SystemFinding {
  const level = rule === 'level-no-pack';
  return {
    rule,
    outcome: 'unknown',
    severity: 'high',
    citations: [],
    message: level
      ? message('system.finding.no_classification')
      : message('system.finding.no_approval'),
    notes: [],
    remediation: bothLanguages('system.remediation.pack'),
  };
}

function levelError(error: unknown): SystemFinding {
  return {
    rule: 'level-error',
    outcome: 'error',
    severity: 'high',
    citations: [],
    message: message('system.finding.error', { rule: 'level-error', detail: String(error) }),
    notes: [],
    remediation: null,
  };
}
