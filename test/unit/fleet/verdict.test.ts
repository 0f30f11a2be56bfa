import { beforeAll, describe, expect, test } from 'vitest';
import { decideTarget } from '../../../src/domain/rates.js';
import {
  daysAgo,
  type FleetCase,
  type JudgedEndpoint,
  judge,
  judgeCases,
  ndjson,
  protectedRow,
} from './support.js';

/** What is expected of the only endpoint of a case. */
interface Expected {
  readonly verdict: string;
  readonly step?: string | null;
  readonly installed?: string;
  readonly product?: string;
  readonly outcomes?: Readonly<Record<string, string>>;
}

type VerdictCase = FleetCase & { readonly expect: Expected };

const kaspersky = 'Kaspersky Endpoint Security for Windows';
const defender = 'Microsoft Defender Antivirus';
const bare = { product: undefined, installed: undefined, running: undefined, realtime: undefined };
const nothing = { ...bare, mode: undefined, signatures_date: undefined, managed: undefined };

/** A row that says only what is given, of host PC01, observed yesterday. */
const row = (changes: Readonly<Record<string, unknown>>) =>
  protectedRow({ ...nothing, ...changes });

const ksc = [
  'Name',
  'Network Agent is installed',
  'Real-time protection status',
  'Application version',
  'Status description',
  'Anti-virus databases last updated',
  'Last connected to Administration Server',
];
const kscFile = (cells: readonly string[]) => `${ksc.join('\t')}\r\n${cells.join('\t')}\r\n`;
const adFile = (cells: readonly string[]) =>
  `"Name","DNSHostName","Enabled","LastLogonDate","ObjectGUID"\r\n${cells.map((cell) => `"${cell}"`).join(',')}\r\n`;
const listFile = (cells: readonly string[]) =>
  `STT;Tên máy;Phần mềm diệt virus;Lần kết nối cuối\r\n${cells.join(';')}\r\n`;

