import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDuckDb } from '../../../src/fleet/engines/duckdb.js';
import type { FleetEngine } from '../../../src/fleet/engines/engine.js';
import { dateMacros } from '../../../src/fleet/stages/dates.js';
import { asOf, daysAgo, type Judged, judge } from './support.js';

let engine: FleetEngine;
beforeAll(async () => {
  engine = await openDuckDb({ threads: 1, temporaryFolder: tmpdir() });
  for (const statement of dateMacros(asOf)) await engine.run(statement);
});
afterAll(() => engine.close());

/** What a macro reads in a text: an instant as ISO 8601 in UTC; null when it is no date of that form. */
async function read(form: string, text: string): Promise<string | null> {
  const [row] = await engine.rows({ sql: `SELECT when_${form}($text) AS at`, params: { text } });
  const at = row?.['at'];
  return at instanceof Date ? at.toISOString() : null;
}

describe('forms of dates', () => {
  // A text without a zone is Viet Nam's time, seven hours ahead of UTC.
  test.each([
    ['iso', '2026-11-20T03:04:05Z', '2026-11-20T03:04:05.000Z'],
    ['iso', '2026-11-20T03:04:05.1234567Z', '2026-11-20T03:04:05.123Z'],
    ['iso', '2026-11-20T10:04:05+07:00', '2026-11-20T03:04:05.000Z'],
    ['iso', '2026-11-20 10:04:05+07', '2026-11-20T03:04:05.000Z'],
    ['iso', '2026-11-20T03:04:05+00', '2026-11-20T03:04:05.000Z'],
    ['iso', '2026-11-20T10:04:05+0700', '2026-11-20T03:04:05.000Z'],
    ['iso', '2026-11-20 03:04:05 +00:00', '2026-11-20T03:04:05.000Z'],
    ['iso', '2026-11-20T10:04:05', '2026-11-20T03:04:05.000Z'],
    ['iso', '2026-11-20 10:04:05.1234567', '2026-11-20T03:04:05.123Z'],
    ['iso', '2026-11-20 10:04', '2026-11-20T03:04:00.000Z'],
    ['iso', '2026-11-20T10:04', '2026-11-20T03:04:00.000Z'],
    ['iso', '2026-11-20', '2026-11-19T17:00:00.000Z'],
    ['iso', '2024-02-29', '2024-02-28T17:00:00.000Z'],
    ['iso', '2026-02-29', null],
    ['iso', '2026-13-01', null],
    ['iso', '22026-11-20', null],
    ['iso', '20/11/2026', null],
    ['iso', '5 minutes ago', null],
    ['iso', '', null],
    ['dmy', '20/11/2026', '2026-11-19T17:00:00.000Z'],
    ['dmy', '5/1/2026', '2026-01-04T17:00:00.000Z'],
    ['dmy', '20/11/2026 10:04', '2026-11-20T03:04:00.000Z'],
    ['dmy', '20/11/2026 10:04:05', '2026-11-20T03:04:05.000Z'],
    ['dmy', '20/11/2026 9:04', '2026-11-20T02:04:00.000Z'],
    ['dmy', '20/11/2026 08:15:00 SA', '2026-11-20T01:15:00.000Z'],
    ['dmy', '20/11/2026 08:15 CH', '2026-11-20T13:15:00.000Z'],
    ['dmy', '20/11/2026 08:15 ch', '2026-11-20T13:15:00.000Z'],
    ['dmy', '20-11-2026 10:04', '2026-11-20T03:04:00.000Z'],
    ['dmy', '31/02/2026', null],
    ['dmy', '11/20/2026', null],
    ['mdy', '2/24/2026 3:45 PM', '2026-02-24T08:45:00.000Z'],
    ['mdy', '2/24/2026 12:45:00 AM', '2026-02-23T17:45:00.000Z'],
    ['mdy', '24/2/2026', null],
    ['epoch', '1763600645', '2025-11-20T01:04:05.000Z'],
    ['epoch', '1763600645000', null],
    ['epoch', 'x', null],
    ['epoch_ms', '1763600645123', '2025-11-20T01:04:05.123Z'],
    ['filetime', '134080742450000000', '2025-11-20T01:04:05.000Z'],
    ['filetime', '0', null],
    ['filetime', '9223372036854775807', null],
  ])('%s %s', async (form, text, expected) => {
    expect(await read(form, text)).toBe(expected);
  });
});

describe('dates that are none', () => {
  test.each([
    ['0001-01-01 00:00:00', false],
    ['1600-12-31 00:00:00', false],
    ['1601-01-01 00:00:00', false],
    ['1970-01-01 00:00:00', false],
    ['9999-12-31 23:59:59', false],
    ['2026-11-24 23:59:59', true],
    ['2026-11-25 23:00:00', true],
    ['2026-11-27 00:00:00', false],
  ])('%s', async (at, plausible) => {
    const [row] = await engine.rows({
      sql: 'SELECT plausible(CAST($at AS TIMESTAMP)) IS NOT NULL AS yes, future(CAST($at AS TIMESTAMP)) AS later',
      params: { at },
    });
    expect(row).toEqual({ yes: plausible, later: at.startsWith('2026-11-27') });
  });
});

