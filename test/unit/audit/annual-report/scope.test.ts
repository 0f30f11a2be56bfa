import { describe, expect, test } from 'vitest';
import { chooseOwner } from '../../../../src/audit/annual-report/choose-owner.js';
import { dataPeriod, lastWorkingDay } from '../../../../src/audit/annual-report/period.js';
import { nameKey } from '../../../../src/audit/annual-report/same-name.js';
import { annualReport } from '../../../../src/audit/annual-report.js';
import { isoDate } from '../../../../src/domain/dates.js';
import {
  agency,
  figures,
  form,
  reportOf,
  soundSystem,
  source,
  systemWith,
  usual,
} from './support.js';

const day = isoDate;

describe('the data period and its deadlines', () => {
  test('from 15 December to 14 December', () => {
    expect(dataPeriod(form.schedule, 2026)).toEqual({ start: '2025-12-15', end: '2026-12-14' });
  });

  test('deadlines of 2026, in the days left from the end of the data', () => {
    const shown = reportOf([]).deadlines.map((each) => [
      each.id,
      each.last_day,
      each.last_working_day,
      each.days_left,
      each.binding,
    ]);
    expect(shown).toEqual([
      ['to_owner', '2026-12-19', '2026-12-18', 5, false],
      ['to_ministry', '2026-12-24', '2026-12-24', 10, true],
    ]);
  });

  test.each([
    ['2026-12-18', '2026-12-18'],
    ['2026-12-19', '2026-12-18'],
    ['2026-12-20', '2026-12-18'],
    ['2026-12-21', '2026-12-21'],
  ])('last working day up to %s is %s', (date, expected) => {
    expect(lastWorkingDay(day(date))).toBe(expected);
  });

  test('the date of the data is 14 December unless one is given', () => {
    expect(reportOf([]).parameters.as_of).toBe('2026-12-14');
    expect(reportOf([], { asOf: day('2026-11-30') }).parameters.as_of).toBe('2026-11-30');
  });
});

describe('periodic assessments at the ends of the period', () => {
  test.each([
    ['2025-12-14', false],
    ['2025-12-15', true],
    ['2026-12-14', true],
    ['2026-12-15', false],
  ])('assessed on %s: %s', (date, done) => {
    const report = reportOf([systemWith({ assessments: [{ kind: 'periodic', date: day(date) }] })]);
    expect(report.systems[0]?.assessed.includes('periodic')).toBe(done);
    expect(figures(report)['total_approved_periodically_assessed']).toBe(done ? 1 : 0);
  });

  test('one that is only planned is not done', () => {
    const planned = systemWith({ assessments: [{ kind: 'periodic', date: day('2026-12-10') }] });
    expect(reportOf([planned], { asOf: day('2026-12-09') }).systems[0]?.assessed).toEqual([]);
  });
});

describe('systems under management', () => {
  test.each([
    ['before the period', '2025-12-14', 0],
    ['on its first day', '2025-12-15', 1],
    ['on its last day', '2026-12-14', 1],
    ['after it, so still there', '2026-12-15', 1],
  ])('retired %s', (_, date, count) => {
    const report = reportOf([systemWith({ lifecycle: 'retired', retiredOn: day(date) })]);
    expect(figures(report)['total_systems']).toBe(count);
  });

  test('a system retired after the period still operated on the date of the data', () => {
    const [row] = reportOf([
      systemWith({ lifecycle: 'retired', retiredOn: day('2026-12-15') }),
    ]).systems;
    expect([row?.lifecycle, row?.retired_on]).toEqual(['operating', null]);
  });

  test('planned systems and those being built count', () => {
    const systems = (['planned', 'building', 'operating'] as const).map((lifecycle) =>
      systemWith({ id: lifecycle, lifecycle }),
    );
    expect(figures(reportOf(systems))['total_systems']).toBe(3);
  });

  test('a part of a composite system says the type', () => {
    const facts = { system_types: ['internal'] };
    const composite = systemWith({ facts: {}, components: [{ id: 'c', name: 'C', facts }] });
    expect(figures(reportOf([composite]))['total_typed']).toBe(1);
  });
});

