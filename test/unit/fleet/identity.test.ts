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

/** What is expected: how many endpoints, and whether the identity of every one is sound. */
type IdentityCase = FleetCase & {
  readonly endpoints: number;
  readonly identity?: 'pass' | 'fail';
  readonly verdicts?: readonly string[];
};

const uuid = (digit: string) => `4c4c4544-0051-3510-8052-b7c04f4d323${digit}`;
const serial = (number: number) => `VN7X-${String(number).padStart(4, '0')}`;
/** A globally administered address of a maker. */
const mac = (number: number) => `00:1B:21:00:00:${String(number).padStart(2, '0')}`;
const row = protectedRow;
const off = { realtime: false };

const adFile = (...rows: readonly (readonly string[])[]) =>
  [
    '"Name","DNSHostName","Enabled","LastLogonDate","ObjectGUID"',
    ...rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')),
  ].join('\r\n');
const kscFile = (...rows: readonly (readonly string[])[]) =>
  [
    'Name\tDNS domain\tReal-time protection status\tLast connected to Administration Server',
    ...rows.map((cells) => cells.join('\t')),
  ].join('\r\n');

const ladder: readonly IdentityCase[] = [
  {
    name: 'names that differ in their diacritics only',
    rows: [
      row({ host: 'TỔ-1' }),
      row({ host: 'TO-1', ...off }),
      row({ host: 'TỔ-1'.normalize('NFD') }),
    ],
    endpoints: 2,
  },
  {
    name: 'localhost is no name',
    rows: [row({ host: 'localhost' }), row({ host: 'localhost', ...off })],
    endpoints: 2,
  },
  {
    name: 'addresses in the place of names are nobody in particular',
    rows: [
      row({ host: '192.168.1.5', fqdn: '192.168.1.5' }),
      row({ host: '192.168.1.6', fqdn: '192.168.1.6' }),
      row({ host: '192.168.1.6', ...off }),
      row({ host: 'fe80::1' }),
      row({ host: 'fe80::2' }),
    ],
    endpoints: 5,
  },
  {
    name: 'same hardware UUID, other name (renamed)',
    rows: [
      row({ host: 'PC01', hardware_uuid: uuid('1') }),
      row({ host: 'PC02', hardware_uuid: uuid('1').toUpperCase() }),
    ],
    endpoints: 1,
    identity: 'pass',
  },
  {
    name: 'hardware UUID with its first three groups byte-swapped',
    rows: [
      row({ host: 'PC01', hardware_uuid: '44454c4c-5100-1035-8052-b7c04f4d3233' }),
      row({ host: 'PC02', hardware_uuid: '4C4C4544-0051-3510-8052-B7C04F4D3233' }),
    ],
    endpoints: 1,
    identity: 'pass',
  },
  {
    name: 'hardware UUID in braces',
    rows: [
      row({ host: 'PC01', hardware_uuid: `{${uuid('1')}}` }),
      row({ host: 'PC02', hardware_uuid: uuid('1') }),
    ],
    endpoints: 1,
  },
  {
    name: 'other hardware UUID, same name: two machines, told',
    rows: [row({ hardware_uuid: uuid('1') }), row({ hardware_uuid: uuid('2') })],
    endpoints: 2,
    identity: 'fail',
  },
  {
    name: 'same serial, other name (renamed)',
    rows: [
      row({ host: 'PC01', serial: serial(1) }),
      row({ host: 'PC02', serial: serial(1).toLowerCase() }),
    ],
    endpoints: 1,
    identity: 'pass',
  },
  {
    name: 'same serial, other hardware UUID: not merged, told of both',
    rows: [
      row({ host: 'PC01', serial: serial(1), hardware_uuid: uuid('1') }),
      row({ host: 'PC02', serial: serial(1), hardware_uuid: uuid('2') }),
    ],
    endpoints: 2,
    identity: 'fail',
  },
  {
    name: 'same serial, same name, other hardware UUID',
    rows: [
      row({ serial: serial(1), hardware_uuid: uuid('1') }),
      row({ serial: serial(1), hardware_uuid: uuid('2') }),
    ],
    endpoints: 2,
    identity: 'fail',
  },
  {
    name: 'same serial of two makers: two machines, told',
    rows: [
      row({ host: 'PC01', serial: serial(1), manufacturer: 'Dell Inc.' }),
      row({ host: 'PC02', serial: serial(1), manufacturer: 'LENOVO' }),
    ],
    endpoints: 2,
    identity: 'fail',
  },
  {
    name: 'same serial and name of two makers: the name does not join them either',
    rows: [
      row({ serial: serial(1), manufacturer: 'Dell Inc.' }),
      row({ serial: serial(1), manufacturer: 'LENOVO' }),
    ],
    endpoints: 2,
    identity: 'fail',
  },
  ...[
    ['Dell Inc.', 'DELL'],
    ['Hewlett-Packard', 'HP Inc.'],
    ['ASUSTeK COMPUTER INC.', 'Asus'],
    ['Dell Inc.', 'To be filled by O.E.M.'],
    ['Dell Inc.', undefined],
  ].map(
    ([one, other]): IdentityCase => ({
      name: `same serial, its maker written as ${one} and as ${other}`,
      rows: [
        row({ host: 'PC01', serial: serial(1), manufacturer: one }),
        row({ host: 'PC02', serial: serial(1), manufacturer: other }),
      ],
      endpoints: 1,
      identity: 'pass',
    }),
  ),
  {
    name: 'VMware serial with and without blanks',
    rows: [
      row({ host: 'MC01', serial: 'VMware-56 4d aa bb cc dd ee ff-00 11 22 33 44 55 66 77' }),
      row({ host: 'MC02', serial: 'VMware-564daabbccddeeff0011223344556677' }),
    ],
    endpoints: 1,
  },
  {
    name: 'same directory object in both writings',
    rows: [
      row({ host: 'PC01', directory_id: 'B0A1C2D3-0000-4000-8000-000000000001' }),
      row({ host: 'PC02', directory_id: '{b0a1c2d3-0000-4000-8000-000000000001}' }),
    ],
    endpoints: 1,
  },
  {
    name: 'same vendor device id',
    rows: [
      row({ host: 'PC01', vendor_id: 'f3a9c0de77' }),
      row({ host: 'PC02', vendor_id: 'f3a9c0de77' }),
    ],
    endpoints: 1,
  },
  {
    name: "a console's running number is no device id",
    rows: [row({ host: 'PC01', vendor_id: '001' }), row({ host: 'PC02', vendor_id: '001' })],
    endpoints: 2,
    identity: 'pass',
  },
  {
    name: "one console's id in two of its exports",
    files: {
      'machines.csv':
        'id,computerDnsName,lastSeen,healthStatus\nf3a9c0de77f3a9c0de77,pc01,2026-11-23T00:00:00Z,Active\n',
      'health.csv':
        'machineId,computerDnsName,avMode,lastSeenTime\nf3a9c0de77f3a9c0de77,pc01-old,0,2026-11-23T00:00:00Z\n',
    },
    endpoints: 1,
  },
  {
    name: 'a directory id of zeros is none',
    rows: [
      row({ host: 'PC01', directory_id: '00000000-0000-0000-0000-000000000000' }),
      row({ host: 'PC02', directory_id: '00000000-0000-0000-0000-000000000000' }),
    ],
    endpoints: 2,
    identity: 'pass',
  },
  {
    name: 'a vendor id of zeros is none',
    rows: [
      row({ host: 'PC01', vendor_id: '000000000000' }),
      row({ host: 'PC02', vendor_id: '000000000000' }),
    ],
    endpoints: 2,
  },
  {
    name: "an agent's id copied with a disk image to four machines",
    rows: [...'1234'].map((each) => row({ host: `PC0${each}`, vendor_id: 'f3a9c0de77' })),
    endpoints: 4,
    identity: 'fail',
  },
  {
    name: 'a directory id on four machines',
    rows: [...'1234'].map((each) =>
      row({ host: `PC0${each}`, directory_id: 'b0a1c2d3-0000-4000-8000-000000000001' }),
    ),
    endpoints: 4,
    identity: 'fail',
  },
  {
    name: 'a directory id that equals a vendor id',
    rows: [
      row({ host: 'PC01', vendor_id: 'f3a9c0de77' }),
      row({ host: 'PC02', directory_id: 'f3a9c0de77' }),
    ],
    endpoints: 2,
  },
  {
    name: 'same MAC and name, full name differs in nothing',
    rows: [row({ macs: [mac(1)] }), row({ macs: ['001B.2100.0001'] })],
    endpoints: 1,
  },
  {
    name: 'same MAC, other name',
    rows: [row({ host: 'PC01', macs: [mac(1)] }), row({ host: 'PC02', macs: [mac(1)] })],
    endpoints: 2,
  },
  {
    name: 'chain through two MACs of one name',
    rows: [row({ macs: [mac(1)] }), row({ macs: [mac(1), mac(2)] }), row({ macs: [mac(2)] })],
    endpoints: 1,
    identity: 'pass',
  },
  {
    name: 'full name and short name',
    rows: [row({ host: 'pc01', fqdn: 'PC01.syt.langson.local' }), row({ host: 'PC01' })],
    endpoints: 1,
    identity: 'pass',
  },
  {
    name: 'only a full name, and a short name',
    rows: [row({ host: undefined, fqdn: 'pc01.syt.langson.local' }), row({ host: 'PC01' })],
    files: {},
    endpoints: 1,
  },
  {
    name: 'a full name with a dot at its end',
    rows: [row({ fqdn: 'pc01.syt.local.' }), row({ fqdn: 'pc01.syt.local' })],
    endpoints: 1,
    identity: 'pass',
  },
  {
    name: 'a full name without a domain is a short name',
    rows: [row({ fqdn: 'PC01' }), row({ fqdn: 'pc01.syt.local' })],
    endpoints: 1,
    identity: 'pass',
  },
  {
    name: 'same short name in two domains of one agency',
    rows: [row({ fqdn: 'pc01.syt.local' }), row({ fqdn: 'pc01.bvdk.local' })],
    endpoints: 2,
    identity: 'fail',
  },
  {
    name: 'host written as a full name',
    rows: [row({ host: 'PC01.syt.local' }), row({ host: 'PC01' })],
    endpoints: 1,
  },
  {
    name: 'name typed decomposed and composed',
    rows: [row({ host: 'MÁY-KẾ-TOÁN'.normalize('NFD') }), row({ host: 'máy-kế-toán' })],
    endpoints: 1,
    identity: 'pass',
  },
  {
    name: 'renamed while its full name changed too: one serial; a list has the newer name',
    rows: [
      row({ host: 'PC01', fqdn: 'pc01.syt.local', serial: serial(1), observed_at: daysAgo(9) }),
      row({ host: 'PC02', fqdn: 'pc02.syt.local', serial: serial(1) }),
      row({ host: 'PC02' }),
    ],
    endpoints: 1,
    identity: 'pass',
  },
  {
    name: 'joined another domain: one serial, two full names, and a list with the short name',
    rows: [
      row({ fqdn: 'pc01.cu.local', serial: serial(1), observed_at: daysAgo(9) }),
      row({ fqdn: 'pc01.moi.local', serial: serial(1) }),
      row({}),
    ],
    endpoints: 1,
    identity: 'pass',
  },
  {
    name: 'two machines of one name with serials, and a row that could be either: three, told',
    rows: [row({ serial: serial(1) }), row({ serial: serial(2) }), row({})],
    endpoints: 3,
    identity: 'fail',
  },
  {
    name: 'same serial on a third row without UUID, by name of the first',
    rows: [
      row({ host: 'PC01', serial: serial(1), hardware_uuid: uuid('1') }),
      row({ host: 'PC02', serial: serial(1), hardware_uuid: uuid('2') }),
      row({ host: 'PC01', serial: serial(1) }),
    ],
    endpoints: 2,
    identity: 'fail',
  },
  {
    name: 'two consoles, one row each',
    files: {
      'ad.csv': adFile([
        'PC01',
        'pc01.syt.local',
        'True',
        daysAgo(1),
        'b0a1c2d3-0000-4000-8000-000000000001',
      ]),
      'ksc.csv': kscFile(['PC01', 'syt.local', 'Running', daysAgo(1)]),
    },
    endpoints: 1,
    identity: 'pass',
  },
  {
    name: 'two serials: one re-installed machine with two vendor ids, one silent for 60 days; the newest row counts',
    rows: [
      row({
        serial: serial(1),
        vendor_id: 'aaaaaaaa01',
        realtime: false,
        observed_at: daysAgo(60),
        last_seen: daysAgo(60),
      }),
      row({ serial: serial(1), vendor_id: 'aaaaaaaa02' }),
    ],
    endpoints: 1,
    identity: 'pass',
    verdicts: ['protected'],
  },
  {
    name: 'same user, address and machine-id are no identity; a machine-id of two is told',
    rows: [
      row({ host: 'PC01', machine_id: 'x1', ip: '10.0.0.1', user: 'an' }),
      row({ host: 'PC02', machine_id: 'x1', ip: '10.0.0.1', user: 'an' }),
    ],
    endpoints: 2,
    identity: 'fail',
  },
];

