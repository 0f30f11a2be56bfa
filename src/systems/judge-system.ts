import { declarationsById } from '../conditions/declarations.js';
import { factsNeeded } from '../conditions/facts-needed.js';
import type { Checklist } from '../domain/checklists.js';
import type { IsoDate } from '../domain/dates.js';
import type { Facts } from '../domain/facts.js';
import type { Finding, Level, Outcome } from '../domain/rules.js';
import type { InformationSystem, PlanStatus } from '../domain/systems.js';
import type { Approval } from '../packs/types.js';
import { applicableRules } from './applicable-rules.js';
import { approvalFacts } from './approval-facts.js';
import { classifySystem } from './composite.js';
import { judgeRequirements, type RequirementsResult } from './judge-requirements.js';
import { judgeMetric, judgeRule, type MetricOutcome } from './judge-rules.js';
import { levelFindings } from './level-findings.js';
import { levelError, noPack } from './own-findings.js';
import { requirementFindings } from './requirement-findings.js';
import { ruleFinding } from './rule-findings.js';
import { findStanding } from './standing.js';
import { standingFindings } from './standing-findings.js';
import type { SystemClassification } from './system-classification.js';
import { type SystemFinding, systemFinding } from './system-finding.js';
import type { SystemLaw } from './system-law.js';
import { type SystemStatus, systemStatus } from './system-status.js';

/** Metrics of one system that targets ask about. */
export type SystemMetric = 'systems_classified' | 'systems_classified_and_plan_deployed';

/** Under which law a system's approval was judged. */
export interface SystemStanding {
  /** Id of the transition case; null when none applies, or the law in force knows no transition. */
  readonly case: string | null;
  /** Id of the pack whose approval rules were used; null when no pack in force has any. */
  readonly approvalBy: string | null;
  /** The level by the criteria of that other pack; null when it is the pack in force, or its facts aren't answered. */
  readonly levelThen: Level | null;
}

/** Everything that is known of one system on one date. */
export interface SystemResult {
  readonly system: Pick<InformationSystem, 'id' | 'name' | 'agency' | 'lifecycle'>;
  readonly status: SystemStatus;
  /** Null when no classification pack is in force, or the level could not be worked out at all. */
  readonly classification: SystemClassification | null;
  readonly declaredLevel: Level | null;
  readonly approvedLevel: Level | null;
  readonly standing: SystemStanding;
  /** The answers on the catalogue of the system's own level; null when no pack in force has one, or no level is known. */
  readonly requirements: RequirementsResult | null;
  /** How far the plan is carried out, in the words of Form 08; null = can't be told. */
  readonly planStatus: PlanStatus | null;
  /** The derived facts on which the rules were judged. */
  readonly facts: Facts;
  /** Every rule's outcome, in the pack's order. */
  readonly rules: readonly { readonly id: string; readonly outcome: Outcome }[];
  readonly metrics: Readonly<Record<SystemMetric, MetricOutcome>>;
  readonly findings: readonly Finding[];
}

/** What `judgeSystem` needs. */
export interface SystemToJudge {
  readonly system: InformationSystem;
  readonly packs: SystemLaw;
  /** The checklists about this system. */
  readonly checklists?: readonly Checklist[];
  /** Paths of checklists with an error that are, or may be, about this system. */
  readonly brokenChecklists?: readonly string[];
  readonly asOf: IsoDate;
}

const nothingKnown = {
  systems_classified: 'unknown',
  systems_classified_and_plan_deployed: 'unknown',
} as const;

/**
 * Judges one system: its level, the law under which its approval stands, the answers on its level's catalogue, every
 * approval rule, the metrics, one status word and the findings. Whether a retired system is judged at all is the caller's
 * matter. Pure; never throws: what goes wrong inside a rule, or in working out the level, is a finding with the outcome
 * `error`, and no metric passes then.
 */
