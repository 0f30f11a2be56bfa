import type { IsoDate } from '../domain/dates.js';
import type { Facts, FactValue } from '../domain/facts.js';
import { dateOfInstant, parseInstant } from '../domain/instants.js';
import type { Level } from '../domain/rules.js';
import type {
  InformationSystem,
  PlanStatus,
  SystemAssessment,
  SystemChange,
  SystemIncident,
} from '../domain/systems.js';

/** What is known of a system beside its entry: the parts of `SystemResult` that obligations ask about. */
export interface SystemKnown {
  /** The level that binds: approved, else computed, else declared; undefined = none known. */
  readonly level: Level | undefined;
  /** Id of the transition case; undefined = can't be told. */
  readonly transitionCase: string | undefined;
  /** How far the plan is carried out by the law of the pack whose obligations are asked; undefined = can't be told. */
  readonly planStatus: PlanStatus | undefined;
}

/**
 * The facts of one system that obligations ask about. Of an event the date on which it happened, null when it hasn't
 * happened by `asOf`, undefined when it has but nobody says when. As for approvals, parts of the inventory in which a thing
 * would have to stand (Form 08: decision, regulation, checks, grounds for the national-security list) are complete: what
 * isn't there hasn't happened. Never throws.
 */
export function obligationFacts(
  system: InformationSystem,
  known: SystemKnown,
  asOf: IsoDate,
): Facts {
  const { lifecycle, dossier, approval, securityPlan: plan, assessments } = system;
  const past = (date: IsoDate | undefined) => happened(date, asOf);
  const approvedOn = approval
    ? past(approval.date)
    : dossier?.stage === 'approved'
      ? undefined
      : null;
  return {
    as_of: asOf,
    level: known.level,
    transition_case: known.transitionCase,
    lifecycle,
    in_operation_since: system.inOperationSince ?? (lifecycle === 'operating' ? undefined : null),
    level_approved: approvedOn === undefined ? undefined : approvedOn !== null,
    approval_date: approvedOn,
    approval_expected_on: system.expectedApproval ?? null,
    dossier_stage: approvedOn ? 'approved' : dossier ? dossier.stage : 'none',
    dossier_submitted_on: past(dossier?.submittedOn),
    appraised_on: appraisedOn(system, asOf),
    // Levels 1 and 2 are appraised and approved on one request (Decree 331/2026 Form 01).
    approval_requested_on: past(
      dossier?.approvalRequestedOn ??
        (known.level !== undefined && known.level <= 2 ? dossier?.submittedOn : undefined),
    ),
    regulation_date: system.securityRegulation ? past(system.securityRegulation.date) : null,
    plan_status: known.planStatus,
    plan_done_on: plan?.status === 'fully' ? past(plan.date) : null,
    plan_expected_on: plan?.expected ?? null,
    condition_check_on: lastOf(assessments, 'before_operation', asOf),
    last_periodic_check_on: lastOf(assessments, 'periodic', asOf),
    planned_check_interval: plan?.intervals?.check,
    planned_penetration_test_interval: plan?.intervals?.penetrationTest,
    planned_exercise_interval: plan?.intervals?.exercise,
    national_security_candidate: system.nationalSecurity?.candidate ?? false,
  };
}

/** The facts of one incident, put beside its system's. Moments are texts with their offset; dates are Viet Nam's. */
export function incidentFacts(incident: SystemIncident, asOf: IsoDate): Facts {
  const { detectedAt, firstNoticeAt, resultReportedAt } = incident;
  return {
    incident_detected_at: detectedAt,
    incident_detected_on: momentDate(detectedAt, asOf),
    incident_serious: incident.serious,
    incident_urgent: incident.urgent,
    incident_first_notice_at: momentBy(firstNoticeAt, asOf),
    incident_first_notice_on: momentDate(firstNoticeAt, asOf),
    incident_result_reported_at: momentBy(resultReportedAt, asOf),
    incident_result_reported_on: momentDate(resultReportedAt, asOf),
  };
}

/** The facts of one change of a system, put beside its system's. */
export function changeFacts(
  change: SystemChange,
  { approval }: InformationSystem,
  asOf: IsoDate,
): Facts {
  const decided = approval ? happened(approval.date, asOf) : null;
  return {
    change_on: change.date,
    change_trigger: change.trigger,
    reclassified_since_change: decided
      ? decided > change.date
      : decided === null
        ? false
        : undefined,
  };
}

/** The facts of one assessment of a system, put beside its system's. */
export function assessmentFacts(assessment: SystemAssessment): Facts {
  return {
    assessment_on: assessment.date,
    assessment_kind: assessment.kind,
    assessment_independent: assessment.independent,
    assessment_licensed: assessment.licensed,
  };
}

/** What is known of an agency as a whole; undefined systems = its inventory can't be read. */
export function agencyFacts(
  systems: readonly { readonly level: Level | undefined }[] | undefined,
  asOf: IsoDate,
): Facts {
  const levels = systems?.flatMap(({ level }) => level ?? []) ?? [];
  // A level that isn't known might be the highest.
  const sure = systems !== undefined && levels.length === systems.length;
  return {
    as_of: asOf,
    systems_count: systems?.length,
    highest_level: sure || levels.includes(5) ? Math.max(0, ...levels) : undefined,
    has_level_3_system: levels.some((level) => level >= 3) || (sure ? false : undefined),
  };
}

/** A date that has come; null when none is given or it hasn't. */
function happened(date: IsoDate | undefined, asOf: IsoDate): IsoDate | null | undefined {
  return date === undefined ? undefined : date <= asOf ? date : null;
}

/** Appraised at some time that isn't said is unknown; not appraised is null. */
function appraisedOn({ dossier }: InformationSystem, asOf: IsoDate): FactValue {
  const date = dossier?.appraisal?.date;
  if (date !== undefined) return happened(date, asOf);
  const past =
    dossier?.appraisal || dossier?.stage === 'appraised' || dossier?.stage === 'approved';
  return past ? undefined : null;
}

function lastOf(
  assessments: readonly SystemAssessment[],
  kind: SystemAssessment['kind'],
  asOf: IsoDate,
): IsoDate | null {
  const dates = assessments
    .filter((each) => each.kind === kind && each.date <= asOf)
    .map(({ date }) => date);
  return dates.sort().at(-1) ?? null;
}

function momentDate(moment: string | undefined, asOf: IsoDate): IsoDate | null | undefined {
  if (moment === undefined) return null;
  const value = parseInstant(moment);
  return value === undefined ? undefined : happened(dateOfInstant(value), asOf);
}

function momentBy(moment: string | undefined, asOf: IsoDate): string | null | undefined {
  const date = momentDate(moment, asOf);
  return date ? moment : date;
}
