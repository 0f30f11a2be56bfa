import type { CellModel, WorkbookModel } from '../../src/documents/spreadsheet/workbook.js';
import type { Machine, Protection } from './machines.js';
import { americanLong, secondsPerDay } from './moments.js';
import type { Random } from './random.js';

export interface KscReportOptions {
  readonly group: string;
}

const header = [
  'Status',
  'Device',
  'IPv4',
  'Group',
  'Reason',
  'Device status defined by application',
  'OS',
  'Anti-malware database date',
  'Last full scan',
];

/** Colour and reason of the console; what it doesn't find fault with is OK. */
const states: Readonly<Partial<Record<Protection, readonly [status: string, reason: string]>>> = {
  slightly_old: ['Warning', 'Databases are outdated'],
  outdated: ['Critical', 'Databases are outdated'],
  stopped: ['Critical', 'Protection is disabled'],
  suspended: ['Warning', 'Protection is paused'],
  failure: ['Critical', 'Protection is disabled'],
  not_installed: ['Critical', 'Security application is not installed'],
  stale: ['Critical', 'Not connected for a long time'],
};

/**
 * Report "Protection status" of Kaspersky Security Center as a workbook: its sheet Details, with the report's title above
 * the header. It doesn't tell when a device was last connected, nor whether protection runs.
 */
export function kscReport(
  machines: readonly Machine[],
  { group }: KscReportOptions,
  random: Random,
): WorkbookModel {
  const rows = machines
    .filter(({ protection }) => protection !== 'missing')
    .map((machine) => ({ cells: rowOf(machine, group, random).map(text) }));
  return {
    title: 'Protection status',
    sheets: [
      {
        name: 'Details',
        columns: header.map((name) => ({ width: name.length + 6 })),
        rows: [{ cells: [text('Protection status report')] }, { cells: header.map(text) }, ...rows],
      },
    ],
  };
}

function rowOf(machine: Machine, group: string, random: Random): string[] {
  const { protection } = machine;
  const [status, reason] = states[protection] ?? ['OK', ''];
  const installed = protection !== 'not_installed';
  const scanned = machine.lastActive - random.int(2, 60) * secondsPerDay;
  return [
    status,
    machine.netbios,
    machine.ip,
    group,
    reason,
    installed ? status : '',
    machine.system.kaspersky,
    installed ? americanLong(machine.databases) : '',
    installed ? americanLong(scanned) : '',
  ];
}

function text(value: string): CellModel {
  return { value };
}
