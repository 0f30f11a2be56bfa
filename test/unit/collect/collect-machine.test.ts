import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { collectMachine, type MachineReport } from '../../../src/collect/collect-machine.js';
import { linuxCommands } from '../../../src/collect/linux/linux-commands.js';
import { macosCommands } from '../../../src/collect/macos/macos-commands.js';
import { AppError } from '../../../src/domain/diagnostic.js';
import type { CommandResult, Machine } from '../../../src/domain/machine.js';
import { client, machine, now, products, recorded, said, unix, windows } from './fixtures.js';

const collect = (each: Machine): Promise<MachineReport> => collectMachine(each, products, now);

/** Grade, name and what is known of each product; the machine's keys stand in every record. */
function productRecords({ records }: MachineReport) {
  const keys = new Set([
    'host',
    'fqdn',
    'hardware_uuid',
    'serial',
    'machine_id',
    'manufacturer',
    'macs',
    'last_seen',
    'observed_at',
  ]);
  return records
    .slice(1)
    .map((record) =>
      Object.fromEntries(
        Object.entries(record).filter(([key, value]) => value !== undefined && !keys.has(key)),
      ),
    );
}

describe('Windows', () => {
  test('passive Defender beside Kaspersky: each source its own record', async () => {
    const report = await collect(
      windows(
        {
          ...client,
          antivirus: 'antivirus-kes-defender.json',
          defender: 'defender-passive.json',
          services: 'services-kes.json',
        },
        ['avp.exe', 'klnagent.exe', 'explorer.exe'],
      ),
    );
    expect(report.records[0]).toMatchObject({
      host: 'VP-PC07',
      last_seen: '2026-11-24T00:00:00Z',
      observed_at: '2026-11-24T00:00:00Z',
      grade: 'C',
      os_name: 'Windows 11 Pro',
      os_build: '26200.7171',
      kind: 'workstation',
      firewall: true,
      last_patch: '2026-11-12',
    });
    const kaspersky = products.byId('kaspersky-endpoint-security').name;
    expect(productRecords(report)).toEqual(
      [
        {
          grade: 'C',
          product: 'Kaspersky Security Center Network Agent',
          installed: true,
          running: true,
        },
        {
          grade: 'B',
          all_products: true,
          product: kaspersky,
          installed: true,
          running: true,
          realtime: true,
          signatures_current: true,
        },
        {
          grade: 'A',
          all_products: true,
          product: 'Microsoft Defender Antivirus',
          product_version: '4.18.26100.9',
          installed: true,
          running: true,
          realtime: false,
          mode: 'passive',
          signatures_date: '2026-11-20T00:00:00Z',
          signatures_current: true,
          tamper_protection: true,
        },
        {
          grade: 'B',
          all_products: true,
          product: 'Microsoft Defender Antivirus',
          installed: true,
          realtime: false,
          signatures_current: true,
        },
      ].sort((a, b) => (a.product < b.product ? -1 : a.product > b.product ? 1 : 0)),
    );
    expect(report.notObserved).toEqual([{ fact: 'disk_encrypted', why: 'no_permission' }]);
  });

  test('a record that outlived its product is contradicted by what runs', async () => {
    const report = await collect(
      windows(
        {
          ...client,
          antivirus: 'antivirus-apex-orphan.json',
          defender: 'defender-normal-5.1.json',
        },
        ['MsMpEng.exe'],
      ),
    );
    expect(
      productRecords(report).filter(
        ({ product }) => product === products.byId('trend-apex-one').name,
      ),
    ).toEqual([
      {
        grade: 'B',
        all_products: true,
        product: 'Apex One',
        installed: true,
        running: true,
        realtime: true,
        signatures_current: true,
      },
      { grade: 'C', product: 'Apex One', installed: false, running: false },
    ]);
  });

  describe('whether a record outlived its product', () => {
    test.each([
      { name: 'Apex One Antivirus', present: true, orphan: false },
      { name: 'Apex One Antivirus', present: null, orphan: true },
      { name: 'CMC Antivirus', present: false, orphan: false },
      { name: 'Some AV', present: false, orphan: true },
      { name: 'Some AV', present: null, orphan: false },
    ])('$name, its program there: $present', async ({ name, present, orphan }) => {
      const list = [{ displayName: name, productState: 266240, present }];
      const antivirus = said(JSON.stringify({ ok: true, items: list }));
      const report = await collect(windows({ ...client, antivirus }, ['explorer.exe']));
      const stopped = report.records.filter(({ running }) => running === false);
      expect(stopped.map(({ grade }) => grade)).toEqual(orphan ? ['C'] : []);
    });

    test('a program on the disk whose service stands still', async () => {
      const report = await collect(
        windows(
          {
            ...client,
            antivirus: said(
              '{"ok":true,"items":[{"displayName":"Apex One Antivirus","productState":266240,"present":true}]}',
            ),
            services: said('{"ok":true,"items":[{"Name":"ntrtscan","Started":false}]}'),
          },
          ['explorer.exe'],
        ),
      );
      expect(report.records.map(({ running }) => running)).toContain(false);
    });
  });

  describe('that there is no product at all', () => {
    const none = { grade: 'B', all_products: true, installed: false };
    const services = (list: string) => said(`{"ok":true,"items":[${list}]}`);
    const center = '{"Name":"wscsvc","Started":true}';
    test.each([
      {
        name: 'an empty answer of the running Security Center',
        outputs: { services: services(center) },
        processes: ['explorer.exe'],
        found: [none],
      },
      {
        name: 'its service stands still',
        outputs: { services: services('{"Name":"wscsvc","Started":false}') },
        processes: ['explorer.exe'],
        found: [],
      },
      {
        name: 'services unknown',
        outputs: { services: undefined },
        processes: ['explorer.exe'],
        found: [],
      },
      {
        name: 'no answer',
        outputs: { services: services(center), antivirus: 'access-denied.json' },
        processes: ['explorer.exe'],
        found: [],
      },
      {
        name: 'an answer that is cut',
        outputs: { services: services(center), antivirus: said('{"ok":true') },
        processes: ['explorer.exe'],
        found: [],
      },
      {
        name: 'a server',
        outputs: { services: services(center), version: 'version-server.json' },
        processes: ['explorer.exe'],
        found: [],
      },
      {
        name: 'a version that is not known',
        outputs: { services: services(center), version: undefined },
        processes: ['explorer.exe'],
        found: [],
      },
      {
        name: 'an engine runs',
        outputs: { services: services(center) },
        processes: ['ekrn.exe'],
        found: [
          {
            grade: 'C',
            product: products.byId('eset-endpoint').name,
            installed: true,
            running: true,
          },
        ],
      },
      {
        name: 'only a manager runs',
        outputs: { services: services(center) },
        processes: ['klnagent.exe'],
        found: [
          none,
          {
            grade: 'C',
            product: 'Kaspersky Security Center Network Agent',
            installed: true,
            running: true,
          },
        ],
      },
    ] as const)('$name', async ({ outputs, processes, found }) => {
      const report = await collect(windows({ ...client, ...(outputs as object) }, processes));
      expect(productRecords(report)).toEqual(found);
    });
  });

  test('a server without Security Center: unknown, never "none"', async () => {
    const report = await collect(
      windows({ ...client, version: 'version-server.json', antivirus: 'no-namespace.json' }, [
        'explorer.exe',
      ]),
    );
    expect(report.records[0].kind).toBe('server');
    expect(report.records.some(({ installed }) => installed === false)).toBe(false);
    expect(report.records.some(({ all_products }) => all_products)).toBe(false);
    expect(report.notObserved).toContainEqual({ fact: 'security_center', why: 'not_on_server' });
  });

  test.each([
    { name: 'off, no other', firewallProducts: 'empty.json', on: false },
    { name: 'off, another is on', firewallProducts: 'antivirus-kes-defender.json', on: undefined },
    { name: 'off, others unknown', firewallProducts: 'access-denied.json', on: undefined },
    {
      name: 'off on a server, where none registers',
      firewallProducts: 'no-namespace.json',
      version: 'version-server.json',
      on: false,
    },
  ])('firewall $name', async ({ firewallProducts, version, on }) => {
    const report = await collect(
      windows(
        {
          ...client,
          version: version ?? client.version,
          firewall: 'firewall-public-off.json',
          firewallProducts,
        },
        ['explorer.exe'],
      ),
    );
    expect(report.records[0].firewall).toBe(on);
    expect(report.notObserved.some(({ why }) => why === 'other_firewall')).toBe(on === undefined);
  });
});