/** Cases of the specification's table "Decision order and cases worth testing". */
const specified: readonly VerdictCase[] = [
  {
    name: 'Defender passive beside an active KES: protected by KES, no conflict',
    rows: [
      protectedRow(),
      row({
        product: defender,
        installed: true,
        running: true,
        mode: 'passive',
        all_products: true,
        grade: 'B',
      }),
    ],
    expect: {
      verdict: 'protected',
      product: 'kaspersky-endpoint-security',
      outcomes: { 'EP-20': 'pass' },
    },
  },
  {
    name: 'Defender off, and nothing sees the other products: unknown',
    rows: [row({ product: defender, installed: true, running: true, realtime: false })],
    expect: { verdict: 'unknown', step: null },
  },
  {
    name: 'Defender passive, and nothing sees the other products: unknown',
    rows: [row({ product: defender, installed: true, running: true, mode: 'passive' })],
    expect: { verdict: 'unknown', step: null },
  },
  {
    name: 'Defender off, and a source of all products shows no other: unprotected',
    rows: [
      row({ product: defender, installed: true, realtime: false, grade: 'B', all_products: true }),
    ],
    expect: { verdict: 'unprotected', step: 'V6' },
  },
  {
    name: 'Defender passive in its console, and another source of all products lists only Defender',
    rows: [
      row({ product: defender, installed: true, running: true, mode: 'passive' }),
      row({ product: defender, installed: true, realtime: false, grade: 'B', all_products: true }),
    ],
    expect: { verdict: 'unprotected', step: 'V6' },
  },
  {
    name: 'a software list is no source that sees all products in force',
    rows: [
      row({ product: defender, installed: true, running: true, mode: 'passive' }),
      row({ product: defender, installed: true, grade: 'D', all_products: true }),
    ],
    expect: { verdict: 'unknown' },
  },
  {
    name: 'security centre says Apex One is on, no service and no program of it: orphan record',
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
    expect: { verdict: 'unknown', outcomes: { 'EP-20': 'fail' } },
  },
  {
    name: 'mdatp on Linux: installed, running, passive',
    rows: [
      row({ product: 'mdatp', installed: true, running: true, mode: 'passive', os_name: 'Ubuntu' }),
    ],
    expect: { verdict: 'unprotected', step: 'V6' },
  },
  {
    name: 'mdatp on Linux: real-time off',
    rows: [row({ product: 'mdatp', installed: true, running: true, realtime: false })],
    expect: { verdict: 'unprotected', step: 'V6' },
  },
  ...['klnagent', 'Wazuh Agent', 'GLPI Agent'].flatMap((agent): VerdictCase[] => [
    {
      name: `only ${agent}, as a running service: unknown`,
      rows: [row({ product: agent, installed: true, running: true, grade: 'C' })],
      expect: { verdict: 'unknown', installed: 'unknown' },
    },
    {
      name: `only ${agent}, even when it claims real-time protection: never protected`,
      rows: [protectedRow({ product: agent })],
      expect: { verdict: 'unknown', installed: 'unknown' },
    },
    {
      name: `only ${agent}, and a source of all products says that there is none: unprotected`,
      rows: [
        row({ product: agent, installed: true, running: true, grade: 'C' }),
        row({ installed: false, grade: 'B', all_products: true }),
      ],
      expect: { verdict: 'unprotected', step: 'V6', installed: 'no' },
    },
  ]),
  {
    name: 'only klnagent, and KSC says that the security application is not installed: unprotected',
    files: {
      'ksc.csv': kscFile([
        'PC01',
        'Yes',
        '',
        '',
        'Anti-virus application is not installed',
        '',
        daysAgo(1),
      ]),
    },
    rows: [row({ product: 'klnagent', running: true, grade: 'C' })],
    expect: { verdict: 'unprotected', step: 'V6', installed: 'no' },
  },
  {
    name: 'FortiClient in a software list: not known whether installed',
    rows: [row({ product: 'FortiClient', installed: true, grade: 'D' })],
    expect: { verdict: 'unknown', installed: 'unknown', outcomes: { 'EP-01': 'unknown' } },
  },
  {
    name: 'another product in a software list: installed, not known to protect',
    rows: [row({ product: 'ESET Endpoint Security', installed: true, grade: 'D' })],
    expect: { verdict: 'unknown', installed: 'yes', outcomes: { 'EP-01': 'pass' } },
  },
  {
    name: 'antivirus status "Not-Supported": real-time unknown',
    rows: [row({ product: defender, installed: true, running: true, realtime: 'Not-Supported' })],
    expect: { verdict: 'unknown', outcomes: { 'EP-04': 'unknown' } },
  },
  {
    name: 'clamd active without clamonacc, database 40 days old: unprotected',
    rows: [
      row({
        product: 'clamav',
        installed: true,
        running: true,
        mode: 'on_demand',
        signatures_date: daysAgo(41),
      }),
    ],
    expect: { verdict: 'unprotected', step: 'V6' },
  },
  {
    name: 'clamd with clamonacc, database 40 days old: degraded',
    rows: [
      row({
        product: 'clamav',
        installed: true,
        running: true,
        realtime: true,
        mode: 'block',
        signatures_date: daysAgo(41),
      }),
    ],
    expect: { verdict: 'degraded', step: 'V5', outcomes: { 'EP-05': 'fail' } },
  },
  {
    name: 'SentinelOne that only detects: unprotected',
    rows: [
      row({
        product: 'SentinelOne',
        installed: true,
        running: true,
        realtime: true,
        mode: 'detect',
      }),
    ],
    expect: { verdict: 'unprotected', step: 'V6' },
  },
  {
    name: 'CrowdStrike in reduced functionality mode: unprotected',
    rows: [
      row({
        product: 'CrowdStrike Falcon Sensor',
        installed: true,
        running: true,
        realtime: true,
        mode: 'reduced',
      }),
    ],
    expect: { verdict: 'unprotected', step: 'V6' },
  },
  {
    name: 'CrowdStrike that blocks has no signatures whose age could be asked: protected',
    rows: [
      row({
        product: 'CrowdStrike Falcon Sensor',
        installed: true,
        running: true,
        realtime: true,
        mode: 'block',
      }),
    ],
    expect: { verdict: 'protected', step: 'V4', outcomes: { 'EP-05': 'not_applicable' } },
  },
  {
    name: 'a server of which the security centre has no row: unknown, not "no antivirus"',
    rows: [row({ kind: 'server', os_name: 'Windows Server 2022', grade: 'B', all_products: true })],
    expect: { verdict: 'unknown', installed: 'unknown' },
  },
];

