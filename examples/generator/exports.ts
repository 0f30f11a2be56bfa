import { collectedReports } from './collected-reports.js';
import { defenderExport } from './defender-export.js';
import { dhcpExport } from './dhcp-export.js';
import { fleetExport } from './fleet-export.js';
import { glpiExport } from './glpi-export.js';
import { intuneExport } from './intune-export.js';
import { kscReport } from './ksc-report.js';
import { listWorkbook } from './list-workbook.js';
import type { Machine } from './machines.js';
import type { Moment } from './moments.js';
import { osqueryLog } from './osquery-log.js';
import type { Random } from './random.js';
import { sentinelOneExport } from './sentinelone-export.js';
import { sophosExport } from './sophos-export.js';
import { visionOneExport } from './vision-one-export.js';
import { wazuhExport } from './wazuh-export.js';
import { workbookFile } from './workbook-file.js';

/** What a file holds; workbooks take a moment to be written. */
export type FileContent = string | Uint8Array | Promise<Uint8Array>;

/** Whose machines are exported, and when. */
export interface ExportContext {
  readonly agencyName: string;
  /** First part of the group's host names. */
  readonly code: string;
  readonly exportedAt: Moment;
  readonly random: Random;
}

/** Files by name: their content. */
type Exporter = (
  machines: readonly Machine[],
  context: ExportContext,
) => Readonly<Record<string, FileContent>>;

/** Things on the network of an office that have leases and aren't its computers. */
export function otherDevices(code: string): readonly string[] {
  return [`${code}-MAYIN-01`, 'android-may-ca-nhan'];
}

/** Consoles and tools beside those that a scenario describes by itself. Each draws from a seed of its own. */
const exporters = {
  defender: (machines, { random }) => {
    const reports = defenderExport(machines, { antivirusPages: 'all' }, random);
    return { 'defender-may.json': reports.machines, 'defender-virus.json': reports.antivirus };
  },
  defender_first_page: (machines, { random }) => {
    const reports = defenderExport(machines, { antivirusPages: 'first' }, random);
    return {
      'defender-may.json': reports.machines,
      'defender-virus-trang-1.json': reports.antivirus,
    };
  },
  intune: (machines, { random }) => {
    const reports = intuneExport(machines, random);
    return {
      'intune-thiet-bi.zip': reports.devices,
      'intune-defender.zip': reports.defenderAgents,
    };
  },
  ksc_report: (machines, { code, random }) => ({
    'ksc-trang-thai-bao-ve.xlsx': workbookFile(kscReport(machines, { group: code }, random)),
  }),
  vision_one: (machines, { random }) => ({ 'vision-one.json': visionOneExport(machines, random) }),
  sentinelone: (machines, { random }) => ({
    'sentinelone.json': sentinelOneExport(machines, random),
  }),
  sophos: (machines, { random }) => ({ 'sophos.json': sophosExport(machines, random) }),
  glpi: (machines, { code, random }) => ({
    'glpi-kiem-ke.json': glpiExport(machines, { tag: code }, random),
  }),
  osquery: (machines, { random }) => ({ 'osquery-ket-qua.log': osqueryLog(machines, random) }),
  fleet: (machines, { random }) => ({ 'fleet-may.json': fleetExport(machines, random) }),
  wazuh: (machines, { random }) => ({ 'wazuh-tac-tu.json': wazuhExport(machines, random) }),
  dhcp: (machines, { code, exportedAt, random }) => ({
    'dhcp.csv': dhcpExport(machines, { exportedAt, others: otherDevices(code) }, random),
  }),
  list_workbook: (machines, { agencyName, exportedAt }) => ({
    'danh-sach-may-tinh.xlsx': workbookFile(
      listWorkbook(machines, { agencyName, exportedAt, product: 'Kaspersky Endpoint Security' }),
    ),
  }),
  /** Each file tells its own date. */
  collected: (machines, { random }) => Object.fromEntries(collectedReports(machines, random)),
} as const satisfies Readonly<Record<string, Exporter>>;

export type ExportName = keyof typeof exporters;

/** The files of one tool. A pure function of its arguments and the state of the context's `random`. */
export function exportFiles(
  name: ExportName,
  machines: readonly Machine[],
  context: ExportContext,
): readonly (readonly [name: string, content: FileContent])[] {
  return Object.entries((exporters[name] as Exporter)(machines, context));
}