function dayInVietnam(at: unknown): string | null {
  if (!(at instanceof Date)) return null;
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

const ad = (...dates: readonly string[]) =>
  ['Name,LastLogonDate,Enabled', ...dates.map((date, index) => `PC0${index},${date},True`)].join(
    '\n',
  );

type DateCase = readonly [
  name: string,
  dates: readonly string[],
  order: string,
  days: readonly (string | null)[],
  codes: readonly string[],
];

describe('day or month first, settled over the whole file', () => {
  const cases: readonly DateCase[] = [
    [
      'a day over 12 in one row settles all: Vietnamese',
      ['05/11/2026', '20/11/2026'],
      'dmy',
      ['2026-11-05', '2026-11-20'],
      [],
    ],
    [
      'a day over 12 in one row settles all: US',
      ['11/05/2026 3:45:00 PM', '11/20/2026 8:00:00 AM'],
      'mdy',
      ['2026-11-05', '2026-11-20'],
      [],
    ],
    [
      'one reading lies in the future: the other holds',
      ['11/12/2025', '10/12/2025'],
      'open',
      [null, null],
      ['fleet.dates_open'],
    ],
    [
      'a reading that would lie in the future is refuted: month first',
      ['11/12/2026'],
      'mdy',
      ['2026-11-12'],
      [],
    ],
    [
      'a reading that would lie in the future is refuted: day first',
      ['12/11/2026'],
      'dmy',
      ['2026-11-12'],
      [],
    ],
    [
      'open: unknown, and asked',
      ['05/11/2026', '06/10/2026'],
      'open',
      [null, null],
      ['fleet.dates_open'],
    ],
    [
      'mixed: none is used, and told',
      ['20/11/2026', '11/20/2026'],
      'mixed',
      [null, null],
      ['fleet.dates_mixed'],
    ],
    [
      'one wrong clock spoils only its own row',
      ['20/11/2026', '21/12/2031', '05/11/2026'],
      'dmy',
      ['2026-11-20', null, '2026-11-05'],
      ['fleet.future_dates'],
    ],
    [
      'one wrong clock spoils only its own row: US',
      ['11/20/2026', '12/21/2031', '11/05/2026'],
      'mdy',
      ['2026-11-20', null, '2026-11-05'],
      ['fleet.future_dates'],
    ],
    [
      'ISO dates need no order',
      ['2026-11-05', '2026-11-20T03:00:00Z'],
      'none',
      ['2026-11-05', '2026-11-20'],
      [],
    ],
    ['ISO beside slashes', ['2026-11-05', '20/11/2026'], 'dmy', ['2026-11-05', '2026-11-20'], []],
    [
      'FILETIME of the directory, and never',
      ['134080742450000000', '0'],
      'none',
      ['2025-11-20', null],
      [],
    ],
    [
      'the tools\' "never" is no date and nothing to tell',
      ['1/1/1601 7:00:00 AM', '20/11/2026', '31/12/9999'],
      'dmy',
      [null, '2026-11-20', null],
      [],
    ],
    [
      'a date in the future: unknown, and told',
      ['2031-01-01'],
      'none',
      [null],
      ['fleet.future_dates'],
    ],
    ['an impossible year', ['22026-11-20'], 'none', [null], ['fleet.odd_word']],
    ['relative text: unknown, and told', ['5 minutes ago'], 'none', [null], ['fleet.odd_word']],
  ];

  let judged: Judged;
  beforeAll(async () => {
    const files = cases.map(([, dates], index) => [`so-${index}/ad.csv`, ad(...dates)]);
    judged = await judge({ files: Object.fromEntries(files) });
  });

  test.each(cases.map((each, index) => [...each, index] as const))('%s', (...each) => {
    const [, , order, days, codes, index] = each;
    const path = `so-${index}/ad.csv`;
    const { observations, result, diagnostics } = judged;
    const rows = observations.filter(({ agency }) => agency === `so-${index}`);
    expect(rows.map(({ last_seen }) => dayInVietnam(last_seen))).toEqual(days);
    expect(result.files.find((file) => file['path'] === path)?.['date_order']).toBe(order);
    expect(diagnostics.filter(({ file }) => file === path).map(({ code }) => code)).toEqual(codes);
  });

  test('a hand-kept list is Vietnamese by its mapping: nothing is open', async () => {
    const { observations } = await judge({
      files: { 'so-y-te/ds.csv': 'STT;Tên máy;Lần kết nối cuối\n1;PC01;05/11/2026\n' },
    });
    expect(observations[0]?.['last_seen']).toEqual(new Date('2026-11-04T17:00:00Z'));
  });
});

test('a day of export that lies ahead dates nothing', async () => {
  const files = {
    'so-a/may.json':
      '{"ComputerName":"PC01","displayName":"Kaspersky Endpoint Security","productState":266240}',
    'so-b/may.json':
      '{"ComputerName":"PC01","displayName":"Kaspersky Endpoint Security","productState":266240}',
  };
  const { observations } = await judge({
    files,
    exportedOn: { 'so-a/may.json': '2027-06-01', 'so-b/may.json': daysAgo(1) },
  });
  expect(observations.map(({ agency, observed_at }) => [agency, observed_at !== null])).toEqual([
    ['so-a', false],
    ['so-b', true],
  ]);
});