const signatures: readonly VerdictCase[] = [
  {
    name: '7 days old when observed: fresh',
    rows: [protectedRow({ observed_at: daysAgo(10), signatures_date: daysAgo(17) })],
    expect: { verdict: 'protected', outcomes: { 'EP-05': 'pass' } },
  },
  {
    name: '8 days old when observed: degraded',
    rows: [protectedRow({ observed_at: daysAgo(1), signatures_date: daysAgo(9) })],
    expect: { verdict: 'degraded', step: 'V5', outcomes: { 'EP-05': 'fail' } },
  },
  {
    name: 'fresh when observed 30 days ago: the machine was off, not neglected',
    rows: [
      protectedRow({
        observed_at: daysAgo(30),
        last_seen: daysAgo(30),
        signatures_date: daysAgo(30),
      }),
    ],
    expect: { verdict: 'protected' },
  },
  {
    name: 'no date: unknown, however much else is shown',
    rows: [protectedRow({ signatures_date: undefined })],
    expect: { verdict: 'unknown', step: null, outcomes: { 'EP-05': 'unknown' } },
  },
  {
    name: 'no date, but the source says that they are current',
    rows: [protectedRow({ signatures_date: undefined, signatures_current: true })],
    expect: { verdict: 'protected' },
  },
  {
    name: 'no date, and the source says that they are not current: degraded',
    rows: [protectedRow({ signatures_date: undefined, signatures_current: false })],
    expect: { verdict: 'degraded', outcomes: { 'EP-05': 'fail' } },
  },
  {
    name: 'an old date against a word that they are current: the date counts',
    rows: [protectedRow({ signatures_date: daysAgo(60), signatures_current: true })],
    expect: { verdict: 'degraded' },
  },
  {
    name: 'a date of the year 1601 is no date',
    rows: [protectedRow({ signatures_date: '1601-01-01T00:00:00Z' })],
    expect: { verdict: 'unknown', outcomes: { 'EP-05': 'unknown' } },
  },
  {
    name: 'a date of grade B proves no date: only a flag',
    rows: [protectedRow({ grade: 'B' })],
    expect: { verdict: 'unknown', outcomes: { 'EP-05': 'unknown' } },
  },
];

const ages: readonly VerdictCase[] = [
  {
    name: 'evidence of 30 days',
    rows: [
      protectedRow({
        observed_at: daysAgo(30),
        last_seen: daysAgo(30),
        signatures_date: daysAgo(31),
      }),
    ],
    expect: { verdict: 'protected', step: 'V4' },
  },
  {
    name: 'evidence of 31 days: stale',
    rows: [
      protectedRow({
        observed_at: daysAgo(31),
        last_seen: daysAgo(31),
        signatures_date: daysAgo(32),
      }),
    ],
    expect: { verdict: 'unknown', step: 'V3', installed: 'unknown', outcomes: { 'EP-15': 'fail' } },
  },
  {
    name: 'a stale "no" is no word on today either',
    rows: [protectedRow({ realtime: false, observed_at: daysAgo(31), last_seen: daysAgo(31) })],
    expect: { verdict: 'unknown', step: 'V3' },
  },
  {
    name: 'undated evidence: never protected',
    rows: [protectedRow({ observed_at: undefined, last_seen: undefined })],
    expect: { verdict: 'unknown', installed: 'unknown' },
  },
  {
    name: 'evidence dated in the future only: undated',
    rows: [protectedRow({ observed_at: '2031-01-01', last_seen: '2031-01-01' })],
    expect: { verdict: 'unknown', outcomes: { 'EP-20': 'fail' } },
  },
  {
    name: 'stale console row and a fresh directory row: silence of the console does not protect',
    rows: [
      protectedRow({
        observed_at: daysAgo(60),
        last_seen: daysAgo(60),
        signatures_date: daysAgo(60),
      }),
    ],
    files: {
      'ad.csv': adFile([
        'PC01',
        'pc01.syt.local',
        'True',
        daysAgo(0),
        'b0000000-0000-0000-0000-000000000001',
      ]),
    },
    expect: { verdict: 'unknown', step: 'V3' },
  },
  {
    name: 'stale console row and a fresh software list: the list does not refresh it',
    rows: [
      protectedRow({
        observed_at: daysAgo(60),
        last_seen: daysAgo(60),
        signatures_date: daysAgo(60),
      }),
      row({ product: kaspersky, installed: true, grade: 'D' }),
    ],
    expect: { verdict: 'unknown', step: 'V3', installed: 'yes' },
  },
  {
    name: 'stale console row without a word on real-time, in blocking mode, and a fresh software list',
    rows: [
      protectedRow({
        realtime: undefined,
        observed_at: daysAgo(60),
        last_seen: daysAgo(60),
        signatures_date: daysAgo(60),
      }),
      row({ product: kaspersky, installed: true, grade: 'D' }),
    ],
    expect: { verdict: 'unknown', step: 'V3' },
  },
  {
    name: 'a stale console row and a fresh one of a weaker source that says the same: fresh',
    rows: [
      protectedRow({
        observed_at: daysAgo(40),
        last_seen: daysAgo(40),
        signatures_date: undefined,
      }),
      row({ product: kaspersky, realtime: true, signatures_current: true, grade: 'B' }),
    ],
    expect: { verdict: 'protected' },
  },
  {
    name: 'directory alone, fresh: exists, nothing more',
    files: { 'ad.csv': adFile(['PC01', 'pc01.syt.local', 'True', daysAgo(0), '']) },
    expect: { verdict: 'unknown', step: 'V2', outcomes: { 'EP-15': 'pass' } },
  },
  {
    name: 'directory date of 44 days: its 14 days of allowance are given',
    files: { 'ad.csv': adFile(['PC01', '', 'True', daysAgo(44), '']) },
    expect: { verdict: 'unknown', outcomes: { 'EP-15': 'pass' } },
  },
  {
    name: 'directory date of 45 days: stale',
    files: { 'ad.csv': adFile(['PC01', '', 'True', daysAgo(45), '']) },
    expect: { verdict: 'unknown', outcomes: { 'EP-15': 'fail' } },
  },
];

