import { macText } from './mac-text.js';
import type { Machine } from './machines.js';
import { isoInstant } from './moments.js';
import type { Random } from './random.js';

/**
 * Endpoints of Sophos Central as its API gives them. `not_installed` has disk encryption only. Overall health is bad for an
 * open alert alone: a few machines whose services are well show it.
 */
export function sophosExport(machines: readonly Machine[], random: Random): string {
  const items = machines
    .filter(({ protection }) => protection !== 'missing')
    .map((machine) => endpointOf(machine, random));
  const lines = items.map((item) => JSON.stringify(item)).join(',\n');
  return `{"items":[\n${lines}\n],"pages":{"size":${items.length},"maxSize":500}}\n`;
}

const services = ['Sophos Endpoint Defense Service', 'Sophos File Scanner Service'];

function endpointOf(machine: Machine, random: Random) {
  const { protection, system } = machine;
  const isInstalled = protection !== 'not_installed';
  const isBad = ['stopped', 'suspended', 'failure'].includes(protection);
  const hasAlert = isInstalled && random.chance(0.05);
  const [major, minor] = system.kernel.split('.').map(Number);
  return {
    id: [8, 4, 4, 4, 12].map((digits) => random.hex(digits)).join('-'),
    type: machine.kind === 'server' ? 'server' : 'computer',
    hostname: machine.host,
    health: {
      overall: isBad || hasAlert ? 'bad' : 'good',
      threats: { status: hasAlert ? 'bad' : 'good' },
      services: {
        status: isBad ? 'bad' : 'good',
        serviceDetails: services.map((name, index) => ({
          name,
          status: isBad && index > 0 ? 'stopped' : 'running',
        })),
      },
    },
    os: {
      isServer: machine.kind === 'server',
      platform: 'windows',
      name: system.caption,
      majorVersion: major,
      minorVersion: minor,
      build: system.build,
    },
    ipv4Addresses: [machine.ip],
    macAddresses: [macText(machine.mac, ':').toUpperCase()],
    tamperProtectionEnabled: random.chance(0.9),
    assignedProducts: [
      {
        code: 'endpointProtection',
        version: isInstalled ? '2026.2.1' : '',
        status: isInstalled ? 'installed' : 'notInstalled',
      },
    ],
    lastSeenAt: `${isoInstant(machine.lastActive).slice(0, -1)}.${String(random.int(0, 999)).padStart(3, '0')}Z`,
    encryption: {
      volumes: [
        {
          volumeId: `\\\\?\\Volume{${random.hex(8)}}`,
          status: random.chance(0.2) ? 'encrypted' : 'notEncrypted',
        },
      ],
    },
  };
}
