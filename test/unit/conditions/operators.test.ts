import { describe, expect, test } from 'vitest';
import type { Literal, Truth } from '../../../src/conditions/condition.js';
import { evaluate } from '../../../src/conditions/evaluate.js';
import { operator, operatorIds, operators } from '../../../src/conditions/operators/index.js';
import { isoDate } from '../../../src/domain/dates.js';
import { context, declarations } from './declared.js';

type Case = readonly [fact: string, value: unknown, operand: Literal, expected: Truth];

const cases: Readonly<Record<string, readonly Case[]>> = {
  eq: [
    ['has_accounts', true, true, true],
    ['has_accounts', false, true, false],
    ['has_accounts', 'true', true, undefined],
    ['users', 0, 0, true],
    ['users', 1.5, 1, undefined],
    ['users', 2 ** 53, 1, undefined],
    ['share', 0.1 + 0.2, 0.3, false],
    ['share', Number.NaN, 0.3, undefined],
    ['os.name', 'Máy trạm'.normalize('NFD'), 'Máy trạm', true],
    ['os.name', 'windows', 'Windows', false],
    ['role', 'direct', 'direct', true],
    ['role', 'Direct', 'direct', undefined],
    ['role', null, 'direct', undefined],
    ['approved_level', null, 3, false],
    ['approved_level', undefined, 3, undefined],
  ],
  ne: [
    ['users', 1, 2, true],
    ['users', 2, 2, false],
    ['role', undefined, 'direct', undefined],
    ['approved_level', 2, 3, true],
    ['approved_level', null, 3, false],
  ],
  in: [
    ['role', 'direct', ['direct', 'supporting'], true],
    ['role', 'supporting', ['direct'], false],
    ['users', 3, [1, 3], true],
    ['users', [3], [1, 3], undefined],
    ['approved_level', null, [3], false],
  ],
  not_in: [
    ['role', 'supporting', ['direct'], true],
    ['role', 'direct', ['direct'], false],
    ['role', undefined, ['direct'], undefined],
    ['approved_level', null, [3], false],
  ],
  gt: [
    ['users', 10_001, 10_000, true],
    ['users', 10_000, 10_000, false],
    ['approved_level', null, 0, false],
    ['share', 1e300, -1e300, true],
  ],
  gte: [
    ['users', 10_000, 10_000, true],
    ['users', 9_999, 10_000, false],
    ['users', '10000', 10_000, undefined],
  ],
  lt: [
    ['users', -1, 0, true],
    ['users', 0, 0, false],
    ['approved_level', null, 9, false],
  ],
  lte: [
    ['share', 0.3, 0.3, true],
    ['share', 0.30000000000000004, 0.3, false],
  ],
  at_least: [
    ['harm', 'serious', 'harm', true],
    ['harm', 'harm', 'harm', true],
    ['harm', 'none', 'harm', false],
    ['harm', 'exceptional', 'harm', undefined],
    ['harm', undefined, 'none', undefined],
  ],
  at_most: [
    ['harm', 'none', 'harm', true],
    ['harm', 'harm', 'harm', true],
    ['harm', 'serious', 'harm', false],
  ],
  contains: [
    ['types', ['internal', 'other'], 'other', true],
    ['types', ['internal'], 'other', false],
    ['types', [], 'other', false],
    ['types', 'other', 'other', undefined],
    ['types', ['other', 'typo'], 'other', undefined],
    ['types', ['other', null], 'other', undefined],
    ['lines', [7, 12], 12, true],
    ['lines', ['12'], 12, undefined],
    ['risk_kinds', null, 'a', false],
  ],
  not_contains: [
    ['types', [], 'other', true],
    ['types', ['other'], 'other', false],
    ['types', undefined, 'other', undefined],
    ['risk_kinds', null, 'a', false],
  ],
  contains_any: [
    ['types', ['internal'], ['other', 'internal'], true],
    ['types', ['internal'], ['other'], false],
    ['types', [], ['other'], false],
  ],
  contains_all: [
    ['types', ['internal', 'other'], ['other', 'internal'], true],
    ['types', ['internal'], ['other', 'internal'], false],
  ],
  non_empty: [
    ['types', ['internal'], true, true],
    ['types', [], true, false],
    ['types', [], false, true],
    ['types', undefined, true, undefined],
    ['risk_kinds', null, true, false],
    ['risk_kinds', null, false, false],
  ],
  only: [
    ['types', ['internal'], ['internal', 'other'], true],
    ['types', ['internal', 'public_service'], ['internal'], false],
    ['types', [], ['internal'], false],
  ],
  size_at_least: [
    ['types', ['internal', 'other'], 2, true],
    ['types', ['internal', 'internal'], 2, false],
    ['types', [], 0, true],
    ['risk_kinds', null, 0, false],
  ],
  starts_with: [
    ['os.name', 'Windows 11 Pro', 'windows 11', true],
    ['os.name', 'MS Windows', 'windows', false],
    ['os.name', 'ĐẠI HỌC', 'đại', true],
    ['os.name', 'DAI HOC', 'đại', false],
    ['os.name', undefined, 'windows', undefined],
  ],
  ends_with: [
    ['os.name', 'Windows Server', 'SERVER', true],
    ['os.name', 'ΟΔΟΣ', 'οσ', true],
    ['os.name', '', 'x', false],
  ],
  contains_text: [
    ['os.name', 'Kaspersky Endpoint Security'.toUpperCase(), 'endpoint', true],
    ['os.name', 'Bảo mật'.normalize('NFD'), 'BẢO', true],
    ['os.name', '100%', '_', false],
  ],
  matches: [
    ['os.name', 'Windows 10 (19045)', '^Windows 1[01]\\b', true],
    ['os.name', 'Windows 7', '^Windows 1[01]\\b', false],
    ['os.name', 'windows 10', '(?i)^WINDOWS', true],
    ['os.name', 'a\nb', 'a.b', false],
    ['os.name', undefined, '.', undefined],
  ],
  before: [
    ['seen', '2026-11-23', 'as_of', true],
    ['seen', '2026-11-24', 'as_of', false],
    ['seen', '2026-02-30', 'as_of', undefined],
    ['seen', '24/11/2026', 'as_of', undefined],
  ],
  on_or_before: [
    ['seen', '2026-11-24', 'as_of', true],
    ['seen', '2026-11-25', 'as_of', false],
    ['seen', '2026-07-01', '2026-07-01', true],
  ],
  after: [
    ['seen', '2026-07-02', '2026-07-01', true],
    ['seen', '2026-07-01', '2026-07-01', false],
  ],
  on_or_after: [
    ['seen', '2026-07-01', '2026-07-01', true],
    ['seen', '2026-06-30', '2026-07-01', false],
  ],
  older_than: [
    ['seen', '2026-10-24', 'P30D', true],
    ['seen', '2026-10-25', 'P30D', false],
    ['seen', '2026-11-25', 'P0D', false],
    ['seen', '1850-01-01', 'P30D', undefined],
  ],
  within: [
    ['seen', '2026-10-25', 'P30D', true],
    ['seen', '2026-10-24', 'P30D', false],
    ['seen', '2026-11-24', 'P0D', true],
    ['seen', '2026-11-25', 'P30D', false],
  ],
  longer_than: [
    ['lock_after', 'P31D', 'P1M', true],
    ['lock_after', 'P30D', 'P1M', false],
    ['lock_after', '30', 'P1M', undefined],
  ],
  at_most_duration: [
    ['lock_after', 'P30D', 'P1M', true],
    ['lock_after', 'P12M1D', 'P1Y', false],
  ],
  is_known: [
    ['users', 0, true, true],
    ['users', undefined, true, false],
    ['users', undefined, false, true],
    ['users', 'many', true, false],
    ['users', null, true, false],
    ['approved_level', null, true, true],
    ['approved_level', null, false, false],
    ['types', [], true, true],
  ],
};

