import { describe, expect, test } from 'vitest';
import type { Condition, OperandValue } from '../../../src/conditions/condition.js';
import { duckdb } from '../../../src/conditions/dialects/duckdb.js';
import { type SqlOptions, toSql } from '../../../src/conditions/to-sql.js';
import { context } from './declared.js';

const options: SqlOptions = {
  ...context,
  dialect: duckdb,
  columns: (fact) => ({ column: fact, nullColumn: `${fact}_null` }),
};

test('values are typed parameters, equal ones shared; the guard keeps unknown NULL', () => {
  const leaf: Condition = { fact: 'role', op: 'eq', value: 'direct' };
  expect(toSql(leaf, options)).toEqual({
    sql:
      '(CASE WHEN list_contains([CAST($c_1 AS VARCHAR), CAST($c_2 AS VARCHAR)], "role") ' +
      'THEN "role" IN (CAST($c_1 AS VARCHAR)) ELSE NULL END)',
    params: { c_1: 'direct', c_2: 'supporting' },
  });
});

test('a nullable fact is asked for null first', () => {
  const leaf: Condition = { fact: 'approved_level', op: 'ne', value: 3 };
  expect(toSql(leaf, options).sql).toMatch(/^\(CASE WHEN "approved_level_null" THEN FALSE WHEN /);
  expect(toSql({ ...leaf, fact: 'users' }, options).sql).not.toContain('users_null');
});

test('prefixes keep the parameters of several conditions apart', () => {
  const leaf: Condition = { fact: 'users', op: 'gte', value: 3 };
  expect(Object.keys(toSql(leaf, { ...options, prefix: 'check_1' }).params)).toEqual(['check_1_1']);
});

describe('hostile texts never become part of the statement', () => {
  const hostile = `x'; DROP TABLE t; --"$1`;

  test.each<[string, string, OperandValue]>([
    ['os.name', 'eq', hostile],
    ['os.name', 'in', [hostile]],
    ['os.name', 'contains_text', hostile],
    ['os.name', 'matches', hostile],
  ])('%s %s', (fact, op, value) => {
    const { sql, params } = toSql({ fact, op, value }, options);
    expect(sql).not.toContain('DROP');
    expect(Object.values(params)).toEqual([expect.stringMatching(/drop table/i)]);
  });

  test.each(['a"b', 'A', '1a', 'a b', 'a;', '', 'đ'])('a column named %j is refused', (column) => {
    const leaf: Condition = { fact: 'users', op: 'eq', value: 1 };
    expect(() => toSql(leaf, { ...options, columns: () => ({ column }) })).toThrow(RangeError);
  });

  test('a prefix that is no identifier is refused', () => {
    const leaf: Condition = { fact: 'users', op: 'eq', value: 1 };
    expect(() => toSql(leaf, { ...options, prefix: 'c)' })).toThrow(RangeError);
  });
});
