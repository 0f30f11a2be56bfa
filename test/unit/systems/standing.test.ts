import { describe, expect, test } from 'vitest';
import { systemLaw } from '../../../src/audit/read-province.js';
import { loadSchemas } from '../../../src/documents/schemas.js';
import { isoDate } from '../../../src/domain/dates.js';
import type { InformationSystem } from '../../../src/domain/systems.js';
import { readPacks, rulesInForce } from '../../../src/packs/read-packs.js';
import { openFolder } from '../../../src/platform/files.js';
import { judgeSystem } from '../../../src/systems/judge-system.js';
import { findStanding } from '../../../src/systems/standing.js';
import { systemWith } from './support.js';

const asOf = isoDate('2026-11-24');
const files = openFolder(new URL('../../../', import.meta.url));
const schemas = await loadSchemas(files, 'schemas');
const packs = (
  await readPacks(files, 'rules/packs', ['vn-2026', 'vn-2016'], schemas, { catalogues: true })
).flatMap(({ pack }) => pack ?? []);
const law = systemLaw({ packs, rules: rulesInForce(packs, asOf) });

type Changes = { readonly [Key in keyof InformationSystem]?: InformationSystem[Key] | undefined };

const decided = (date: string, legalBasis?: 'decree_85' | 'decree_331') => ({
  level: 2 as const,
  number: '01/QĐ',
  date: isoDate(date),
  authority: 'specialised_unit' as const,
  ...(legalBasis && { legalBasis }),
});

describe('the law under which an approval stands', () => {
  test.each<[string, Changes, string | undefined]>([
    ['decided on the last day of the old law', { approval: decided('2026-06-30') }, 'TR-KEPT'],
    ['decided on the first day without a decree', { approval: decided('2026-07-01') }, 'TR-GAP'],
    ['decided the day before the new decree', { approval: decided('2026-08-18') }, 'TR-GAP'],
    ['decided on the day of the new decree', { approval: decided('2026-08-19') }, 'TR-NEW'],
    [
      'building since before July, decided by the old decree',
      {
        investmentStartedOn: isoDate('2026-06-30'),
        approval: decided('2026-10-01', 'decree_85'),
      },
      'TR-INVESTED',
    ],
    [
      'building since July: the old decree can’t be claimed',
      {
        investmentStartedOn: isoDate('2026-07-01'),
        approval: decided('2026-10-01', 'decree_85'),
      },
      'TR-NEW',
    ],
    [
      'building since before July, not decided yet',
      {
        investmentStartedOn: isoDate('2026-05-02'),
        lifecycle: 'building',
        approval: undefined,
      },
      'TR-INVESTED',
    ],
    [
      'when investment began is not said: the relief must be claimed',
      { approval: decided('2026-10-01', 'decree_85') },
      'TR-NEW',
    ],
    ['running and never decided', { approval: undefined }, 'TR-NEVER'],
    ['planned and not decided', { approval: undefined, lifecycle: 'planned' }, 'TR-NEW'],
    ['decided on a day unknown', { approval: { level: 2 } }, undefined],
  ])('%s', (_name, changes, id) => {
    expect(findStanding(law.transition, systemWith(changes), asOf)?.id).toBe(id);
  });
});

describe('days around which a case changes', () => {
  const invested = { investmentStartedOn: isoDate('2026-05-02') };
  const running = { approval: undefined, inOperationSince: isoDate('2026-10-01') };

  test.each<[string, Changes, string, string]>([
    [
      'decided by the old decree on the last, doubtful day',
      { ...invested, approval: decided('2027-01-01', 'decree_85') },
      '2027-02-01',
      'TR-INVESTED',
    ],
    [
      'decided a day later: the relief is over',
      { ...invested, approval: decided('2027-01-02', 'decree_85') },
      '2027-02-01',
      'TR-NEW',
    ],
    [
      'building and undecided when the six months are over',
      { ...invested, approval: undefined, lifecycle: 'building' },
      '2027-01-02',
      'TR-NEW',
    ],
    [
      'a decision of a later day isn’t there yet',
      { approval: decided('2027-02-01') },
      '2026-11-24',
      'TR-NEVER',
    ],
    ['running only since the new law: not “never classified”', running, '2026-11-24', 'TR-NEW'],
    [
      'running since before',
      { approval: undefined, inOperationSince: isoDate('2026-06-30') },
      '2026-11-24',
      'TR-NEVER',
    ],
  ])('%s', (_name, changes, on, id) => {
    expect(findStanding(law.transition, systemWith(changes), isoDate(on))?.id).toBe(id);
  });
});

