import { describe, expect, test } from 'vitest';
import { formatMessage } from '../../../src/messages/format.js';
import { parameterValues, targetThreshold } from '../../../src/packs/parameters.js';
import type { Parameter, Target } from '../../../src/packs/types.js';

const parameter = (id: string, rest: Omit<Parameter, 'id' | 'title' | 'citation'>): Parameter => ({
  id,
  title: { vi: id, en: id },
  citation: 'Gói',
  ...rest,
});

const part = {
  parameters: [
    parameter('fail_days', { type: 'int', default: 7, floor: 7, weaker: 'higher' }),
    parameter('least_length', { type: 'int', default: 12, floor: 8, weaker: 'lower' }),
    parameter('grace', { type: 'duration', default: 'P30D', floor: 'P1M', weaker: 'higher' }),
    parameter('strict', { type: 'bool', default: true, floor: true, weaker: 'lower' }),
    parameter('free', { type: 'int', default: 5 }),
  ],
};

const defaults = { fail_days: 7, least_length: 12, grace: 'P30D', strict: true, free: 5 };

test('without wishes every parameter has its default', () => {
  expect(parameterValues(part, {})).toEqual({ values: defaults, changed: [], problems: [] });
});

test.each([
  { name: 'fewer days', id: 'fail_days', value: 5 },
  { name: 'zero days', id: 'fail_days', value: 0 },
  { name: 'longer', id: 'least_length', value: 14 },
  { name: 'shorter than the default, not than the floor', id: 'least_length', value: 8 },
  { name: 'a shorter duration', id: 'grace', value: 'P2W' },
  { name: 'a duration equal to the floor in other words', id: 'grace', value: 'P31D' },
  { name: 'anything where there is no floor', id: 'free', value: 5000 },
])('allowed: $name', ({ id, value }) => {
  const { values, changed, problems } = parameterValues(part, { [id]: value });
  expect(problems).toEqual([]);
  expect(values).toEqual({ ...defaults, [id]: value });
  expect(changed).toEqual([{ id, default: defaults[id as keyof typeof defaults], value }]);
});

test('a wish for the default changes nothing', () => {
  expect(parameterValues(part, { fail_days: 7 }).changed).toEqual([]);
});

test.each([
  {
    name: 'more days than the floor',
    wish: { fail_days: 8 },
    code: 'pack.above_floor',
    says: 'may not exceed 7',
  },
  {
    name: 'below a floor',
    wish: { least_length: 7 },
    code: 'pack.below_floor',
    says: 'less than 8',
  },
  { name: 'a longer duration', wish: { grace: 'P32D' }, code: 'pack.above_floor', says: 'P1M' },
  { name: 'a year', wish: { grace: 'P1Y' }, code: 'pack.above_floor', says: 'P1M' },
  {
    name: 'the weaker of yes and no',
    wish: { strict: false },
    code: 'pack.below_floor',
    says: 'true',
  },
  { name: 'a fraction', wish: { fail_days: 5.5 }, code: 'pack.parameter_type', says: '5.5' },
  {
    name: 'a negative number',
    wish: { fail_days: -1 },
    code: 'pack.parameter_type',
    says: 'whole number',
  },
  {
    name: 'a number in quotes',
    wish: { fail_days: '5' },
    code: 'pack.parameter_type',
    says: '"5"',
  },
  {
    name: 'a duration of minutes or months',
    wish: { grace: '3m' },
    code: 'pack.parameter_type',
    says: 'P30D',
  },
  { name: 'null', wish: { strict: null }, code: 'pack.parameter_type', says: 'true or false' },
])('refused, default kept: $name', ({ wish, code, says }) => {
  const { values, changed, problems } = parameterValues(part, wish);
  expect(values).toEqual(defaults);
  expect(changed).toEqual([]);
  expect(problems).toMatchObject([{ id: Object.keys(wish)[0], message: { key: code } }]);
  expect(problems.map((each) => formatMessage(each.message, 'en')).join()).toContain(says);
});

test('an unknown name has a hint; names of others are passed over', () => {
  const wishes = { fail_day: 3, 'sec-endpoints': 95, constructor: 1 };
  const { problems } = parameterValues(part, wishes, ['sec-endpoints']);
  expect(problems.map(({ id, hint }) => [id, hint?.params['name']])).toEqual([
    ['fail_day', 'fail_days'],
    ['constructor', undefined],
  ]);
});

describe('targets', () => {
  const target: Target = {
    id: 't-1',
    area: 'a',
    measuredBy: 'audit',
    metric: 'systems_classified',
    atLeastPercent: 90,
    floorPercent: 80,
    title: { vi: 'A', en: 'A' },
    citations: [],
  };

  test.each([
    { name: 'no wish', wishes: {}, percent: 90 },
    { name: 'stricter', wishes: { 't-1': 99.5 }, percent: 99.5 },
    { name: 'weaker, not below the floor', wishes: { 't-1': 80 }, percent: 80 },
  ])('allowed: $name', ({ wishes, percent }) => {
    const found = targetThreshold(target, wishes);
    expect(found).toMatchObject({ percent, problem: null });
    expect(found.changed).toEqual(
      percent === 90 ? null : { id: 't-1', default: 90, value: percent },
    );
  });

  test.each([
    { name: 'below the floor', wish: 79.9, code: 'pack.target_below_floor' },
    { name: 'above 100', wish: 101, code: 'pack.percent_expected' },
    { name: 'not a number', wish: '95', code: 'pack.percent_expected' },
    { name: 'NaN', wish: Number.NaN, code: 'pack.percent_expected' },
    { name: 'finer than tenths', wish: 90.55, code: 'pack.percent_expected' },
  ])('refused, the plan kept: $name', ({ wish, code }) => {
    expect(targetThreshold(target, { 't-1': wish })).toMatchObject({
      percent: 90,
      changed: null,
      problem: { id: 't-1', message: { key: code } },
    });
  });
});
