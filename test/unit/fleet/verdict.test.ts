import { beforeAll, describe, expect, test } from 'vitest';
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
    name: 'real-time on today, "signatures current" said 60 days ago: that word is too old',
    rows: [
      protectedRow({ signatures_date: undefined }),
      row({
        product: kaspersky,
        signatures_current: true,
        grade: 'B',
        observed_at: daysAgo(60),
        last_seen: daysAgo(60),
      }),
    ],
    expect: { verdict: 'unknown', step: null, outcomes: { 'EP-05': 'unknown' } },
  },
  {
    name: 'a detector whose blocking was last seen 60 days ago',
    rows: [
      protectedRow({ product: 'VCS-aJiant', mode: undefined }),
      row({
        product: 'VCS-aJiant',
        mode: 'block',
        observed_at: daysAgo(60),
        last_seen: daysAgo(60),
      }),
    ],
    expect: { verdict: 'unknown', outcomes: { 'EP-04': 'unknown' } },
  },
  {
    name: 'a policy of blocking today, the engine last seen running 60 days ago',
    rows: [
      protectedRow({ running: undefined, realtime: undefined }),
      row({
        product: kaspersky,
        running: true,
        grade: 'C',
        observed_at: daysAgo(60),
        last_seen: daysAgo(60),
      }),
    ],
    expect: { verdict: 'unknown', outcomes: { 'EP-03': 'unknown', 'EP-04': 'unknown' } },
  },
  {
    name: 'central management last seen 60 days ago, where it is required',
    rows: [
      protectedRow({ managed: undefined }),
      row({ product: kaspersky, managed: true, observed_at: daysAgo(60), last_seen: daysAgo(60) }),
    ],
    level: 4,
    expect: { verdict: 'unknown', outcomes: { 'EP-07': 'unknown' } },
  },
  {
    name: 'passive mode 60 days ago, real-time on today: that mode is no word on today, and no yes either',
    rows: [
      protectedRow({ mode: undefined }),
      row({
        product: kaspersky,
        mode: 'passive',
        observed_at: daysAgo(60),
        last_seen: daysAgo(60),
      }),
    ],
    expect: { verdict: 'unknown', outcomes: { 'EP-04': 'unknown' } },
  },
  {
    name: 'a product installed by a list of 60 days ago, its name alone in a fresh row: not known today',
    rows: [
      row({
        product: kaspersky,
        installed: true,
        grade: 'D',
        observed_at: daysAgo(60),
        last_seen: daysAgo(60),
      }),
      row({ product: kaspersky }),
    ],
    expect: { verdict: 'unknown', installed: 'unknown' },
  },
  {
    name: '"no antivirus" of 60 days ago beside a fresh row without a word on it',
    rows: [
      row({
        installed: false,
        grade: 'B',
        all_products: true,
        observed_at: daysAgo(60),
        last_seen: daysAgo(60),
      }),
      row({ grade: 'C' }),
    ],
    expect: { verdict: 'unknown', installed: 'unknown' },
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
    name: 'same grade, the no undated: it may be the newer one; unknown, and told',
    rows: [
      protectedRow(),
      protectedRow({ realtime: false, observed_at: undefined, last_seen: undefined }),
    ],
    expect: { verdict: 'unknown', outcomes: { 'EP-04': 'unknown', 'EP-20': 'fail' } },
  },
  {
    name: 'an undated no of a weaker source does not disturb the console',
    rows: [
      protectedRow(),
      row({
        product: kaspersky,
        realtime: false,
        grade: 'B',
        observed_at: undefined,
        last_seen: undefined,
      }),
    ],
    expect: { verdict: 'protected' },
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
  {
    name: 'a phone known by its system',
    rows: [row({ os_name: 'Android 14' })],
    expect: { verdict: 'out_of_scope' },
  },
  {
    name: 'a hypervisor',
    rows: [row({ os_name: 'VMware ESXi 8.0' })],
    expect: { verdict: 'out_of_scope' },
  },
  {
    name: "a workstation whose system begins like a phone's",
    rows: [row({ os_name: 'IOSYS 4', kind: 'workstation' })],
    expect: { verdict: 'unknown' },
  },
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
    name: 'directory account disabled, a monitoring agent heard this week: alive, in scope',
    files: {
      'ad.csv': adFile(['PC01', '', 'False', daysAgo(40), '']),
      'wazuh.csv': `name,lastKeepAlive,status\nPC01,${daysAgo(2)}T01:00:00Z,active\n`,
    },
    expect: { verdict: 'unknown', step: 'V2' },
  },
  {
    name: 'directory account disabled, in a hand-kept list that dates nothing: gone',
    files: {
      'ad.csv': adFile(['PC01', '', 'False', daysAgo(40), '']),
      'list.csv': listFile(['1', 'PC01', '', '']),
    },
    expect: { verdict: 'out_of_scope' },
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

test('no endpoint at all: no count, no rate', async () => {
  const { result } = await judge({ files: { 'so-y-te/a.ndjson': ndjson({ host: '12' }) } });
  expect(result.counts).toEqual([]);
});
