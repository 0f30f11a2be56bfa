import { beforeAll, describe, expect, test } from 'vitest';
import { decideTarget, missingToTarget } from '../../../src/domain/rates.js';
import {
  daysAgo,
  type FleetCase,
  type JudgedEndpoint,
  judge,
  judgeCases,
  ndjson,
  protectedRow,
} from './support.js';

/**
 * The specification's table "Decision order and cases worth testing", row by row, from small exports in the tools' own
 * formats where one is read, else in the normalised format; then the decision order itself, step by step.
 */
interface TableCase extends FleetCase {
  readonly verdict: string;
  /** The deciding step; null: none was true, so nothing is known. */
  readonly step: string | null;
  readonly product?: string;
  readonly installed?: string;
  readonly outcomes?: Readonly<Record<string, string>>;
}

const defender = 'Microsoft Defender Antivirus';
const nothing = {
  ...{ product: undefined, installed: undefined, running: undefined, realtime: undefined },
  ...{ mode: undefined, signatures_date: undefined, managed: undefined },
};

/** A row of the normalised format that says only what is given, of host PC01, observed yesterday. */
const row = (changes: Readonly<Record<string, unknown>>) =>
  protectedRow({ ...nothing, ...changes });

const lines = (separator: string, ...rows: readonly (readonly string[])[]) =>
  `${rows.map((cells) => cells.join(separator)).join('\r\n')}\r\n`;

const kscHeader = [
  ...['Name', 'Network Agent is installed', 'Real-time protection status', 'Application version'],
  ...['Status description', 'Anti-virus databases last updated'],
  'Last connected to Administration Server',
];
const ksc = (...cells: readonly string[]) => lines('\t', kscHeader, cells);
const kesRunning = ksc('PC01', 'Yes', 'Running', '12.5', 'OK', daysAgo(2), daysAgo(1));
const kesMissing = ksc(
  ...['PC01', 'Yes', '', '', 'Anti-virus application is not installed', '', daysAgo(1)],
);

/** Defender for Endpoint's antivirus health: 0 active, 1 passive, 2 disabled. */
const defenderHealth = (mode: string) =>
  lines(
    ',',
    [
      'machineId',
      'computerDnsName',
      'osPlatform',
      'avMode',
      'avSignaturePublishTime',
      'lastSeenTime',
    ],
    ['a1b2c3d4e5f6a7b8', 'pc01', 'Windows11', mode, daysAgo(1), `${daysAgo(1)}T02:00:00Z`],
  );

/** What a source that sees every product says of Defender alone. */
const onlyDefender = row({
  product: defender,
  installed: true,
  realtime: false,
  grade: 'B',
  all_products: true,
});

const sentinelOne = (mode: string) =>
  lines(
    ',',
    [
      'computerName',
      'uuid',
      'agentVersion',
      'isUninstalled',
      'operationalState',
      'mitigationMode',
      'lastActiveDate',
    ],
    ['PC01', '9f1c0000aaaa', '23.4', 'false', 'na', mode, `${daysAgo(1)}T02:00:00.1234567Z`],
  );

const crowdStrike = (reduced: string) =>
  lines(
    ',',
    ['device_id', 'hostname', 'agent_version', 'reduced_functionality_mode', 'last_seen'],
    ['77aa00112233', 'PC01', '7.18', reduced, `${daysAgo(1)}T02:00:00Z`],
  );

const notSupported = lines(
  ',',
  [
    'Name',
    'Device AAD ID',
    'OS platform',
    'Sensor health state',
    'Onboarding status',
    'Last device update',
    'Antivirus status',
  ],
  ['pc01', '', 'Windows11', 'Active', 'Onboarded', `${daysAgo(1)}T02:00:00Z`, 'Not-Supported'],
);

const clamav = (changes: Readonly<Record<string, unknown>>) =>
  row({
    product: 'clamav',
    installed: true,
    running: true,
    signatures_date: daysAgo(41),
    os_name: 'Debian GNU/Linux 12 (bookworm)',
    ...changes,
  });

const mdatp = (changes: Readonly<Record<string, unknown>>) =>
  row({
    product: 'mdatp',
    installed: true,
    running: true,
    signatures_date: daysAgo(1),
    os_name: 'Ubuntu 22.04',
    ...changes,
  });