describe('Linux', () => {
  const debian = {
    lsblk: recorded('linux/lsblk-luks-lvm.json'),
    nft: recorded('linux/nft-policy-drop.json'),
  };

  test('clamd alone scans on demand', async () => {
    const report = await collect(
      unix('linux', { ...debian, clamdscan: 'ClamAV 1.4.6/27820/Fri Nov 20 10:34:56 2026\n' }, [
        'clamd',
        'freshclam',
      ]),
    );
    expect(report.records[0]).toMatchObject({ firewall: true, disk_encrypted: true });
    expect(productRecords(report)).toEqual([
      {
        grade: 'A',
        product: 'ClamAV',
        product_version: '1.4.6',
        installed: true,
        realtime: false,
        mode: 'on_demand',
        signatures_date: '2026-11-20',
      },
      { grade: 'C', product: 'ClamAV', installed: true, running: true, auto_update: true },
    ]);
  });

  test('clamd stopped: installed, not running', async () => {
    const report = await collect(unix('linux', { ...debian, clamd: 'ClamAV 1.4.6\n' }, ['bash']));
    expect(productRecords(report)).toEqual([
      {
        grade: 'A',
        product: 'ClamAV',
        product_version: '1.4.6',
        installed: true,
        realtime: false,
        mode: 'on_demand',
      },
      { grade: 'C', product: 'ClamAV', installed: true, running: false },
    ]);
  });

  test('processes that could not be listed leave it open whether clamd runs', async () => {
    const report = await collect(unix('linux', { ...debian, clamd: 'ClamAV 1.4.6\n' }, []));
    expect(productRecords(report)).toEqual([
      { grade: 'A', product: 'ClamAV', product_version: '1.4.6', installed: true },
    ]);
    expect(report.notObserved).toContainEqual({ fact: 'processes', why: 'blank' });
  });

  test('clamonacc with prevention blocks', async () => {
    const clamconf = recorded('linux/clamconf-default.txt')
      .replace('OnAccessPrevention disabled', 'OnAccessPrevention = "yes"')
      .replace('OnAccessIncludePath disabled', 'OnAccessIncludePath = "/srv"');
    const report = await collect(
      unix('linux', { ...debian, clamdscan: 'ClamAV 1.4.6\n', clamconf }, ['clamd', 'clamonacc']),
    );
    expect(productRecords(report)[0]).toMatchObject({ grade: 'A', realtime: true, mode: 'block' });
  });

  test('vendor commands, units and processes together', async () => {
    const report = await collect(
      unix(
        'linux',
        {
          ...debian,
          mdatp: recorded('linux/mdatp-healthy.json'),
          '/opt/kaspersky/kesl/bin/kesl-control': recorded('linux/kesl-app-info.json'),
          [['systemctl', ...linuxCommands.units.args].join(' ')]: recorded(
            'linux/systemctl-show.txt',
          ),
          [['systemctl', ...linuxCommands.unitFiles.args].join(' ')]: recorded(
            'linux/systemctl-list-unit-files.txt',
          ),
        },
        ['wdavdaemon', 'bash'],
      ),
    );
    expect(
      productRecords(report).map(({ product, grade, running, realtime }) => [
        product,
        grade,
        running,
        realtime,
      ]),
    ).toEqual([
      ['ClamAV', 'C', false, undefined],
      [products.byId('kaspersky-endpoint-security').name, 'A', undefined, true],
      [products.byId('kaspersky-endpoint-security').name, 'C', false, undefined],
      ['Microsoft Defender for Endpoint', 'A', true, true],
    ]);
  });

  test('an ordinary user is told what an administrator would learn', async () => {
    const refused: CommandResult = { ok: false, why: 'no_permission' };
    const report = await collect(
      machine(
        'linux',
        ({ tool }) => (['nft', 'ufw', 'mdatp'].includes(tool) ? refused : undefined),
        { processes: ['bash'], isRoot: false, identity: { serial: '-', hardwareUuid: '' } },
      ),
    );
    expect(report.notObserved.filter(({ why }) => why === 'no_permission')).toEqual([
      { fact: 'hardware_uuid', why: 'no_permission' },
      { fact: 'serial', why: 'no_permission' },
      { fact: 'product_status', why: 'no_permission', of: 'Microsoft Defender for Endpoint' },
      { fact: 'firewall', why: 'no_permission' },
    ]);
    expect(report.notObserved).toContainEqual({ fact: 'protection', why: 'not_seen' });
  });
});

