import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideTarget } from '../../../src/domain/rates.js';
import { decideShare, missingShare, percentDown } from '../../../src/domain/shares.js';

test.each([
  { name: 'exactly the threshold', part: 10, whole: 100, percent: 10, outcome: 'met' },
  {
    name: 'a millionth below it',
    part: 9.999999,
    whole: 100,
    percent: 10,
    outcome: 'not_met',
  },
  { name: '0.1 + 0.2 of 3', part: 0.3, whole: 3, percent: 10, outcome: 'met' },
  { name: 'trillions', part: 899_999_999_999, whole: 1e12, percent: 90, outcome: 'not_met' },
  { name: 'a threshold with a decimal', part: 995, whole: 1000, percent: 99.5, outcome: 'met' },
  { name: 'nothing of something', part: 0, whole: 5, percent: 0, outcome: 'met' },
  { name: 'the whole is 0', part: 0, whole: 0, percent: 100, outcome: 'no_data' },
])('$name: $outcome', ({ part, whole, percent, outcome }) => {
  const rate = { numerator: part, denominator: whole, unknown: 0 };
  expect(decideShare(rate, percent)).toBe(outcome);
});

test('whole numbers are decided as everywhere else', () => {
  const whole = fc.integer({ min: 0, max: 2000 });
  fc.assert(
    fc.property(whole, whole, whole, fc.integer({ min: 0, max: 1000 }), (a, b, c, t) => {
      const rate = { numerator: a, denominator: a + b + c, unknown: b };
      expect(decideShare(rate, t / 10)).toBe(decideTarget(rate, t / 10));
    }),
  );
});

test.each([
  [899, 1000, 89.9],
  [8999, 10_000, 89.9],
  [0.99999, 1, 99.9],
  [1, 3, 33.3],
  [2, 1, 200],
  [0, 0, 0],
])('%d of %d is %d percent, rounded down', (part, whole, percent) => {
  expect(percentDown(part, whole)).toBe(percent);
});

test.each([
  { name: 'whole things, up', part: 8, whole: 10, percent: 85, decimals: false, missing: 1 },
  {
    name: 'amounts, up to hundredths',
    part: 8,
    whole: 10,
    percent: 85,
    decimals: true,
    missing: 0.5,
  },
  {
    name: 'less than a hundredth',
    part: 8.499,
    whole: 10,
    percent: 85,
    decimals: true,
    missing: 0.01,
  },
  { name: 'met', part: 9, whole: 10, percent: 85, decimals: false, missing: 0 },
  { name: 'no whole', part: 0, whole: 0, percent: 85, decimals: false, missing: 0 },
])('missing: $name', ({ part, whole, percent, decimals, missing }) => {
  const rate = { numerator: part, denominator: whole, unknown: 0 };
  expect(missingShare(rate, percent, decimals)).toBe(missing);
  if (whole > 0) {
    const reached = { ...rate, numerator: part + missing };
    expect(decideShare(reached, percent)).toBe('met');
  }
});
