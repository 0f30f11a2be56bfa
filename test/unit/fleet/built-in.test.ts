import { beforeAll, describe, expect, test } from 'vitest';
import {
  daysAgo,
  type FleetCase,
  type JudgedEndpoint,
  judgeCases,
  protectedRow,
} from './support.js';

// What comes with Windows, home products, services: how much of it counts as a protection product installed.

const bare = {
  ...{ installed: undefined, running: undefined, realtime: undefined, mode: undefined },
  ...{ signatures_date: undefined, managed: undefined },
};
const row = (changes: Readonly<Record<string, unknown>>) =>
  protectedRow({ ...bare, os_name: 'Windows 11', ...changes });
const registered = (product: string, realtime: boolean) =>
  row({ product, installed: true, realtime, grade: 'B', all_products: true });
const epoch = Date.parse(`${daysAgo(1)}T00:00:00Z`) / 1000;
const osquery = (...columns: readonly Readonly<Record<string, string>>[]) =>
  `${JSON.stringify({ name: 'q', hostIdentifier: 'PC01', unixTime: epoch, action: 'snapshot', snapshot: columns })}\n`;

const cases: readonly (FleetCase & {
  readonly verdict: string;
  readonly installed: string;
  readonly product: string | null;
})[] = [
  {
    name: 'Defender switched off beside a home antivirus: neither counts',
    rows: [registered('Windows Defender', false), registered('Smadav', true)],
    verdict: 'degraded',
    installed: 'no',
    product: 'smadav',
  },
  {
    name: 'Defender switched on beside a home antivirus counts',
    rows: [registered('Windows Defender', true), registered('Smadav', true)],
    verdict: 'degraded',
    installed: 'yes',
    product: 'smadav',
  },
  {
    name: 'Defender stepped back for Kaspersky: that counts',
    rows: [registered('Windows Defender', false), registered('Kaspersky Endpoint Security', true)],
    verdict: 'unknown',
    installed: 'yes',
    product: 'kaspersky-endpoint-security',
  },
  {
    name: 'only Defender is asked, and it is off: another may be there',
    rows: [row({ product: 'Windows Defender', installed: true, realtime: false })],
    verdict: 'unknown',
    installed: 'unknown',
    product: 'microsoft-defender-antivirus',
  },
  {
    name: "an engine's service runs: installed, not protecting for all we know",
    files: {
      'a.log': osquery({ name: 'AVP.KES.21.19', status: 'RUNNING', start_type: 'AUTO_START' }),
    },
    verdict: 'unknown',
    installed: 'yes',
    product: 'kaspersky-endpoint-security',
  },
  {
    name: 'the service of a management agent is nobody',
    files: { 'a.log': osquery({ name: 'klnagent', status: 'RUNNING', start_type: 'AUTO_START' }) },
    verdict: 'unknown',
    installed: 'unknown',
    product: null,
  },
  {
    name: 'the security centre names a product that the list of programs lacks: left behind',
    files: {
      'a.log': osquery({
        type: 'Antivirus',
        name: 'Trend Micro Apex One Security Agent',
        state: 'On',
        signatures_up_to_date: '1',
      }),
      'b.log': osquery({ name: '7-Zip', version: '1', identifying_number: '{A}' }).replace(
        '"q"',
        '"p"',
      ),
    },
    verdict: 'unknown',
    installed: 'unknown',
    product: 'trend-apex-one',
  },
  {
    name: 'the list of programs has it too',
    files: {
      'a.log': osquery({
        type: 'Antivirus',
        name: 'Trend Micro Apex One Security Agent',
        state: 'On',
        signatures_up_to_date: '1',
      }),
      'b.log': osquery({
        name: 'Trend Micro Apex One Security Agent',
        version: '14',
        identifying_number: '{B}',
      }).replace('"q"', '"p"'),
    },
    verdict: 'protected',
    installed: 'yes',
    product: 'trend-apex-one',
  },
  {
    name: 'a fresh date beside the flag "out of date"',
    rows: [protectedRow({ signatures_current: false })],
    verdict: 'degraded',
    installed: 'yes',
    product: 'kaspersky-endpoint-security',
  },
  {
    name: 'signatures of a day after their observation',
    rows: [
      protectedRow({
        signatures_date: daysAgo(1),
        observed_at: daysAgo(14),
        last_seen: daysAgo(14),
      }),
    ],
    verdict: 'unknown',
    installed: 'yes',
    product: 'kaspersky-endpoint-security',
  },
  {
    name: 'a service of which no product is known',
    files: { 'a.log': osquery({ name: 'Spooler', status: 'RUNNING', start_type: 'AUTO_START' }) },
    verdict: 'unknown',
    installed: 'unknown',
    product: null,
  },
];

describe('built in, at home, running', () => {
  let of: (name: string) => readonly JudgedEndpoint[];
  beforeAll(async () => {
    ({ of } = await judgeCases(cases));
  });
  test.each(cases)('$name', ({ name, verdict, installed, product }) => {
    expect(of(name).map((each) => [each.verdict, each.installed, each.product])).toEqual([
      [verdict, installed, product],
    ]);
  });
});