const products: readonly VerdictCase[] = [
  {
    name: 'a home product: runs, and is not authorised',
    rows: [protectedRow({ product: 'Bkav Home' })],
    expect: { verdict: 'degraded', step: 'V5', installed: 'no', outcomes: { 'EP-02': 'fail' } },
  },
  {
    name: 'a product that the catalogue does not list: not protected',
    rows: [protectedRow({ product: 'Thần Hộ Mệnh 2026' })],
    expect: { verdict: 'unknown', installed: 'unknown', outcomes: { 'EP-02': 'unknown' } },
  },
  {
    name: 'an EDR that may not block by itself, mode not told',
    rows: [protectedRow({ product: 'VCS-aJiant', mode: undefined })],
    expect: { verdict: 'unknown', outcomes: { 'EP-04': 'unknown' } },
  },
  {
    name: 'an EDR that may not block by itself, blocking',
    rows: [protectedRow({ product: 'VCS-aJiant' })],
    expect: { verdict: 'protected' },
  },
  {
    name: 'real-time paused',
    rows: [protectedRow({ realtime: false })],
    expect: { verdict: 'unprotected', step: 'V6' },
  },
  {
    name: 'engine stopped',
    rows: [protectedRow({ running: false, realtime: undefined })],
    expect: { verdict: 'unprotected', outcomes: { 'EP-03': 'fail' } },
  },
  {
    name: 'one product off, another only in a software list: not known which protects',
    rows: [
      row({ product: kaspersky, installed: true, running: true, realtime: false }),
      row({ product: 'ESET Endpoint Security', installed: true, grade: 'D' }),
    ],
    expect: { verdict: 'unknown' },
  },
  {
    name: 'two active products: protected, and told',
    rows: [protectedRow(), protectedRow({ product: 'ESET Endpoint Security' })],
    expect: { verdict: 'protected', outcomes: { 'EP-20': 'fail' } },
  },
  {
    name: 'KSC says not installed, and nothing names another product: unprotected',
    files: {
      'ksc.csv': kscFile([
        'PC01',
        'Yes',
        '',
        '',
        'Anti-virus application is not installed',
        '',
        daysAgo(1),
      ]),
    },
    expect: { verdict: 'unprotected', installed: 'no' },
  },
  {
    name: 'KSC says not installed, and a hand-kept list names another product: unknown',
    files: {
      'ksc.csv': kscFile([
        'PC01',
        'Yes',
        '',
        '',
        'Anti-virus application is not installed',
        '',
        daysAgo(1),
      ]),
      'list.csv': listFile(['1', 'PC01', 'Bkav Endpoint AI', '20/11/2026']),
    },
    expect: { verdict: 'unknown', installed: 'unknown' },
  },
  {
    name: 'KSC says not installed, and a hand-kept list says "Chưa cài": unprotected',
    files: {
      'ksc.csv': kscFile([
        'PC01',
        'Yes',
        '',
        '',
        'Anti-virus application is not installed',
        '',
        daysAgo(1),
      ]),
      'list.csv': listFile(['1', 'PC01', 'Chưa cài', '20/11/2026']),
    },
    expect: { verdict: 'unprotected' },
  },
  {
    name: 'a hand-kept list alone declares a product: a declaration is no evidence',
    files: { 'list.csv': listFile(['1', 'PC01', kaspersky, '20/11/2026']) },
    expect: { verdict: 'unknown', step: 'V2', installed: 'unknown' },
  },
  {
    name: 'a console says not installed, and of FortiClient only the name is listed: not known whether any is',
    rows: [
      row({ product: kaspersky, installed: false }),
      row({ product: 'FortiClient', installed: true, grade: 'D' }),
    ],
    expect: { verdict: 'unknown', installed: 'unknown' },
  },
  {
    name: 'KSC: running, fresh, managed',
    files: { 'ksc.csv': kscFile(['PC01', 'Yes', 'Running', '12.5', 'OK', daysAgo(2), daysAgo(1)]) },
    level: 4,
    expect: { verdict: 'protected' },
  },
  {
    name: 'KSC: agent alive while the protection is stopped',
    files: { 'ksc.csv': kscFile(['PC01', 'Yes', 'Stopped', '12.5', 'OK', daysAgo(2), daysAgo(1)]) },
    expect: { verdict: 'unprotected' },
  },
];