describe('approval on the date of the data', () => {
  const approval = soundSystem.approval ?? { level: 3 as const };
  test.each([
    ['decided on that day', { approval: { ...approval, date: day('2026-12-14') } }, 'approved'],
    ['decided a day later', { approval: { ...approval, date: day('2026-12-15') } }, null],
    [
      'decided a day later, appraised before',
      {
        approval: { ...approval, date: day('2026-12-15') },
        dossier: { stage: 'approved' as const, appraisal: { by: 'X', date: day('2026-12-01') } },
      },
      'appraised',
    ],
    [
      'appraised a day later',
      {
        approval: undefined,
        dossier: { stage: 'appraised' as const, appraisal: { by: 'X', date: day('2026-12-15') } },
      },
      null,
    ],
    [
      'sent for appraisal',
      { approval: undefined, dossier: { stage: 'submitted' as const } },
      'submitted',
    ],
    ['no dossier', { approval: undefined, dossier: undefined }, 'not_started'],
  ])('%s', (_, changes, status) => {
    expect(reportOf([systemWith(changes)]).systems[0]?.approval_status).toBe(status);
  });

  test('a decision of a later day is when approval is expected', () => {
    const later = systemWith({ approval: { ...approval, date: day('2026-12-20') } });
    expect(reportOf([later]).systems[0]).toMatchObject({
      approval_decision: null,
      expected_approval: '2026-12-20',
    });
  });

  test('a kept level counts as approved, its basis visible', () => {
    const kept = systemWith({
      approval: {
        level: 3,
        number: '1/QĐ',
        date: day('2023-05-01'),
        authority: 'owner',
        legalBasis: 'decree_85',
      },
    });
    const report = reportOf([kept], {}, { judged: { 'nhan-su': { levelKept: true } } });
    expect(figures(report)['total_approved']).toBe(1);
    expect(report.systems[0]).toMatchObject({
      level_kept: true,
      approval_decision: { legal_basis: 'decree_85', under_decree_331: false },
    });
    expect(report.notes.map(({ id }) => id)).toContain('kept-levels');
  });

  test('a completed dossier counts as prepared whatever its stage', () => {
    const report = reportOf([
      systemWith({
        approval: undefined,
        dossier: { stage: 'drafting', completedOn: day('2026-12-01') },
      }),
    ]);
    expect(figures(report)['total_dossier_prepared']).toBe(1);
  });
});

describe('plan', () => {
  test('answers to requirements decide, not what is declared', () => {
    const report = reportOf(
      [systemWith({ securityPlan: { status: 'fully' } })],
      {},
      { judged: { 'nhan-su': { requirements: partly() } } },
    );
    expect(report.systems[0]).toMatchObject({
      plan_status: 'partly',
      plan_source: 'requirements',
      plan_declared: 'fully',
    });
  });

  test('without answers the declared state stands, flagged', () => {
    const report = reportOf([soundSystem], {}, { judged: { 'nhan-su': { requirements: null } } });
    expect(report.systems[0]).toMatchObject({ plan_status: 'fully', plan_source: 'declared' });
  });

  test('a state reached after the date of the data is not the state on it', () => {
    const later = systemWith({ securityPlan: { status: 'fully', date: day('2026-12-15') } });
    const report = reportOf([later], {}, { judged: { 'nhan-su': { requirements: null } } });
    expect(report.systems[0]?.plan_status).toBe(null);
  });

  function partly() {
    const found = agency().judged.values().next().value?.requirements;
    return found ? { ...found, planStatus: 'partly' as const } : null;
  }
});

