import { describe, expect, test } from 'vitest';
import { isoDate, parseDuration } from '../../../src/domain/dates.js';
import { formatMessage } from '../../../src/messages/format.js';
import { judge, summary } from './obligation-support.js';

describe('on a day, two readings', () => {
  const due = { on: isoDate('2027-06-30'), latest: isoDate('2027-07-01') };
  test.each([
    ['long before', '2027-05-30', 'upcoming', 31, 32],
    ['thirty days before', '2027-05-31', 'due_soon', 30, 31],
    ['the day before', '2027-06-29', 'due_soon', 1, 2],
    ['on the safe day', '2027-06-30', 'due_soon', 0, 1],
    ['on the later day', '2027-07-01', 'overdue', -1, 0],
    ['after both', '2027-07-02', 'overdue', -2, -1],
    ['a leap year on', '2028-07-01', 'overdue', -367, -366],
  ])('%s', (_, asOf, status, daysLeft, daysLeftLatest) => {
    const dates = { due: due.on, latest: due.latest };
    expect(summary(judge({ due, asOf }))).toEqual({ status, ...dates, daysLeft, daysLeftLatest });
  });

  test.each([
    ['recorded', { records: [{ on: '2027-06-30' }] }, 'done', '2027-06-30', false],
    ['recorded on the later day', { records: [{ on: '2027-07-01' }] }, 'done', '2027-07-01', false],
    ['recorded late', { records: [{ on: '2027-07-02' }] }, 'done', '2027-07-02', true],
    ['recorded for a day to come', { records: [{ on: '2027-09-01' }] }, 'overdue', null, false],
    ['nothing recorded', {}, 'overdue', null, false],
    ['no inventory', { records: null }, 'unknown', null, false],
  ])('afterwards, %s', (_, more, status, doneOn, doneLate) => {
    expect(judge({ due, asOf: '2027-08-01', ...more })).toMatchObject({ status, doneOn, doneLate });
  });

  test('no inventory, but time is left: the date stands', () => {
    const result = judge({ due, asOf: '2027-06-01', records: null });
    expect(result).toMatchObject({ status: 'due_soon', due: due.on });
    expect(result.missing).toHaveLength(1);
  });
});

describe('done', () => {
  const due = { on: isoDate('2026-06-30') };
  const asOf = '2026-08-01';
  const doneWhen = { fact: 'ready', op: 'eq', value: true };
  test.each([
    ['its condition is true', { obligation: { doneWhen }, facts: { ready: true } }, 'done'],
    ['its condition is false', { obligation: { doneWhen }, facts: { ready: false } }, 'overdue'],
    ['its condition is unknown', { obligation: { doneWhen } }, 'unknown'],
    [
      'its date is there',
      { obligation: { doneOn: 'done' }, facts: { done: '2026-05-01' } },
      'done',
    ],
    ['its date is none', { obligation: { doneOn: 'done' }, facts: { done: null } }, 'overdue'],
    ['its date is unknown', { obligation: { doneOn: 'done' } }, 'unknown'],
    [
      'a record beats a condition that is false',
      { obligation: { doneWhen }, facts: { ready: false }, records: [{ on: '2026-06-01' }] },
      'done',
    ],
    ['nobody is asked to record it', { obligation: { unrecorded: 'unknown' as const } }, 'unknown'],
  ])('%s', (_, more, status) => expect(judge({ due, asOf, ...more }).status).toBe(status));
});

describe('whether it applies', () => {
  const due = { on: isoDate('2026-06-30') };
  const appliesWhen = { fact: 'bound', op: 'eq', value: true };
  test.each([
    ['yes', { bound: true }, 'overdue'],
    ['no', { bound: false }, 'not_applicable'],
    ['not known', {}, 'unknown'],
  ])('%s', (_, facts, status) => {
    const result = judge({ due, asOf: '2026-08-01', facts, obligation: { appliesWhen } });
    expect(result.status).toBe(status);
  });

  test('not known, with time left: unknown, with its date', () => {
    const result = judge({ due, asOf: '2026-06-01', obligation: { appliesWhen } });
    expect(result).toMatchObject({ status: 'unknown', due: due.on, daysLeft: 29 });
    expect(result.missing.map((each) => formatMessage(each, 'en'))).toEqual(['Not known: bound?']);
  });

  test('done, though nobody knows whether it had to be', () => {
    const records = [{ on: '2026-05-01' }];
    const result = judge({ due, asOf: '2026-08-01', records, obligation: { appliesWhen } });
    expect(result.status).toBe('done');
  });

  test('binds some only from a later day', () => {
    const bindsFrom = [{ when: appliesWhen, on: isoDate('2026-07-01') }];
    const status = (asOf: string, bound: boolean) =>
      judge({ due, asOf, facts: { bound }, obligation: { bindsFrom } }).status;
    expect(status('2026-06-30', true)).toBe('not_applicable');
    expect(status('2026-07-01', true)).toBe('overdue');
    expect(status('2026-06-15', false)).toBe('due_soon');
  });

  test('for information only: never late', () => {
    const obligation = { kind: 'information' as const };
    expect(judge({ due, asOf: '2026-08-01', obligation }).status).toBe('information');
  });
});

