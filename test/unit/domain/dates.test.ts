import { describe, expect, test } from 'vitest';
import {
  addDuration,
  dateInVietnam,
  daysBetween,
  formatDate,
  isInForce,
  isoDate,
  parseDuration,
  parseIsoDate,
} from '../../../src/domain/dates.js';

describe('only existing ISO dates are dates', () => {
  test.each([
    ['2026-11-24', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['24/11/2026', false],
    ['2026-1-2', false],
    ['2026-11-24T00:00:00Z', false],
    ['20261-01-01', false],
    ['0001-01-01', false],
    ['', false],
  ])('%s', (text, ok) => {
    expect(parseIsoDate(text) !== undefined).toBe(ok);
  });
});

describe('only ISO 8601 durations are durations', () => {
  test.each([
    ['P30D', { months: 0, days: 30 }],
    ['P6M', { months: 6, days: 0 }],
    ['P1Y6M', { months: 18, days: 0 }],
    ['P2W', { months: 0, days: 14 }],
    ['P0D', { months: 0, days: 0 }],
    ['3m', undefined],
    ['P', undefined],
    ['PT5M', undefined],
    ['30 ngày', undefined],
    ['P-1D', undefined],
  ])('%s', (text, expected) => {
    expect(parseDuration(text)).toEqual(expected);
  });
});

describe('months end where the calendar does', () => {
  test.each([
    ['2026-01-31', 'P1M', 1, '2026-02-28'],
    ['2024-01-31', 'P1M', 1, '2024-02-29'],
    ['2026-03-31', 'P1M', -1, '2026-02-28'],
    ['2026-12-31', 'P1D', 1, '2027-01-01'],
    ['2026-01-01', 'P1Y', -1, '2025-01-01'],
  ] as const)('%s %s × %i', (from, duration, sign, to) => {
    const parsed = parseDuration(duration);
    expect(parsed && addDuration(isoDate(from), parsed, sign)).toBe(to);
  });
});

test('the day changes in Viet Nam at 17:00 UTC', () => {
  expect(dateInVietnam(new Date('2026-11-23T16:59:59Z'))).toBe('2026-11-23');
  expect(dateInVietnam(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24');
});

test('days between, display, and force include both ends', () => {
  expect(daysBetween(isoDate('2026-02-28'), isoDate('2026-03-01'))).toBe(1);
  expect(formatDate(isoDate('2026-12-04'))).toBe('04/12/2026');
  const effective = { from: isoDate('2026-08-19'), to: isoDate('2026-12-31') };
  expect(
    ['2026-08-18', '2026-08-19', '2026-12-31', '2027-01-01'].map((day) =>
      isInForce(effective, isoDate(day)),
    ),
  ).toEqual([false, true, true, false]);
});
