import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.js';
import {
  addWorkingDays,
  type Holidays,
  isWorkingDay,
  lastWorkingDay,
} from '../../../src/domain/working-days.js';

const holidays: Holidays = {
  weekend: [6, 0],
  everyYear: [{ month: 1, day: 1, certainty: 'secondary' }],
  dates: [
    { date: isoDate('2026-02-17'), certainty: 'text' },
    { date: isoDate('2026-11-24'), certainty: 'open' },
  ],
};

describe('addWorkingDays', () => {
  test.each([
    ['over a weekend', '2026-12-18', 1, '2026-12-21', '2026-12-21'],
    ['from a Saturday', '2026-12-19', 1, '2026-12-21', '2026-12-21'],
    ['from a Sunday', '2026-12-20', 5, '2026-12-25', '2026-12-25'],
    ['a week of work', '2026-12-21', 5, '2026-12-28', '2026-12-28'],
    ['over New Year', '2026-12-31', 1, '2027-01-04', '2027-01-04'],
    ['over a sure holiday', '2026-02-16', 1, '2026-02-18', '2026-02-18'],
    ['over one that is open', '2026-11-23', 1, '2026-11-24', '2026-11-25'],
    ['none at all', '2026-12-19', 0, '2026-12-19', '2026-12-19'],
    ['fifteen days', '2026-11-02', 15, '2026-11-23', '2026-11-23'],
  ])('%s', (_, from, count, sure, all) => {
    expect(addWorkingDays(isoDate(from), count, holidays, 'sure')).toBe(sure);
    expect(addWorkingDays(isoDate(from), count, holidays, 'all')).toBe(all);
  });
});

test.each([
  ['2026-12-18', true],
  ['2026-12-19', false],
  ['2026-12-20', false],
  ['2027-01-01', false],
  ['2026-02-17', false],
  ['2027-02-17', true],
])('%s is a working day: %s', (date, expected) => {
  expect(isWorkingDay(isoDate(date), holidays)).toBe(expected);
});

test.each([
  ['2026-12-19', '2026-12-18'],
  ['2026-12-20', '2026-12-18'],
  ['2026-12-24', '2026-12-24'],
  ['2027-01-03', '2026-12-31'],
])('the last working day up to %s is %s', (date, expected) => {
  expect(lastWorkingDay(isoDate(date), holidays)).toBe(expected);
});