const cut: readonly IdentityCase[] = [
  {
    name: 'a name cut at 15 characters and the only longer one',
    rows: [row({ host: 'SYT-PHONGKETOAN' }), row({ host: 'SYT-PHONGKETOAN-01' })],
    endpoints: 1,
    identity: 'pass',
  },
  {
    name: 'a name cut at 15 characters and two longer ones: three, told',
    rows: [
      row({ host: 'SYT-PHONGKETOAN' }),
      row({ host: 'SYT-PHONGKETOAN-01' }),
      row({ host: 'SYT-PHONGKETOAN-02' }),
    ],
    endpoints: 3,
    identity: 'fail',
  },
  {
    name: 'two longer names alone',
    rows: [row({ host: 'SYT-PHONGKETOAN-01' }), row({ host: 'SYT-PHONGKETOAN-02' })],
    endpoints: 2,
  },
  {
    name: 'a name of 14 characters was not cut',
    rows: [row({ host: 'SYT-PHONGKETOA' }), row({ host: 'SYT-PHONGKETOAN' })],
    endpoints: 2,
    identity: 'pass',
  },
  {
    name: "a cut name in a console with its domain, and the directory's full name",
    files: {
      'ad.csv': adFile([
        'SYT-PHONGKETOAN-01',
        'syt-phongketoan-01.syt.local',
        'True',
        daysAgo(1),
        '',
      ]),
      'ksc.csv': kscFile(['SYT-PHONGKETOAN', 'syt.local', 'Running', daysAgo(1)]),
    },
    endpoints: 1,
    identity: 'pass',
  },
  {
    name: 'the same long name in two domains',
    rows: [
      row({ host: 'SYT-PHONGKETOAN-01', fqdn: 'syt-phongketoan-01.a.local' }),
      row({ host: 'SYT-PHONGKETOAN-01', fqdn: 'syt-phongketoan-01.b.local' }),
    ],
    endpoints: 2,
    identity: 'fail',
  },
];