describe('judging an approval by its own law', () => {
  const judge = (changes: Changes, on = asOf, packsAtHand = packs) => {
    const rules = rulesInForce(packsAtHand, on);
    return judgeSystem({
      system: systemWith(changes),
      packs: systemLaw({ packs: packsAtHand, rules }),
      asOf: on,
    });
  };
  const old: Changes = {
    approval: decided('2024-03-05'),
    securityRegulation: { number: '01', date: isoDate('2024-02-01') },
    securityPlan: {
      status: 'fully',
      document: 'Báo cáo 05/BC',
      date: isoDate('2024-12-01'),
    },
  };

  test('a kept level rests on the declared plan with its document until the day is over', () => {
    const result = judge(old);
    expect(result.standing).toEqual({ case: 'TR-KEPT', approvalBy: 'vn-2016', levelThen: 2 });
    expect(result.metrics.systems_classified).toBe('pass');
    expect(result.metrics.systems_classified_and_plan_deployed).toBe('pass');
    const last = judge(old, isoDate('2027-06-30'));
    expect(last.metrics.systems_classified_and_plan_deployed).toBe('pass');
  });

  test('after that day the plan answers to the catalogue in force', () => {
    const result = judge(old, isoDate('2027-07-01'));
    expect(result.metrics.systems_classified).toBe('pass');
    expect(result.metrics.systems_classified_and_plan_deployed).toBe('unknown');
    expect(result.rules.some(({ id }) => id === 'PL-01')).toBe(true);
  });

  test('a kept level that the new criteria put higher is not too low, but is said', () => {
    const result = judge({
      ...old,
      facts: {
        ...systemWith({}).facts,
        handles_administrative_procedures: true,
        system_types: ['public_service'],
        online_service_role: 'direct',
      },
    });
    expect(result.classification?.computedLevel).toBe(3);
    expect(result.metrics.systems_classified).toBe('pass');
    expect(result.findings.map(({ rule }) => rule)).toContain('level-kept');
  });

  test('a change since the decision calls for a new classification all the same', () => {
    const result = judge({
      ...old,
      changes: [{ trigger: 'technology', date: isoDate('2026-09-01') }],
    });
    expect(result.metrics.systems_classified).toBe('fail');
    expect(result.rules.find(({ id }) => id === 'CL-07')?.outcome).toBe('fail');
  });

  test('a change under the old law, which named no trigger, calls for nothing', () => {
    const result = judge({
      ...old,
      changes: [{ trigger: 'technology', date: isoDate('2026-08-18') }],
    });
    expect(result.metrics.systems_classified).toBe('pass');
  });

  test('a decision between the two laws passes nothing and fails nothing', () => {
    const result = judge({ ...old, approval: decided('2026-07-15') });
    expect(result.standing.case).toBe('TR-GAP');
    expect(result.metrics.systems_classified).toBe('unknown');
    expect(result.findings.map(({ rule }) => rule)).toContain('TR-GAP');
  });

  test('without the old law’s pack at hand nothing can pass, and the finding names it', () => {
    const result = judge(
      old,
      asOf,
      packs.filter(({ id }) => id !== 'vn-2016'),
    );
    expect(result.metrics.systems_classified).toBe('unknown');
    expect(result.findings.map(({ rule }) => rule)).toContain('standing-no-pack');
  });

  test('under the law of then, the old pack judges by itself', () => {
    const result = judge(old, isoDate('2025-01-15'));
    expect(result.standing).toEqual({ case: null, approvalBy: 'vn-2016', levelThen: null });
  });

  test('a plan that only the inventory calls complete is not believed under the new law', () => {
    const result = judge({});
    expect(result.standing.case).toBe('TR-NEW');
    expect(result.metrics.systems_classified).toBe('pass');
    expect(result.metrics.systems_classified_and_plan_deployed).toBe('unknown');
    expect(result.findings.map(({ rule }) => rule)).toContain('requirements-open');
  });
});
