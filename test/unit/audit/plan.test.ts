import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../../src/audit/assessment.js';
import { planReport } from '../../../src/audit/plan.js';
import { isoDate } from '../../../src/domain/dates.js';
import type { Indicator, ReportedFigure } from '../../../src/intake/indicators.js';
import { message } from '../../../src/messages/catalogue.js';
import type { RulePack, Target } from '../../../src/packs/types.js';

const text = (word: string) => ({ vi: word, en: word });
const common = {
  floorPercent: 10,
  title: text('T'),
  citations: [{ text: 'Kế hoạch', certainty: 'secondary' as const }],
};
const figures = { numerator: text('tử'), denominator: text('mẫu'), unit: text('hộ') };
const targets: readonly Target[] = [
  {
    ...common,
    id: 'systems',
    area: 'safe',
    atLeastPercent: 100,
    measuredBy: 'audit',
    metric: 'systems_classified',
  },
  {
    ...common,
    id: 'homes',
    area: 'people',
    atLeastPercent: 75,
    measuredBy: 'reported',
    figures,
  },
  {
    ...common,
    id: 'sectors',
    area: 'people',
    atLeastPercent: 20,
    measuredBy: 'reported',
    per: 'sector',
    figures: { ...figures, decimals: true },
  },
];
const pack = {
  id: 'plan',
  version: '1.0.0',
  digest: 'd',
  title: text('Gói'),
  notes: [],
  instruments: [
    {
      id: '1',
      number: '1/KH',
      kind: 'plan',
      title: text('Kế hoạch'),
      issued: isoDate('2023-05-23'),
      effective: { from: isoDate('2023-01-01'), to: isoDate('2023-12-31') },
    },
  ],
  targets,
  plan: {
    head: { instrument: '1', issuedBy: text('Ban'), carriedOutBy: text('các sở') },
    areas: ['people', 'empty', 'safe'].map((id) => ({ id, title: text(id) })),
    workLines: [],
  },
} as unknown as RulePack;

const assessment = (system: Partial<Assessment['province']['targets'][number]> = {}) =>
  ({
    title: 'Tỉnh',
    as_of: '2026-11-24',
    province: {
      targets: [
        {
          id: 'systems',
          metric: 'systems_classified',
          threshold: 100,
          numerator: 10,
          denominator: 10,
          unknown: 0,
          outcome: 'met',
          missing: 0,
          reasons: [],
          ...system,
        },
      ],
    },
  }) as unknown as Assessment;

const figure = (
  numerator: number,
  denominator: number,
  more: Partial<ReportedFigure> = {},
): ReportedFigure => ({
  sector: null,
  numerator,
  denominator,
  source: 'S',
  reportedBy: 'R',
  date: isoDate('2026-10-01'),
  at: { path: 'indicators.yaml', line: 3, pointer: '/indicators/0' },
  ...more,
});
const homes = (...args: Parameters<typeof figure>): Indicator => ({
  target: 'homes',
  figures: [figure(...args)],
});
const sectors = (
  ...rows: readonly (readonly [sector: string, part: number, whole: number])[]
): Indicator => ({
  target: 'sectors',
  figures: rows.map(([sector, part, whole]) => figure(part, whole, { sector })),
});

const report = (
  indicators: readonly Indicator[],
  system?: Parameters<typeof assessment>[0],
  parameters: Readonly<Record<string, unknown>> = {},
) => planReport({ assessment: assessment(system), pack, parameters, indicators });
const find = (found: ReturnType<typeof report>, id: string) =>
  found.areas.flatMap((area) => area.targets).find((target) => target.id === id);
const keys = (found: ReturnType<typeof report>, id: string) =>
  find(found, id)?.missing.map(({ key }) => key);

test('everything is met', () => {
  const found = report([homes(75, 100), sectors(['A', 2, 10], ['B', 9.5, 10])]);
  expect(found).toMatchObject({
    schema_version: 1,
    as_of: '2026-11-24',
    outcome: 'met',
    totals: { targets: 3, met: 3, not_met: 0, inconclusive: 0, no_data: 0 },
    plan: {
      number: '1/KH',
      issued: '2023-05-23',
      period: { from: '2023-01-01', to: '2023-12-31' },
      ended: true,
    },
    indicators: null,
  });
  expect(found.areas.map(({ id }) => id)).toEqual(['people', 'safe']);
  expect(found.areas[0]?.totals).toMatchObject({ targets: 2, met: 2 });
  expect(find(found, 'homes')).toMatchObject({
    value: { numerator: 75, denominator: 100, percent: 75, percent_upper: 75 },
    report: { source: 'S', reported_by: 'R', date: '2026-10-01', line: 3 },
    certainty: 'secondary',
    missing: [],
  });
});

