import type { IsoDate } from '../../src/domain/dates.js';
import { type Moment, momentOf, secondsPerDay } from './moments.js';
import { type OperatingSystem, pickOperatingSystem } from './operating-systems.js';
import type { Random } from './random.js';

/**
 * What is true of one machine's protection, whatever the exports can tell of it.
 * `missing`: in no console at all. `stale`: silent for more than a month. `slightly_old` / `outdated`: databases 4–6
 * days / more than a week old when the console last heard of the machine.
 */
export type Protection =
  | 'fine'
  | 'slightly_old'
  | 'outdated'
  | 'stopped'
  | 'suspended'
  | 'failure'
  | 'not_installed'
  | 'stale'
  | 'missing';

/** One machine as it really is; every export is a partial view of it. */
export interface Machine {
  readonly host: string;
  /** The host name as NetBIOS has it: 15 characters, capitals. */
  readonly netbios: string;
  readonly domain: string;
  readonly kind: 'workstation' | 'server';
  readonly virtual: boolean;
  readonly system: OperatingSystem;
  readonly manufacturer: string;
  readonly serial: string;
  readonly uuid: string;
  /** Twelve hexadecimal digits, lower case. */
  readonly mac: string;
  readonly ip: string;
  readonly directoryId: string;
  readonly room: string;
  readonly protection: Protection;
  /** When the machine last spoke to anybody. */
  readonly lastActive: Moment;
  /** When its databases were made, as of `lastActive`. */
  readonly databases: Moment;
  readonly installedOn: Moment;
}

/** Share of machines in each state, 0–1; what is left over is `fine`. */
export type Mix = Readonly<Partial<Record<Exclude<Protection, 'fine'>, number>>>;

export interface FleetPlan {
  readonly count: number;
  /** First part of host names: `SYT` gives `SYT-PC-014`. */
  readonly code: string;
  readonly domain: string;
  /** Second octet of the addresses. */
  readonly network: number;
  readonly mix: Mix;
  readonly asOf: IsoDate;
  /** When the agency exported its lists. */
  readonly exportedAt: Moment;
  /** Host names longer than NetBIOS allows. */
  readonly longNames?: boolean;
  /** This many machines were cloned from one image and share a hardware UUID. */
  readonly cloned?: number;
}

const rooms = ['Van phong', 'Ke hoach', 'Nghiep vu', 'Hanh chinh', 'Mot cua'];
const longRooms = ['VANPHONG', 'KINHTE', 'VANHOA', 'HANHCHINH', 'TUPHAP'];
const cardVendors = [
  '3c5282',
  'a4bb6d',
  'd8bbc1',
  '00d861',
  '54ee75',
  'f8b156',
  'e86a64',
  '7085c2',
];
const makers = ['Dell Inc.', 'HP', 'LENOVO', 'ASUSTeK COMPUTER INC.', 'FPT Elead', 'Acer'];

/** The machines of a group, in order of host name. A pure function of the plan and the state of `random`. */
export function makeMachines(plan: FleetPlan, random: Random): Machine[] {
  const states = random.shuffle(expandMix(plan.mix, plan.count));
  const sharedUuid = uuid(random);
  return states.map((protection, index) => {
    const machine = makeMachine(plan, protection, index, random);
    return index < (plan.cloned ?? 0) ? { ...machine, uuid: sharedUuid } : machine;
  });
}

function expandMix(mix: Mix, count: number): Protection[] {
  const states: Protection[] = [];
  for (const [state, share] of Object.entries(mix)) {
    for (let i = 0; i < Math.round(share * count); i++) states.push(state as Protection);
  }
  while (states.length < count) states.push('fine');
  return states.slice(0, count);
}

function makeMachine(
  plan: FleetPlan,
  protection: Protection,
  index: number,
  random: Random,
): Machine {
  const number = index + 1;
  const isServer = plan.count >= 60 && index % 40 === 39;
  const kind = isServer ? 'server' : 'workstation';
  const digits = String(number).padStart(3, '0');
  const host = isServer
    ? `${plan.code}-SRV-${digits}`
    : plan.longNames
      ? `PC${digits}-${plan.code}-${random.pick(longRooms)}`
      : `${plan.code}-PC-${digits}`;
  const manufacturer = isServer ? 'VMware, Inc.' : random.pick(makers);
  const lastActive = protection === 'stale' ? longAgo(plan, random) : recent(plan, random);
  return {
    host,
    netbios: host.slice(0, 15).toUpperCase(),
    domain: plan.domain,
    kind,
    virtual: isServer,
    system: pickOperatingSystem(kind, random),
    manufacturer,
    serial: serialOf(manufacturer, random),
    uuid: manufacturer === 'FPT Elead' && random.chance(0.3) ? placeholderUuid : uuid(random),
    mac: random.pick(cardVendors) + random.hex(6),
    ip: `10.${plan.network}.${Math.floor(number / 250) + 10}.${(number % 250) + 2}`,
    directoryId: uuid(random),
    room: random.pick(rooms),
    protection,
    lastActive,
    databases: lastActive - databaseAge(protection, random),
    installedOn:
      momentOf(plan.asOf, random.int(27_000, 60_000)) - random.int(200, 1400) * secondsPerDay,
  };
}

/** The SMBIOS identity that a common board maker left unset in whole series. */
const placeholderUuid = '03000200-0400-0500-0006-000700080009';

function uuid(random: Random): string {
  return [8, 4, 4, 4, 12].map((digits) => random.hex(digits)).join('-');
}

function serialOf(manufacturer: string, random: Random): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';
  switch (manufacturer) {
    case 'Dell Inc.':
      return random.text(7, letters);
    case 'VMware, Inc.':
      return `VMware-56 4d ${Array.from({ length: 6 }, () => random.hex(2)).join(' ')}`;
    case 'FPT Elead':
      return random.chance(0.6) ? 'To be filled by O.E.M.' : 'Default string';
    case 'LENOVO':
      return `PF${random.text(6, letters)}`;
    default:
      return random.text(10, letters);
  }
}

/** Within two working days before the export, in office hours. */
function recent(plan: FleetPlan, random: Random): Moment {
  const day =
    plan.exportedAt -
    (plan.exportedAt % secondsPerDay) -
    random.pick([0, 0, 0, 1, 1, 2]) * secondsPerDay;
  const moment = day + random.int(27_000, 61_200);
  return moment < plan.exportedAt ? moment : plan.exportedAt - random.int(300, 5400);
}

function longAgo(plan: FleetPlan, random: Random): Moment {
  return momentOf(plan.asOf, random.int(27_000, 61_200)) - random.int(36, 170) * secondsPerDay;
}

/** Seconds between the making of the databases and the machine's last contact. */
function databaseAge(protection: Protection, random: Random): number {
  if (protection === 'outdated') return random.int(9, 70) * secondsPerDay + random.int(0, 40_000);
  if (protection === 'slightly_old')
    return random.int(4, 5) * secondsPerDay + random.int(0, 40_000);
  return random.int(3 * 3600, 30 * 3600);
}
