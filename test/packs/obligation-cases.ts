import type { Facts } from '../../src/domain/facts.js';

/** One obligation, whom it is judged for, and what must come out. */
export interface ObligationCase {
  readonly asOf: string;
  readonly facts?: Facts;
  /** Days recorded as done, with the period where it matters. */
  readonly records?: readonly { readonly on: string; readonly period?: string }[];
  /** Day of the event (incident, change, assessment). */
  readonly event?: string;
  /** What the catalogue asks of the requirement that is followed: its interval. */
  readonly interval?: string;
  readonly status: string;
  readonly due?: string;
  readonly latest?: string;
  readonly daysLate?: number;
}

const now = '2026-11-24';
const running = { lifecycle: 'operating', level: 2, level_approved: true };
const fresh = {
  transition_case: 'TR-NEW',
  in_operation_since: '2026-11-10',
  lifecycle: 'operating',
};
const kept = { transition_case: 'TR-KEPT' };
const sent = { level: 3, dossier_stage: 'submitted', transition_case: 'TR-NEVER' };
const none = { status: 'not_applicable' };

/** A rhythm that a requirement sets: late, and not. */
const rhythm = (interval: string, due: string): readonly ObligationCase[] => [
  {
    asOf: now,
    facts: { ...running, transition_case: 'TR-NEW' },
    records: [{ on: '2025-09-30' }],
    interval,
    status: 'overdue',
    due,
  },
  { asOf: now, facts: { ...running, ...kept }, interval, ...none },
  {
    asOf: now,
    facts: { ...running, transition_case: 'TR-NEW', in_operation_since: '2019-01-01' },
    interval,
    // Nobody has to record it, so that what isn't recorded isn't known.
    status: interval === 'P1M' ? 'unknown' : 'upcoming',
  },
];

const incident = { incident_detected_at: '2026-11-20T22:00Z', incident_detected_on: '2026-11-21' };