const table: readonly TableCase[] = [
  {
    name: 'Defender passive + KES real-time on, fresh: protected by KES, no conflict',
    files: { 'ksc.csv': kesRunning, 'defender.csv': defenderHealth('1') },
    verdict: 'protected',
    step: 'V4',
    product: 'kaspersky-endpoint-security',
    outcomes: { 'EP-20': 'pass' },
  },
  {
    name: 'Defender passive, nothing else known: unknown',
    files: { 'defender.csv': defenderHealth('1') },
    verdict: 'unknown',
    step: null,
  },
  {
    name: 'Defender off, nothing else known: unknown',
    files: { 'defender.csv': defenderHealth('2') },
    verdict: 'unknown',
    step: null,
  },
  {
    name: 'Defender passive, and an all-product source shows no other: unprotected',
    files: { 'defender.csv': defenderHealth('1') },
    rows: [onlyDefender],
    verdict: 'unprotected',
    step: 'V6',
  },
  {
    name: 'Defender off, and an all-product source shows no other: unprotected',
    files: { 'defender.csv': defenderHealth('2') },
    rows: [onlyDefender],
    verdict: 'unprotected',
    step: 'V6',
  },
  {
    name: 'Defender off, and an all-product source shows no other, 40 days ago: unknown',
    files: { 'defender.csv': defenderHealth('2') },
    rows: [{ ...onlyDefender, observed_at: daysAgo(40), last_seen: daysAgo(40) }],
    verdict: 'unknown',
    step: null,
  },
  {
    name: 'Defender off, and a software list, which is no source of what is in force',
    files: { 'defender.csv': defenderHealth('2') },
    rows: [row({ product: defender, installed: true, grade: 'D', all_products: true })],
    verdict: 'unknown',
    step: null,
  },
  {
    name: "the passive mode of Defender's sensor on Windows is its stepping back too",
    rows: [
      row({
        product: 'Microsoft Defender for Endpoint',
        installed: true,
        running: true,
        mode: 'passive',
        os_name: 'Windows 11 Pro',
      }),
    ],
    verdict: 'unknown',
    step: null,
  },
  {
    name: 'Defender Antivirus off on Linux: nothing makes it step back there',
    rows: [row({ product: defender, installed: true, realtime: false, os_name: 'Ubuntu 22.04' })],
    verdict: 'unprotected',
    step: 'V6',
  },
  {
    name: 'Security Center says Apex One on (266240), no engine service or program: unknown, orphan record',
    rows: [
      row({
        product: 'Trend Micro Apex One',
        realtime: true,
        signatures_current: true,
        grade: 'B',
        all_products: true,
      }),
      row({ product: 'Trend Micro Apex One', running: false, installed: false, grade: 'C' }),
    ],
    verdict: 'unknown',
    step: null,
    outcomes: { 'EP-20': 'fail' },
  },
  {
    name: 'mdatp (Linux) healthy, passive: unprotected',
    rows: [mdatp({ mode: 'passive' })],
    verdict: 'unprotected',
    step: 'V6',
  },
  {
    name: 'mdatp (Linux) healthy, real-time off: unprotected',
    rows: [mdatp({ realtime: false })],
    verdict: 'unprotected',
    step: 'V6',
  },
  {
    name: 'mdatp (Linux) passive, another product blocks: protected by that',
    rows: [mdatp({ mode: 'passive' }), protectedRow({ os_name: 'Ubuntu 22.04' })],
    verdict: 'protected',
    step: 'V4',
    product: 'kaspersky-endpoint-security',
  },
  ...['klnagent', 'Wazuh Agent', 'GLPI Agent'].flatMap((agent): TableCase[] => [
    {
      name: `only ${agent}: unknown`,
      rows: [row({ product: agent, installed: true, running: true, grade: 'C' })],
      verdict: 'unknown',
      step: null,
      installed: 'unknown',
    },
    {
      name: `only ${agent}, even when it claims real-time protection: never protected`,
      rows: [protectedRow({ product: agent })],
      verdict: 'unknown',
      step: null,
      installed: 'unknown',
    },
    {
      name: `only ${agent}, and an all-product source says no product: unprotected`,
      rows: [
        row({ product: agent, installed: true, running: true, grade: 'C' }),
        row({ installed: false, grade: 'B', all_products: true }),
      ],
      verdict: 'unprotected',
      step: 'V6',
      installed: 'no',
    },
    {
      name: `only ${agent}, and KSC says no product: unprotected`,
      files: { 'ksc.csv': kesMissing },
      rows: [row({ product: agent, installed: true, running: true, grade: 'C' })],
      verdict: 'unprotected',
      step: 'V6',
      installed: 'no',
    },
  ]),
  {
    name: 'FortiClient in a software list: installed unknown (VPN edition possible)',
    rows: [row({ product: 'FortiClient', installed: true, grade: 'D' })],
    verdict: 'unknown',
    step: null,
    installed: 'unknown',
    outcomes: { 'EP-01': 'unknown' },
  },
  {
    name: 'another product in a software list: installed, not known to protect',
    rows: [row({ product: 'ESET Endpoint Security', installed: true, grade: 'D' })],
    verdict: 'unknown',
    step: null,
    installed: 'yes',
    outcomes: { 'EP-01': 'pass', 'EP-04': 'unknown' },
  },
  {
    name: 'MDE CSV "Not-Supported": real-time unknown',
    files: { 'devices.csv': notSupported },
    verdict: 'unknown',
    step: null,
    outcomes: { 'EP-04': 'unknown' },
  },
  {
    name: 'clamd active without clamonacc, database 40 days old: unprotected',
    rows: [clamav({ mode: 'on_demand' })],
    verdict: 'unprotected',
    step: 'V6',
  },
  {
    name: 'clamd with clamonacc, database 40 days old: degraded',
    rows: [clamav({ realtime: true, mode: 'block' })],
    verdict: 'degraded',
    step: 'V5',
    outcomes: { 'EP-05': 'fail' },
  },
  {
    name: 'SentinelOne mitigationMode detect: unprotected',
    files: { 's1.csv': sentinelOne('detect') },
    verdict: 'unprotected',
    step: 'V6',
  },
  {
    name: 'SentinelOne mitigationMode protect: protected, no signatures to ask for',
    files: { 's1.csv': sentinelOne('protect') },
    verdict: 'protected',
    step: 'V4',
    outcomes: { 'EP-05': 'not_applicable' },
  },
  {
    name: 'CrowdStrike reduced_functionality_mode yes: unprotected',
    files: { 'falcon.csv': crowdStrike('yes') },
    verdict: 'unprotected',
    step: 'V6',
  },
  {
    name: 'CrowdStrike not reduced: its policy may only detect, so blocking is unknown',
    files: { 'falcon.csv': crowdStrike('no') },
    verdict: 'unknown',
    step: null,
    installed: 'yes',
  },
  {
    name: 'Server with no Security Center rows: not "no AV"',
    rows: [row({ kind: 'server', os_name: 'Windows Server 2022', grade: 'B', all_products: true })],
    verdict: 'unknown',
    step: null,
    installed: 'unknown',
  },
  {
    name: 'Server with no Security Center rows, and a console that knows it: judged by the console',
    files: { 'ksc.csv': kesRunning },
    rows: [row({ kind: 'server', os_name: 'Windows Server 2022', grade: 'B', all_products: true })],
    verdict: 'protected',
    step: 'V4',
  },
  {
    name: 'Two rows, same serial, MDE ids differ, one inactive 60 days: one endpoint, newest row',
    rows: [
      protectedRow({
        serial: 'VN7X-0001',
        vendor_id: 'aaaaaaaa01',
        realtime: false,
        observed_at: daysAgo(60),
        last_seen: daysAgo(60),
      }),
      protectedRow({ serial: 'VN7X-0001', vendor_id: 'aaaaaaaa02' }),
    ],
    verdict: 'protected',
    step: 'V4',
    outcomes: { 'EP-18': 'pass' },
  },
];

