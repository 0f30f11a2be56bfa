import type { IsoDate } from '../../src/domain/dates.js';
import type { Machine } from './machines.js';
import {
  americanShort,
  type Moment,
  momentOf,
  secondsPerDay,
  vietnameseSecond,
} from './moments.js';
import type { Random } from './random.js';

export interface AdOptions {
  readonly dates: 'vietnamese' | 'american';
  /** The first line that PowerShell 5 writes without `-NoTypeInformation`. */
  readonly typeLine: boolean;
  /** Organisational unit, already as PowerShell's ASCII leaves it. */
  readonly unit: string;
  /** Columns that nobody needs, as `-Properties *` brings them. */
  readonly extraColumns: boolean;
  /** Accounts of machines that are gone: disabled, or enabled but silent for more than 44 days. */
  readonly disabled: number;
  readonly dead: number;
  readonly code: string;
  readonly asOf: IsoDate;
}

interface Account {
  readonly name: string;
  readonly domain: string;
  readonly enabled: boolean;
  readonly lastLogon: Moment;
  readonly systemName: string;
  readonly systemVersion: string;
  readonly id: string;
  readonly server: boolean;
}

const columns = [
  'DistinguishedName',
  'DNSHostName',
  'Enabled',
  'LastLogonDate',
  'Name',
  'ObjectGUID',
  'OperatingSystem',
  'OperatingSystemVersion',
  'SamAccountName',
];

/**
 * `Get-ADComputer … | Export-Csv`: every value quoted, CRLF. Dates follow the operator's Windows. The directory writes
 * a logon down only every 9 to 14 days, so its dates trail the truth.
 */
export function adExport(machines: readonly Machine[], options: AdOptions, random: Random): string {
  const accounts = [
    ...machines.map((machine) => accountOf(machine, random)),
    ...goneAccounts(machines, options, random),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  const header = options.extraColumns ? [...columns, 'ObjectClass', 'UserPrincipalName'] : columns;
  const lines = accounts.map((account) => {
    const cells = cellsOf(account, options);
    return (options.extraColumns ? [...cells, 'computer', ''] : cells).map(quote).join(',');
  });
  const typeLine = options.typeLine
    ? ['#TYPE Microsoft.ActiveDirectory.Management.ADComputer']
    : [];
  return [...typeLine, header.map(quote).join(','), ...lines, ''].join('\r\n');
}

function accountOf(machine: Machine, random: Random): Account {
  return {
    name: machine.host,
    domain: machine.domain,
    enabled: true,
    lastLogon: machine.lastActive - random.int(0, 9) * secondsPerDay - random.int(0, 20_000),
    systemName: machine.system.caption,
    systemVersion: `${machine.system.kernel} (${machine.system.build})`,
    id: machine.directoryId,
    server: machine.kind === 'server',
  };
}

function goneAccounts(machines: readonly Machine[], options: AdOptions, random: Random): Account[] {
  const domain = machines[0]?.domain ?? '';
  return Array.from({ length: options.disabled + options.dead }, (_, index) => ({
    name: `${options.code}-CU-${String(index + 1).padStart(3, '0')}`,
    domain,
    enabled: index >= options.disabled,
    lastLogon:
      momentOf(options.asOf, random.int(27_000, 60_000)) - random.int(70, 700) * secondsPerDay,
    ...random.pick(goneSystems),
    id: [8, 4, 4, 4, 12].map((digits) => random.hex(digits)).join('-'),
    server: false,
  }));
}

const goneSystems = [
  { systemName: 'Windows 7 Professional', systemVersion: '6.1 (7601)' },
  { systemName: 'Windows 10 Pro', systemVersion: '10.0 (18363)' },
];

function cellsOf(account: Account, options: AdOptions): string[] {
  const date = options.dates === 'american' ? americanShort : vietnameseSecond;
  const place = account.server ? 'May chu' : 'May tram';
  const controllers = account.domain.split('.').map((part) => `DC=${part}`);
  return [
    `CN=${account.name},OU=${place},OU=${options.unit},${controllers.join(',')}`,
    `${account.name.toLowerCase()}.${account.domain}`,
    account.enabled ? 'True' : 'False',
    date(account.lastLogon),
    account.name,
    account.id,
    account.systemName,
    account.systemVersion,
    `${account.name.slice(0, 15).toUpperCase()}$`,
  ];
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
