import type { IsoDate } from '../domain/dates.js';
import type { Level } from '../domain/rules.js';
import type { InformationSystem } from '../domain/systems.js';
import { message } from '../messages/catalogue.js';
import type { Procedure } from '../packs/types.js';
import { approverCompetent } from './approver-competence.js';
import { because, collect, type Derived, type DerivedFacts, derived } from './derived.js';
import { appraisalIndependent, dossierComplete } from './dossier-facts.js';
import { highestPossibleLevel } from './highest-level.js';
import { type RequirementsResult, untold } from './judge-requirements.js';
import type { SystemClassification } from './system-classification.js';

/**
 * The facts that approval rules ask about, from what the inventory says of one system. What isn't said is unknown,
 * with three exceptions where the inventory is the very list in which it would have to stand (Form 08, columns 5–8):
 * no `approval` block = no decision; no `security_regulation` block = no regulation; no `declared_level` = none
 * declared (null). Never throws.
 */
export function approvalFacts(
  system: InformationSystem,
  classification: SystemClassification,
  procedure: Procedure,
  asOf: IsoDate,
  { requirements = null, levelKept = false, changesFrom }: ApprovalContext = {},
): DerivedFacts {
  const { approval, declaredLevel } = system;
  const computed = classification.computedLevel ?? undefined;
  const level = approval?.level ?? computed ?? declaredLevel;
  return collect({
    level_computed: derived(computed),
    level_declared: derived(declaredLevel ?? null),
    level_approved: derived(approval?.level ?? null),
    ...(levelKept
      ? keptLevel
      : {
          level_determined: levelDetermined(classification),
          blocking_advisory: blockingAdvisory(classification),
          approved_covers_computed: covers(approval?.level, classification),
        }),
    declared_covers_computed: covers(declaredLevel, classification),
    ...decisionFacts(system, asOf),
    approver_competent: approverCompetent(system, procedure),
    dossier_complete: dossierComplete(system, procedure, level),
    appraisal_independent: appraisalIndependent(system, procedure, level),
    reclassification_due: reclassificationDue(system, asOf, changesFrom),
    ...regulationFacts(system, asOf),
    ...planFacts(system, asOf, requirements),
  });
}

/** A pending level is unknown, not undetermined: the missing answers decide. */
function levelDetermined(classification: SystemClassification): Derived {
  if (classification.status === 'pending') {
    const facts = [...new Set(classification.open.flatMap((criterion) => criterion.facts))];
    return because(undefined, message('system.reason.facts_missing', { facts: facts.join(', ') }));
  }
  return derived(classification.status === 'determined');
}

function blockingAdvisory({ blocked, blockedFacts }: SystemClassification): Derived {
  if (blocked !== null) return derived(blocked);
  return because(
    undefined,
    message('system.reason.facts_missing', { facts: blockedFacts.join(', ') }),
  );
}

/**
 * Whether a level is as high as the computed one, whatever the answers still missing turn out to be: false when it is
 * below what is already certain, true when it is at least the highest that the system could rise to, else unknown.
 */
function covers(level: Level | undefined, classification: SystemClassification): Derived {
  const { computedLevel } = classification;
  const highest = highestPossibleLevel(classification);
  if (level === undefined || computedLevel === null || highest === null) return derived(undefined);
  if (level < computedLevel) return derived(false);
  if (level >= highest) return derived(true);
  return because(undefined, message('system.reason.could_rise', { level: highest }));
}

function decisionFacts(system: InformationSystem, asOf: IsoDate): Record<string, Derived> {
  const { approval, dossier } = system;
  if (!approval) {
    // "Approved" without a decision is a statement that nothing supports yet: neither believed nor denied.
    const claimed = dossier?.stage === 'approved';
    return {
      approval_stage: derived(dossier ? dossier.stage : 'none'),
      decision_exists: claimed
        ? because(undefined, message('system.reason.decision_claimed'))
        : derived(false),
      decision_dated: derived(claimed ? undefined : false),
      decision_in_effect: derived(claimed ? undefined : false),
    };
  }
  const { date } = approval;
  return {
    // A decision of a later day leaves open how far the dossier was on the audit date.
    approval_stage: derived(date !== undefined && date > asOf ? undefined : 'approved'),
    decision_exists: derived(true),
    decision_dated: derived(date !== undefined),
    decision_in_effect: derived(date && date <= asOf),
  };
}

