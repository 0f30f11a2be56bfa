import type { Machine } from './machines.js';
import { isoInstant, type Moment, secondsPerDay } from './moments.js';
import type { Random } from './random.js';

/**
 * Endpoints of Trend Vision One as its API gives them. Each has two parts that report on their own: `not_installed` has
 * the sensor only. "on" says that the agent runs, not that it scans in real time. Times have no zone; they are UTC.
 */
export function visionOneExport(machines: readonly Machine[], random: Random): string {
  const items = machines
    .filter(({ protection }) => protection !== 'missing')
    .map((machine) => endpointOf(machine, random));
  const lines = items.map((item) => JSON.stringify(item)).join(',\n');
  return `{"items":[\n${lines}\n],"totalCount":${items.length},"count":${items.length}}\n`;
}

function endpointOf(machine: Machine, random: Random) {
  const { protection, system } = machine;
  const isOff = protection === 'stopped' || protection === 'failure' || protection === 'stale';
  const isOld = machine.lastActive - machine.databases > 7 * secondsPerDay;
  const agent = {
    status: isOff ? 'off' : 'on',
    lastConnectedDateTime: withoutZone(machine.lastActive),
    version: random.pick(['14.0.13139', '14.0.12994']),
    componentVersion: isOld ? 'outdatedVersion' : 'latestVersion',
  };
  return {
    agentGuid: guid(random),
    endpointName: machine.host,
    type: machine.kind === 'server' ? 'server' : 'desktop',
    osName: system.caption,
    osVersion: `${system.kernel} (Build ${system.build})`,
    serialNumber: machine.serial,
    ...(protection !== 'not_installed' && { eppAgent: agent }),
    edrSensor: {
      status: 'enabled',
      connectivity: protection === 'stale' ? 'disconnected' : 'connected',
      lastConnectedDateTime: withoutZone(machine.lastActive + random.int(60, 600)),
    },
  };
}

/** `2026-11-20T02:05:07` */
function withoutZone(moment: Moment): string {
  return isoInstant(moment).slice(0, -1);
}

function guid(random: Random): string {
  return [8, 4, 4, 4, 12].map((digits) => random.hex(digits)).join('-');
}
