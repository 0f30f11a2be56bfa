import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decideTarget,
  missingToTarget,
  sumRates,
  worstOutcome,
} from '../../../src/domain/rates.js';

describe('decideTarget compares whole numbers, never a rounded percentage', () => {
  test.each([
    { name: '9 of 10 is exactly 90 %', p: 9, d: 10, u: 0, t: 90, outcome: 'met' },
    { name: '899 of 1000 is not 90 %', p: 899, d: 1000, u: 0, t: 90, outcome: 'not_met' },
    {
      name: '899 of 1000 with one unknown may still be',
      p: 899,
      d: 1000,
      u: 1,
      t: 90,
      outcome: 'inconclusive',
    },
    { name: '179 of 200 is 89.5 %', p: 179, d: 200, u: 0, t: 90, outcome: 'not_met' },
    { name: 'nothing to count is no data, not 100 %', p: 0, d: 0, u: 0, t: 90, outcome: 'no_data' },
    { name: 'a threshold of 0 is honoured', p: 0, d: 5, u: 0, t: 0, outcome: 'met' },
    { name: 'all unknown decides nothing', p: 0, d: 5, u: 5, t: 100, outcome: 'inconclusive' },
    { name: 'one failure settles a 100 % target', p: 3, d: 5, u: 1, t: 100, outcome: 'not_met' },
    { name: 'tenths of a percent count', p: 995, d: 1000, u: 0, t: 99.5, outcome: 'met' },
    { name: 'and so does one below', p: 994, d: 1000, u: 0, t: 99.5, outcome: 'not_met' },
  ])('$name', ({ p, d, u, t, outcome }) => {
    expect(decideTarget({ numerator: p, denominator: d, unknown: u }, t)).toBe(outcome);
  });
});

const rate = fc
  .tuple(fc.nat(2000), fc.nat(2000), fc.nat(2000))
  .map(([numerator, unknown, rest]) => ({
    numerator,
    unknown,
    denominator: numerator + unknown + rest,
  }));

describe('properties of rates', () => {
  test('a target is met exactly when nothing is missing', () => {
    fc.assert(
      fc.property(rate, fc.integer({ min: 0, max: 1000 }), (each, tenths) => {
        const threshold = tenths / 10;
        const met = decideTarget(each, threshold) === 'met';
        expect(met).toBe(each.denominator > 0 && missingToTarget(each, threshold) === 0);
      }),
    );
  });

  test('settling an unknown never turns met into something else, nor not met into met', () => {
    fc.assert(
      fc.property(
        rate,
        fc.integer({ min: 0, max: 100 }),
        fc.boolean(),
        (each, threshold, passes) => {
          fc.pre(each.unknown > 0);
          const before = decideTarget(each, threshold);
          const after = decideTarget(
            { ...each, unknown: each.unknown - 1, numerator: each.numerator + (passes ? 1 : 0) },
            threshold,
          );
          if (before !== 'inconclusive') expect(after).toBe(before);
        },
      ),
    );
  });

  test('a sum over groups is the sum of the parts', () => {
    fc.assert(
      fc.property(fc.array(rate), fc.array(rate), (a, b) => {
        expect(sumRates([sumRates(a), sumRates(b)])).toEqual(sumRates([...a, ...b]));
      }),
    );
  });
});

test.each([
  { name: 'not met decides over all', of: ['met', 'inconclusive', 'not_met'], is: 'not_met' },
  { name: 'no data beside met is inconclusive', of: ['met', 'no_data'], is: 'inconclusive' },
  { name: 'all no data', of: ['no_data', 'no_data'], is: 'no_data' },
  { name: 'nothing at all is no data, never met', of: [], is: 'no_data' },
  { name: 'all met', of: ['met', 'met'], is: 'met' },
] as const)('worstOutcome: $name', ({ of, is }) => {
  expect(worstOutcome(of)).toBe(is);
});
