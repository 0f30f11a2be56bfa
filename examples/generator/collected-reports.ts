import type { EndpointRecord } from '../../src/collect/record.js';
import { reportFileName, reportLines } from '../../src/collect/report-file.js';
import type { Machine } from './machines.js';
import { isoDay, isoInstant, secondsPerDay, unixTime } from './moments.js';
import type { Random } from './random.js';

const kaspersky = 'Kaspersky Endpoint Security for Windows';
const defender = 'Microsoft Defender Antivirus';

/**
 * One file a machine, as `tuanthu collect` writes them to a shared folder: file names with contents. Machines in state
 * `missing` were switched off when it ran.
 */
export function collectedReports(
  machines: readonly Machine[],
  random: Random,
): ReadonlyMap<string, string> {
  return new Map(
    machines
      .filter(({ protection }) => protection !== 'missing')
      .map((machine) => [
        reportFileName(machine.host, unixTime(machine.lastActive) * 1000, random.hex(6)),
        reportLines(recordsOf(machine, random)),
      ]),
  );
}

/** The machine first, then what the Security Center and Defender itself say; of servers their services only. */
function recordsOf(machine: Machine, random: Random): readonly EndpointRecord[] {
  const moment = isoInstant(machine.lastActive);
  const common = { host: machine.host, last_seen: moment, observed_at: moment };
  const { protection, system } = machine;
  const identity: EndpointRecord = {
    ...common,
    grade: 'C',
    fqdn: `${machine.host}.${machine.domain}`.toLowerCase(),
    hardware_uuid: machine.uuid,
    serial: machine.serial,
    manufacturer: machine.manufacturer,
    macs: [machine.mac.toUpperCase()],
    kind: machine.kind,
    virtual: machine.virtual,
    os_name: system.caption,
    os_version: system.release === '' ? undefined : system.release,
    os_build: `${system.kernel}.${system.build}`,
    os_edition: system.edition,
    firewall: random.chance(0.94),
    disk_encrypted: random.chance(0.3),
    last_patch: isoDay(machine.lastActive - random.int(2, 40) * secondsPerDay),
  };
  const isOn = !['stopped', 'suspended', 'failure'].includes(protection);
  const running = protection !== 'stopped';
  if (machine.kind === 'server')
    return [
      identity,
      {
        ...common,
        grade: 'C',
        product: 'Kaspersky Security for Windows Server',
        installed: true,
        running,
      },
    ];
  if (protection === 'not_installed')
    return [identity, { ...common, grade: 'B', all_products: true, installed: false }];
  const isFresh = machine.lastActive - machine.databases <= 7 * secondsPerDay;
  const found: EndpointRecord[] = [
    {
      ...common,
      grade: 'B',
      all_products: true,
      product: kaspersky,
      installed: true,
      running: isOn || undefined,
      realtime: isOn,
      signatures_current: isFresh,
    },
  ];
  // Older releases of Windows have no Defender that could be asked.
  if (system.kernel === '10.0')
    found.push({
      ...common,
      grade: 'A',
      all_products: true,
      product: defender,
      product_version: '4.18.26090.6',
      installed: true,
      running: false,
      realtime: false,
    });
  return [identity, ...found];
}
