import type { Machine } from './machines.js';
import { ctimeInstant, type Moment, secondsPerDay, unixTime } from './moments.js';
import type { Random } from './random.js';

interface LogLine {
  readonly at: Moment;
  readonly text: string;
}

const products = ['Bkav Endpoint AI', 'ESET Security', 'Kaspersky Endpoint Security', 'Smadav'];

/**
 * Result log of osquery on several machines, lines in order of time: snapshots of `system_info`, what the Security Center
 * lists (a snapshot on every other machine, differences on the rest), services of servers. `not_installed`: what was there
 * was removed, which only a reader that replays the log sees. Machines in state `missing` have no osquery.
 */
export function osqueryLog(machines: readonly Machine[], random: Random): string {
  const lines = machines
    .filter(({ protection }) => protection !== 'missing')
    .flatMap((machine, index) => linesOf(machine, index % 2 === 0, random));
  return lines
    .sort((a, b) => a.at - b.at || (a.text < b.text ? -1 : 1))
    .map(({ text }) => `${text}\n`)
    .join('');
}

function linesOf(machine: Machine, asSnapshot: boolean, random: Random): LogLine[] {
  const now = machine.lastActive;
  const before = now - random.int(20, 200) * secondsPerDay;
  const log = (name: string, at: Moment, counter: number, result: object): LogLine => ({
    at,
    text: JSON.stringify({
      name: `pack_tram_${name}`,
      hostIdentifier: machine.host,
      calendarTime: ctimeInstant(at),
      unixTime: unixTime(at),
      epoch: 0,
      counter,
      numerics: false,
      decorations: { host_uuid: machine.uuid.toUpperCase() },
      ...result,
    }),
  });
  const snapshot = (name: string, rows: readonly object[]) =>
    log(name, now, 0, { action: 'snapshot', snapshot: rows });
  const identity = snapshot('system_info', [
    {
      hostname: `${machine.host}.${machine.domain}`.toLowerCase(),
      uuid: machine.uuid.toUpperCase(),
      hardware_serial: machine.serial,
      computer_name: machine.host,
    },
  ]);
  const system = snapshot('os_version', [
    {
      name: `Microsoft ${machine.system.caption}`,
      version: `${machine.system.kernel}.${machine.system.build}`,
      build: String(machine.system.build),
      platform: 'windows',
    },
  ]);
  if (machine.kind === 'server') return [identity, system, serviceLine(machine, now, log)];
  const rows = securityProducts(machine, random);
  const removed = machine.protection === 'not_installed';
  if (asSnapshot && !removed) return [identity, system, snapshot('security_products', rows)];
  const added = rows.map((columns) =>
    log('security_products', before, 0, { action: 'added', columns }),
  );
  const changes = rows.map((columns) =>
    log('security_products', now, 1, { action: 'removed', columns }),
  );
  return [identity, system, ...added, ...(removed ? changes : [lastRun(machine, rows, now, log)])];
}

type Log = (name: string, at: Moment, counter: number, result: object) => LogLine;

/** The firewall's row changed today, so that the query is known to have run. */
function lastRun(machine: Machine, rows: readonly object[], now: Moment, log: Log): LogLine {
  const [first] = rows;
  const columns = {
    ...first,
    type: 'Firewall',
    name: 'Windows Firewall',
    state: machine.protection === 'failure' ? 'Off' : 'On',
    signatures_up_to_date: '1',
  };
  return log('security_products', now, 1, { action: 'added', columns });
}

function serviceLine(machine: Machine, now: Moment, log: Log): LogLine {
  const columns = {
    name: 'kavfs',
    display_name: 'Kaspersky Security Service',
    status: machine.protection === 'stopped' ? 'STOPPED' : 'RUNNING',
    start_type: 'AUTO_START',
  };
  return log('services', now, 0, { action: 'added', columns });
}

function securityProducts(machine: Machine, random: Random): object[] {
  const states: Readonly<Record<string, string>> = {
    stopped: 'Off',
    failure: 'Off',
    suspended: 'Snoozed',
  };
  const row = (name: string, state: string) => ({
    type: 'Antivirus',
    name,
    state,
    signatures_up_to_date: machine.lastActive - machine.databases <= 7 * secondsPerDay ? '1' : '0',
  });
  const state = states[machine.protection] ?? 'On';
  if (random.chance(0.65)) return [row('Windows Defender', state)];
  return [row(random.pick(products), state), row('Windows Defender', 'Off')];
}
