import type { IsoDate } from '../../domain/dates.js';
import type { InformationSystem, PlanStatus } from '../../domain/systems.js';
import { untold } from '../../systems/judge-requirements.js';
import { approvalStatus, dossierPrepared } from './approval-status.js';
import { type PeriodicReading, periodicDone } from './periodic-done.js';
import type { DossierRule, ReportDecision, ReportRow } from './report.js';
import type { SystemEntry } from './scope.js';
import type { SystemJudgement } from './source.js';

/** How the rows are to be read off the entries. */
export interface RowReading extends PeriodicReading {
  readonly dossierRule: DossierRule;
  /** Id of the pack whose form it is, and the day from which it binds. */
  readonly pack: { readonly id: string; readonly from: IsoDate };
}

/** Section 3: one row for each entry, numbered from 1. What isn't said is null. */
export function reportRows(
  entries: readonly SystemEntry[],
  reading: RowReading,
): readonly ReportRow[] {
  return entries.map((entry, index) => reportRow(entry, index + 1, reading));
}

function reportRow(entry: SystemEntry, no: number, reading: RowReading): ReportRow {
  const { system, judgement, owner, agency } = entry;
  const { asOf, period, dossierRule } = reading;
  const status = approvalStatus(system, asOf);
  const plan = planOf(system, judgement, asOf);
  const periodic = periodicDone(system, judgement?.computedLevel ?? null, reading);
  const assessments = system.assessments
    .filter(({ date }) => date <= asOf)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  // Retired after the period: on its last day the system was still there.
  const later = system.retiredOn !== undefined && system.retiredOn > period.end;
  return {
    no,
    system: system.id,
    agency: agency.id,
    name: system.name,
    owner,
    operating_unit: system.operatingUnit ?? null,
    proposed_level: system.declaredLevel ?? null,
    approval_status: status,
    approval_decision: status === 'approved' ? decisionOf(entry, reading) : null,
    security_regulation: regulationOf(system),
    expected_approval:
      status === 'approved' ? null : (system.expectedApproval ?? system.approval?.date ?? null),
    plan_status: plan.status,
    expected_full_plan: plan.status === 'fully' ? null : (system.securityPlan?.expected ?? null),
    assessed: [
      ...(assessments.some(({ kind }) => kind === 'before_operation')
        ? (['before_operation'] as const)
        : []),
      ...(periodic === true ? (['periodic'] as const) : []),
    ],
    lifecycle: system.lifecycle === 'retired' && later ? 'operating' : system.lifecycle,
    retired_on: later ? null : (system.retiredOn ?? null),
    typed: isTyped(system),
    dossier_prepared: dossierPrepared(system, status, dossierRule, asOf),
    computed_level: judgement?.computedLevel ?? null,
    level_gap_reason: system.levelGapReason ?? null,
    level_kept: judgement?.levelKept ?? false,
    plan_source: plan.source,
    plan_declared: declaredPlan(system, asOf),
    requirements: requirementsOf(judgement),
    assessments: assessments.map(({ kind, date, by, independent, licensed }) => ({
      kind,
      date,
      by: by ?? null,
      independent: independent ?? null,
      licensed: licensed ?? null,
    })),
    periodic_done: periodic,
    national_security_candidate: system.nationalSecurity?.candidate ?? null,
    at: system.at,
  };
}

/** A type of Art. 9.2 is said for the system, or for a part of it. */
function isTyped({ facts, components }: InformationSystem): boolean {
  return [facts, ...components.map((each) => each.facts)].some((each) => {
    const types = each['system_types'];
    return Array.isArray(types) && types.length > 0;
  });
}

function regulationOf({ securityRegulation }: InformationSystem) {
  if (!securityRegulation) return null;
  const { number = null, date = null, authority = null } = securityRegulation;
  return { number, date, authority };
}

function decisionOf(
  { system, judgement, owner }: SystemEntry,
  { pack }: RowReading,
): ReportDecision | null {
  const { approval, specialisedUnit } = system;
  if (!approval) return null;
  const role = approval.authority ?? null;
  const byRole = role === 'owner' ? owner : role === 'specialised_unit' ? specialisedUnit : null;
  return {
    number: approval.number ?? null,
    date: approval.date ?? null,
    authority: approval.authorityName ?? byRole ?? null,
    authority_role: role,
    level: approval.level,
    legal_basis: approval.legalBasis ?? null,
    under_decree_331: underDecree(system, judgement, pack),
  };
}

/** A kept level, or a decision from before the law's first day, can't stand under it; else as the decision says; else as judged. */
function underDecree(
  { approval }: InformationSystem,
  judgement: SystemJudgement | undefined,
  pack: RowReading['pack'],
): boolean | null {
  if (judgement?.levelKept) return false;
  if (approval?.date !== undefined && approval.date < pack.from) return false;
  if (approval?.legalBasis !== undefined) return approval.legalBasis === 'decree_331';
  if (judgement?.approvalBy) return judgement.approvalBy === pack.id;
  return approval?.date === undefined ? null : true;
}

/** Column 10: from the answers to the requirements; without any, as entered by hand, which nothing supports. */
function planOf(
  system: InformationSystem,
  judgement: SystemJudgement | undefined,
  asOf: IsoDate,
): { readonly status: PlanStatus | null; readonly source: ReportRow['plan_source'] } {
  const answered = judgement?.requirements?.planStatus ?? null;
  // Approved under the old law, the plan answers to that law until the transition ends: what was declared, with its document.
  const judged = judgement?.planStatus ?? null;
  const catalogue = judgement?.requirements?.pack;
  const otherLaw =
    catalogue !== undefined && judgement?.approvalBy != null && judgement.approvalBy !== catalogue;
  if (otherLaw && judged !== null && judged !== answered)
    return { status: judged, source: 'declared' };
  if (answered !== null) return { status: answered, source: 'requirements' };
  const declared = declaredPlan(system, asOf);
  return { status: declared, source: declared === null ? null : 'declared' };
}

/** A state reached only after the date isn't the state on it. */
function declaredPlan({ securityPlan }: InformationSystem, asOf: IsoDate): PlanStatus | null {
  if (!securityPlan || (securityPlan.date !== undefined && securityPlan.date > asOf)) return null;
  return securityPlan.status;
}

function requirementsOf(judgement: SystemJudgement | undefined): ReportRow['requirements'] {
  const counts = judgement?.requirements?.counts;
  if (!counts) return null;
  return {
    applicable: counts.mandatory - counts.not_applicable,
    met: counts.met,
    unmet: counts.not_met + counts.partly_met,
    untold: untold(counts),
  };
}
