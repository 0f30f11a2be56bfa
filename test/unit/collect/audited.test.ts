import { beforeAll, expect, test } from 'vitest';
import { collectMachine } from '../../../src/collect/collect-machine.js';
import { reportLines } from '../../../src/collect/report-file.js';
import type { Machine } from '../../../src/domain/machine.js';
import { type Judged, judge } from '../fleet/support.js';
import { client, machine, now, products, recorded, said, unix, windows } from './fixtures.js';

// What an audit makes of the reports that machines write on themselves.

const mdatp = JSON.parse(recorded('linux/mdatp-healthy.json'));
const withMdatp = (more: object, processes = ['wdavdaemon']) =>
  unix('linux', { mdatp: JSON.stringify({ ...mdatp, ...more }) }, processes);

interface Case {
  readonly name: string;
  readonly machine: Machine;
  readonly verdict: string;
  readonly installed: string;
}

const cases: readonly Case[] = [
  {
    name: 'passive Defender beside Kaspersky that is on',
    machine: windows(
      {
        ...client,
        antivirus: 'antivirus-kes-defender.json',
        defender: 'defender-passive.json',
        services: 'services-kes.json',
      },
      ['avp.exe', 'klnagent.exe'],
    ),
    verdict: 'protected',
    installed: 'yes',
  },
  {
    name: 'Defender on',
    machine: windows(
      {
        ...client,
        antivirus: said(
          '{"ok":true,"items":[{"displayName":"Windows Defender","productState":397568,"present":true}]}',
        ),
        defender: 'defender-normal-5.1.json',
      },
      ['MsMpEng.exe'],
    ),
    verdict: 'protected',
    installed: 'yes',
  },
  {
    name: 'Defender off and nothing else registered',
    machine: windows({ ...client, defender: 'defender-off.json' }, ['explorer.exe']),
    verdict: 'unprotected',
    installed: 'no',
  },
  {
    name: 'Defender off, the Security Center silent',
    machine: windows(
      { ...client, antivirus: 'access-denied.json', defender: 'defender-off.json' },
      ['explorer.exe'],
    ),
    verdict: 'unknown',
    installed: 'unknown',
  },
  {
    name: 'a record that outlived its product, Defender off',
    machine: windows(
      {
        ...client,
        antivirus: said(
          '{"ok":true,"items":[{"displayName":"Apex One Antivirus","productState":266240,"present":false}]}',
        ),
        defender: 'defender-off.json',
      },
      ['explorer.exe'],
    ),
    verdict: 'unknown',
    installed: 'unknown',
  },
  {
    name: 'nothing registered and no Defender',
    machine: windows(
      { ...client, services: said('{"ok":true,"items":[{"Name":"wscsvc","Started":true}]}') },
      ['explorer.exe'],
    ),
    verdict: 'unprotected',
    installed: 'no',
  },
  {
    name: 'a server without Security Center and without Defender',
    machine: windows(
      {
        ...client,
        version: 'version-server.json',
        antivirus: 'no-namespace.json',
        services: 'empty.json',
      },
      ['explorer.exe'],
    ),
    verdict: 'unknown',
    installed: 'unknown',
  },
  { name: 'mdatp on', machine: withMdatp({}), verdict: 'protected', installed: 'yes' },
  {
    name: 'mdatp healthy and passive',
    machine: withMdatp({ passiveModeEnabled: true }),
    verdict: 'unprotected',
    installed: 'yes',
  },
  {
    name: 'mdatp healthy, real-time off',
    machine: withMdatp({ realTimeProtectionEnabled: { value: false } }),
    verdict: 'unprotected',
    installed: 'yes',
  },
  {
    name: 'mdatp unhealthy',
    machine: withMdatp({ healthy: false }),
    verdict: 'unknown',
    installed: 'yes',
  },
  {
    name: 'clamd without on-access scanning',
    machine: unix('linux', { clamdscan: 'ClamAV 1.4.6/27820/Mon Nov 23 10:34:56 2026\n' }, [
      'clamd',
      'freshclam',
    ]),
    verdict: 'unprotected',
    installed: 'no',
  },
  {
    name: 'Falcon registered and healthy: whether it blocks stands in the console',
    machine: unix('linux', { '/opt/CrowdStrike/falconctl': recorded('linux/falconctl.txt') }, [
      'falcon-sensor',
    ]),
    verdict: 'unknown',
    installed: 'yes',
  },
  {
    name: 'Falcon in reduced functionality mode',
    machine: unix(
      'linux',
      { '/opt/CrowdStrike/falconctl': recorded('linux/falconctl.txt').replace('false', 'true') },
      ['falcon-sensor'],
    ),
    verdict: 'unprotected',
    installed: 'yes',
  },
  {
    name: 'only a management agent',
    machine: unix('linux', {}, ['klnagent']),
    verdict: 'unknown',
    installed: 'unknown',
  },
  {
    name: 'nothing could be asked',
    machine: machine('windows', () => undefined),
    verdict: 'unknown',
    installed: 'unknown',
  },
];

let judged: Judged;
beforeAll(async () => {
  const files = cases.map(async ({ machine }, index) => {
    const { records } = await collectMachine(machine, products, now);
    // All cases are judged at once: each is a machine of its own.
    const own = records.map((each) => ({
      ...each,
      host: `PC${index}`,
      hardware_uuid: undefined,
      serial: undefined,
      machine_id: undefined,
      macs: undefined,
      fqdn: undefined,
    }));
    return [`so-a/pc${index}.jsonl`, reportLines(own)] as const;
  });
  judged = await judge({ files: Object.fromEntries(await Promise.all(files)) });
});

test('every record is used, and none of its words is odd', () => {
  expect(judged.refused).toEqual([]);
  expect(judged.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(judged.endpoints).toHaveLength(cases.length);
});

test.each(cases.map((each, index) => ({ ...each, index })))(
  '$name: $verdict',
  ({ index, verdict, installed }) => {
    const found = judged.endpoints.find(
      ({ row }) => String(row['name']).toUpperCase() === `PC${index}`,
    );
    expect([found?.verdict, found?.installed]).toEqual([verdict, installed]);
  },
);

test('two machines of one name keep their own products', async () => {
  const twins = [
    { mdatp: recorded('linux/mdatp-healthy.json'), serial: 'AAA111', last: '1' },
    { mdatp: JSON.stringify({ ...mdatp, passiveModeEnabled: true }), serial: 'BBB222', last: '2' },
  ];
  const files = twins.map(async ({ mdatp, serial, last }) => {
    const twin = machine('linux', ({ tool }) => (tool === 'mdatp' ? said(mdatp) : undefined), {
      identity: {
        serial,
        hardwareUuid: `4c4c4544-0058-4b10-8032-b7c04f4d393${last}`,
        interfaces: [{ mac: `8c:ec:4b:12:34:5${last}`, virtual: false, internal: false }],
      },
    });
    const { records } = await collectMachine(twin, products, now);
    return [`so-a/${serial}.jsonl`, reportLines(records)] as const;
  });
  const { endpoints } = await judge({ files: Object.fromEntries(await Promise.all(files)) });
  expect(endpoints.map(({ facts }) => facts['realtime_blocking'])).toEqual([true, false]);
});
