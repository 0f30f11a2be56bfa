import { describe, expect, test } from 'vitest';
import { checkCondition } from '../../../src/conditions/check.js';
import type { Condition, OperandValue } from '../../../src/conditions/condition.js';
import { maxConditionDepth } from '../../../src/conditions/limits.js';
import { formatMessage } from '../../../src/messages/format.js';
import { declarations } from './declared.js';

const parameters = [
  { id: 'signature_days', type: 'duration' },
  { id: 'level', type: 'int' },
] as const;

/** The problems as one text each: pointer, message, hint. */
function problems(condition: Condition): readonly string[] {
  return checkCondition(condition, declarations, parameters).map(({ pointer, message, hint }) =>
    [pointer, formatMessage(message, 'en'), hint && formatMessage(hint, 'en')]
      .filter(Boolean)
      .join(' | '),
  );
}

describe('a leaf', () => {
  test.each<[fact: string, op: string, value: OperandValue, expected: string | undefined]>([
    ['users', 'gte', 10_000, undefined],
    ['user', 'gte', 10_000, '/fact | There is no fact "user". | Did you mean "users"?'],
    ['__proto__', 'eq', 1, '/fact | There is no fact "__proto__".'],
    ['users', 'gtte', 1, '/op | There is no operator "gtte". | Did you mean "gte"?'],
    [
      'has_accounts',
      'gte',
      1,
      '/op | The operator "gte" cannot be used on the fact "has_accounts" (type: yes/no). | Operators that can be used: eq, ne, is_known.',
    ],
    [
      'os.name',
      'at_least',
      'a',
      '/op | The operator "at_least" cannot be used on the fact "os.name" (type: text). | Operators that can be used: eq, ne, in, not_in, starts_with, ends_with, contains_text, matches, is_known.',
    ],
    [
      'has_accounts',
      'eq',
      'yes',
      '/value | The value to compare with is "yes"; expected true or false.',
    ],
    ['users', 'eq', 1.5, '/value | The value to compare with is 1.5; expected a whole number.'],
    ['users', 'gt', '3', '/value | The value to compare with is "3"; expected a whole number.'],
    [
      'share',
      'gt',
      Number.POSITIVE_INFINITY,
      '/value | The value to compare with is null; expected a number.',
    ],
    [
      'os.name',
      'eq',
      '',
      '/value | The value to compare with is ""; expected a text that is not empty.',
    ],
    [
      'role',
      'eq',
      'dirct',
      '/value | The fact "role" has no value "dirct". | Did you mean "direct"?',
    ],
    [
      'role',
      'eq',
      'x',
      '/value | The fact "role" has no value "x". | Its values: direct, supporting.',
    ],
    [
      'role',
      'in',
      [],
      '/value | The value to compare with is []; expected a list with at least one value.',
    ],
    [
      'role',
      'in',
      'direct',
      '/value | The value to compare with is "direct"; expected a list with at least one value.',
    ],
    [
      'role',
      'in',
      ['direct', 'suporting'],
      '/value | The fact "role" has no value "suporting". | Did you mean "supporting"?',
    ],
    [
      'role',
      'at_least',
      'direct',
      '/value | The values of the fact "role" have no declared order, so none is higher than another. | Declare "ordered: true" if they go from lowest to highest, or use "in".',
    ],
    [
      'harm',
      'at_least',
      'seriuos',
      '/value | The fact "harm" has no value "seriuos". | Did you mean "serious"?',
    ],
    [
      'types',
      'contains',
      3,
      '/value | The value to compare with is 3; expected one of the values of the fact.',
    ],
    [
      'lines',
      'contains',
      'a',
      '/value | The value to compare with is "a"; expected a whole number.',
    ],
    ['lines', 'only', [1, 2], undefined],
    ['types', 'non_empty', 1, '/value | The value to compare with is 1; expected true or false.'],
    [
      'types',
      'size_at_least',
      -1,
      '/value | The value to compare with is -1; expected a whole number from 0 up.',
    ],
    [
      'seen',
      'before',
      '2026-02-30',
      '/value | The value to compare with is "2026-02-30"; expected an existing date written like "2026-12-31", or as_of (the as-of date).',
    ],
    [
      'seen',
      'older_than',
      '3m',
      '/value | The value to compare with is "3m"; expected an ISO 8601 duration like "P30D" (30 days) or "P6M" (6 months).',
    ],
    [
      'lock_after',
      'longer_than',
      15,
      '/value | The value to compare with is 15; expected an ISO 8601 duration like "P30D" (30 days) or "P6M" (6 months).',
    ],
    ['seen', 'older_than', { param: 'signature_days' }, undefined],
    ['approved_level', 'gte', { param: 'level' }, undefined],
    [
      'seen',
      'older_than',
      { param: 'signature_day' },
      '/value | There is no parameter "signature_day". | Did you mean "signature_days"?',
    ],
    [
      'seen',
      'older_than',
      { param: 'level' },
      '/value | The parameter "level" (type: whole number) cannot be used with "older_than" on the fact "seen".',
    ],
  ])('%s %s %j', (fact, op, value, expected) => {
    expect(problems({ fact, op, value })).toEqual(expected === undefined ? [] : [expected]);
  });
});

describe('a pattern', () => {
  test.each([
    ['(a', 'The pattern is wrong: error parsing regexp: missing closing ): `(a`'],
    [
      '(?=a)',
      'The pattern is wrong: error parsing regexp: invalid or unsupported Perl syntax: `(?=`',
    ],
    ['(?<name>a)', 'The pattern uses "(?<", which is not supported.'],
    ['(?P<name>a)', 'The pattern uses "(?P<", which is not supported.'],
    ['\\pL', 'The pattern uses "\\p", which is not supported.'],
    ['\\C', 'The pattern uses "\\C", which is not supported.'],
    ['(a{11}){10}', 'The counted repetitions of the pattern multiply to more than 100.'],
    ['a'.repeat(201), 'The pattern is longer than 200 characters.'],
  ])('%s', (value, expected) => {
    expect(problems({ fact: 'os.name', op: 'matches', value })).toEqual([`/value | ${expected}`]);
  });

  test.each(['^Windows (10|11)\\b', '(?i)kaspersky', '[^\\d]{2,}', 'a{100}', '\\$\\(\\{'])(
    '%s is allowed',
    (value) => {
      expect(problems({ fact: 'os.name', op: 'matches', value })).toEqual([]);
    },
  );
});

test('every problem of a tree is found, each at its pointer', () => {
  const good: Condition = { fact: 'users', op: 'eq', value: 1 };
  const bad: Condition = { fact: 'nothing_like_it', op: 'like', value: 1 };
  expect(problems({ all: [good, { any: [] }, { not: bad }, { all: [] }] })).toEqual([
    '/all/1/any | "any" has no condition in it.',
    '/all/2/not/fact | There is no fact "nothing_like_it".',
    expect.stringMatching(/^\/all\/2\/not\/op \| There is no operator "like"/),
    '/all/3/all | "all" has no condition in it.',
  ]);
});

test('nesting beyond the limit is a problem, not a crash', () => {
  let condition: Condition = { fact: 'users', op: 'eq', value: 1 };
  for (let depth = 1; depth < maxConditionDepth; depth++) condition = { not: condition };
  expect(problems(condition)).toEqual([]);
  for (let depth = 0; depth < 50_000; depth++) condition = { not: condition };
  expect(problems(condition)).toEqual([expect.stringContaining('nested more than')]);
});