/** The order in which the first true step decides; each case is the one before it with one thing changed. */
const order: readonly TableCase[] = [
  {
    name: '1. an exclusion comes before everything',
    rows: [protectedRow()],
    exclusions: [{ host: 'PC01', reason: 'retired' }],
    verdict: 'out_of_scope',
    step: 'V1',
  },
  {
    name: '2. no source better than grade E',
    rows: [protectedRow({ grade: 'E' })],
    verdict: 'unknown',
    step: 'V2',
  },
  {
    name: '3. newest protective evidence of 31 days, though it says protected',
    rows: [protectedRow({ observed_at: daysAgo(31), last_seen: daysAgo(31) })],
    verdict: 'unknown',
    step: 'V3',
  },
  {
    name: '3. newest protective evidence of 31 days, though it says off',
    rows: [protectedRow({ realtime: false, observed_at: daysAgo(31), last_seen: daysAgo(31) })],
    verdict: 'unknown',
    step: 'V3',
  },
  {
    name: '4. one authorised product fulfils all',
    rows: [protectedRow()],
    verdict: 'protected',
    step: 'V4',
  },
  {
    name: '4. … beside another that is off',
    rows: [protectedRow(), protectedRow({ product: 'ESET Endpoint Security', realtime: false })],
    verdict: 'protected',
    step: 'V4',
    product: 'kaspersky-endpoint-security',
  },
  {
    name: '4. the parts of two products do not add up to one',
    rows: [
      protectedRow({ signatures_date: undefined }),
      row({ product: 'ESET Endpoint Security', installed: true, signatures_date: daysAgo(1) }),
    ],
    verdict: 'unknown',
    step: null,
  },
  {
    name: '5. blocking, signatures of 8 days',
    rows: [protectedRow({ signatures_date: daysAgo(9) })],
    verdict: 'degraded',
    step: 'V5',
  },
  {
    name: '5. blocking, not managed where that is required',
    rows: [protectedRow({ managed: false })],
    level: 4,
    verdict: 'degraded',
    step: 'V5',
  },
  {
    name: '5. blocking, only an unauthorised product',
    rows: [protectedRow({ product: 'Bkav Home' })],
    verdict: 'degraded',
    step: 'V5',
  },
  {
    name: '5. comes before 6: an unauthorised product blocks, the authorised one is off',
    rows: [protectedRow({ realtime: false }), protectedRow({ product: 'Bkav Home' })],
    verdict: 'degraded',
    step: 'V5',
    product: 'bkav-home',
  },
  ...(
    [
      ['real-time off', { realtime: false }],
      ['engine stopped', { running: false, realtime: undefined }],
      ['detect-only', { mode: 'detect' }],
      ['reduced mode', { mode: 'reduced' }],
      ['not installed', { ...nothing, product: 'Kaspersky Endpoint Security', installed: false }],
    ] as const
  ).map(
    ([what, changes]): TableCase => ({
      name: `6. ${what}, no other product`,
      rows: [protectedRow(changes)],
      verdict: 'unprotected',
      step: 'V6',
    }),
  ),
  {
    name: '6. off, but another product is named: not known which protects',
    rows: [
      protectedRow({ realtime: false }),
      row({ product: 'ESET Endpoint Security', installed: true, grade: 'D' }),
    ],
    verdict: 'unknown',
    step: null,
  },
  ...(
    [
      ['the date of the signatures', { signatures_date: undefined }],
      ['whether real-time protection is on', { realtime: undefined, mode: undefined }],
      ['when it was observed', { observed_at: undefined, last_seen: undefined }],
      ['which product it is', { product: undefined }],
    ] as const
  ).map(
    ([what, changes]): TableCase => ({
      name: `7. everything shown but ${what}`,
      rows: [protectedRow(changes)],
      verdict: 'unknown',
      step: null,
    }),
  ),
  {
    name: '7. everything shown but management, where that is required',
    rows: [protectedRow({ managed: undefined })],
    level: 4,
    verdict: 'unknown',
    step: null,
  },
  {
    name: 'signature age is taken at observation time: off for 10 days, not punished twice',
    rows: [
      protectedRow({
        observed_at: daysAgo(10),
        last_seen: daysAgo(10),
        signatures_date: daysAgo(11),
      }),
    ],
    verdict: 'protected',
    step: 'V4',
    outcomes: { 'EP-05': 'pass', 'EP-15': 'pass' },
  },
];

