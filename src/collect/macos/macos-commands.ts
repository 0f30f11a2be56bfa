import type { MachineCommand } from '../../domain/machine.js';
import type { VendorStatus } from '../vendor-status.js';
import { mdatpFacts } from '../vendors/mdatp.js';

const command = (tool: string, ...args: readonly string[]): MachineCommand => ({ tool, args });

/** What is asked of macOS besides the products themselves. */
export const macosCommands = {
  disk: command('/usr/bin/fdesetup', 'status'),
  firewall: command('/usr/libexec/ApplicationFirewall/socketfilterfw', '--getglobalstate'),
  gatekeeper: { ...command('/usr/sbin/spctl', '--status'), answers: [1] },
  xprotect: command(
    '/usr/bin/defaults',
    'read',
    '/Library/Apple/System/Library/CoreServices/XProtect.bundle/Contents/Info',
    'CFBundleShortVersionString',
  ),
} as const satisfies Readonly<Record<string, MachineCommand>>;

/** Products that tell their state themselves (catalogue, `status_command`). */
export const macosVendors: readonly VendorStatus[] = [
  {
    product: 'microsoft-defender-for-endpoint',
    commands: ['mdatp', '/usr/local/bin/mdatp'].map((tool) =>
      command(tool, 'health', '--output', 'json'),
    ),
    read: mdatpFacts,
  },
];
