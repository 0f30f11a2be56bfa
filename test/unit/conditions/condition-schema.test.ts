import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { conditionSchema } from '../../../src/conditions/condition-schema.js';
import { operatorIds } from '../../../src/conditions/operators/index.js';

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  validateFormats: false,
});
const validate = ajv.compile(conditionSchema());

/** Where and by which keyword a value fails, without what only repeats an error beside it. */
function errors(value: unknown): readonly string[] {
  if (validate(value)) return [];
  return (validate.errors ?? [])
    .filter((each) => each.keyword !== 'if')
    .map((each) => `${each.instancePath} ${each.keyword}`);
}

test('the published schema is up to date (npm run gen)', () => {
  const path = new URL('../../../schemas/condition.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(conditionSchema());
});

describe('accepts', () => {
  test.each([
    [{ fact: 'os.name', op: 'eq', value: 'x' }],
    [{ fact: 'users', op: 'in', value: [1, 'a'] }],
    [{ fact: 'seen', op: 'older_than', value: 'P30D' }],
    [{ fact: 'seen', op: 'before', value: 'as_of' }],
    [{ fact: 'seen', op: 'older_than', value: { param: 'days' } }],
    [{ all: [{ any: [{ not: { fact: 'a', op: 'is_known', value: true } }] }] }],
  ])('%j', (condition) => {
    expect(errors(condition)).toEqual([]);
  });
});

describe('refuses with one error at its place', () => {
  test.each<[unknown, string]>([
    ['users', ' type'],
    [{ all: [{ fact: 'a', op: 'eqq', value: 1 }] }, '/all/0/op enum'],
    [{ all: [] }, '/all minItems'],
    [{ not: { fact: 'a', op: 'eq', value: [1] } }, '/not/value type'],
    [{ fact: 'a', op: 'in', value: 1 }, '/value type'],
    [{ fact: 'a', op: 'in', value: [] }, '/value minItems'],
    [{ fact: 'a', op: 'eq', value: 1, note: 'x' }, ' unevaluatedProperties'],
    [{ fact: 'a', op: 'eq' }, ' required'],
    [{ fact: 'a"b', op: 'eq', value: 1 }, '/fact pattern'],
    [
      { all: [{ fact: 'a', op: 'eq', value: 1 }], not: { fact: 'a', op: 'eq', value: 1 } },
      ' maxProperties',
    ],
  ])('%j', (condition, expected) => {
    expect(errors(condition)).toEqual([expected]);
  });
});

test.each(operatorIds)('%s has a form and a description in both languages', (op) => {
  const forms = JSON.stringify(conditionSchema()['allOf']);
  expect(forms).toContain(`"const":"${op}"`);
  expect(validate({ fact: 'a', op, value: null })).toBe(false);
});