test('macOS', async () => {
  const { disk, firewall, gatekeeper, xprotect } = macosCommands;
  const report = await collect(
    unix(
      'macos',
      {
        [disk.tool]: recorded('macos/fdesetup-on.txt'),
        [firewall.tool]: recorded('macos/socketfilterfw-on.txt'),
        [gatekeeper.tool]: recorded('macos/spctl-on.txt'),
        [xprotect.tool]: recorded('macos/xprotect.txt'),
      },
      ['launchd', 'XprotectService'],
    ),
  );
  expect(report.records[0]).toMatchObject({
    kind: 'workstation',
    disk_encrypted: true,
    firewall: true,
  });
  expect(report.gatekeeper).toBe(true);
  expect(productRecords(report)).toEqual([
    { grade: 'C', product: 'XProtect', product_version: '5324', installed: true, running: true },
  ]);
});

describe('whatever the commands print', () => {
  const texts: readonly (readonly [name: string, text: string])[] = [
    ['nothing', ''],
    ['words', 'Không tìm thấy lệnh.\n'],
    ['null', 'null'],
    ['a list', '[[],[null],{}]'],
    [
      'prototype keys',
      '{"__proto__":{"ok":true},"constructor":1,"ok":true,"items":[{"__proto__":{"displayName":"x"}}]}',
    ],
    ['markup', '<html><body>Proxy error</body></html>'],
    ['control characters', '\u0000\u001b[31m\r\n\u202e'],
    ['a huge line', 'ClamAV '.repeat(500_000)],
    ['many lines', 'Id=a.service\n\n'.repeat(100_000)],
    ['a deep nest', '['.repeat(100_000)],
  ];
  for (const platform of ['windows', 'linux', 'macos', 'other'] as const) {
    test.each(texts)(`${platform}: %s shows no protection`, async (_, text) => {
      const report = await collect(machine(platform, () => said(text), { processes: ['x'] }));
      for (const record of report.records) {
        expect(record.realtime).not.toBe(true);
        expect(record.mode).not.toBe('block');
        expect(record.running).not.toBe(true);
        expect(record.firewall).not.toBe(true);
        expect(record.disk_encrypted).not.toBe(true);
        expect(record.all_products).toBeUndefined();
      }
    });

    test.each(['missing', 'timed_out', 'no_permission', 'too_large', 'failed'] as const)(
      `${platform}: every command %s`,
      async (why) => {
        const report = await collect(machine(platform, () => ({ ok: false, why })));
        expect(report.records).toHaveLength(1);
        expect(report.notObserved).toContainEqual({ fact: 'protection', why: 'not_seen' });
      },
    );
  }
});

test('a machine without a name makes no report', async () => {
  const nameless = machine('linux', () => undefined, { identity: { hostname: '' } });
  await expect(collect(nameless)).rejects.toBeInstanceOf(AppError);
});

test('every field that a record may have stands in the published schema', async () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../../schemas/endpoint-report.schema.json', import.meta.url), 'utf8'),
  ) as { properties: object };
  const reports = await Promise.all([
    collect(
      windows(
        {
          ...client,
          antivirus: 'antivirus-kes-defender.json',
          defender: 'defender-normal-7.json',
          disks: 'bitlocker-on.json',
        },
        ['avp.exe'],
      ),
    ),
    collect(unix('linux', { mdatp: recorded('linux/mdatp-healthy.json') }, ['clamd', 'freshclam'])),
  ]);
  const fields = new Set(reports.flatMap(({ records }) => records.flatMap(Object.keys)));
  expect([...fields].filter((each) => !Object.hasOwn(schema.properties, each))).toEqual([]);
  expect(fields.size).toBeGreaterThan(25);
});
