import { describe, expect, test } from 'vitest';
import type { Condition, Truth } from '../../../src/conditions/condition.js';
import { evaluate, openFacts } from '../../../src/conditions/evaluate.js';
import { factsNeeded } from '../../../src/conditions/facts-needed.js';
import { context } from './declared.js';

const T: Condition = { fact: 'users', op: 'eq', value: 1 };
const F: Condition = { fact: 'users', op: 'eq', value: 2 };
const U: Condition = { fact: 'share', op: 'eq', value: 1 };
const V: Condition = { fact: 'seen', op: 'before', value: 'as_of' };
const facts = { users: 1 };

const value = (condition: Condition) => evaluate(condition, facts, context).value;
const because = (condition: Condition) =>
  evaluate(condition, facts, context).because.map((each) => each.leaf);

describe('Kleene', () => {
  const u: Truth = undefined;
  test.each<[string, Condition, Condition, Truth, Truth]>([
    ['T T', T, T, true, true],
    ['T F', T, F, false, true],
    ['T U', T, U, u, true],
    ['F T', F, T, false, true],
    ['F F', F, F, false, false],
    ['F U', F, U, false, u],
    ['U T', U, T, u, true],
    ['U F', U, F, false, u],
    ['U U', U, U, u, u],
  ])('%s', (_name, a, b, all, any) => {
    expect(value({ all: [a, b] })).toBe(all);
    expect(value({ any: [a, b] })).toBe(any);
  });

  test.each<[string, Condition, Truth]>([
    ['T', T, false],
    ['F', F, true],
    ['U', U, u],
  ])('not %s', (_name, a, expected) => {
    expect(value({ not: a })).toBe(expected);
  });
});

test('null makes a comparison false, so its negation is true', () => {
  const leaf: Condition = { fact: 'approved_level', op: 'gte', value: 3 };
  expect(evaluate({ not: leaf }, { approved_level: null }, context).value).toBe(true);
});

describe('because', () => {
  test.each<[string, Condition, readonly Condition[]]>([
    ['a true all: all of it', { all: [T, { any: [F, T] }] }, [T]],
    ['a false all: the false ones', { all: [T, F, U] }, [F]],
    ['an unknown all: the unknown ones', { all: [T, U, V] }, [U, V]],
    ['a true any: the true ones', { any: [F, T, U] }, [T]],
    ['a false any: all of it', { any: [F, { not: T }] }, [F, T]],
    ['an unknown any: the unknown ones', { any: [F, U] }, [U]],
    ['a not: what decided its member', { not: { all: [T, F] } }, [F]],
    ['nested: only the open part', { all: [{ any: [T, U] }, { any: [F, V] }] }, [V]],
    ['each leaf once', { all: [U, U, { not: U }] }, [U]],
  ])('%s', (_name, condition, expected) => {
    expect(because(condition)).toEqual(expected);
  });

  test('gives what was found: the value as used', () => {
    const { because } = evaluate({ all: [T, U] }, { users: 1, share: 'half' }, context);
    expect(because).toEqual([{ leaf: U, value: undefined, found: undefined }]);
  });
});

describe('openFacts', () => {
  test.each<[string, Condition, readonly string[]]>([
    ['decided: none', { any: [T, U] }, []],
    ['open: each fact once', { all: [U, { not: U }, V] }, ['share', 'seen']],
    ['what no longer matters is left out', { all: [{ any: [T, V] }, U] }, ['share']],
    ['is_known has nothing open', { fact: 'share', op: 'is_known', value: true }, []],
  ])('%s', (_name, condition, expected) => {
    expect(openFacts(condition, facts, context)).toEqual(expected);
  });
});

test.each(['__proto__', 'constructor', 'toString'])('a fact named %s harms nothing', (name) => {
  const hostile = JSON.parse(`{"${name}": {"users": 1, "seen": true}}`);
  expect(evaluate(T, hostile, context).value).toBeUndefined();
  expect(({} as Record<string, unknown>)['users']).toBeUndefined();
});

test('inherited properties are no facts', () => {
  expect(evaluate(T, Object.create({ users: 1 }), context).value).toBeUndefined();
});

test('what was not checked is a bug of the caller', () => {
  const undeclared: Condition = { fact: 'constructor', op: 'eq', value: 1 };
  expect(() => evaluate(undeclared, {}, context)).toThrow('undeclared fact');
  const unresolved: Condition = { fact: 'users', op: 'eq', value: { param: 'x' } };
  expect(() => evaluate(unresolved, {}, context)).toThrow('unresolved parameter');
});

test('factsNeeded: each fact once, in order', () => {
  expect(factsNeeded({ all: [V, { any: [U, { not: V }] }, T] })).toEqual([
    'seen',
    'share',
    'users',
  ]);
});