describe('within days of an event', () => {
  const due = { within: 'P1M', after: 'event' };
  test.each([
    ['the end of January', '2026-01-31', '2026-02-28'],
    ['the same in a leap year', '2028-01-31', '2028-02-29'],
    ['the end of February', '2026-02-28', '2026-03-28'],
    ['over the year', '2026-12-15', '2027-01-15'],
  ])('%s', (_, event, expected) => {
    const result = judge({ due, asOf: event, facts: { event } });
    expect(result).toMatchObject({ due: expected, latest: expected });
  });

  test.each([
    ['not known when', {}, 'unknown'],
    ['it hasn’t happened', { event: null }, 'not_applicable'],
    ['before the law', { event: '2025-12-31' }, 'not_applicable'],
    ['on the law’s first day', { event: '2026-01-01' }, 'overdue'],
  ])('%s', (_, facts, status) => {
    expect(judge({ due, asOf: '2026-08-01', facts }).status).toBe(status);
  });

  test('an event after the law’s end is another law’s', () => {
    const obligation = { effective: { from: isoDate('2026-01-01'), to: isoDate('2026-06-30') } };
    const facts = { event: '2026-07-01' };
    expect(judge({ due, asOf: '2026-09-01', facts, obligation }).status).toBe('not_applicable');
  });

  test('an event of the law’s time counts after its end', () => {
    const obligation = { effective: { from: isoDate('2026-01-01'), to: isoDate('2026-06-30') } };
    const late = judge({ due, asOf: '2026-09-01', facts: { event: '2026-06-30' }, obligation });
    expect(late).toMatchObject({ status: 'overdue', due: '2026-07-30' });
    const never = { due: { before: 'event' }, asOf: '2026-09-01', facts: { event: null } };
    expect(judge({ ...never, obligation }).status).toBe('not_applicable');
  });
});

describe('working days', () => {
  test.each([
    ['over two weekends', '2026-12-04', 7, '2026-12-15', '2026-12-15'],
    ['from a Friday', '2026-12-18', 5, '2026-12-25', '2026-12-25'],
    ['over New Year', '2026-12-30', 2, '2027-01-04', '2027-01-04'],
    ['a day off that isn’t sure', '2026-11-20', 3, '2026-11-25', '2026-11-26'],
  ])('%s', (_, event, workingDays, safe, latest) => {
    const due = { workingDays, after: 'event' };
    expect(judge({ due, asOf: event, facts: { event } })).toMatchObject({ due: safe, latest });
  });
});

describe('before an event', () => {
  const due = { before: 'event' };
  const obligation = { doneOn: 'done' };
  test.each([
    ['the day before', '2026-09-09', 'done', false],
    ['on the day: not late by the later reading', '2026-09-10', 'done', false],
    ['the day after', '2026-09-11', 'done', true],
    ['not at all', null, 'overdue', false],
  ])('done %s', (_, done, status, doneLate) => {
    const facts = { event: '2026-09-10', done };
    const result = judge({ due, asOf: '2026-10-01', facts, obligation });
    expect(result).toMatchObject({ status, doneLate, due: '2026-09-09', latest: '2026-09-10' });
  });

  test('the first of March of a leap year', () => {
    const facts = { event: '2028-03-01', done: null };
    const result = judge({ due, asOf: '2028-02-01', facts, obligation });
    expect(result).toMatchObject({ status: 'due_soon', due: '2028-02-29', daysLeft: 28 });
  });

  test('while the event hasn’t come there is time, without a date', () => {
    const result = judge({
      due,
      asOf: '2026-10-01',
      facts: { event: null, done: null },
      obligation,
    });
    expect(result).toMatchObject({ status: 'upcoming', due: null });
  });
});