const conflicts: readonly VerdictCase[] = [
  {
    name: 'a service list\'s "runs" does not override a console\'s "not installed"',
    rows: [
      row({ product: kaspersky, installed: false, observed_at: daysAgo(9) }),
      row({ product: kaspersky, installed: true, running: true, grade: 'C' }),
    ],
    expect: { verdict: 'unprotected', installed: 'no', outcomes: { 'EP-01': 'fail' } },
  },
  {
    name: 'a software list\'s yes, long after, does not override a security centre\'s "not installed"',
    rows: [
      row({ product: kaspersky, installed: false, grade: 'B', observed_at: daysAgo(20) }),
      row({ product: kaspersky, installed: true, grade: 'D' }),
    ],
    expect: { verdict: 'unprotected', installed: 'no' },
  },
  {
    name: "a console's yes stands against a weaker source's no of the same day",
    rows: [protectedRow(), row({ product: kaspersky, realtime: false, grade: 'B' })],
    expect: { verdict: 'protected' },
  },
  {
    name: 'a console\'s "real-time on" stands against a service list\'s "stopped" of the same day',
    rows: [
      protectedRow({ running: undefined }),
      row({ product: kaspersky, running: false, grade: 'C' }),
    ],
    expect: { verdict: 'protected' },
  },
  {
    name: "a weaker source's no 7 days later: the console still counts",
    rows: [
      protectedRow({ observed_at: daysAgo(8), signatures_date: daysAgo(8) }),
      row({ product: kaspersky, realtime: false, grade: 'B' }),
    ],
    expect: { verdict: 'protected' },
  },
  {
    name: "a weaker source's no 8 days later: unknown, and told",
    rows: [
      protectedRow({ observed_at: daysAgo(9), signatures_date: daysAgo(9) }),
      row({ product: kaspersky, realtime: false, grade: 'B' }),
    ],
    expect: { verdict: 'unknown', outcomes: { 'EP-04': 'unknown', 'EP-20': 'fail' } },
  },
  {
    name: "a weaker source's yes 8 days after a console's no: unknown, and told",
    rows: [
      row({ product: kaspersky, realtime: false, observed_at: daysAgo(9) }),
      row({ product: kaspersky, realtime: true, grade: 'B' }),
    ],
    expect: { verdict: 'unknown', outcomes: { 'EP-04': 'unknown', 'EP-20': 'fail' } },
  },
  {
    name: "a weaker source's passive mode 19 days after a console's blocking: unknown, and told",
    rows: [
      protectedRow({ observed_at: daysAgo(20), signatures_date: daysAgo(20) }),
      row({ product: kaspersky, mode: 'passive', grade: 'B' }),
    ],
    expect: { verdict: 'unknown', outcomes: { 'EP-04': 'unknown', 'EP-20': 'fail' } },
  },
  {
    name: 'same grade: the newer no wins',
    rows: [protectedRow({ observed_at: daysAgo(3) }), protectedRow({ realtime: false })],
    expect: { verdict: 'unprotected', outcomes: { 'EP-20': 'fail' } },
  },
  {
    name: 'same grade: the newer yes wins',
    rows: [protectedRow({ realtime: false, observed_at: daysAgo(3) }), protectedRow()],
    expect: { verdict: 'protected', outcomes: { 'EP-20': 'fail' } },
  },
  {
    name: 'same grade and time: no wins',
    rows: [protectedRow(), protectedRow({ realtime: false })],
    expect: { verdict: 'unprotected', outcomes: { 'EP-20': 'fail' } },
  },
  {
    name: 'same grade and time, modes differ: the one that does not block wins',
    rows: [protectedRow(), protectedRow({ mode: 'detect' })],
    expect: { verdict: 'unprotected' },
  },
  {
    name: 'same grade and time, signature dates differ: the older counts',
    rows: [protectedRow(), protectedRow({ signatures_date: daysAgo(20) })],
    expect: { verdict: 'degraded' },
  },
];