/** Any change listed after the decision's date, up to the audit date, calls for a new classification (Art. 25). */
function reclassificationDue(
  system: InformationSystem,
  asOf: IsoDate,
  from: IsoDate | undefined,
): Derived {
  const { approval } = system;
  const changes = system.changes.filter(
    ({ date }) => date <= asOf && (from === undefined || date >= from),
  );
  if (!approval) return derived(undefined);
  if (changes.length === 0) return derived(false);
  const since = approval.date;
  if (since === undefined) return because(undefined, message('system.reason.decision_undated'));
  return derived(changes.some((change) => change.date > since));
}

/** Art. 30.7: the security regulation is issued before the dossier is approved. */
function regulationFacts(system: InformationSystem, asOf: IsoDate): Record<string, Derived> {
  const { securityRegulation: regulation, approval } = system;
  const issued = regulation?.date;
  const before = (): Derived => {
    if (issued === undefined || approval?.date === undefined) return derived(undefined);
    if (issued === approval.date) {
      return because(undefined, message('system.reason.regulation_same_day'));
    }
    return derived(issued < approval.date);
  };
  const isIssued = (): Derived => {
    if (!regulation) return derived(false);
    if (issued !== undefined) {
      return issued <= asOf
        ? derived(true)
        : because(false, message('system.reason.regulation_future'));
    }
    return derived(regulation.number === undefined ? undefined : true);
  };
  return { regulation_issued: isIssued(), regulation_before_approval: before() };
}

/**
 * How far the plan is carried out: by the answers, requirement by requirement, where a catalogue is at hand. What the
 * agency declares counts beside that only against itself: "fully" that no checklist supports is not believed. A status
 * said to be reached only after the audit date isn't the status on that date.
 */
function planFacts(
  system: InformationSystem,
  asOf: IsoDate,
  requirements: RequirementsResult | null,
): Record<string, Derived> {
  const declared = declaredPlan(system, asOf);
  const documented = derived(system.securityPlan && system.securityPlan.document !== undefined);
  if (requirements?.use !== 'audit') {
    return {
      plan_status: declared,
      plan_status_declared: declared,
      plan_documented: documented,
    };
  }
  const answered = requirements.self !== null || requirements.inspection !== null;
  return {
    plan_status: answered ? answeredPlan(requirements) : unsupportedPlan(declared, requirements),
    plan_status_declared: declared,
    // Each answer names its own evidence.
    plan_documented: answered ? derived(true) : documented,
  };
}

function declaredPlan({ securityPlan: plan }: InformationSystem, asOf: IsoDate): Derived {
  if (!plan) return derived(undefined);
  return plan.date !== undefined && plan.date > asOf
    ? because(undefined, message('system.reason.plan_future'))
    : derived(plan.status);
}

function answeredPlan({ planStatus, counts, broken }: RequirementsResult): Derived {
  if (
    broken.length > 0 &&
    planStatus !== 'not_started' &&
    counts.not_met + counts.partly_met === 0
  ) {
    return because(
      undefined,
      message('system.reason.checklist_broken', { path: broken.join(', ') }),
    );
  }
  const { mandatory, not_applicable, met } = counts;
  const reason = message('system.reason.plan_answered', {
    met,
    applicable: mandatory - not_applicable,
    untold: untold(counts),
  });
  // A plan of which something can't be told may still be complete: that isn't known to be false.
  const open = planStatus === 'partly' && met + untold(counts) === mandatory - not_applicable;
  return because(open ? undefined : (planStatus ?? undefined), reason);
}

function unsupportedPlan(declared: Derived, { counts }: RequirementsResult): Derived {
  if (declared.value !== 'fully') return declared;
  return because(undefined, message('system.reason.plan_unsupported', { count: counts.mandatory }));
}

/** What surrounds an approval beside the inventory's entry. */
export interface ApprovalContext {
  /** The answers on the level's catalogue; null when no pack in force has one. */
  readonly requirements?: RequirementsResult | null;
  /** The level fixed under the old law stands (Law 116/2025 Art. 45.1): no new criterion can make it too low. */
  readonly levelKept?: boolean;
  /** Changes before this day don't call for a new classification. */
  readonly changesFrom?: IsoDate | undefined;
}

const keptLevel = {
  level_determined: because(true, message('system.reason.level_kept')),
  blocking_advisory: derived(false),
  approved_covers_computed: because(true, message('system.reason.level_kept')),
};
