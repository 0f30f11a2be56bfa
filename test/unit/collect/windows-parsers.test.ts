import { describe, expect, test } from 'vitest';
import { defenderFacts, lastFullScan } from '../../../src/collect/windows/defender-status.js';
import { powershell, powershellItems } from '../../../src/collect/windows/powershell.js';
import {
  registeredFacts,
  registeredProducts,
} from '../../../src/collect/windows/security-center.js';
import {
  lastUpdate,
  systemDiskEncrypted,
  windowsFirewall,
  windowsServices,
  windowsVersion,
} from '../../../src/collect/windows/windows-facts.js';
import { now, recorded, said } from './fixtures.js';

function items(file: string) {
  const answer = powershellItems(said(recorded(`windows/${file}`)));
  if (!answer.ok) throw new Error(answer.why);
  return answer.items;
}

describe('what PowerShell answers', () => {
  test('a question runs without profile and without a prompt, its text is one argument', () => {
    const { tool, args } = powershell('Get-Date');
    expect(tool).toBe('powershell');
    expect(args.slice(0, -1)).toEqual(['-NoLogo', '-NoProfile', '-NonInteractive', '-Command']);
    expect(args.at(-1)).toContain('$r=@(Get-Date)');
  });

  test.each([
    { name: 'a list', text: recorded('windows/firewall-on.json'), count: 3 },
    {
      name: 'a list with a byte order mark',
      text: `\uFEFF${recorded('windows/empty.json')}`,
      count: 0,
    },
    { name: 'a wrapped list', text: recorded('windows/defender-normal-7.json'), count: 1 },
  ])('$name is read', ({ text, count }) => {
    const answer = powershellItems(said(text));
    expect(answer.ok && answer.items.length).toBe(count);
  });

  test.each([
    { name: 'access denied', text: recorded('windows/access-denied.json'), why: 'no_permission' },
    { name: 'no such name space', text: recorded('windows/no-namespace.json'), why: 'missing' },
    { name: 'no such command', text: recorded('windows/command-missing.json'), why: 'missing' },
    {
      name: 'another error',
      text: '{"ok":false,"category":"NotSpecified","id":"x"}',
      why: 'failed',
    },
    { name: 'nothing', text: '', why: 'unreadable' },
    { name: 'words', text: 'Truy cập bị từ chối.', why: 'unreadable' },
    { name: 'a cut answer', text: '{"ok":true,"items":[{"Name":"Dom', why: 'unreadable' },
    { name: 'no list', text: '{"ok":true,"items":null}', why: 'unreadable' },
  ])('$name says why', ({ text, why }) => {
    expect(powershellItems(said(text))).toEqual({ ok: false, why });
  });

  test('a command that failed keeps its reason', () => {
    expect(powershellItems({ ok: false, why: 'timed_out' })).toEqual({
      ok: false,
      why: 'timed_out',
    });
  });
});

describe('productState', () => {
  test.each([
    { state: 266240, realtime: true, current: true },
    { state: 266256, realtime: true, current: false },
    { state: 262144, realtime: false, current: true },
    { state: 262160, realtime: false, current: false },
    { state: 270336, realtime: false, current: true }, // snoozed
    { state: 274432, realtime: false, current: true }, // expired
    { state: 393472, realtime: false, current: true },
    { state: 393488, realtime: false, current: false },
    { state: 397312, realtime: true, current: true },
    { state: 397568, realtime: true, current: true },
    { state: 397584, realtime: true, current: false },
    { state: 0x044000, realtime: undefined, current: true },
    { state: 0x041020, realtime: true, current: undefined },
    { state: '266240', realtime: undefined, current: undefined },
    { state: null, realtime: undefined, current: undefined },
    { state: -1, realtime: undefined, current: undefined },
  ])('$state: real-time $realtime, signatures current $current', ({ state, realtime, current }) => {
    const [product] = registeredProducts([{ displayName: 'Av', productState: state }]);
    expect(product && registeredFacts(product)).toEqual({
      installed: true,
      running: realtime === true ? true : undefined,
      realtime,
      signatures_current: current,
    });
  });

  test('an entry without a name is left out', () => {
    expect(registeredProducts([{ displayName: ' ', productState: 266240 }, {}])).toEqual([]);
  });
});

