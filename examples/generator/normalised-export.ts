import { macText } from './mac-text.js';
import type { Machine } from './machines.js';
import { isoDay, isoInstant, type Moment, secondsPerDay } from './moments.js';
import type { Random } from './random.js';

export interface NormalisedOptions {
  readonly agency: string;
  readonly form: 'ndjson' | 'json' | 'csv';
}

/** Members of one record; absent = unknown. */
type Observation = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

const columns = [
  'agency',
  'host',
  'hardware_uuid',
  'serial',
  'manufacturer',
  'macs',
  'kind',
  'virtual',
  'os_name',
  'os_version',
  'os_build',
  'os_edition',
  'observed_at',
  'last_seen',
  'grade',
  'all_products',
  'product',
  'product_version',
  'installed',
  'running',
  'realtime',
  'mode',
  'signatures_date',
  'signatures_current',
  'auto_update',
  'managed',
  'tamper_protection',
  'open_threats',
  'firewall',
  'disk_encrypted',
  'last_patch',
  'screen_lock_minutes',
];

const others: readonly (readonly [product: string, version: string, managed: boolean])[] = [
  ['Bkav Endpoint AI', '2.0.1', true],
  ['ESET Endpoint Antivirus', '11.1.2052.0', true],
  ['Kaspersky Endpoint Security for Windows', '12.6.0.438', true],
  ['Avast Free Antivirus', '24.9.6130', false],
  ['Smadav', '15.2', false],
];

/**
 * What local collectors of the machines found, in the product's own format. Machines in state `missing` ran no
 * collector. Defender gives two records: Windows Security Center (grade B, sees every product) and Defender's own
 * status (grade A).
 */
export function normalisedExport(
  machines: readonly Machine[],
  options: NormalisedOptions,
  random: Random,
): string {
  const records = machines
    .filter((machine) => machine.protection !== 'missing')
    .flatMap((machine) => observationsOf(machine, options.agency, random));
  switch (options.form) {
    case 'ndjson':
      return records.map((record) => `${JSON.stringify(record)}\n`).join('');
    case 'json':
      return `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;
    case 'csv':
      return [columns.join(','), ...records.map(csvLine), ''].join('\n');
  }
}

function observationsOf(machine: Machine, agency: string, random: Random): Observation[] {
  const identity = {
    agency,
    host: machine.host,
    hardware_uuid: machine.uuid,
    serial: machine.serial,
    manufacturer: machine.manufacturer,
    macs: [macText(machine.mac, ':')],
    kind: machine.kind,
    virtual: machine.virtual,
    os_name: machine.system.caption,
    os_version: machine.system.release === '' ? undefined : machine.system.release,
    os_build: `${machine.system.kernel}.${machine.system.build}`,
    os_edition: machine.system.edition,
    observed_at: isoInstant(machine.lastActive),
    last_seen: isoInstant(machine.lastActive),
  };
  const posture = {
    firewall: random.chance(0.94),
    disk_encrypted: random.chance(0.25),
    last_patch: isoDay(lastPatch(machine, random)),
    screen_lock_minutes: random.pick([5, 10, 15, 15, 15, 30, 60]),
  };
  if (machine.protection === 'not_installed') {
    // Security Center names no product: for this machine that is a "no" about all of them.
    return [{ ...identity, grade: 'B', all_products: true, installed: false, ...posture }];
  }
  if (machine.kind === 'server') {
    // Windows Server has no Security Center; the services are all that a collector sees.
    return [
      {
        ...identity,
        grade: 'C',
        all_products: false,
        product: 'Kaspersky Security for Windows Server',
        installed: true,
        running: machine.protection !== 'stopped',
        ...posture,
      },
    ];
  }
  return random.chance(0.65)
    ? defenderRecords(machine, identity, posture, random)
    : otherRecords(machine, identity, posture, random);
}

function defenderRecords(
  machine: Machine,
  identity: Observation,
  posture: Observation,
  random: Random,
): Observation[] {
  const on = isOn(machine);
  const fresh = machine.lastActive - machine.databases <= 7 * secondsPerDay;
  const center = {
    ...identity,
    grade: 'B',
    all_products: true,
    product: 'Windows Defender',
    installed: true,
    running: on,
    realtime: on,
    signatures_current: fresh,
    ...posture,
  };
  const status = {
    ...identity,
    grade: 'A',
    all_products: false,
    product: 'Microsoft Defender Antivirus',
    product_version: '4.18.26090.6',
    installed: true,
    running: on || machine.protection === 'suspended',
    realtime: on,
    mode: 'block',
    signatures_date: isoDay(machine.databases),
    auto_update: true,
    managed: false,
    tamper_protection: random.chance(0.8),
    open_threats: random.chance(0.03) ? 1 : 0,
  };
  return [center, status];
}

function otherRecords(
  machine: Machine,
  identity: Observation,
  posture: Observation,
  random: Random,
): Observation[] {
  const [product, version, managed] = random.pick(others);
  const on = isOn(machine);
  return [
    {
      ...identity,
      grade: 'B',
      all_products: true,
      product,
      product_version: version,
      installed: true,
      running: on,
      realtime: on,
      signatures_date: isoDay(machine.databases),
      signatures_current: machine.lastActive - machine.databases <= 7 * secondsPerDay,
      managed: managed ? undefined : false,
      ...posture,
    },
  ];
}

function isOn(machine: Machine): boolean {
  return !['stopped', 'suspended', 'failure'].includes(machine.protection);
}

/** Most machines were patched within a month of their last contact; the old ones were left behind long ago. */
function lastPatch(machine: Machine, random: Random): Moment {
  const days =
    machine.system.kernel === '10.0' && random.chance(0.85)
      ? random.int(2, 30)
      : random.int(40, 300);
  return machine.lastActive - days * secondsPerDay;
}

function csvLine(record: Observation): string {
  return columns
    .map((column) => {
      const value = record[column];
      const text = Array.isArray(value) ? value.join(';') : String(value ?? '');
      return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
}