const placeholderUuids = [
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '03000200-0400-0500-0006-000700080009',
  '00020003-0004-0005-0006-000700080009',
  'không có',
];
const placeholderSerials = [
  'To be filled by O.E.M.',
  'TO BE FILLED BY O.E.M.',
  'Default string',
  'System Serial Number',
  'None',
  '0',
  '-',
  'Not Specified',
  'N/A',
  'INVALID',
  '  ',
  'XXXXXXXX',
  '0000000',
  '1',
  'ABC',
];
const unusableMacs = [
  '00:50:56:C0:00:01',
  '00:50:56:C0:00:08',
  '0A:00:27:00:00:10',
  '00:15:5D:12:34:56',
  '00:00:00:00:00:00',
  '02:1B:21:00:00:01',
  '01:00:5E:00:00:01',
  'DA:A1:19:00:00:01',
];

const placeholders: readonly IdentityCase[] = [
  ...placeholderUuids.map(
    (each): IdentityCase => ({
      name: `hardware UUID ${each}`,
      rows: [
        row({ host: 'PC01', hardware_uuid: each }),
        row({ host: 'PC02', hardware_uuid: each }),
      ],
      endpoints: 2,
    }),
  ),
  ...placeholderSerials.map(
    (each): IdentityCase => ({
      name: `serial "${each}"`,
      rows: [row({ host: 'PC01', serial: each }), row({ host: 'PC02', serial: each })],
      endpoints: 2,
    }),
  ),
  // Two domains keep the names apart, so that only the address could merge them.
  ...unusableMacs.map(
    (each): IdentityCase => ({
      name: `MAC ${each}`,
      rows: [
        row({ fqdn: 'pc01.a.local', macs: [each] }),
        row({ fqdn: 'pc01.b.local', macs: [each] }),
      ],
      endpoints: 2,
    }),
  ),
  {
    name: 'nothing but a placeholder serial and a name: not sound',
    rows: [row({ serial: 'Default string' })],
    endpoints: 1,
    identity: 'fail',
  },
  {
    name: 'a placeholder serial beside a network card and a name',
    rows: [row({ serial: 'Default string', macs: [mac(1)] })],
    endpoints: 1,
    identity: 'pass',
  },
  {
    name: 'a placeholder serial in one report, the real one in another',
    rows: [row({ serial: 'Default string' }), row({ serial: serial(1) })],
    endpoints: 1,
    identity: 'pass',
  },
  {
    name: "a maker's MAC does merge them",
    rows: [
      row({ fqdn: 'pc01.a.local', macs: [mac(1)] }),
      row({ fqdn: 'pc01.b.local', macs: [mac(1)] }),
    ],
    endpoints: 1,
  },
  {
    name: 'a docking station: one MAC on four names',
    rows: [...'1234'].flatMap((each) => [
      row({ host: `PC0${each}`, fqdn: `pc0${each}.a.local`, macs: [mac(9)] }),
      row({ host: `PC0${each}`, fqdn: `pc0${each}.b.local`, macs: [mac(9)] }),
    ]),
    endpoints: 8,
  },
  {
    name: 'one UUID on four names is a placeholder of a maker',
    rows: [...'1234'].map((each) => row({ host: `PC0${each}`, hardware_uuid: uuid('7') })),
    endpoints: 4,
    identity: 'fail',
  },
  {
    name: 'one serial on four names',
    rows: [...'1234'].map((each) => row({ host: `PC0${each}`, serial: serial(7) })),
    endpoints: 4,
    identity: 'fail',
  },
  {
    name: '12 clones: one UUID, other MAC and name',
    rows: Array.from({ length: 12 }, (_, index) =>
      row({ host: `CLONE${index}`, hardware_uuid: uuid('8'), macs: [mac(10 + index)] }),
    ),
    endpoints: 12,
    identity: 'fail',
  },
  {
    name: 'two clones that run at the same time',
    rows: [
      row({ host: 'PC01', hardware_uuid: uuid('9'), macs: [mac(30)] }),
      row({ host: 'PC02', hardware_uuid: uuid('9'), macs: [mac(31)] }),
    ],
    endpoints: 2,
    identity: 'fail',
  },
  {
    name: 'two clones, each in a report of its own',
    files: {
      'a.ndjson': ndjson(row({ host: 'PC01', hardware_uuid: uuid('9'), macs: [mac(30)] })),
      'b.ndjson': ndjson(row({ host: 'PC02', hardware_uuid: uuid('9'), macs: [mac(31)] })),
    },
    endpoints: 2,
    identity: 'fail',
  },
  {
    name: 'two clones by serial, each in a report of its own',
    files: {
      'a.ndjson': ndjson(row({ host: 'PC01', serial: serial(9), macs: [mac(30)] })),
      'b.ndjson': ndjson(row({ host: 'PC02', serial: serial(9), macs: [mac(31)] })),
    },
    endpoints: 2,
    identity: 'fail',
  },
  {
    name: 'two clones in a report without dates',
    rows: ['1', '2'].map((each) =>
      row({
        host: `PC0${each}`,
        serial: serial(9),
        macs: [mac(Number(each))],
        observed_at: undefined,
        last_seen: undefined,
      }),
    ),
    endpoints: 2,
    identity: 'fail',
  },
  {
    name: 'one machine whose two reports show another network card each, its name cut in one',
    files: {
      'a.ndjson': ndjson(row({ host: 'SYT-PHONGKETOAN', serial: serial(9), macs: [mac(30)] })),
      'b.ndjson': ndjson(row({ host: 'SYT-PHONGKETOAN-01', serial: serial(9), macs: [mac(31)] })),
    },
    endpoints: 1,
    identity: 'pass',
  },
  {
    name: 'one machine with a new card and name after two months',
    rows: [
      row({ host: 'PC01', hardware_uuid: uuid('a'), macs: [mac(40)], observed_at: daysAgo(70) }),
      row({ host: 'PC02', hardware_uuid: uuid('a'), macs: [mac(41)] }),
    ],
    endpoints: 1,
  },
];