describe('hours', () => {
  const due = { withinHours: 24, after: 'moment' };
  const obligation = { doneOn: 'done_at' };
  const moment = '2026-11-23T18:30Z'; // 24 November, 01:30 in Viet Nam.
  test.each([
    ['the day of the limit', '2026-11-25', null, 'due_soon', false],
    ['the day after', '2026-11-26', null, 'overdue', false],
    ['a minute early', '2026-11-26', '2026-11-25T01:29+07:00', 'done', false],
    ['to the minute, in UTC', '2026-11-26', '2026-11-24T18:30Z', 'done', false],
    ['a minute late, on the same day', '2026-11-26', '2026-11-25T01:31+07:00', 'done', true],
  ])('%s', (_, asOf, done_at, status, doneLate) => {
    const result = judge({ due, asOf, facts: { moment, done_at }, obligation });
    expect(result).toMatchObject({
      status,
      doneLate,
      due: '2026-11-25',
      at: '2026-11-25T01:30+07:00',
    });
  });

  test.each([
    ['a moment without an offset', '2026-11-23T18:30', 'unknown'],
    ['no moment', null, 'not_applicable'],
  ])('%s', (_, bad, status) => {
    const facts = { moment: bad, done_at: null };
    expect(judge({ due, asOf: '2026-11-26', facts, obligation }).status).toBe(status);
  });

  test('at once is the day in Viet Nam', () => {
    const once = { due: { withinHours: 0, after: 'moment' }, obligation };
    const done = (done_at: string) =>
      judge({ ...once, asOf: '2026-11-30', facts: { moment, done_at } }).doneLate;
    expect(done('2026-11-24T23:00+07:00')).toBe(false);
    expect(done('2026-11-25T00:30+07:00')).toBe(true);
    const open = judge({ ...once, asOf: '2026-11-25', facts: { moment, done_at: null } });
    expect(open).toMatchObject({ status: 'overdue', due: '2026-11-24', at: null });
  });
});

describe('every year', () => {
  const due = {
    everyYear: { month: 12, day: 19 },
    period: {
      from: { month: 12, day: 15, yearOffset: -1 },
      to: { month: 12, day: 14, yearOffset: 0 },
    },
  };
  test.each([
    ['before the first', '2026-11-24', [], 'due_soon', '2026-12-19', '2026'],
    ['on the day', '2026-12-19', [], 'due_soon', '2026-12-19', '2026'],
    ['the day after', '2026-12-20', [], 'overdue', '2026-12-19', '2026'],
    ['missed, in the next year', '2027-03-01', [], 'overdue', '2026-12-19', '2026'],
    ['done early', '2026-12-18', [{ on: '2026-12-17' }], 'done', '2026-12-19', '2026'],
    [
      'done, the next to come',
      '2027-03-01',
      [{ on: '2026-12-17' }],
      'upcoming',
      '2027-12-19',
      '2027',
    ],
    [
      'done late, said for which year',
      '2027-03-01',
      [{ on: '2027-01-05', period: '2026' }],
      'upcoming',
      '2027-12-19',
      '2027',
    ],
    [
      'a record of January without a year is late for the year before',
      '2027-03-01',
      [{ on: '2027-01-05' }],
      'upcoming',
      '2027-12-19',
      '2027',
    ],
    [
      'and does nothing for the year in which it was made',
      '2026-11-24',
      [{ on: '2026-01-05' }],
      'due_soon',
      '2026-12-19',
      '2026',
    ],
    [
      'a record made before the data period began is not of that year, whatever it says',
      '2026-11-24',
      [{ on: '2024-01-01', period: '2026' }],
      'due_soon',
      '2026-12-19',
      '2026',
    ],
  ])('%s', (_, asOf, records, status, expected, label) => {
    const result = judge({ due, asOf, records });
    expect(result).toMatchObject({ status, due: expected, period: { label } });
  });

  test('says the period, the last working day and, when missed, the next', () => {
    expect(judge({ due, asOf: '2026-11-24' })).toMatchObject({
      lastWorkingDay: '2026-12-18',
      period: { label: '2026', from: '2025-12-15', to: '2026-12-14' },
      next: null,
    });
    expect(judge({ due, asOf: '2026-12-20' }).next).toBe('2027-12-19');
  });

  test('what was due before the law isn’t missed', () => {
    const obligation = { effective: { from: isoDate('2026-08-19'), to: null } };
    const early = { everyYear: { month: 3, day: 1 } };
    const result = judge({ due: early, asOf: '2026-11-24', obligation });
    expect(result).toMatchObject({ status: 'upcoming', due: '2027-03-01' });
  });

  test('nothing more is due once the law ends before', () => {
    const obligation = { effective: { from: isoDate('2026-01-01'), to: isoDate('2026-11-30') } };
    expect(judge({ due, asOf: '2026-11-24', obligation }).status).toBe('not_applicable');
  });

  test('29 February is the last of February in other years', () => {
    const leap = { everyYear: { month: 2, day: 29 } };
    expect(judge({ due: leap, asOf: '2027-02-01' })).toMatchObject({ due: '2026-02-28' });
    const records = [{ on: '2027-02-01' }];
    expect(judge({ due: leap, asOf: '2028-01-01', records }).due).toBe('2028-02-29');
  });

  test('two readings of the day', () => {
    const both = { everyYear: { month: 12, day: 19 }, latest: { month: 12, day: 20 } };
    expect(judge({ due: both, asOf: '2026-12-20' })).toMatchObject({
      status: 'overdue',
      daysLeft: -1,
      daysLeftLatest: 0,
    });
  });
});

