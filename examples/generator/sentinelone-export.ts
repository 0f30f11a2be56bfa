import { macText } from './mac-text.js';
import type { Machine } from './machines.js';
import { isoInstant, type Moment, secondsPerDay } from './moments.js';
import type { Random } from './random.js';

/**
 * Agents of SentinelOne as its API gives them, all on one page. Machines in state `missing` are in no console; of
 * `not_installed` the console remembers that the agent was taken off. `stopped` and `suspended` only detect. An agent that
 * was put away long ago is there too.
 */
export function sentinelOneExport(machines: readonly Machine[], random: Random): string {
  const known = machines.filter(({ protection }) => protection !== 'missing');
  const agents = known.map((machine) => agentOf(machine, random));
  const [first] = known;
  const retired = first ? [retiredAgent(first, random)] : [];
  const lines = [...agents, ...retired].map((agent) => JSON.stringify(agent)).join(',\n');
  const total = agents.length + retired.length;
  return `{"data":[\n${lines}\n],"pagination":{"nextCursor":null,"totalItems":${total}}}\n`;
}

function agentOf(machine: Machine, random: Random) {
  const { protection, system } = machine;
  const isGone = protection === 'not_installed';
  const onlyDetects = protection === 'stopped' || protection === 'suspended';
  const isOnline = !isGone && protection !== 'stale' && random.chance(0.7);
  const threats = random.chance(0.03) ? random.int(1, 2) : 0;
  return {
    id: random.text(19, '123456789'),
    uuid: random.hex(32),
    computerName: machine.host,
    domain: domainOf(machine),
    siteName: 'Lang Son',
    groupName: machine.kind === 'server' ? 'May chu' : 'May tram',
    agentVersion: random.pick(['24.2.3.471', '24.1.5.277']),
    isActive: isOnline,
    isDecommissioned: false,
    isUninstalled: isGone,
    isPendingUninstall: false,
    isUpToDate: random.chance(0.8),
    infected: threats > 0,
    activeThreats: threats,
    mitigationMode: onlyDetects ? 'detect' : 'protect',
    operationalState: 'na',
    networkStatus: isOnline ? 'connected' : 'disconnected',
    lastActiveDate: micro(machine.lastActive, random),
    registeredAt: micro(machine.installedOn, random),
    lastIpToMgmt: machine.ip,
    externalIp: '203.0.113.11',
    machineType: machine.kind === 'server' ? 'server' : 'desktop',
    modelName: machine.manufacturer,
    serialNumber: machine.serial,
    osType: 'windows',
    osName: system.caption,
    osRevision: String(system.build),
    firewallEnabled: random.chance(0.9),
    encryptedApplications: false,
    missingPermissions: [],
    userActionsNeeded: [],
    networkInterfaces: [{ physical: macText(machine.mac, ':'), inet: [machine.ip] }],
  };
}

/** The agent that a machine had before it was installed anew; the console has put it away. */
function retiredAgent(machine: Machine, random: Random) {
  const silentFor = random.int(60, 140) * secondsPerDay;
  return {
    ...agentOf({ ...machine, lastActive: machine.lastActive - silentFor }, random),
    isActive: false,
    isDecommissioned: true,
    networkStatus: 'disconnected',
  };
}

function micro(moment: Moment, random: Random): string {
  const fraction = String(random.int(0, 999_999)).padStart(6, '0');
  return `${isoInstant(moment).slice(0, -1)}.${fraction}Z`;
}

function domainOf({ domain }: Machine): string {
  return (domain.split('.')[0] ?? '').toUpperCase();
}