describe.each(operatorIds)('%s', (op) => {
  test.each(cases[op] ?? [])('%s = %j against %j is %s', (fact, value, operand, expected) => {
    const facts = { [fact]: value } as Parameters<typeof evaluate>[1];
    expect(evaluate({ fact, op, value: operand }, facts, context).value).toBe(expected);
  });

  test('has cases that are true and false, with operands that pass the check', () => {
    const own = cases[op] ?? [];
    expect(own.map((each) => each[3])).toEqual(expect.arrayContaining([true, false]));
    for (const [fact, , operand] of own) {
      const declaration = declarations.get(fact);
      expect(declaration && operator(op).checkOperand(declaration, operand)).toBeUndefined();
    }
  });
});

test.each([
  ['one month before the end of February', '2026-01-31', '2026-02-28', false],
  ['one day after it', '2026-01-31', '2026-03-01', true],
  ['one month before 29 February of a leap year', '2024-01-31', '2024-02-29', false],
])('an age in months is counted forward and clamped: %s', (_name, seen, today, expected) => {
  const { value } = evaluate(
    { fact: 'seen', op: 'older_than', value: 'P1M' },
    { seen },
    { declarations, asOf: isoDate(today) },
  );
  expect(value).toBe(expected);
});

test('each id is a file name', () => {
  for (const [id, each] of operators) expect(each.id).toBe(id);
  expect(operators.size).toBe(operatorIds.length);
});

test('an unknown operator is a bug of the caller', () => {
  expect(() => operator('constructor')).toThrow('unknown operator');
});
