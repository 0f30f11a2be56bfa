import { describe, expect, test } from 'vitest';
import {
  approvedMatchTotal,
  figuresInOrder,
  periodicMatchesTotal,
  rowsMatchTotal,
} from '../../../../src/audit/annual-report/check-figures.js';
import { reportCheckIds } from '../../../../src/audit/annual-report/checks.js';
import type { AnnualReportOptions } from '../../../../src/audit/annual-report/source.js';
import { annualReport } from '../../../../src/audit/annual-report.js';
import { isoDate } from '../../../../src/domain/dates.js';
import type { InformationSystem } from '../../../../src/domain/systems.js';
import type { SummaryId } from '../../../../src/packs/annual-report-form.js';
import {
  type AgencySpec,
  agency,
  form,
  organisation,
  outcomes,
  reportOf,
  soundSystem,
  source,
  systemWith,
  usual,
} from './support.js';

const day = isoDate;
type Outcome = 'pass' | 'fail' | 'unknown';

test('the pack words every check that the program knows, and no other', () => {
  expect(form.checks.map(({ id }) => id)).toEqual(reportCheckIds);
});

test('a sound report passes every check', () => {
  const report = reportOf([soundSystem]);
  expect(report.checks.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
  expect([report.draft, report.late]).toEqual([false, false]);
});

describe('figures of section 1 against the rows of section 3', () => {
  const { summary, systems } = reportOf([soundSystem]);
  const tampered = (id: SummaryId, value: number) => ({
    summary: summary.map((field) => (field.id === id ? { ...field, value } : field)),
    systems,
  });
  test.each([
    ['CHK-01', rowsMatchTotal, tampered('total_systems', 2)],
    ['CHK-02', approvedMatchTotal, tampered('total_approved', 0)],
    ['CHK-03, approved', figuresInOrder, tampered('total_approved', 2)],
    ['CHK-03, appraised', figuresInOrder, tampered('total_appraised', 2)],
    ['CHK-03, prepared', figuresInOrder, tampered('total_dossier_prepared', 2)],
    ['CHK-03, typed', figuresInOrder, tampered('total_typed', 2)],
    ['CHK-05', periodicMatchesTotal, tampered('total_approved_periodically_assessed', 0)],
  ] as const)('%s', (_, check, figures) => {
    expect(check({ summary, systems })).toEqual([]);
    expect(check(figures)).toHaveLength(1);
  });
});

interface Case {
  readonly check: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly system?: Parameters<typeof systemWith>[0];
  readonly options?: Partial<AnnualReportOptions>;
  readonly spec?: AgencySpec;
}

const { approval, securityRegulation } = soundSystem;
const undecided = {
  approval: undefined,
  dossier: { stage: 'submitted' },
  expectedApproval: day('2027-01-31'),
} as const;
const halfDone = { status: 'partly', expected: day('2027-06-30') } as const;

function answers(counts: Readonly<Record<string, number>>): AgencySpec {
  const usual = agency().judged.values().next().value?.requirements;
  if (!usual) throw new Error('no judgement');
  const requirements = { ...usual, counts: { ...usual.counts, ...counts } };
  return { judged: { 'nhan-su': { requirements } } };
}

const cases: readonly Case[] = [
  { check: 'CHK-02', name: 'no decision', outcome: 'fail', system: { approval: undefined } },
  {
    check: 'CHK-02',
    name: 'a decision without date',
    outcome: 'fail',
    system: { approval: { level: 3, number: '1/QĐ', authority: 'owner' } },
  },
  {
    check: 'CHK-02',
    name: 'a decision without authority',
    outcome: 'fail',
    system: { approval: { level: 3, number: '1/QĐ', date: day('2026-10-01'), authority: 'other' } },
  },
  {
    check: 'CHK-02',
    name: "the Prime Minister's decision needs no name",
    outcome: 'pass',
    system: {
      approval: { level: 5, number: '1/QĐ', date: day('2026-10-01'), authority: 'prime_minister' },
    },
  },
  {
    check: 'CHK-04',
    name: 'both dates given',
    outcome: 'pass',
    system: { ...undecided, securityPlan: halfDone },
  },
  {
    check: 'CHK-04',
    name: 'no expected approval',
    outcome: 'fail',
    system: { ...undecided, expectedApproval: undefined },
  },
  {
    check: 'CHK-04',
    name: 'no expected date of the plan',
    outcome: 'fail',
    system: { securityPlan: { status: 'partly' } },
  },
  {
    check: 'CHK-04',
    name: 'nothing is expected of a retired system',
    outcome: 'pass',
    system: {
      ...undecided,
      expectedApproval: undefined,
      lifecycle: 'retired',
      retiredOn: day('2026-06-01'),
    },
  },
  {
    check: 'CHK-05',
    name: 'no interval for the level',
    outcome: 'unknown',
    options: { periodicRule: 'valid_at_cutoff' },
  },
  {
    check: 'CHK-05',
    name: 'an interval for the level',
    outcome: 'pass',
    options: {
      periodicRule: 'valid_at_cutoff',
      periodicIntervals: new Map([[3, { text: 'P1Y', duration: { months: 12, days: 0 } }]]),
    },
  },
  {
    check: 'CHK-06',
    name: 'no regulation',
    outcome: 'fail',
    system: { securityRegulation: undefined },
  },
  {
    check: 'CHK-06',
    name: 'a regulation of the same day',
    outcome: 'pass',
    system: { securityRegulation: { ...securityRegulation, date: day('2026-10-01') } },
  },
  {
    check: 'CHK-06',
    name: 'a regulation of the next day',
    outcome: 'fail',
    system: { securityRegulation: { ...securityRegulation, date: day('2026-10-02') } },
  },
  {
    check: 'CHK-06',
    name: 'a regulation without date',
    outcome: 'unknown',
    system: { securityRegulation: { number: '01/QC' } },
  },
  {
    check: 'CHK-06',
    name: 'a decision under the old decree',
    outcome: 'pass',
    system: {
      securityRegulation: undefined,
      approval: {
        level: 3,
        number: '1/QĐ',
        date: day('2024-10-01'),
        authority: 'owner',
        legalBasis: 'decree_85',
      },
    },
  },
  {
    check: 'CHK-06',
    name: 'a decision from before the decree that names no law',
    outcome: 'pass',
    system: {
      securityRegulation: undefined,
      approval: { level: 3, number: '1/QĐ', date: day('2026-08-18'), authority: 'owner' },
    },
  },
  {
    check: 'CHK-06',
    name: 'a decision that names no law and has no date',
    outcome: 'unknown',
    system: { approval: { level: 3, number: '1/QĐ', authority: 'owner' } },
    spec: { judged: { 'nhan-su': { approvalBy: null } } },
  },
  {
    check: 'CHK-07',
    name: 'another level by the criteria',
    outcome: 'fail',
    spec: { judged: { 'nhan-su': { computedLevel: 2 } } },
  },
  {
    check: 'CHK-07',
    name: 'another level, with a reason',
    outcome: 'pass',
    system: { levelGapReason: 'Chờ hướng dẫn về tách hệ thống' },
    spec: { judged: { 'nhan-su': { computedLevel: 2 } } },
  },
  {
    check: 'CHK-07',
    name: 'no level by the criteria',
    outcome: 'unknown',
    spec: { judged: { 'nhan-su': { computedLevel: null } } },
  },
  {
    check: 'CHK-08',
    name: 'expected on the day of the data',
    outcome: 'fail',
    system: { securityPlan: { status: 'partly', expected: day('2026-12-14') } },
  },
  {
    check: 'CHK-08',
    name: 'expected on the next day',
    outcome: 'pass',
    system: { securityPlan: { status: 'partly', expected: day('2026-12-15') } },
  },
  { check: 'CHK-09', name: 'level 3, not approved', outcome: 'fail', system: undecided },
  {
    check: 'CHK-09',
    name: 'level 2, not approved',
    outcome: 'pass',
    system: { ...undecided, declaredLevel: 2 },
  },
  {
    check: 'CHK-09',
    name: 'level 3, still being built',
    outcome: 'pass',
    system: { ...undecided, lifecycle: 'building' },
  },
  {
    check: 'CHK-09',
    name: 'no level at all',
    outcome: 'unknown',
    system: { ...undecided, declaredLevel: undefined },
  },
  {
    check: 'CHK-10',
    name: 'approved, plan partly',
    outcome: 'fail',
    system: { securityPlan: halfDone },
  },
  {
    check: 'CHK-10',
    name: 'level 2 approved, plan partly',
    outcome: 'pass',
    system: {
      declaredLevel: 2,
      securityPlan: halfDone,
      approval: { level: 2, number: '1/QĐ', date: day('2026-10-01'), authority: 'owner' },
    },
  },
  {
    check: 'CHK-10',
    name: 'approved, plan not said',
    outcome: 'unknown',
    system: { securityPlan: undefined },
  },
  {
    check: 'CHK-11',
    name: 'a requirement not met',
    outcome: 'fail',
    spec: answers({ met: 9, not_met: 1 }),
  },
  {
    check: 'CHK-11',
    name: 'a requirement partly met',
    outcome: 'fail',
    spec: answers({ met: 9, partly_met: 1 }),
  },
  {
    check: 'CHK-11',
    name: 'an answer that expired',
    outcome: 'unknown',
    spec: answers({ met: 9, expired: 1 }),
  },
  {
    check: 'CHK-11',
    name: 'one that does not apply',
    outcome: 'pass',
    spec: answers({ met: 9, not_applicable: 1 }),
  },
  {
    check: 'CHK-12',
    name: 'assessed by the operator itself',
    outcome: 'fail',
    system: { assessments: [{ kind: 'periodic', date: day('2026-06-01'), independent: false }] },
  },
  {
    check: 'CHK-12',
    name: 'not said who assessed',
    outcome: 'unknown',
    system: { assessments: [{ kind: 'periodic', date: day('2026-06-01') }] },
  },
  {
    check: 'CHK-12',
    name: 'the operator checks before use',
    outcome: 'pass',
    system: {
      assessments: [{ kind: 'before_operation', date: day('2026-06-01'), independent: false }],
    },
  },
  {
    check: 'CHK-13',
    name: 'level 5 not assessed',
    outcome: 'fail',
    system: { declaredLevel: 5, assessments: [] },
  },
  {
    check: 'CHK-13',
    name: 'level 5 by a licensed assessor',
    outcome: 'pass',
    system: {
      declaredLevel: 5,
      assessments: [{ kind: 'ad_hoc', date: day('2026-06-01'), licensed: true }],
    },
  },
  {
    check: 'CHK-13',
    name: 'level 5, not said by whom',
    outcome: 'unknown',
    system: { declaredLevel: 5 },
  },
  {
    check: 'CHK-13',
    name: 'a candidate for the list',
    outcome: 'unknown',
    system: { nationalSecurity: { candidate: true } },
  },
  {
    check: 'CHK-14',
    name: 'sent on the last day',
    outcome: 'pass',
    options: { sentOn: day('2026-12-24') },
  },
  {
    check: 'CHK-14',
    name: 'sent a day later',
    outcome: 'fail',
    options: { sentOn: day('2026-12-25') },
  },
  {
    check: 'CHK-14',
    name: "an agency's last day",
    outcome: 'pass',
    options: { agency: 'so-y-te', sentOn: day('2026-12-19') },
  },
  {
    check: 'CHK-14',
    name: 'an agency a day later',
    outcome: 'fail',
    options: { agency: 'so-y-te', sentOn: day('2026-12-20') },
  },
  {
    check: 'EXTRA-01',
    name: 'nothing handed in',
    outcome: 'fail',
    spec: { missing: 'not_submitted' },
  },
  {
    check: 'EXTRA-02',
    name: 'no operating unit',
    outcome: 'fail',
    system: { operatingUnit: undefined },
  },
  {
    check: 'EXTRA-02',
    name: 'an address missing',
    outcome: 'fail',
    spec: { organisation: { ...organisation, owner: { name: 'UBND tỉnh Lạng Sơn' } } },
  },
  {
    check: 'EXTRA-02',
    name: "the owner's mandate may stay blank",
    outcome: 'pass',
    spec: { organisation: withoutMandate() },
  },
  {
    check: 'EXTRA-03',
    name: 'no answers',
    outcome: 'fail',
    spec: { judged: { 'nhan-su': { requirements: null } } },
  },
  {
    check: 'EXTRA-04',
    name: 'no dossier',
    outcome: 'fail',
    system: { dossier: undefined, approval: undefined },
  },
  {
    check: 'EXTRA-07',
    name: 'no proposed level',
    outcome: 'fail',
    system: { declaredLevel: undefined },
  },
  {
    check: 'EXTRA-08',
    name: 'decided after the date of the data',
    outcome: 'unknown',
    system: { approval: { ...approval, level: 3, date: day('2026-12-15') } },
  },
  {
    check: 'EXTRA-09',
    name: 'retired, nobody says when',
    outcome: 'unknown',
    system: { lifecycle: 'retired' },
  },
];

function withoutMandate() {
  const { mandateDocument: _, ...owner } = organisation.owner ?? { name: '' };
  return { ...organisation, owner };
}

test.each(cases)('$check: $name: $outcome', ({ check, outcome, system = {}, options, spec }) => {
  const report = reportOf([systemWith(system) as InformationSystem], options, spec);
  expect(outcomes(report)[check]).toBe(outcome);
});

test('not known when it is sent', () => {
  const { sentOn: _, ...unsent } = usual;
  const report = annualReport(source(agency()), unsent);
  expect(outcomes(report)['CHK-14']).toBe('unknown');
  expect(report.deadlines.map(({ days_left }) => days_left)).toEqual([null, null]);
});

test('a late report is late, not a draft', () => {
  const report = reportOf([soundSystem], { sentOn: day('2026-12-25') });
  expect([report.draft, report.late]).toEqual([false, true]);
});

test('two inventories that differ about a party: EXTRA-05, the first stands', () => {
  const other = { ...organisation, owner: { name: 'UBND tỉnh Lạng Sơn', address: 'Số 2' } };
  const report = annualReport(
    source(agency(), agency({ id: 'so-tu-phap', systems: [], organisation: other })),
    usual,
  );
  expect(outcomes(report)['EXTRA-05']).toBe('fail');
  expect(report.parties[0]?.parts[0]?.fields[3]?.value).toBe('Số 1, đường Hùng Vương');
});

test("one id in two inventories: EXTRA-06 blocks, the owner's entry is counted once", () => {
  const owned = systemWith({ name: 'Bản của chủ quản', owner: { name: 'B', agency: 'so-b' } });
  const report = annualReport(
    source(agency({ id: 'so-a' }), agency({ id: 'so-b', systems: [owned] })),
    usual,
  );
  expect(report.systems.map(({ name }) => name)).toEqual(['Bản của chủ quản']);
  expect(outcomes(report)['EXTRA-06']).toBe('fail');
  expect(report.draft).toBe(true);
});

test('a check that the program does not know is never passed', () => {
  const later = { ...form.checks[0], id: 'CHK-99', severity: 'block' } as (typeof form.checks)[0];
  const { pack, ...rest } = source(agency());
  const report = annualReport(
    { ...rest, pack: { ...pack, form: { ...form, checks: [...form.checks, later] } } },
    usual,
  );
  expect(outcomes(report)['CHK-99']).toBe('unknown');
  expect(report.draft).toBe(true);
});

test('each place says where to mend it', () => {
  const report = reportOf([systemWith({ approval: undefined })]);
  expect(report.checks.find(({ id }) => id === 'CHK-02')?.items).toEqual([
    {
      outcome: 'fail',
      message: {
        key: 'annual_report.item.no_decision',
        params: { name: 'Phần mềm quản lý nhân sự' },
      },
      agency: 'so-y-te',
      system: 'nhan-su',
      field: 'approval_decision',
      at: { path: 'agencies/so-y-te/inventory.yaml', line: 10, pointer: '/systems/0' },
    },
  ]);
});