/** The case with a device id and serial of its own: all cases are judged in one run. */
const apart = (each: TableCase, index: number): TableCase =>
  JSON.parse(JSON.stringify(each).replaceAll('VN7X-0001', `VN7X-${index}`)) as TableCase;

describe.each([
  ['cases of the specification', table],
  ['decision order', order],
] as const)('%s', (_, cases) => {
  let of: (name: string) => readonly JudgedEndpoint[];
  beforeAll(async () => {
    const { of: found, judged } = await judgeCases(cases.map(apart));
    // Every row was read into an observation: no case rests on a file that was refused.
    expect(judged.refused).toEqual([]);
    of = found;
  });

  test.each(cases)('$name', ({ name, verdict, step, product, installed, outcomes }) => {
    const found = of(name);
    expect(found.map((endpoint) => endpoint.name)).toEqual(['PC01']);
    const [endpoint] = found;
    expect(endpoint).toMatchObject({
      verdict,
      step,
      ...(product && { product }),
      ...(installed && { installed }),
    });
    expect(endpoint?.outcomes).toMatchObject(outcomes ?? {});
  });
});

test('12 cloned PCs with one machine-id, different MAC and UUID: 12 endpoints + EP-18', async () => {
  const clones = Array.from({ length: 12 }, (_, index) => {
    const two = String(index).padStart(2, '0');
    return protectedRow({
      host: `CLONE${two}`,
      machine_id: 'b08dfa6083e7567a1921a715000001fb',
      macs: [`00:1B:21:00:00:${two}`],
      hardware_uuid: `4c4c4544-0051-3510-8052-b7c04f4d32${two}`,
    });
  });
  const { endpoints } = await judge({
    files: { 'so-y-te/a.ndjson': ndjson(...clones, protectedRow({ host: 'OTHER' })) },
  });
  expect(endpoints).toHaveLength(13);
  const failing = endpoints.filter(({ outcomes }) => outcomes['EP-18'] === 'fail');
  expect(failing.map(({ name }) => name)).toEqual(clones.map(({ host }) => host));
});