describe('Get-MpComputerStatus', () => {
  test.each([
    {
      file: 'defender-normal-5.1.json',
      facts: { realtime: true, mode: 'block', running: true, tamper_protection: true },
      scan: undefined,
    },
    {
      file: 'defender-normal-7.json',
      facts: { realtime: true, mode: 'block', running: true, tamper_protection: false },
      scan: '2026-11-21T03:00:00Z',
    },
    {
      file: 'defender-passive.json',
      facts: { realtime: false, mode: 'passive', running: true, tamper_protection: true },
      scan: undefined,
    },
  ])('$file', ({ file, facts, scan }) => {
    const [item = {}] = items(file);
    expect(defenderFacts(item, now)).toEqual({
      ...facts,
      installed: true,
      product_version: '4.18.26100.9',
      signatures_date: '2026-11-20T00:00:00Z',
      signatures_current: true,
    });
    expect(lastFullScan(item, now)).toBe(scan);
  });

  test('not running is a no for both, and no date is no date', () => {
    const [item = {}] = items('defender-off.json');
    expect(defenderFacts(item, now)).toMatchObject({ running: false, realtime: false });
    expect(defenderFacts(item, now)?.signatures_date).toBeUndefined();
  });

  test.each([
    {
      name: 'EDR block mode leaves real-time to another',
      item: { AMRunningMode: 'EDR Block Mode' },
      realtime: false,
      mode: 'passive',
    },
    {
      name: 'side by side',
      item: { AMRunningMode: 'SxS Passive Mode' },
      realtime: false,
      mode: 'passive',
    },
    {
      name: 'a mode nobody knows',
      item: { AMRunningMode: 'Bình thường' },
      realtime: undefined,
      mode: undefined,
    },
    {
      name: 'a switch that is missing',
      item: { RealTimeProtectionEnabled: undefined },
      realtime: undefined,
      mode: undefined,
    },
    { name: 'no mode told', item: { AMRunningMode: null }, realtime: undefined, mode: undefined },
    {
      name: 'on-access off',
      item: { OnAccessProtectionEnabled: false },
      realtime: false,
      mode: undefined,
    },
    { name: 'antivirus off', item: { AntivirusEnabled: false }, realtime: false, mode: undefined },
    { name: 'service off', item: { AMServiceEnabled: false }, realtime: false, mode: undefined },
  ])('$name', ({ item, realtime, mode }) => {
    const [whole = {}] = items('defender-normal-5.1.json');
    const facts = defenderFacts({ ...whole, ...item }, now);
    expect([facts?.realtime, facts?.mode]).toEqual([realtime, mode]);
  });

  test.each([
    '/Date(-11644473600000)/',
    '/Date(-62135596800000)/',
    '1601-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2026-11-26T00:00:00Z',
    '2026-11-20T00:00:00',
    '20/11/2026',
    '',
    0,
    null,
  ])('a date of signatures %j is unknown', (date) => {
    const [whole = {}] = items('defender-normal-5.1.json');
    const facts = defenderFacts({ ...whole, AntivirusSignatureLastUpdated: date }, now);
    expect(facts?.signatures_date).toBeUndefined();
  });

  test('an object that says nothing is no status', () => {
    expect(defenderFacts({}, now)).toBeUndefined();
    expect(defenderFacts({ AMProductVersion: '4' }, now)).toBeUndefined();
  });
});

describe('the machine itself', () => {
  test.each([
    {
      file: 'version-11.json',
      version: {
        os_name: 'Windows 11 Pro',
        os_version: '25H2',
        os_build: '26200.7171',
        os_edition: 'Professional',
        kind: 'workstation',
      },
    },
    {
      file: 'version-server.json',
      version: {
        os_name: 'Windows Server 2022 Standard',
        os_version: '21H2',
        os_build: '20348.4297',
        os_edition: 'ServerStandard',
        kind: 'server',
      },
    },
  ])('$file', ({ file, version }) => {
    expect(windowsVersion(items(file)[0] ?? {})).toEqual(version);
  });

  test('Windows 10 stays Windows 10', () => {
    const item = {
      ProductName: 'Windows 10 Pro',
      CurrentBuildNumber: '19045',
      InstallationType: 'Client',
    };
    expect(windowsVersion(item).os_name).toBe('Windows 10 Pro');
  });

  test.each([
    { name: 'all on', items: items('firewall-on.json'), on: true },
    { name: 'one off', items: items('firewall-public-off.json'), on: false },
    {
      name: 'one not configured',
      items: [
        ...items('firewall-on.json').slice(0, 2),
        { Name: 'Public', Enabled: 'NotConfigured' },
      ],
      on: undefined,
    },
    { name: 'one missing', items: items('firewall-on.json').slice(0, 2), on: undefined },
    { name: 'none', items: [], on: undefined },
  ])('firewall: $name', (each) => expect(windowsFirewall(each.items)).toBe(each.on));

  const [system = {}] = items('bitlocker-on.json');
  test.each([
    { name: 'protected', volumes: items('bitlocker-on.json'), encrypted: true },
    { name: 'suspended', volumes: [{ ...system, ProtectionStatus: 'Off' }], encrypted: false },
    {
      name: 'still encrypting',
      volumes: [{ ...system, VolumeStatus: 'EncryptionInProgress', EncryptionPercentage: 40 }],
      encrypted: false,
    },
    {
      name: 'not encrypted',
      volumes: [
        {
          ...system,
          VolumeStatus: 'FullyDecrypted',
          ProtectionStatus: 'Off',
          EncryptionPercentage: 0,
        },
      ],
      encrypted: false,
    },
    { name: 'locked', volumes: [{ ...system, ProtectionStatus: 'Unknown' }], encrypted: undefined },
    {
      name: 'less than all of it',
      volumes: [{ ...system, EncryptionPercentage: 99 }],
      encrypted: undefined,
    },
    {
      name: 'data volumes only',
      volumes: items('bitlocker-on.json').slice(1),
      encrypted: undefined,
    },
    { name: 'nothing', volumes: [], encrypted: undefined },
  ])('disk: $name', ({ volumes, encrypted }) =>
    expect(systemDiskEncrypted(volumes)).toBe(encrypted),
  );

  test('the last update is the newest day that can be true', () => {
    expect(lastUpdate(items('updates.json'), now)).toBe('2026-11-12');
    expect(lastUpdate([], now)).toBeUndefined();
  });

  test('services have a name and whether they run, nothing else', () => {
    const list = [
      { Name: 'WinDefend', Started: true, PathName: 'C:\\x' },
      { Started: true },
      { Name: 'a' },
    ];
    expect(windowsServices(list)).toEqual([
      { name: 'WinDefend', running: true },
      { name: 'a', running: undefined },
    ]);
  });
});