export function judgeSystem({
  system,
  packs,
  checklists = [],
  brokenChecklists = [],
  asOf,
}: SystemToJudge): SystemResult {
  const { classification } = packs;
  if (!classification) return notJudged(system, 'not_judged', noPack('level-no-pack'));
  let result: SystemClassification;
  try {
    result = classifySystem(classification, system, { asOf });
  } catch (error) {
    return notJudged(system, 'unknown', levelError(error));
  }
  const standing = findStanding(packs.transition, system, asOf);
  const law = applicableRules(packs, standing, asOf);
  const requirements = answers(system, result, packs, { checklists, brokenChecklists, asOf });
  const derived = approvalFacts(system, result, law.procedure ?? classification.procedure, asOf, {
    requirements,
    levelKept: standing?.levelKept === true,
    changesFrom: standing?.changesFrom,
  });
  const declarations = declarationsById(law.approval?.facts ?? []);
  const results = (law.approval?.rules ?? []).map((rule) =>
    judgeRule(rule, derived.facts, { asOf, declarations }),
  );
  const metric = (name: SystemMetric): MetricOutcome => {
    const outcome = judgeMetric(name, law.approval ?? { metrics: {} }, results);
    return outcome === 'pass' && !law.settled ? 'unknown' : outcome;
  };
  const metrics = {
    systems_classified: metric('systems_classified'),
    systems_classified_and_plan_deployed: metric('systems_classified_and_plan_deployed'),
  };
  const levelThen = law.classification
    ? (classifySystem(law.classification, system, { asOf }).computedLevel ?? null)
    : null;
  const found = [
    ...(law.approval ? [] : [noPack('approval-no-pack')]),
    ...standingFindings(system, result, standing, law),
    ...results.flatMap((each) => ruleFinding(each, system, derived, declarations) ?? []),
    ...levelFindings(system, result, classification),
  ];
  const planStatus = derived.facts[law.planFact];
  return {
    ...heading(system),
    status: systemStatus(derived.facts, metrics.systems_classified, askedBy(law.approval)),
    classification: result,
    standing: {
      case: standing?.id ?? null,
      approvalBy: law.approvalBy,
      levelThen,
    },
    requirements,
    planStatus: (planStatus as PlanStatus | undefined) ?? requirements?.planStatus ?? null,
    facts: derived.facts,
    rules: results.map(({ rule, outcome }) => ({ id: rule.id, outcome })),
    metrics,
    findings: [
      ...found.map((each) => systemFinding(system, each)),
      ...(requirements ? requirementFindings(system, requirements, law.grace) : []),
    ],
  };
}

/** The facts that the rules of the classified metric ask for, and how far a dossier without decision has come. */
function askedBy(approval: Approval | undefined): ReadonlySet<string> {
  const counted = new Set(approval?.metrics['systems_classified']);
  const rules = (approval?.rules ?? []).filter(({ id }) => counted.has(id));
  const conditions = rules.flatMap(({ condition, appliesWhen }) => [
    condition,
    ...(appliesWhen ? [appliesWhen] : []),
  ]);
  return new Set(['approval_stage', ...conditions.flatMap((each) => factsNeeded(each))]);
}

/** Exactly the catalogue of the system's own level: the approved one, else the computed, else the declared. */
function answers(
  system: InformationSystem,
  { computedLevel }: SystemClassification,
  { requirements }: SystemLaw,
  {
    checklists,
    brokenChecklists,
    asOf,
  }: Required<Pick<SystemToJudge, 'checklists' | 'brokenChecklists' | 'asOf'>>,
): RequirementsResult | null {
  const level = system.approval?.level ?? computedLevel ?? system.declaredLevel;
  const catalogue = requirements?.levels.find((each) => each.level === level);
  if (!requirements || !catalogue) return null;
  return judgeRequirements(requirements.pack, catalogue, checklists, asOf, brokenChecklists);
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
    standing: { case: null, approvalBy: null, levelThen: null },
    requirements: null,
    planStatus: null,
    facts: {},
    rules: [],
    metrics: nothingKnown,
    findings: [systemFinding(system, found)],
  };
}
