import type { Machine, Protection } from './machines.js';
import { americanLong, isoLocal, type Moment, secondsPerDay, vietnameseMinute } from './moments.js';
import type { Random } from './random.js';

/** How the operator's console writes dates. */
export type KscDates = 'american' | 'vietnamese' | 'iso';

export interface KscOptions {
  readonly dates: KscDates;
  /** Which columns the operator chose: `short` has neither domain, threats, address nor creation date. */
  readonly columns: 'full' | 'short';
  /** How many machines appear twice because they were installed anew. */
  readonly reimaged: number;
  readonly group: string;
}

type Row = Readonly<Record<string, string>>;

const shortColumns = [
  'Name',
  'Operating system type',
  'Network Agent is installed',
  'Network Agent is running',
  'Last connected to Administration Server',
  'Status',
  'Status description',
  'DNS domain',
  'Application version',
  'Anti-virus databases last updated',
  'Parent group',
  'Real-time protection status',
];

const fullColumns = [
  'Name',
  'Operating system type',
  'Windows domain',
  'Network Agent is installed',
  'Network Agent is running',
  'Last connected to Administration Server',
  'Status',
  'Status description',
  'Information last updated',
  'DNS domain',
  'Total number of threats detected',
  'Connection IP address',
  'Network Agent version',
  'Application version',
  'Anti-virus databases last updated',
  'Operating system release ID',
  'Parent group',
  'Created',
  'Real-time protection status',
];

const dateForms: Readonly<Record<KscDates, (moment: Moment) => string>> = {
  american: americanLong,
  vietnamese: vietnameseMinute,
  iso: isoLocal,
};

/** Device status, its description and the real-time state that the console shows for each state. */
const consoleWords: Readonly<
  Record<Protection, readonly [status: string, description: string, realtime: string]>
> = {
  fine: ['OK', '', 'Running'],
  slightly_old: ['Warning', 'Databases are outdated', 'Running'],
  outdated: ['Critical', 'Databases are outdated', 'Running'],
  stopped: ['Critical', 'Protection is disabled', 'Stopped'],
  suspended: ['Warning', 'Protection is paused', 'Suspended'],
  failure: ['Critical', 'Protection is disabled', 'Failure'],
  not_installed: ['Critical', 'Anti-virus application is not installed', 'Unknown'],
  stale: ['Critical', 'Not connected for a long time', 'Running'],
  missing: ['', '', ''],
};

/**
 * A device list of Kaspersky Security Center: TAB-separated in spite of its name `.csv`, CRLF, one row a device.
 * Machines that are in no console are left out. A machine installed anew has its old, silent row too.
 */
export function kscExport(
  machines: readonly Machine[],
  options: KscOptions,
  random: Random,
): string {
  const columns = options.columns === 'full' ? fullColumns : shortColumns;
  const known = machines.filter((machine) => machine.protection !== 'missing');
  const rows: Row[] = [];
  let reimaged = 0;
  for (const machine of known) {
    if (machine.protection === 'fine' && reimaged < options.reimaged) {
      reimaged += 1;
      rows.push(...twoRows(machine, options, random));
    } else {
      rows.push(deviceRow(machine, options, random));
    }
  }
  rows.sort((a, b) => compare(a['Name'], b['Name']) || compare(a['Status'], b['Status']));
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join('\t'));
  return [columns.join('\t'), ...lines, ''].join('\r\n');
}

function deviceRow(machine: Machine, options: KscOptions, random: Random): Row {
  const date = dateForms[options.dates];
  const [status, description, realtime] = consoleWords[machine.protection];
  const installed = machine.protection !== 'not_installed';
  const silent = machine.protection === 'stale';
  const longName = machine.host.length > 15;
  return {
    Name: machine.netbios,
    'Operating system type': machine.system.kaspersky,
    'Windows domain': (machine.domain.split('.')[0] ?? '').toUpperCase(),
    'Network Agent is installed': 'Yes',
    'Network Agent is running': silent ? 'No' : 'Yes',
    'Last connected to Administration Server': date(machine.lastActive),
    Status: status,
    'Status description': moreReasons(description, machine.protection, random),
    'Information last updated': date(machine.lastActive),
    'DNS domain': longName ? '' : machine.domain,
    'Total number of threats detected': installed
      ? String(random.chance(0.06) ? random.int(1, 9) : 0)
      : '',
    'Connection IP address': machine.ip,
    'Network Agent version': '15.1.0.1748',
    'Application version': installed ? random.pick(['12.8.0.505', '12.6.0.438', '12.4.0.467']) : '',
    'Anti-virus databases last updated': installed ? date(machine.databases) : '',
    'Operating system release ID': machine.system.release,
    'Parent group': options.group,
    Created: date(machine.installedOn),
    'Real-time protection status': realtime,
  };
}

/** A machine that was installed anew: its row of today, and the one before, silent since then. */
function twoRows(machine: Machine, options: KscOptions, random: Random): Row[] {
  const silentFor = random.int(40, 110) * secondsPerDay;
  const before: Machine = {
    ...machine,
    protection: 'stale',
    lastActive: machine.lastActive - silentFor,
    databases: machine.databases - silentFor,
  };
  const today: Machine = { ...machine, installedOn: before.lastActive + 3 * 3600 };
  return [deviceRow(today, options, random), deviceRow(before, options, random)];
}

/** A second reason joins some cells, as the console does when several conditions hold. */
function moreReasons(description: string, protection: Protection, random: Random): string {
  if (protection === 'outdated' && random.chance(0.2)) return `${description}; Restart is required`;
  if (protection === 'stale' && random.chance(0.3)) return `${description}; Databases are outdated`;
  return description;
}

function compare(a: string | undefined, b: string | undefined): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}