describe('a reported target', () => {
  test.each([
    { name: 'nothing reported', indicators: [], outcome: 'no_data', missing: ['report'] },
    { name: '899 of 1200', indicators: [homes(899, 1200)], outcome: 'not_met', missing: ['units'] },
    { name: 'no whole', indicators: [homes(0, 0)], outcome: 'no_data', missing: ['whole'] },
    {
      name: 'dated after as-of',
      indicators: [homes(100, 100, { date: isoDate('2026-11-25') })],
      outcome: 'no_data',
      missing: ['report', 'later'],
    },
    {
      name: 'dated as-of',
      indicators: [homes(100, 100, { date: isoDate('2026-11-24') })],
      outcome: 'met',
      missing: [],
    },
  ])('$name: $outcome', ({ indicators, outcome, missing }) => {
    const found = report(indicators);
    expect(find(found, 'homes')).toMatchObject({ outcome, reporter: text('các sở') });
    expect(keys(found, 'homes')).toEqual(missing.map((each) => `plan.missing.${each}`));
  });

  test('a stricter share of the workspace holds, and both are told', () => {
    const found = report([homes(80, 100)], {}, { homes: 90.5 });
    expect(find(found, 'homes')).toMatchObject({
      outcome: 'not_met',
      at_least_percent: 90.5,
      plan_percent: 75,
      missing: [{ params: { count: 11, percent: '90.5' } }],
    });
  });
});

describe('sectors: the worst decides, all are listed', () => {
  test.each([
    {
      name: 'one below',
      rows: [
        ['A', 5, 10],
        ['B', 1, 10],
      ],
      outcome: 'not_met',
      order: ['B', 'A'],
    },
    {
      name: 'one without a whole',
      rows: [
        ['A', 5, 10],
        ['B', 0, 0],
      ],
      outcome: 'inconclusive',
      order: ['B', 'A'],
    },
    { name: 'none with a whole', rows: [['A', 0, 0]], outcome: 'no_data', order: ['A'] },
    {
      name: 'all met, the lowest first',
      rows: [
        ['A', 5, 10],
        ['B', 3, 10],
      ],
      outcome: 'met',
      order: ['B', 'A'],
    },
  ] as const)('$name: $outcome', ({ rows, outcome, order }) => {
    const target = find(report([sectors(...rows)]), 'sectors');
    expect(target?.outcome).toBe(outcome);
    expect(target?.sectors.map(({ sector }) => sector)).toEqual(order);
    expect(target?.value).toEqual(target?.sectors[0]?.value);
  });
});

describe('a computed target', () => {
  test('as the audit says, with what it lacks and why it is doubtful', () => {
    const doubt = message('audit.reason.agencies_missing', { count: 2 });
    const found = report([], {
      numerator: 8,
      unknown: 1,
      outcome: 'not_met',
      missing: 2,
      reasons: [doubt],
    });
    expect(find(found, 'systems')).toMatchObject({
      outcome: 'not_met',
      value: { percent: 80, percent_upper: 90 },
      report: null,
      reporter: null,
      missing: [{ key: 'plan.missing.systems', params: { count: 2, unknown: 1 } }, doubt],
    });
  });

  test('no data: hand-ins are missing', () => {
    const found = report([], { numerator: 0, denominator: 0, outcome: 'no_data' });
    expect(find(found, 'systems')).toMatchObject({ outcome: 'no_data', value: null });
    expect(keys(found, 'systems')).toEqual(['plan.missing.inventories']);
  });
});

test.each([
  { name: 'one not met', indicators: [homes(1, 100)], outcome: 'not_met' },
  { name: 'one without figures', indicators: [homes(80, 100)], outcome: 'inconclusive' },
])('the plan as a whole, $name: $outcome', ({ indicators, outcome }) => {
  expect(report(indicators).outcome).toBe(outcome);
});
