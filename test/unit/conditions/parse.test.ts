import { expect, test } from 'vitest';
import type { Condition } from '../../../src/conditions/condition.js';
import { resolveParameters } from '../../../src/conditions/parameters.js';
import { parseCondition } from '../../../src/conditions/parse.js';

const leaf: Condition = { fact: 'users', op: 'eq', value: 1 };

test.each<[string, Condition]>([
  ['a leaf', leaf],
  ['a list of words', { fact: 'role', op: 'in', value: ['a', 'b'] }],
  ['a parameter', { fact: 'users', op: 'gte', value: { param: 'limit' } }],
  ['a tree', { all: [leaf, { any: [leaf, { not: leaf }] }] }],
  ['an empty list, which the check refuses', { all: [] }],
])('reads %s', (_name, json) => {
  expect(parseCondition(json)).toEqual({ condition: json });
});

test.each<[string, string, unknown]>([
  ['null', '', null],
  ['a list', '', [leaf]],
  ['nothing', '', {}],
  ['an unknown key', '', { ...leaf, note: 'x' }],
  ['two combinators', '', { all: [leaf], any: [leaf] }],
  ['all without a list', '/all', { all: leaf }],
  ['a null operand', '', { fact: 'users', op: 'eq', value: null }],
  ['a list in a list', '', { fact: 'users', op: 'in', value: [[1]] }],
  ['a list of booleans', '', { fact: 'users', op: 'in', value: [true] }],
  ['a parameter with more', '', { fact: 'users', op: 'eq', value: { param: 'a', b: 1 } }],
  ['a bad member, deep down', '/any/1/not', { any: [leaf, { not: 'users' }] }],
  ['a prototype key', '', JSON.parse('{"__proto__": {"all": []}}')],
])('refuses %s', (_name, pointer, json) => {
  expect(parseCondition(json).problem).toMatchObject({
    pointer,
    message: { key: 'condition.malformed' },
  });
});

test('refuses bottomless nesting', () => {
  let json: unknown = leaf;
  for (let depth = 0; depth < 50_000; depth++) json = { not: json };
  expect(parseCondition(json).problem?.message.key).toBe('condition.too_deep');
});

test('parameters take their values at every depth; literals stay', () => {
  const old: Condition = { fact: 'seen', op: 'older_than', value: { param: 'days' } };
  const condition: Condition = { all: [leaf, { any: [{ not: old }] }] };
  expect(resolveParameters(condition, { days: 'P5D' })).toEqual({
    all: [leaf, { any: [{ not: { ...old, value: 'P5D' } }] }],
  });
});

test.each(['days', 'constructor', '__proto__'])(
  'a parameter %s without a value is a bug',
  (param) => {
    const condition: Condition = { fact: 'seen', op: 'older_than', value: { param } };
    expect(() => resolveParameters(condition, {})).toThrow('no value for the parameter');
  },
);
