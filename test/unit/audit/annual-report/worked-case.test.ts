import { expect, test } from 'vitest';
import { annualReport } from '../../../../src/audit/annual-report.js';
import { isoDate } from '../../../../src/domain/dates.js';
import type { InformationSystem } from '../../../../src/domain/systems.js';
import {
  agency,
  figures,
  form,
  outcomes,
  reportOf,
  soundSystem,
  source,
  systemWith,
  usual,
} from './support.js';

// Five systems whose section 1 was worked out by hand from the decree and the form.

const day = isoDate;

function open(changes: Partial<InformationSystem>): InformationSystem {
  return systemWith({ dossier: undefined, approval: undefined, assessments: [], ...changes });
}

const a = systemWith({
  id: 'a',
  name: 'A',
  facts: { system_types: ['public_service'] },
  declaredLevel: 3,
  securityPlan: { status: 'partly', expected: day('2027-06-30') },
  assessments: [
    { kind: 'before_operation', date: day('2024-05-10') },
    { kind: 'periodic', date: day('2026-10-02') },
  ],
});
const b = open({
  id: 'b',
  name: 'B',
  facts: { system_types: ['infrastructure'] },
  declaredLevel: 3,
  dossier: { stage: 'appraised' },
  securityPlan: { status: 'not_started', expected: day('2027-06-30') },
  expectedApproval: day('2027-01-20'),
});
const c = systemWith({
  id: 'c',
  name: 'C',
  declaredLevel: 2,
  approval: { level: 2, number: '8/QĐ-SKHCN', date: day('2026-09-30'), authorityName: 'Sở KHCN' },
  assessments: [{ kind: 'periodic', date: day('2025-11-30') }],
});
const d = open({
  id: 'd',
  name: 'D',
  declaredLevel: 2,
  dossier: { stage: 'drafting' },
  securityPlan: { status: 'not_started', expected: day('2027-06-30') },
  expectedApproval: day('2027-03-15'),
});
const e = open({
  id: 'e',
  name: 'E',
  facts: { system_types: [] },
  declaredLevel: 2,
  securityPlan: { status: 'not_started', expected: day('2027-06-30') },
  expectedApproval: day('2027-03-31'),
  assessments: [{ kind: 'periodic', date: day('2026-02-01') }],
});

const systems = [a, b, c, d, e];

test('section 1 of the worked case', () => {
  const report = reportOf(systems, {
    periodicRule: 'within_data_period',
    dossierRule: 'completed_only',
  });
  expect(figures(report)).toEqual({
    total_systems: 5,
    total_typed: 4,
    total_dossier_prepared: 3,
    total_appraised: 3,
    total_approved: 2,
    total_approved_periodically_assessed: 1,
    expected_all_approved_on: '2027-03-31',
  });
  expect(report.draft).toBe(false);
});

test('rows of the worked case, columns 5, 6, 9 to 12', () => {
  const rows = reportOf(systems).systems.map((row) => [
    row.name,
    row.proposed_level,
    row.approval_status,
    row.expected_approval,
    row.plan_status,
    row.expected_full_plan,
    row.assessed.join('; '),
  ]);
  expect(rows).toEqual([
    ['A', 3, 'approved', null, 'partly', '2027-06-30', 'before_operation; periodic'],
    ['B', 3, 'appraised', '2027-01-20', 'not_started', '2027-06-30', ''],
    ['C', 2, 'approved', null, 'fully', null, ''],
    ['D', 2, 'drafting', '2027-03-15', 'not_started', '2027-06-30', ''],
    ['E', 2, 'not_started', '2027-03-31', 'not_started', '2027-06-30', 'periodic'],
  ]);
});

test('the other readings of the worked case', () => {
  const report = reportOf(systems, {
    dossierRule: 'include_drafts',
    periodicRule: 'valid_at_cutoff',
    periodicIntervals: new Map([
      [2, { text: 'P2Y', duration: { months: 24, days: 0 } }],
      [3, { text: 'P1M', duration: { months: 1, days: 0 } }],
    ]),
  });
  expect(figures(report)).toMatchObject({
    total_dossier_prepared: 4,
    total_approved_periodically_assessed: 1,
  });
  expect(report.systems.map((row) => row.periodic_done)).toEqual([false, false, true, false, true]);
  expect(report.parameters.periodic_intervals).toEqual({ '2': 'P2Y', '3': 'P1M' });
});

test('approved without a decision is counted as said, and blocks', () => {
  const claimed = systems.map((system) => {
    if (system !== a && system !== c) return system;
    const { approval: _, ...rest } = system;
    return rest as InformationSystem;
  });
  const report = reportOf(claimed);
  expect(figures(report)).toMatchObject({ total_approved: 2 });
  expect(outcomes(report)).toMatchObject({ 'CHK-02': 'fail' });
  expect(report.draft).toBe(true);
});

test('nothing is called completed while an agency has not handed in', () => {
  const approved = agency({ systems: [soundSystem] });
  const silent = agency({ id: 'so-c', name: 'Sở C', missing: 'not_submitted' });
  const said = (...agencies: readonly ReturnType<typeof agency>[]) =>
    annualReport(source(...agencies), usual).summary.at(-1)?.text;
  expect(said(approved)).toEqual(form.completed);
  expect(said(approved, silent)).toBeNull();
});