const levels: readonly VerdictCase[] = [
  {
    name: 'level 3, not managed: not asked',
    rows: [protectedRow({ managed: false })],
    level: 3,
    expect: { verdict: 'protected', outcomes: { 'EP-07': 'not_applicable' } },
  },
  {
    name: 'level 4, not managed: degraded',
    rows: [protectedRow({ managed: false })],
    level: 4,
    expect: { verdict: 'degraded', outcomes: { 'EP-07': 'fail' } },
  },
  {
    name: 'level 4, management not told: unknown',
    rows: [protectedRow({ managed: undefined })],
    level: 4,
    expect: { verdict: 'unknown', outcomes: { 'EP-07': 'unknown' } },
  },
  { name: 'level 4, managed', rows: [protectedRow()], level: 4, expect: { verdict: 'protected' } },
  {
    name: 'level not determined, managed: not known whether that is asked',
    rows: [protectedRow()],
    level: 'unknown',
    expect: { verdict: 'unknown', outcomes: { 'EP-07': 'unknown' } },
  },
  {
    name: 'agency without systems',
    rows: [protectedRow({ managed: false })],
    level: null,
    expect: { verdict: 'protected' },
  },
];

const scope: readonly VerdictCase[] = [
  {
    name: 'a printer',
    rows: [row({ kind: 'printer' })],
    expect: { verdict: 'out_of_scope', step: 'V1' },
  },
  { name: 'a phone', rows: [row({ kind: 'mobile' })], expect: { verdict: 'out_of_scope' } },
  { name: 'a switch', rows: [row({ kind: 'network' })], expect: { verdict: 'out_of_scope' } },
  { name: 'kind "other" stays in', rows: [row({ kind: 'other' })], expect: { verdict: 'unknown' } },
  {
    name: 'directory account disabled, nothing else',
    files: { 'ad.csv': adFile(['PC01', '', 'False', daysAgo(5), '']) },
    expect: { verdict: 'out_of_scope' },
  },
  {
    name: 'directory account disabled, console silent for 31 days: gone',
    files: { 'ad.csv': adFile(['PC01', '', 'False', daysAgo(40), '']) },
    rows: [protectedRow({ observed_at: daysAgo(31), last_seen: daysAgo(31) })],
    expect: { verdict: 'out_of_scope' },
  },
  {
    name: 'directory account disabled, console fresh: in use, in scope',
    files: { 'ad.csv': adFile(['PC01', '', 'False', daysAgo(40), '']) },
    rows: [protectedRow({ realtime: false })],
    expect: { verdict: 'unprotected' },
  },
  {
    name: 'excluded by host, in another case',
    rows: [protectedRow({ host: 'pc-cũ-01' })],
    exclusions: [{ host: 'PC-CŨ-01', reason: 'retired' }],
    expect: { verdict: 'out_of_scope' },
  },
  {
    name: 'excluded by host, decomposed',
    rows: [protectedRow({ host: 'PC-CŨ-02'.normalize('NFC') })],
    exclusions: [{ host: 'pc-cũ-02'.normalize('NFD'), reason: 'retired' }],
    expect: { verdict: 'out_of_scope' },
  },
  {
    name: 'excluded by serial, in another case',
    rows: [protectedRow({ serial: 'vn7x-0042' })],
    exclusions: [{ serial: ' VN7X-0042 ', reason: 'retired' }],
    expect: { verdict: 'out_of_scope' },
  },
  {
    name: 'excluded by a VMware serial written without blanks',
    rows: [protectedRow({ serial: 'VMware-56 4d aa bb cc dd ee ff-00 11 22 33 44 55 66 77' })],
    exclusions: [{ serial: 'VMware-564daabbccddeeff0011223344556677', reason: 'vdi_image' }],
    expect: { verdict: 'out_of_scope' },
  },
  {
    name: 'excluded by hardware UUID, in another case',
    rows: [protectedRow({ hardware_uuid: '4c4c4544-0051-3510-8052-b7c04f4d3232' })],
    exclusions: [{ hardwareUuid: '4C4C4544-0051-3510-8052-B7C04F4D3232', reason: 'personal' }],
    expect: { verdict: 'out_of_scope' },
  },
  {
    name: 'excluded by the hardware UUID in the other byte order',
    rows: [protectedRow({ hardware_uuid: '44454c4c-5100-1035-8052-b7c04f4d3233' })],
    exclusions: [{ hardwareUuid: '4c4c4544-0051-3510-8052-b7c04f4d3233', reason: 'personal' }],
    expect: { verdict: 'out_of_scope' },
  },
  {
    name: 'an exclusion by a placeholder serial excludes nobody',
    rows: [protectedRow({ serial: 'Default string' })],
    exclusions: [{ serial: 'Default string', reason: 'retired' }],
    expect: { verdict: 'protected' },
  },
  {
    name: 'an exclusion of another machine',
    rows: [protectedRow()],
    exclusions: [{ host: 'PC02', reason: 'retired' }],
    expect: { verdict: 'protected' },
  },
];