/** The case with hardware and device ids of its own: all cases are judged in one run, in which these merge anywhere. */
function withOwnIds(each: IdentityCase, index: number): IdentityCase {
  const hex = index.toString(16).padStart(2, '0');
  const text = JSON.stringify(each)
    .replace(/(VN7X-)/gi, `$1${hex}-`)
    .replace(/b7c04f4d/gi, `b7c04f${hex}`)
    .replaceAll('00:1B:21:00', `00:1B:21:${hex}`)
    .replaceAll('001B.2100', `001B.21${hex}`)
    .replace(/(f3a9c0de|aaaaaaaa|b0a1c2)../gi, `$1${hex}`);
  return JSON.parse(text) as IdentityCase;
}

describe.each([
  ['ladder', ladder],
  ['names cut by NetBIOS', cut],
  ['placeholders and clones', placeholders],
] as const)('%s', (_, cases) => {
  let of: (name: string) => readonly JudgedEndpoint[];
  beforeAll(async () => {
    ({ of } = await judgeCases(cases.map(withOwnIds)));
  });

  test.each(cases)('$name', ({ name, endpoints, identity, verdicts }) => {
    const found = of(name);
    expect(found.map((endpoint) => endpoint.name)).toHaveLength(endpoints);
    expect(new Set(found.map((endpoint) => endpoint.id)).size).toBe(endpoints);
    if (identity) {
      expect([...new Set(found.map(({ outcomes }) => outcomes['EP-18']))]).toEqual([identity]);
    }
    if (verdicts) expect(found.map(({ verdict }) => verdict)).toEqual(verdicts);
  });
});