describe('owners', () => {
  const commune = systemWith({ id: 'x', owner: { name: 'UBND xã Tân Thanh' } });
  const other = systemWith({ id: 'y', owner: { name: 'UBND xã Tân Thành' } });
  const spelled = systemWith({ id: 'z', owner: { name: 'ubnd  tỉnh Lạng Sơn' } });

  test('each owner once with its systems; names that differ by a mark stay apart', () => {
    const { parties, counts } = reportOf([soundSystem, commune, other, spelled]);
    expect(parties.map(({ name, systems }) => [name, systems])).toEqual([
      ['UBND tỉnh Lạng Sơn', 2],
      ['UBND xã Tân Thanh', 1],
      ['UBND xã Tân Thành', 1],
    ]);
    expect(counts.by_owner.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  });

  test('decomposed letters are the same name', () => {
    expect(nameKey('UBND tỉnh Lạng Sơn'.normalize('NFD'))).toBe(nameKey('UBND tỉnh Lạng Sơn'));
  });

  test('an owner without systems is listed; the unsaid stays null', () => {
    const { parties } = reportOf([], {}, { organisation: { owner: { name: 'UBND xã Chi Lăng' } } });
    expect(parties).toHaveLength(1);
    expect(parties[0]?.parts.map(({ fields }) => fields.map(({ value }) => value))).toEqual([
      ['UBND xã Chi Lăng', null, null, null, null],
      [null, null, null, null, null],
    ]);
  });

  test('nobody says who owns a system', () => {
    const { parties, systems } = reportOf(
      [systemWith({ owner: undefined })],
      {},
      {
        organisation: undefined,
      },
    );
    expect([parties[0]?.name, systems[0]?.owner]).toEqual([null, null]);
  });

  test("one owner's report has its systems only", () => {
    const report = reportOf([soundSystem, commune], { owner: 'UBND XÃ TÂN THANH' });
    expect(report.systems.map(({ system, no }) => [system, no])).toEqual([['x', 1]]);
    expect(report.parties.map(({ name }) => name)).toEqual(['UBND xã Tân Thanh']);
  });

  test("one agency's report has its inventory only, and its own deadline", () => {
    const agencies = [agency(), agency({ id: 'so-b', systems: [commune] })];
    const report = annualReport(source(...agencies), { ...usual, agency: 'so-b' });
    expect(report.systems.map(({ system }) => system)).toEqual(['x']);
    expect(report.agencies.total).toBe(1);
    expect(report.deadlines.find(({ binding }) => binding)?.id).toBe('to_owner');
  });

  test('whom a person means', () => {
    const agencies = [agency(), agency({ id: 'so-b', systems: [commune] })];
    expect(chooseOwner(agencies, 'so-b')).toEqual({ agency: 'so-b' });
    expect(chooseOwner(agencies, 'ubnd xã tân thanh')).toEqual({ owner: 'UBND xã Tân Thanh' });
    expect(() => chooseOwner(agencies, 'UBND xã Tân Thạnh')).toThrow('annual_report.unknown_owner');
  });
});

test('agencies that handed in nothing are named', () => {
  const silent = agency({ id: 'so-c', name: 'Sở C', missing: 'not_submitted' });
  const report = annualReport(source(agency(), silent), usual);
  expect(report.agencies).toEqual({
    total: 2,
    missing: [{ id: 'so-c', name: 'Sở C', reason: 'not_submitted' }],
  });
});

test('annex A joins what the inventory says of a unit with the systems that it runs', () => {
  const report = reportOf([soundSystem, systemWith({ id: 'x', operatingUnit: 'Tổ CNTT' })]);
  expect(report.annexes.A.rows).toEqual([
    {
      name: 'Văn phòng Sở Y tế',
      mandate_document: null,
      head: 'Trần Thị Bình',
      address: null,
      contact: '0205 3 111 111',
      systems: ['Phần mềm quản lý nhân sự'],
    },
    {
      name: 'Tổ CNTT',
      mandate_document: null,
      head: null,
      address: null,
      contact: null,
      systems: ['Phần mềm quản lý nhân sự'],
    },
  ]);
});

test('annex B holds candidates only, and says how many systems say nothing', () => {
  const grounds = { candidate: true, basis: 'Khoản 2', state: 'Đang lập' };
  const { B } = reportOf([
    soundSystem,
    systemWith({ id: 'x', nationalSecurity: grounds }),
    systemWith({ id: 'y', nationalSecurity: { candidate: false } }),
  ]).annexes;
  expect(B.unsaid).toBe(1);
  expect(B.rows.map(({ system, basis, state }) => [system, basis, state])).toEqual([
    ['x', 'Khoản 2', 'Đang lập'],
  ]);
});

test.each([
  ['usually', {}, ['first-period', 'periodic-within-data-period', 'prepared-completed-only']],
  [
    'other readings',
    { dossierRule: 'include_drafts', periodicRule: 'valid_at_cutoff' } as const,
    ['first-period', 'periodic-valid-at-cutoff', 'prepared-include-drafts'],
  ],
  [
    'a later year',
    { reportYear: 2027, sentOn: day('2027-12-15') },
    ['periodic-within-data-period', 'prepared-completed-only'],
  ],
  [
    'sent before the date of the data',
    { sentOn: day('2026-12-13') },
    ['first-period', 'periodic-within-data-period', 'prepared-completed-only', 'preview'],
  ],
  [
    'before the cut-off',
    { asOf: day('2026-11-24') },
    ['before-cutoff', 'first-period', 'periodic-within-data-period', 'prepared-completed-only'],
  ],
])('notes: %s', (_, options, expected) => {
  const always = ['official-text', 'addressee', 'signature'];
  const ids = reportOf([soundSystem], options).notes.map(({ id }) => id);
  expect(ids.filter((id) => !always.includes(id)).sort()).toEqual(expected);
});

test('the same source gives the same report', () => {
  const make = () => JSON.stringify(reportOf([soundSystem, systemWith({ id: 'x' })]));
  expect(make()).toBe(make());
});
