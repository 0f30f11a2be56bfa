import { archive } from './archive.js';
import type { Machine } from './machines.js';
import { isoInstant, type Moment, secondsPerDay } from './moments.js';
import type { Random } from './random.js';

/** Two reports of Microsoft Intune, each as the portal gives it: one CSV in an archive. */
export interface IntuneReports {
  readonly devices: Uint8Array;
  readonly defenderAgents: Uint8Array;
}

type Row = Readonly<Record<string, string>>;

/**
 * The workstations that Intune manages: Windows 10 and 11, no servers. Another product protects them, so Defender has stepped
 * back: its report calls them unprotected. A device may be compliant while its disk isn't encrypted.
 */
export function intuneExport(machines: readonly Machine[], random: Random): IntuneReports {
  const devices = machines
    .filter(({ kind, system }) => kind === 'workstation' && system.kernel === '10.0')
    .map((machine) => ({ machine, id: guid(random) }));
  const report = (name: string, rows: readonly Row[]) =>
    archive(new Map([[`${name}_${guid(random)}.csv`, csv(rows)]]));
  return {
    devices: report(
      'Devices',
      devices.map(({ machine, id }) => deviceRow(machine, id, random)),
    ),
    defenderAgents: report(
      'DefenderAgents',
      devices.map(({ machine, id }) => agentRow(machine, id, random)),
    ),
  };
}

function deviceRow(machine: Machine, id: string, random: Random): Row {
  return {
    DeviceId: id,
    DeviceName: machine.host,
    LastContact: utc(machine.lastActive, random),
    OSVersion: `10.0.${machine.system.build}.${random.int(1000, 6500)}`,
    SerialNumber: machine.serial,
    EncryptionStatusString: random.chance(0.4) ? 'True' : 'False',
    CompliantState: random.chance(0.9) ? 'Compliant' : 'NonCompliant',
    ManagedBy: 'Intune',
    Ownership: 'Corporate',
    JoinType: 'HybridAzureADJoined',
    SkuFamily: machine.system.edition.startsWith('Pro') ? 'Pro' : 'Enterprise',
    WifiMacAddress: '',
    InGracePeriodUntil: '9999-12-31 23:59:59.0000000',
  };
}

function agentRow(machine: Machine, id: string, random: Random): Row {
  return {
    DeviceId: id,
    DeviceName: machine.host,
    DeviceState: 'Clean',
    MalwareProtectionEnabled: 'False',
    RealTimeProtectionEnabled: 'False',
    NetworkInspectionSystemEnabled: 'False',
    SignatureUpdateOverdue: random.chance(0.3) ? 'True' : 'False',
    TamperProtectionEnabled: 'False',
    IsVirtualMachine: 'False',
    LastQuickScanDateTime: '',
    LastFullScanDateTime: '',
    LastReportedDateTime: utc(machine.lastActive - random.int(0, 1) * secondsPerDay, random),
  };
}

/** `2026-11-20 02:05:07.1234567`: in UTC, though it doesn't say so. */
function utc(moment: Moment, random: Random): string {
  const fraction = String(random.int(0, 9_999_999)).padStart(7, '0');
  return `${isoInstant(moment).slice(0, -1).replace('T', ' ')}.${fraction}`;
}

function csv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => quote(row[column] ?? '')).join(','));
  return `\uFEFF${[columns.join(','), ...lines, ''].join('\r\n')}`;
}

function quote(cell: string): string {
  return cell.includes(',') || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function guid(random: Random): string {
  return [8, 4, 4, 4, 12].map((digits) => random.hex(digits)).join('-');
}
