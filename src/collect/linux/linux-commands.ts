import type { MachineCommand } from '../../domain/machine.js';
import type { VendorStatus } from '../vendor-status.js';
import { falconFacts } from '../vendors/falconctl.js';
import { keslFacts } from '../vendors/kesl.js';
import { mdatpFacts } from '../vendors/mdatp.js';
import { sentinelFacts } from '../vendors/sentinelctl.js';

const command = (tool: string, ...args: readonly string[]): MachineCommand => ({ tool, args });

/** What is asked of Linux besides the products themselves. All print the same in every language under `LC_ALL=C`. */
export const linuxCommands = {
  /** Units in memory, with their state: blank-line separated blocks of `Name=value`. */
  units: command(
    'systemctl',
    'show',
    '--no-pager',
    '--property=Id,LoadState,ActiveState,SubState,UnitFileState',
    '*.service',
    '*.timer',
  ),
  /** Units that are installed but may not be in memory: stopped and not enabled. */
  unitFiles: command(
    'systemctl',
    'list-unit-files',
    '--no-pager',
    '--no-legend',
    '--plain',
    '--type=service',
  ),
  disks: command('lsblk', '-J', '-o', 'NAME,TYPE,FSTYPE,MOUNTPOINTS'),
  /** Before util-linux 2.37 there was one mount point a device. */
  oldDisks: command('lsblk', '-J', '-o', 'NAME,TYPE,FSTYPE,MOUNTPOINT'),
  nft: command('nft', '-j', 'list', 'ruleset'),
  ufw: command('ufw', 'status', 'verbose'),
  /** 252: it isn't running. */
  firewalld: { ...command('firewall-cmd', '--state'), answers: [252] },
  firewalldZone: command('firewall-cmd', '--get-default-zone'),
  clamConfiguration: command('clamconf'),
} as const satisfies Readonly<Record<string, MachineCommand>>;

/** Each prints the version line; the first that is installed is asked. */
export const clamVersionCommands: readonly MachineCommand[] = [
  'clamdscan',
  'clamd',
  'clamscan',
].map((tool) => command(tool, '--version'));

/** Products that tell their state themselves (catalogue, `status_command`). */
export const linuxVendors: readonly VendorStatus[] = [
  {
    product: 'microsoft-defender-for-endpoint',
    commands: [command('mdatp', 'health', '--output', 'json')],
    read: mdatpFacts,
  },
  {
    product: 'kaspersky-endpoint-security',
    commands: ['kesl-control', '/opt/kaspersky/kesl/bin/kesl-control'].map((tool) =>
      command(tool, '--app-info', '--json'),
    ),
    read: keslFacts,
  },
  {
    product: 'crowdstrike-falcon',
    commands: [command('/opt/CrowdStrike/falconctl', '-g', '--aid', '--rfm-state', '--version')],
    read: falconFacts,
  },
  {
    product: 'sentinelone',
    commands: ['/opt/sentinelone/bin/sentinelctl', 'sentinelctl'].map((tool) =>
      command(tool, 'control', 'status'),
    ),
    read: sentinelFacts,
  },
];