/** At least one case in which an obligation is late, or can't be; one in which it is done or doesn't apply. */
export const cases: Readonly<Record<string, readonly ObligationCase[]>> = {
  // ── vn-2026 ──
  'OB-APPROVE-RUNNING': [
    {
      asOf: now,
      facts: { transition_case: 'TR-NEVER', level_approved: false },
      status: 'overdue',
      due: '2026-08-19',
      daysLate: 97,
    },
    {
      asOf: '2026-08-19',
      facts: { transition_case: 'TR-NEVER', level_approved: false },
      status: 'due_soon',
    },
    { asOf: now, facts: { transition_case: 'TR-NEW', level_approved: true }, ...none },
    { asOf: now, facts: {}, status: 'unknown' },
  ],
  'OB-APPROVE-NEW': [
    {
      asOf: now,
      facts: { ...fresh, approval_date: null },
      status: 'overdue',
      due: '2026-11-09',
      latest: '2026-11-10',
    },
    { asOf: now, facts: { ...fresh, approval_date: '2026-11-09' }, status: 'done' },
    {
      asOf: now,
      facts: { ...fresh, in_operation_since: '2019-01-01', approval_date: '2026-10-01' },
      ...none,
    },
    {
      asOf: now,
      facts: { ...fresh, lifecycle: 'building', in_operation_since: null, approval_date: null },
      status: 'upcoming',
    },
  ],
  'OB-APPROVE-EXPECTED': [
    {
      asOf: now,
      facts: {
        transition_case: 'TR-NEVER',
        approval_expected_on: '2026-11-01',
        approval_date: null,
      },
      status: 'overdue',
      due: '2026-11-01',
    },
    { asOf: now, facts: { transition_case: 'TR-NEVER', approval_expected_on: null }, ...none },
  ],
  'OB-REPLY-INCOMPLETE': [
    {
      asOf: now,
      facts: { ...sent, dossier_submitted_on: '2026-11-02' },
      status: 'information',
      due: '2026-11-09',
    },
    { asOf: now, facts: { dossier_stage: 'drafting' }, ...none },
  ],
  'OB-APPRAISE-3': [
    {
      asOf: now,
      facts: { ...sent, dossier_submitted_on: '2026-11-02', appraised_on: null },
      status: 'overdue',
      due: '2026-11-23',
    },
    {
      asOf: '2026-11-23',
      facts: { ...sent, dossier_submitted_on: '2026-11-02', appraised_on: null },
      status: 'due_soon',
    },
    {
      asOf: now,
      facts: {
        ...sent,
        dossier_stage: 'appraised',
        dossier_submitted_on: '2026-11-02',
        appraised_on: '2026-11-20',
      },
      status: 'done',
    },
    { asOf: now, facts: { ...sent, level: 2 }, ...none },
    { asOf: now, facts: { ...sent, transition_case: 'TR-INVESTED' }, ...none },
    { asOf: now, facts: { ...sent, appraised_on: null }, status: 'unknown' },
  ],
  'OB-APPRAISE-45': [
    {
      asOf: '2026-12-10',
      facts: { ...sent, level: 4, dossier_submitted_on: '2026-11-02', appraised_on: null },
      status: 'overdue',
      due: '2026-12-07',
      latest: '2026-12-08',
    },
    { asOf: now, facts: sent, ...none },
  ],
  'OB-DECIDE': [
    {
      asOf: now,
      facts: {
        ...sent,
        dossier_stage: 'appraised',
        approval_requested_on: '2026-11-09',
        approval_date: null,
      },
      status: 'overdue',
      due: '2026-11-18',
    },
    {
      asOf: now,
      facts: {
        ...sent,
        dossier_stage: 'approved',
        approval_requested_on: '2026-11-09',
        approval_date: '2026-11-18',
      },
      status: 'done',
    },
    { asOf: now, facts: sent, ...none },
  ],
  'OB-REGULATION': [
    {
      asOf: now,
      facts: { transition_case: 'TR-NEW', approval_date: '2026-10-12', regulation_date: null },
      status: 'overdue',
      due: '2026-10-11',
      latest: '2026-10-12',
    },
    {
      asOf: now,
      facts: {
        transition_case: 'TR-NEW',
        approval_date: '2026-10-12',
        regulation_date: '2026-09-15',
      },
      status: 'done',
    },
    { asOf: now, facts: kept, ...none },
  ],
  'OB-PLAN-OPERATION': [
    {
      asOf: now,
      facts: { ...fresh, plan_status: 'partly' },
      status: 'overdue',
      due: '2026-11-09',
      latest: '2026-11-10',
    },
    { asOf: now, facts: { ...fresh, plan_status: 'fully' }, status: 'done' },
    { asOf: now, facts: fresh, status: 'unknown' },
    { asOf: now, facts: { ...fresh, in_operation_since: '2020-01-01' }, ...none },
  ],
  'OB-PLAN-EXPECTED': [
    {
      asOf: now,
      facts: { plan_expected_on: '2026-11-23', plan_status: 'partly' },
      status: 'overdue',
      due: '2026-11-23',
      daysLate: 1,
    },
    { asOf: now, facts: { plan_expected_on: null }, ...none },
  ],
  'OB-CONDITIONS': [
    {
      asOf: now,
      facts: { ...fresh, condition_check_on: null },
      status: 'overdue',
      due: '2026-11-09',
    },
    { asOf: now, facts: { ...fresh, condition_check_on: '2026-11-01' }, status: 'done' },
  ],
  'OB-RISK-FIRST': [
    // Nobody has to record it: never late, until something says so.
    {
      asOf: now,
      facts: { transition_case: 'TR-NEW', approval_date: '2026-10-12' },
      status: 'unknown',
      due: '2026-10-11',
    },
    {
      asOf: now,
      facts: { transition_case: 'TR-NEW', approval_date: '2026-10-12' },
      records: [{ on: '2026-09-01' }],
      status: 'done',
    },
    { asOf: now, facts: kept, ...none },
  ],
  'OB-RISK-CHANGE': [
    {
      asOf: now,
      facts: { change_on: '2026-09-01', change_trigger: 'scope' },
      event: '2026-09-01',
      status: 'unknown',
    },
    {
      asOf: now,
      facts: { change_on: '2026-09-01', change_trigger: 'scope' },
      event: '2026-09-01',
      records: [{ on: '2026-09-20' }],
      status: 'done',
    },
    {
      asOf: now,
      facts: { change_on: '2026-09-01', change_trigger: 'threshold_crossed' },
      event: '2026-09-01',
      ...none,
    },
  ],
  'OB-RECLASSIFY': [
    {
      asOf: now,
      facts: { change_on: '2026-09-01', reclassified_since_change: false },
      event: '2026-09-01',
      status: 'unknown',
    },
    {
      asOf: now,
      facts: { change_on: '2026-09-01', reclassified_since_change: true },
      event: '2026-09-01',
      status: 'done',
    },
    { asOf: now, facts: { change_on: '2026-08-18' }, event: '2026-08-18', ...none },
  ],
  'OB-CHECK': [
    {
      asOf: '2027-11-01',
      facts: {
        ...running,
        transition_case: 'TR-NEW',
        planned_check_interval: 'P1Y',
        approval_date: '2026-10-12',
        last_periodic_check_on: null,
      },
      status: 'overdue',
      due: '2027-10-12',
    },
    {
      asOf: '2027-11-01',
      facts: {
        ...running,
        transition_case: 'TR-NEW',
        planned_check_interval: 'P1Y',
        last_periodic_check_on: '2027-10-01',
      },
      status: 'upcoming',
      due: '2028-10-01',
    },
    { asOf: now, facts: { ...running, ...kept, planned_check_interval: 'P1Y' }, ...none },
    { asOf: now, facts: { ...running, transition_case: 'TR-NEW' }, status: 'unknown' },
  ],
  'OB-SCAN': rhythm('P6M', '2026-03-30'),
  'OB-LOGS': rhythm('P1M', '2025-10-30'),
  'OB-PENTEST': rhythm('P1Y', '2026-09-30'),
  'OB-PENTEST-INSIDE': rhythm('P6M', '2026-03-30'),
  'OB-EXERCISE': rhythm('P1Y', '2026-09-30'),
  'OB-AWARENESS': rhythm('P1Y', '2026-09-30'),
  'OB-PENTEST-3': [
    {
      asOf: now,
      facts: {
        ...running,
        level: 3,
        transition_case: 'TR-NEW',
        planned_penetration_test_interval: 'P6M',
      },
      records: [{ on: '2026-05-01' }],
      status: 'overdue',
      due: '2026-11-01',
    },
    { asOf: now, facts: { ...running, level: 2 }, ...none },
    { asOf: now, facts: { ...running, level: 3, transition_case: 'TR-NEW' }, status: 'unknown' },
  ],
  'OB-EXERCISE-3': [
    {
      asOf: now,
      facts: { ...running, level: 3, transition_case: 'TR-NEW', planned_exercise_interval: 'P6M' },
      records: [{ on: '2026-05-01' }],
      status: 'overdue',
      due: '2026-11-01',
    },
    { asOf: now, facts: { ...running, level: 4 }, ...none },
  ],
  'OB-ASSESSOR': [
    {
      asOf: now,
      facts: {
        assessment_on: '2026-11-01',
        assessment_independent: false,
        assessment_licensed: false,
      },
      event: '2026-11-01',
      status: 'overdue',
      due: '2026-11-01',
    },
    {
      asOf: now,
      facts: { assessment_on: '2026-11-01', assessment_independent: true },
      event: '2026-11-01',
      status: 'done',
    },
    { asOf: now, facts: { assessment_on: '2026-11-01' }, event: '2026-11-01', status: 'unknown' },
    { asOf: now, facts: { assessment_on: '2026-05-01' }, event: '2026-05-01', ...none },
  ],
  'OB-ASSESSOR-LICENSED': [
    {
      asOf: now,
      facts: { level: 5, assessment_on: '2026-11-01', assessment_licensed: false },
      event: '2026-11-01',
      status: 'overdue',
    },
    {
      asOf: now,
      facts: { level: 3, national_security_candidate: false, assessment_on: '2026-11-01' },
      event: '2026-11-01',
      ...none,
    },
  ],
  'OB-INCIDENT-ONCE': [
    {
      asOf: now,
      facts: { ...incident, incident_urgent: true, incident_first_notice_at: null },
      event: '2026-11-21',
      status: 'overdue',
      due: '2026-11-21',
    },
    {
      asOf: now,
      facts: {
        ...incident,
        incident_urgent: true,
        incident_first_notice_at: '2026-11-21T06:00+07:00',
      },
      event: '2026-11-21',
      status: 'done',
    },
    { asOf: now, facts: { ...incident, incident_urgent: false }, event: '2026-11-21', ...none },
  ],
  'OB-INCIDENT-24H': [
    // Detected at 05:00 on the 21st in Viet Nam, though it was still the 20th in UTC.
    {
      asOf: now,
      facts: { ...incident, incident_serious: true, incident_first_notice_at: null },
      event: '2026-11-21',
      status: 'overdue',
      due: '2026-11-22',
      daysLate: 2,
    },
    {
      asOf: '2026-11-22',
      facts: { ...incident, incident_serious: true, incident_first_notice_at: null },
      event: '2026-11-21',
      status: 'due_soon',
    },
    {
      asOf: now,
      facts: { ...incident, incident_serious: true, incident_first_notice_at: '2026-11-21T21:59Z' },
      event: '2026-11-21',
      status: 'done',
    },
    { asOf: now, facts: incident, event: '2026-11-21', status: 'unknown' },
  ],
  'OB-INCIDENT-72H': [
    {
      asOf: '2026-11-25',
      facts: { ...incident, incident_serious: true, incident_result_reported_at: null },
      event: '2026-11-21',
      status: 'overdue',
      due: '2026-11-24',
    },
    { asOf: now, facts: { ...incident, incident_serious: false }, event: '2026-11-21', ...none },
  ],
  'OB-REPORT-OWNER': [
    {
      asOf: '2026-12-20',
      facts: { systems_count: 3 },
      status: 'overdue',
      due: '2026-12-19',
      daysLate: 1,
    },
    { asOf: '2026-12-19', facts: { systems_count: 3 }, status: 'due_soon' },
    {
      asOf: '2026-12-20',
      facts: { systems_count: 3 },
      records: [{ on: '2026-12-18', period: '2026' }],
      status: 'upcoming',
      due: '2027-12-19',
    },
    { asOf: '2026-12-20', facts: { systems_count: 0 }, ...none },
  ],
  'OB-REPORT-SPECIALISED': [
    { asOf: '2026-12-20', status: 'overdue', due: '2026-12-19' },
    { asOf: '2026-12-18', records: [{ on: '2026-12-17' }], status: 'done' },
  ],
  'OB-REPORT-MPS': [
    { asOf: '2026-12-25', status: 'overdue', due: '2026-12-24' },
    { asOf: '2026-12-24', status: 'due_soon' },
    { asOf: '2026-12-24', records: [{ on: '2026-12-23' }], status: 'done' },
  ],
  'OB-EXCHANGE-MPS': [{ asOf: now, status: 'information' }],
  'OB-MPS-TYPES': [{ asOf: now, status: 'information', due: '2027-01-14' }],
  'OB-LISTED': [
    {
      asOf: now,
      facts: { national_security_candidate: true },
      status: 'unknown',
      due: '2026-09-30',
    },
    {
      asOf: now,
      facts: { national_security_candidate: true },
      records: [{ on: '2026-09-15' }],
      status: 'upcoming',
      due: '2027-09-30',
    },
    { asOf: now, facts: { national_security_candidate: false }, ...none },
  ],
  'OB-TRAIN-FORCE': [
    { asOf: '2028-08-20', status: 'overdue', due: '2028-08-19', daysLate: 1 },
    { asOf: '2028-08-20', records: [{ on: '2028-05-01' }], status: 'done' },
  ],
  'OB-TRAIN-OPERATORS': [
    {
      asOf: '2029-08-20',
      facts: { has_level_3_system: true },
      status: 'overdue',
      due: '2029-08-19',
    },
    { asOf: now, facts: { has_level_3_system: false }, ...none },
  ],
  'OB-TR-KEPT': [
    {
      asOf: '2027-07-01',
      facts: { ...kept, plan_status: 'partly' },
      status: 'overdue',
      due: '2027-06-30',
      latest: '2027-07-01',
      daysLate: 1,
    },
    { asOf: '2027-06-30', facts: { ...kept, plan_status: 'partly' }, status: 'due_soon' },
    { asOf: now, facts: { ...kept, plan_status: 'fully' }, status: 'done' },
  ],
  'OB-TR-APPROVE': [
    {
      asOf: '2027-01-02',
      facts: { transition_case: 'TR-INVESTED', approval_date: null },
      status: 'overdue',
      due: '2026-12-31',
      latest: '2027-01-01',
    },
    {
      asOf: now,
      facts: { transition_case: 'TR-INVESTED', approval_date: '2026-11-01' },
      status: 'done',
    },
  ],
  'OB-TR-MEASURES': [
    {
      asOf: '2027-07-02',
      facts: { transition_case: 'TR-INVESTED', plan_status: 'partly' },
      status: 'overdue',
      latest: '2027-07-01',
    },
    { asOf: now, facts: kept, ...none },
  ],
  'OB-TR-GAP': [
    {
      asOf: now,
      facts: { transition_case: 'TR-GAP', approval_date: '2026-07-15' },
      status: 'unknown',
    },
    {
      asOf: now,
      facts: { transition_case: 'TR-GAP', approval_date: '2026-07-15' },
      records: [{ on: '2026-10-01' }],
      status: 'done',
    },
  ],
  'OB-TR-PRODUCTS': [
    { asOf: '2027-07-02', facts: { systems_count: 1 }, status: 'unknown', due: '2027-06-30' },
    {
      asOf: '2027-07-02',
      facts: { systems_count: 1 },
      records: [{ on: '2027-03-01' }],
      status: 'done',
    },
    { asOf: now, facts: { systems_count: 0 }, ...none },
  ],
  // ── vn-2016 ──
  'OBO-D09-APPROVE': [
    {
      asOf: '2025-06-01',
      facts: { ...running, in_operation_since: '2020-01-01', approval_date: null },
      status: 'overdue',
      due: '2024-09-30',
      daysLate: 244,
    },
    {
      asOf: now,
      facts: { ...running, in_operation_since: '2020-01-01', approval_date: null },
      status: 'overdue',
      daysLate: 785,
    },
    {
      asOf: '2025-06-01',
      facts: { ...running, in_operation_since: '2020-01-01', approval_date: '2024-09-30' },
      status: 'done',
    },
    { asOf: '2025-06-01', facts: { ...running, in_operation_since: '2024-10-01' }, ...none },
  ],
  'OBO-D09-PLAN': [
    {
      asOf: '2025-01-01',
      facts: { ...running, in_operation_since: '2020-01-01', plan_status: 'partly' },
      status: 'overdue',
      due: '2024-12-31',
      daysLate: 1,
    },
    {
      asOf: '2025-01-01',
      facts: { ...running, in_operation_since: '2020-01-01', plan_status: 'fully' },
      status: 'done',
    },
  ],
  'OBO-APPRAISE-3': [
    {
      asOf: '2025-03-01',
      facts: {
        ...sent,
        transition_case: undefined,
        dossier_submitted_on: '2025-02-10',
        appraised_on: null,
      },
      status: 'overdue',
      due: '2025-02-25',
    },
    {
      asOf: now,
      facts: {
        ...sent,
        transition_case: 'TR-INVESTED',
        dossier_submitted_on: '2026-11-02',
        appraised_on: null,
      },
      status: 'overdue',
      due: '2026-11-17',
    },
    {
      asOf: '2025-03-01',
      facts: {
        ...sent,
        dossier_stage: 'appraised',
        dossier_submitted_on: '2025-02-10',
        appraised_on: '2025-02-20',
      },
      status: 'done',
    },
  ],
  'OBO-APPRAISE-45': [
    {
      asOf: '2025-04-01',
      facts: { ...sent, level: 4, dossier_submitted_on: '2025-02-10', appraised_on: null },
      status: 'overdue',
      due: '2025-03-12',
    },
    { asOf: '2025-04-01', facts: { ...sent, level: 3 }, ...none },
  ],
  'OBO-DECIDE': [
    {
      asOf: '2025-04-01',
      facts: { ...sent, approval_requested_on: '2025-02-10', approval_date: null },
      status: 'overdue',
      due: '2025-02-19',
    },
    {
      asOf: '2025-04-01',
      facts: { ...sent, approval_requested_on: '2025-02-10', approval_date: '2025-02-12' },
      status: 'done',
    },
  ],
  'OBO-REGULATION': [
    {
      asOf: '2025-04-01',
      facts: { level_approved: true, approval_date: '2025-02-10', regulation_date: null },
      status: 'overdue',
      due: '2025-02-09',
      latest: '2025-02-10',
    },
    {
      asOf: '2025-04-01',
      facts: { level_approved: true, approval_date: '2019-02-10', regulation_date: null },
      ...none,
    },
  ],
  'OBO-PLAN-OPERATION': [
    {
      asOf: '2025-04-01',
      facts: { ...running, in_operation_since: '2025-01-15', plan_status: 'partly' },
      status: 'overdue',
      due: '2025-01-14',
    },
    {
      asOf: '2025-04-01',
      facts: { ...running, in_operation_since: '2021-01-15', plan_status: 'partly' },
      ...none,
    },
  ],
  'OBO-CHECK-BODY': [
    {
      asOf: '2025-04-01',
      facts: { systems_count: 1 },
      records: [{ on: '2023-02-28' }],
      status: 'overdue',
      due: '2025-02-28',
    },
    { asOf: '2025-04-01', facts: { systems_count: 0 }, ...none },
    { asOf: '2025-04-01', facts: { systems_count: 1 }, status: 'unknown' },
  ],
  'OBO-CHECK': [
    {
      asOf: '2025-04-01',
      facts: { ...running, level: 3, last_periodic_check_on: '2024-02-29' },
      status: 'overdue',
      due: '2025-02-28',
    },
    {
      asOf: '2025-04-01',
      facts: { ...running, level: 5, last_periodic_check_on: null, approval_date: '2024-08-31' },
      status: 'overdue',
      due: '2025-02-28',
    },
    { asOf: '2025-04-01', facts: { ...running, level: 2 }, ...none },
  ],
  'OBO-HUNT': [
    {
      asOf: '2025-04-01',
      facts: running,
      records: [{ on: '2024-08-31' }],
      status: 'overdue',
      due: '2025-02-28',
    },
    {
      asOf: '2025-04-01',
      facts: { ...running, in_operation_since: '2020-01-01' },
      status: 'unknown',
      due: '2023-04-13',
    },
    {
      asOf: '2025-04-01',
      facts: running,
      records: [{ on: '2025-03-01' }],
      status: 'upcoming',
      due: '2025-09-01',
    },
  ],
  'OBO-DRILL': [
    { asOf: '2025-04-01', records: [{ on: '2024-02-29' }], status: 'overdue', due: '2025-02-28' },
    { asOf: '2025-04-01', records: [{ on: '2024-11-20' }], status: 'upcoming', due: '2025-11-20' },
    { asOf: '2025-04-01', status: 'unknown' },
  ],
  'OBO-RESPONSE-PLANS': [
    { asOf: '2025-04-01', status: 'unknown', due: '2022-12-31' },
    { asOf: '2025-04-01', records: [{ on: '2022-12-30' }], status: 'done' },
  ],
  'OBO-INCIDENT-5D': [
    {
      asOf: '2025-04-01',
      facts: { incident_detected_on: '2025-02-26', incident_first_notice_on: null },
      event: '2025-02-26',
      status: 'overdue',
      due: '2025-03-03',
    },
    {
      asOf: '2025-04-01',
      facts: { incident_detected_on: '2025-02-26', incident_first_notice_on: '2025-03-03' },
      event: '2025-02-26',
      status: 'done',
    },
    { asOf: now, facts: { incident_detected_on: '2026-11-01' }, event: '2026-11-01', ...none },
  ],
  'OBO-REPORT-OLD': [
    {
      asOf: '2021-12-15',
      facts: { has_level_3_system: true },
      status: 'overdue',
      due: '2021-11-29',
    },
    { asOf: '2021-12-15', facts: { has_level_3_system: false }, ...none },
  ],
  'OBO-REPORT-OWNER': [
    { asOf: '2025-01-10', facts: { systems_count: 1 }, status: 'overdue', due: '2024-12-19' },
    {
      asOf: '2025-01-10',
      facts: { systems_count: 1 },
      records: [{ on: '2024-12-19' }],
      status: 'upcoming',
      due: '2025-12-19',
    },
  ],
  'OBO-REPORT-MIC': [
    { asOf: '2025-01-10', status: 'overdue', due: '2024-12-24' },
    { asOf: '2025-01-10', records: [{ on: '2024-12-20' }], status: 'upcoming' },
  ],
  'OBO-INCIDENT-HALF': [
    { asOf: '2025-06-20', status: 'overdue', due: '2025-06-19' },
    { asOf: '2025-06-19', records: [{ on: '2025-06-10' }, { on: '2024-06-10' }], status: 'done' },
  ],
  'OBO-INCIDENT-YEAR': [
    { asOf: '2025-12-15', status: 'overdue', due: '2025-12-14' },
    { asOf: '2025-12-14', records: [{ on: '2025-12-10' }, { on: '2024-12-10' }], status: 'done' },
  ],
  'OBO-MEMBER': [
    { asOf: '2025-01-01', status: 'overdue', due: '2024-12-31' },
    { asOf: '2025-01-01', records: [{ on: '2024-03-03' }], status: 'upcoming' },
  ],
  'OBO-MONITORING': [
    {
      asOf: '2025-04-01',
      facts: { has_level_3_system: true },
      records: [{ on: '2024-08-31' }],
      status: 'overdue',
      due: '2025-02-28',
    },
    { asOf: '2025-04-01', facts: { has_level_3_system: false }, ...none },
  ],
  'OBO-SHARING': [
    { asOf: '2021-04-01', records: [{ on: '2020-12-31' }], status: 'overdue', due: '2021-03-31' },
    { asOf: '2021-03-31', records: [{ on: '2021-01-15' }], status: 'due_soon', due: '2021-04-15' },
  ],
};
