import type { Machine } from './machines.js';
import { isoInstant } from './moments.js';
import type { Random } from './random.js';

/**
 * Agents of Wazuh as its API gives them, the manager among them as number 000. They watch and take stock: a machine with an
 * agent is no safer for it.
 */
export function wazuhExport(machines: readonly Machine[], random: Random): string {
  const agents = machines
    .filter(({ protection }) => protection !== 'missing')
    .map((machine, index) => agentOf(machine, index + 1, random));
  const items = [manager, ...agents];
  const lines = items.map((item) => JSON.stringify(item)).join(',\n');
  const counts = `"total_affected_items":${items.length},"total_failed_items":0,"failed_items":[]`;
  return `{"data":{"affected_items":[\n${lines}\n],${counts}},"message":"All selected agents information was returned","error":0}\n`;
}

const manager = {
  id: '000',
  name: 'may-chu-giam-sat',
  ip: '127.0.0.1',
  registerIP: '127.0.0.1',
  status: 'active',
  status_code: 0,
  os: { name: 'Ubuntu', version: '22.04.5 LTS', platform: 'ubuntu', arch: 'x86_64' },
  version: 'Wazuh v4.12.0',
  manager: 'may-chu-giam-sat',
  node_name: 'node01',
  dateAdd: '2026-02-03T01:20:11+00:00',
  lastKeepAlive: '9999-12-31T23:59:59+00:00',
  group_config_status: 'synced',
};

function agentOf(machine: Machine, number: number, random: Random) {
  const { system } = machine;
  const isOnline = machine.protection !== 'stale' && random.chance(0.7);
  const time = (moment: number) => isoInstant(moment).replace('Z', '+00:00');
  return {
    id: String(number).padStart(3, '0'),
    name: machine.host,
    ip: machine.ip,
    registerIP: 'any',
    status: isOnline ? 'active' : 'disconnected',
    status_code: isOnline ? 0 : 4,
    os: {
      name: `Microsoft ${system.caption}`,
      version: `${system.kernel}.${system.build}`,
      platform: 'windows',
    },
    version: 'Wazuh v4.12.0',
    manager: manager.name,
    node_name: manager.node_name,
    group: ['default', machine.kind === 'server' ? 'may-chu' : 'may-tram'],
    dateAdd: time(machine.installedOn),
    lastKeepAlive: time(machine.lastActive),
    ...(isOnline ? {} : { disconnection_time: time(machine.lastActive + 600) }),
    group_config_status: 'synced',
  };
}
