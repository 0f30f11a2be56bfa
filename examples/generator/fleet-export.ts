import { macText } from './mac-text.js';
import type { Machine } from './machines.js';
import { isoInstant } from './moments.js';
import type { Random } from './random.js';

/**
 * Hosts of Fleet as its API gives them. Fleet watches machines through osquery and protects none; its rule about antivirus
 * knows the Security Center only and hasn't run everywhere.
 */
export function fleetExport(machines: readonly Machine[], random: Random): string {
  const hosts = machines
    .filter(({ protection }) => protection !== 'missing')
    .map((machine, index) => hostOf(machine, index + 1, random));
  return `{"hosts":[\n${hosts.map((host) => JSON.stringify(host)).join(',\n')}\n]}\n`;
}

function hostOf(machine: Machine, id: number, random: Random) {
  const { system, protection } = machine;
  const isOnline = protection !== 'stale' && random.chance(0.7);
  return {
    id,
    hostname: machine.host,
    computer_name: machine.host,
    display_name: machine.host,
    uuid: machine.uuid,
    hardware_serial: machine.serial,
    hardware_model: machine.manufacturer,
    platform: 'windows',
    os_version: `${system.caption} ${system.release} ${system.kernel}.${system.build}`.replace(
      '  ',
      ' ',
    ),
    osquery_version: '5.19.0',
    seen_time: isoInstant(machine.lastActive),
    last_enrolled_at: isoInstant(machine.installedOn),
    detail_updated_at: isoInstant(machine.lastActive - random.int(60, 3600)),
    status: protection === 'stale' ? 'missing' : isOnline ? 'online' : 'offline',
    team_id: null,
    team_name: null,
    primary_ip: machine.ip,
    primary_mac: macText(machine.mac, ':'),
    disk_encryption_enabled: random.chance(0.3),
    mdm: { enrollment_status: 'Off', name: '', server_url: '' },
    policies: [
      {
        id: 1,
        name: 'Antivirus healthy (Windows)',
        response: machine.kind === 'server' ? 'fail' : random.pick(['pass', 'pass', '']),
        critical: false,
      },
    ],
  };
}
