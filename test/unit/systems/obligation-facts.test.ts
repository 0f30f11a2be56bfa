import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.js';
import type { InformationSystem } from '../../../src/domain/systems.js';
import {
  agencyFacts,
  changeFacts,
  incidentFacts,
  obligationFacts,
} from '../../../src/systems/obligation-facts.js';
import { asOf, systemWith } from './support.js';

const known = { level: 2, transitionCase: 'TR-NEW', planStatus: 'fully' } as const;
const early = isoDate('2026-09-01');
const later = isoDate('2026-12-01');

type Changes = { readonly [Key in keyof InformationSystem]?: InformationSystem[Key] | undefined };

describe('of a system', () => {
  test.each<[string, Changes, string, unknown]>([
    ['a decision', {}, 'approval_date', '2026-10-01'],
    ['a decision', {}, 'level_approved', true],
    ['no decision', { approval: undefined, dossier: undefined }, 'approval_date', null],
    ['no decision', { approval: undefined, dossier: undefined }, 'level_approved', false],
    ['a decision to come', { approval: { level: 2, date: later } }, 'level_approved', false],
    ['a decision without a date', { approval: { level: 2 } }, 'approval_date', undefined],
    ['a decision without a date', { approval: { level: 2 } }, 'level_approved', undefined],
    ['approval claimed only', { approval: undefined }, 'level_approved', undefined],
    ['in operation, not said since when', {}, 'in_operation_since', undefined],
    ['being built', { lifecycle: 'building' }, 'in_operation_since', null],
    ['to go live', { lifecycle: 'building', inOperationSince: later }, 'in_operation_since', later],
    ['a regulation', {}, 'regulation_date', '2026-08-25'],
    ['no regulation', { securityRegulation: undefined }, 'regulation_date', null],
    ['an undated regulation', { securityRegulation: {} }, 'regulation_date', undefined],
    ['a regulation to come', { securityRegulation: { date: later } }, 'regulation_date', null],
    ['appraised, not said when', {}, 'appraised_on', undefined],
    [
      'not appraised',
      { approval: undefined, dossier: { stage: 'submitted' } },
      'appraised_on',
      null,
    ],
    ['no dossier', { approval: undefined, dossier: undefined }, 'dossier_stage', 'none'],
    ['the plan done', {}, 'plan_done_on', '2026-10-20'],
    ['the plan not done', { securityPlan: { status: 'partly' } }, 'plan_done_on', null],
    ['no interval in the plan', {}, 'planned_check_interval', undefined],
    [
      'an interval in the plan',
      { securityPlan: { status: 'partly', intervals: { check: 'P1Y' } } },
      'planned_check_interval',
      'P1Y',
    ],
    ['no check', {}, 'last_periodic_check_on', null],
    [
      'checks, one to come',
      {
        assessments: [
          { kind: 'periodic', date: early },
          { kind: 'periodic', date: later },
          { kind: 'ad_hoc', date: asOf },
        ],
      },
      'last_periodic_check_on',
      early,
    ],
    ['no grounds stated', {}, 'national_security_candidate', false],
    ['grounds', { nationalSecurity: { candidate: true } }, 'national_security_candidate', true],
    [
      'level 2, handed in: the request for approval is the same',
      { dossier: { stage: 'submitted', submittedOn: early } },
      'approval_requested_on',
      early,
    ],
  ])('%s: %#', (_, changes, fact, expected) => {
    expect(obligationFacts(systemWith(changes), known, asOf)[fact]).toBe(expected);
  });

  test('level 3: the request for approval is of its own', () => {
    const system = systemWith({ dossier: { stage: 'submitted', submittedOn: early } });
    const facts = obligationFacts(system, { ...known, level: 3 }, asOf);
    expect(facts['approval_requested_on']).toBeUndefined();
    expect(facts['dossier_submitted_on']).toBe(early);
  });
});

describe('of an incident', () => {
  test('days are Viet Nam’s, what is to come hasn’t come', () => {
    const facts = incidentFacts(
      {
        id: 'a',
        detectedAt: '2026-11-21T17:30Z',
        firstNoticeAt: '2026-11-23T18:00+07:00',
        resultReportedAt: '2026-11-23T17:00Z',
      },
      asOf,
    );
    expect(facts).toEqual({
      incident_detected_at: '2026-11-21T17:30Z',
      incident_detected_on: '2026-11-22',
      incident_serious: undefined,
      incident_urgent: undefined,
      incident_first_notice_at: '2026-11-23T18:00+07:00',
      incident_first_notice_on: '2026-11-23',
      // 24 November in Viet Nam: after the audit date.
      incident_result_reported_at: null,
      incident_result_reported_on: null,
    });
  });

  test('a moment that can’t be read is unknown', () => {
    const facts = incidentFacts({ id: 'a', detectedAt: '2026-02-30T00:00Z' }, asOf);
    expect(facts['incident_detected_on']).toBeUndefined();
    expect(facts['incident_first_notice_on']).toBeNull();
  });
});

test.each<[string, Changes, boolean | undefined]>([
  ['approved again', { approval: { level: 2, date: isoDate('2026-10-02') } }, true],
  ['approved on that day', { approval: { level: 2, date: isoDate('2026-10-01') } }, false],
  ['never approved', { approval: undefined }, false],
  ['a decision to come', { approval: { level: 2, date: later } }, false],
  ['a decision without a date', { approval: { level: 2 } }, undefined],
])('after a change, %s', (_, changes, expected) => {
  const change = { trigger: 'scope', date: isoDate('2026-10-01') };
  const facts = changeFacts(change, systemWith(changes), asOf);
  expect(facts['reclassified_since_change']).toBe(expected);
});

test.each([
  ['no inventory', undefined, undefined, undefined, undefined],
  ['no systems', [], 0, 0, false],
  ['levels 2 and 3', [2, 3], 2, 3, true],
  ['only level 2', [2], 1, 2, false],
  ['one that isn’t known', [2, undefined], 2, undefined, undefined],
  ['one that isn’t known beside level 3', [3, undefined], 2, undefined, true],
  ['one that isn’t known beside level 5', [5, undefined], 2, 5, true],
] as const)('of an agency: %s', (_, levels, count, highest, hasLevel3) => {
  expect(
    agencyFacts(
      levels?.map((level) => ({ level })),
      asOf,
    ),
  ).toEqual({
    as_of: asOf,
    systems_count: count,
    highest_level: highest,
    has_level_3_system: hasLevel3,
  });
});