describe('TAB-delimited .csv, UTF-16LE, sep=;, #TYPE, BOM: same records as the plain file', () => {
  const rows = [kscHeader, ['PC01', 'Yes', 'Running', '12.5', 'OK', daysAgo(2), daysAgo(1)]];
  const plain = lines(',', ...rows);
  test.each([
    { name: 'TAB', content: lines('\t', ...rows) },
    { name: 'UTF-16LE', content: Buffer.from(`\ufeff${plain}`, 'utf16le') },
    { name: 'sep=;', content: `sep=;\r\n${lines(';', ...rows)}` },
    { name: '#TYPE', content: `#TYPE Selected.System.Object\r\n${plain}` },
    { name: 'BOM', content: `\ufeff${plain}` },
  ])('$name', async ({ content }) => {
    const of = (from: { endpoints: readonly JudgedEndpoint[] }) =>
      from.endpoints.map(({ id, verdict, step, product, outcomes }) => ({
        ...{ id, verdict, step, product, outcomes },
      }));
    const wanted = of(await judge({ files: { 'so-y-te/ksc.csv': plain } }));
    expect(of(await judge({ files: { 'so-y-te/ksc.csv': content } }))).toEqual(wanted);
    expect(wanted.map(({ verdict }) => verdict)).toEqual(['protected']);
  });
});

describe('the rate', () => {
  const rateOf = async (rows: readonly Readonly<Record<string, unknown>>[]) => {
    const { result } = await judge({ files: { 'so-y-te/a.ndjson': ndjson(...rows) } });
    const [counts] = result.counts;
    return {
      numerator: Number(counts?.['protected']),
      denominator: Number(counts?.['found']) - Number(counts?.['out_of_scope']),
      unknown: Number(counts?.['unknown']),
    };
  };

  test('D = 10, p = 9: met, exactly 90 %', async () => {
    const rate = await rateOf(
      Array.from({ length: 10 }, (_, index) =>
        protectedRow({ host: `PC${index}`, realtime: index > 0 }),
      ),
    );
    expect(rate).toEqual({ numerator: 9, denominator: 10, unknown: 0 });
    expect(decideTarget(rate, 90)).toBe('met');
  });

  test('D = 1000, p = 899, u = 1: inconclusive, one machine must be settled', async () => {
    const rate = await rateOf(
      Array.from({ length: 1000 }, (_, index) =>
        protectedRow({
          host: `PC${index}`,
          ...(index >= 899 && { realtime: false }),
          ...(index === 999 && { realtime: undefined, mode: undefined }),
        }),
      ),
    );
    expect(rate).toEqual({ numerator: 899, denominator: 1000, unknown: 1 });
    expect(decideTarget(rate, 90)).toBe('inconclusive');
    expect(missingToTarget(rate, 90)).toBe(1);
  });
});