describe('every so often', () => {
  const due = { every: 'P6M', firstAfter: 'start' };
  test.each([
    ['the day before', '2026-08-27', 'due_soon', 1],
    ['on the day', '2026-08-28', 'due_soon', 0],
    ['the day after', '2026-08-29', 'overdue', -1],
  ])('counted from the last time, %s', (_, asOf, status, daysLeft) => {
    const records = [{ on: '2026-02-28' }, { on: '2025-05-01' }];
    const result = judge({ due, asOf, records });
    expect(result).toMatchObject({ status, daysLeft, due: '2026-08-28', doneOn: '2026-02-28' });
  });

  test('a month without that day ends earlier', () => {
    const records = [{ on: '2026-08-31' }];
    expect(judge({ due, asOf: '2026-10-01', records }).due).toBe('2027-02-28');
    expect(judge({ due, asOf: '2027-10-01', records: [{ on: '2027-08-31' }] }).due).toBe(
      '2028-02-29',
    );
  });

  test.each([
    ['from its start', { start: '2026-03-31' }, '2026-09-30'],
    ['from the law, when the start is older', { start: '2019-05-05' }, '2026-07-01'],
  ])('never done: %s', (_, facts, expected) => {
    expect(judge({ due, asOf: '2026-06-01', facts }).due).toBe(expected);
  });

  test('never done, no start known: unknown', () => {
    const result = judge({ due: { every: 'P6M' }, asOf: '2026-06-01' });
    expect(result).toMatchObject({ status: 'unknown', due: null });
    expect(result.missing).toHaveLength(1);
  });

  test.each([
    ['level 3', { level: 3 }, '2027-03-01'],
    ['level 5', { level: 5 }, '2026-09-01'],
  ])('by %s', (_, facts, expected) => {
    const byLevel = { every: { levels: { 3: 'P1Y', 5: 'P6M' } } };
    const records = [{ on: '2026-03-01' }];
    expect(judge({ due: byLevel, asOf: '2026-06-01', facts, records }).due).toBe(expected);
  });

  test.each([
    ['a level without one', { level: 2 }, 'not_applicable'],
    ['no level known', {}, 'unknown'],
  ])('%s', (_, facts, status) => {
    const byLevel = { every: { levels: { 3: 'P1Y', 5: 'P6M' } } };
    expect(judge({ due: byLevel, asOf: '2026-06-01', facts }).status).toBe(status);
  });

  test('by the plan’s own interval, unknown when it has none', () => {
    const own = { every: { fact: 'rhythm' }, firstAfter: 'start' };
    const facts = { start: '2026-03-01', rhythm: 'P1Y' };
    expect(judge({ due: own, asOf: '2026-06-01', facts }).due).toBe('2027-03-01');
    expect(judge({ due: own, asOf: '2026-06-01', facts: { start: '2026-03-01' } }).status).toBe(
      'unknown',
    );
  });

  test('by a requirement: an answer that it is met counts as done', () => {
    const own = { every: { requirement: 'scan' } };
    const interval = parseDuration('P6M');
    const met = new Map([['scan', { interval, lastMet: isoDate('2026-04-30') }]]);
    const result = judge({ due: own, asOf: '2026-11-01', rhythms: met });
    expect(result).toMatchObject({ status: 'overdue', due: '2026-10-30' });
    expect(judge({ due: own, asOf: '2026-11-01', rhythms: new Map() }).status).toBe(
      'not_applicable',
    );
    expect(judge({ due: own, asOf: '2026-11-01' }).status).toBe('unknown');
  });
});

describe('no time set', () => {
  const due = { unset: { vi: 'Không nêu', en: 'None set' }, since: 'event' };
  test('is unknown for ever, and says since when', () => {
    const result = judge({ due, asOf: '2030-01-01', facts: { event: '2026-09-01' } });
    expect(result).toMatchObject({ status: 'unknown', due: null });
    const said = [...result.missing, ...result.why].map((each) => formatMessage(each, 'en'));
    expect(said).toEqual(['None set.', 'Open since 01/09/2026.']);
  });

  test('until it is done', () => {
    expect(judge({ due, asOf: '2030-01-01', records: [{ on: '2026-10-01' }] }).status).toBe('done');
  });

  test('a record older than the event is of another one', () => {
    const more = { records: [{ on: '2026-08-31' }], event: '2026-09-01' };
    expect(judge({ due, asOf: '2030-01-01', ...more }).status).toBe('unknown');
  });
});