const groups: Readonly<Record<string, readonly VerdictCase[]>> = {
  'cases of the specification': specified,
  'age of signatures': signatures,
  'age of evidence': ages,
  products,
  'sources that differ': conflicts,
  'level of the agency': levels,
  scope,
};

describe.each(Object.entries(groups))('%s', (_, cases) => {
  let of: (name: string) => readonly JudgedEndpoint[];
  beforeAll(async () => {
    ({ of } = await judgeCases(cases));
  });

  test.each(cases)('$name', ({ name, expect: wanted }) => {
    const found = of(name);
    expect(found.map((endpoint) => endpoint.name)).toHaveLength(1);
    const [endpoint] = found;
    const { outcomes, ...plain } = wanted;
    expect(endpoint).toMatchObject(plain);
    expect(endpoint?.outcomes).toMatchObject(outcomes ?? {});
  });
});

test('of ten endpoints nine are protected: exactly 90 %, met', async () => {
  const rows = Array.from({ length: 10 }, (_, index) =>
    protectedRow({ host: `PC${index}`, realtime: index > 0 }),
  );
  const { result } = await judge({ files: { 'so-y-te/a.ndjson': ndjson(...rows) } });
  const [counts] = result.counts;
  expect(counts).toMatchObject({ found: 10, protected: 9, unprotected: 1, unknown: 0 });
  const rate = { numerator: Number(counts?.['protected']), denominator: 10, unknown: 0 };
  expect(decideTarget(rate, 90)).toBe('met');
});

test('no endpoint at all: no count, no rate', async () => {
  const { result } = await judge({ files: { 'so-y-te/a.ndjson': ndjson({ host: '12' }) } });
  expect(result.counts).toEqual([]);
});
