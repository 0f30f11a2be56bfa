import { beforeAll, describe, expect, test } from 'vitest';
import { daysAgo, type Judged, judge, ndjson, protectedRow } from './support.js';

const ad = (...rows: readonly (readonly [name: string, enabled: string, days: number])[]) =>
  [
    '"Name","DNSHostName","Enabled","LastLogonDate"',
    ...rows.map(([name, enabled, days]) => `"${name}","","${enabled}","${daysAgo(days)}"`),
  ].join('\r\n');
const ksc = (...rows: readonly (readonly [name: string, days: number])[]) =>
  [
    'Name\tReal-time protection status\tLast connected to Administration Server',
    ...rows.map(([name, days]) => `${name}\tRunning\t${daysAgo(days)}`),
    '\tRunning\t',
  ].join('\r\n');

/** PC01 and MC01 stand in both; PC02, PC03 only in the directory, PC04 only in the console; PC05 is gone, IN01 a printer. */
describe('the denominator from a directory and a console', () => {
  let judged: Judged;
  beforeAll(async () => {
    judged = await judge({
      files: {
        'so-y-te/ad.csv': ad(
          ['PC01', 'True', 1],
          ['MC01', 'True', 44],
          ['PC02', 'True', 2],
          ['PC03', 'True', 45],
          ['PC05', 'False', 2],
        ),
        'so-y-te/ksc.csv': ksc(['PC01', 1], ['pc01', 3], ['MC01', 31], ['PC04', 2]),
        'so-y-te/more.ndjson': ndjson(
          { host: 'MC01', kind: 'server', grade: 'E', observed_at: daysAgo(9) },
          { host: 'IN01', kind: 'printer', grade: 'E', observed_at: daysAgo(9) },
        ),
      },
      exportedOn: { 'so-y-te/ad.csv': daysAgo(3) },
    });
  });

  test('is the union of all sources, merged, without the excluded; the silent stay in it', () => {
    const sum = (name: string) =>
      judged.result.counts.reduce((total, row) => total + Number(row[name]), 0);
    expect({ found: sum('found'), outOfScope: sum('out_of_scope') }).toEqual({
      found: 7,
      outOfScope: 2,
    });
    expect(sum('protected') + sum('degraded') + sum('unprotected') + sum('unknown')).toBe(5);
    expect(judged.result.exclusions.map(({ reason, n }) => [reason, Number(n)])).toEqual([
      ['account_disabled', 1],
      ['not_capable', 1],
    ]);
  });

  test('tells what each side knows, servers apart, and what nothing has seen for long', () => {
    const sides = judged.result.counts.map(({ machine, register, console, both, stale }) => [
      machine,
      ...[register, console, both, stale].map(Number),
    ]);
    expect(sides).toEqual([
      // The directory's 44 days have its allowance of 14 taken off; PC03 with 45 is stale, and no longer active there.
      ['server', 1, 1, 1, 0],
      ['unknown', 2, 2, 1, 1],
    ]);
  });

  test('names each source with its date and its rows, refused ones apart', () => {
    expect(
      judged.result.sources.map(({ source, console, rows, used, dated }) => [
        ...[source, console, Number(rows), Number(used), dated],
      ]),
    ).toEqual([
      ['active-directory', 'active', 5, 5, daysAgo(3)],
      ['ksc-device-list', 'ksc', 5, 4, daysAgo(1)],
      ['normalised', 'normalised', 2, 2, daysAgo(9)],
    ]);
  });
});

test('a console hides no machine of a directory that another console knows under another name', async () => {
  const { result } = await judge({
    files: {
      'so-y-te/a.ndjson': ndjson(protectedRow({ host: 'PC01', serial: 'VN7X-0001' })),
      'so-y-te/b.ndjson': ndjson(protectedRow({ host: 'PC02', serial: 'VN7X-0001' })),
      'so-y-te/ad.csv': ad(['PC01', 'True', 1], ['PC02', 'True', 1]),
    },
  });
  // One serial: one machine, although the directory still has both names.
  expect(result.counts.map(({ found }) => Number(found))).toEqual([1]);
});