describe('across agencies and orders', () => {
  test('what two agencies hand in stays in the count of both; a hardware id that both have is told', async () => {
    const { endpoints } = await judge({
      files: {
        'so-y-te/a.ndjson': ndjson(row({ host: 'PC01' }), row({ host: 'PC02', serial: serial(1) })),
        'so-tai-chinh/a.ndjson': ndjson(
          row({ host: 'PC01', ...off }),
          row({ host: 'PC03', serial: serial(1), observed_at: daysAgo(0) }),
        ),
      },
    });
    expect(
      endpoints.map(({ agency, name, verdict, outcomes }) => [
        agency,
        name,
        verdict,
        outcomes['EP-18'],
      ]),
    ).toEqual([
      ['so-tai-chinh', 'PC01', 'unprotected', 'pass'],
      ['so-tai-chinh', 'PC03', 'protected', 'fail'],
      ['so-y-te', 'PC01', 'protected', 'pass'],
      ['so-y-te', 'PC02', 'protected', 'fail'],
    ]);
    expect(new Set(endpoints.map(({ id }) => id)).size).toBe(4);
  });

  test('the same vendor id and directory-less full name in two agencies stay apart', async () => {
    const files = Object.fromEntries(
      ['so-y-te', 'so-tai-chinh'].map((agency) => [
        `${agency}/a.ndjson`,
        ndjson(row({ fqdn: 'pc01.workgroup.local', vendor_id: 'agent-0000001' })),
      ]),
    );
    const { endpoints } = await judge({ files });
    expect(endpoints.map(({ agency }) => agency)).toEqual(['so-tai-chinh', 'so-y-te']);
  });

  test('clones of one image with one name in two agencies are two machines, told', async () => {
    const files = Object.fromEntries(
      ['so-y-te', 'so-tai-chinh'].map((agency, index) => [
        `${agency}/a.ndjson`,
        ndjson(row({ hardware_uuid: uuid('1'), macs: [mac(index)] })),
      ]),
    );
    const { endpoints } = await judge({ files });
    expect(endpoints.map(({ agency, outcomes }) => [agency, outcomes['EP-18']])).toEqual([
      ['so-tai-chinh', 'fail'],
      ['so-y-te', 'fail'],
    ]);
  });

  const bridging = [
    row({ serial: serial(1), macs: [mac(1)] }),
    row({ macs: [mac(1), mac(2)], ...off }),
    row({ serial: serial(2), macs: [mac(2)] }),
    row({ host: 'PC02', serial: 'Default string' }),
    row({ host: 'PC02', hardware_uuid: uuid('1'), observed_at: daysAgo(3) }),
    row({ host: 'PC03', serial: serial(3), hardware_uuid: uuid('2') }),
    row({ host: 'PC04', serial: serial(3), hardware_uuid: uuid('3'), ...off }),
    row({ host: 'PC05', product: undefined }),
  ];
  const seen = ({ endpoints }: { endpoints: readonly JudgedEndpoint[] }) =>
    endpoints.map(({ id, name, verdict, outcomes }) => [id, name, verdict, outcomes]);

  test('ids and verdicts are the same whatever the order of rows', async () => {
    const files = (rows: typeof bridging) => ({ files: { 'so-y-te/a.ndjson': ndjson(...rows) } });
    const [there, back] = await Promise.all([
      judge(files(bridging)),
      judge(files([...bridging].reverse())),
    ]);
    expect(seen(back)).toEqual(seen(there));
    expect(there.endpoints.map(({ name }) => name)).toEqual([
      'PC01',
      'PC01',
      'PC02',
      'PC03',
      'PC04',
      'PC05',
    ]);
  });

  test('ids and verdicts are the same however rows are spread over files', async () => {
    const one = await judge({ files: { 'so-y-te/a.ndjson': ndjson(...bridging) } });
    const many = await judge({
      files: Object.fromEntries(
        bridging.map((each, index) => [`so-y-te/${9 - index}.ndjson`, ndjson(each)]),
      ),
    });
    expect(seen(many)).toEqual(seen(one));
  });
});

describe('workstations and servers', () => {
  test('are counted apart', async () => {
    const { result } = await judge({
      files: {
        'so-y-te/a.ndjson': ndjson(
          row({ host: 'PC01', kind: 'workstation' }),
          row({ host: 'PC02', os_name: 'Windows 10 Pro', ...off }),
          row({ host: 'MC01', kind: 'server' }),
          row({ host: 'MC02', os_name: 'Windows Server 2022' }),
          row({ host: 'IN01', kind: 'printer' }),
          row({ host: 'X01' }),
          row({ host: 'LX01', os_name: 'Ubuntu 22.04' }),
        ),
      },
    });
    const counts = result.counts.map(({ machine, found, protected: shown, out_of_scope }) => ({
      machine,
      found,
      protected: shown,
      out_of_scope,
    }));
    expect(counts).toEqual([
      { machine: 'server', found: 2, protected: 2, out_of_scope: 0 },
      { machine: 'unknown', found: 3, protected: 2, out_of_scope: 1 },
      { machine: 'workstation', found: 2, protected: 1, out_of_scope: 0 },
    ]);
    expect(result.exclusions).toEqual([{ agency: 'so-y-te', reason: 'not_capable', n: 1 }]);
  });

  test('an exclusion that no report shows is named as it was written', async () => {
    const { result } = await judge({
      files: { 'so-y-te/a.ndjson': ndjson(row()) },
      exclusions: [
        { agency: 'so-y-te', host: 'pc-Cũ-01', reason: 'retired' },
        { agency: 'so-y-te', serial: 'Default string', reason: 'retired' },
        { agency: 'so-y-te', host: 'pc01', reason: 'retired' },
      ],
    });
    expect(result.unmatchedExclusions.map(({ machine }) => machine)).toEqual([
      'Default string',
      'pc-Cũ-01',
    ]);
  });
});
