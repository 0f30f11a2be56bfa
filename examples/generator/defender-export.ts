import type { Machine, Protection } from './machines.js';
import { isoInstantFine, type Moment, secondsPerDay } from './moments.js';
import type { Random } from './random.js';

/** Both reports of Microsoft Defender for Endpoint as its API gives them: `machines` and `deviceavinfo`. */
export interface DefenderReports {
  readonly machines: string;
  readonly antivirus: string;
}

export interface DefenderOptions {
  /** `first`: of the antivirus report only the first page was saved, which names the next one. */
  readonly antivirusPages: 'all' | 'first';
}

type Enrolled = Machine & { readonly id: string };

/** What the API gives on a page of `deviceavinfo` when nobody asks for more. */
const pageSize = 20;

const api = 'https://api.securitycenter.microsoft.com/api';

/** State of the sensor; the antivirus is another matter. */
const sensors: Readonly<Partial<Record<Protection, string>>> = {
  failure: 'ImpairedCommunication',
  stale: 'Inactive',
  not_installed: 'NoSensorData',
};

/** `avMode`: 0 active, 1 passive, 2 disabled. */
const modes: Readonly<Partial<Record<Protection, string>>> = { stopped: '2', suspended: '1' };

/**
 * What the tenant knows, joined on the machine's id. Machines in state `missing` are in neither; `not_installed` were
 * discovered, not onboarded. One machine was onboarded anew: its old id is there too, and one id was merged into another.
 * Old releases of Windows have a sensor, but aren't in the antivirus report.
 */
export function defenderExport(
  machines: readonly Machine[],
  options: DefenderOptions,
  random: Random,
): DefenderReports {
  const enrolled = machines
    .filter((machine) => machine.protection !== 'missing')
    .map((machine): Enrolled => ({ ...machine, id: random.hex(40) }));
  const records = enrolled.flatMap((machine, index) => {
    const record = machineRecord(machine, random);
    return index < 2 ? [record, formerRecord(machine, index === 0, record, random)] : [record];
  });
  const antivirus = enrolled.filter(inAntivirusReport).map((each) => healthRecord(each, random));
  const isCut = options.antivirusPages === 'first' && antivirus.length > pageSize;
  return {
    machines: page('Machines', records),
    antivirus: page(
      'DeviceAvInfo',
      isCut ? antivirus.slice(0, pageSize) : antivirus,
      isCut ? `${api}/deviceavinfo?$top=${pageSize}&$skiptoken=${random.hex(24)}` : undefined,
    ),
  };
}

function machineRecord(machine: Enrolled, random: Random) {
  const { protection } = machine;
  const isOnboarded = protection !== 'not_installed';
  return {
    id: machine.id,
    mergedIntoMachineId: null as string | null,
    isPotentialDuplication: false,
    isExcluded: false,
    exclusionReason: null,
    computerDnsName: dnsName(machine),
    firstSeen: fine(machine.installedOn, random),
    lastSeen: fine(machine.lastActive, random),
    osPlatform: platform(machine),
    osVersion: null,
    osProcessor: 'x64',
    version: machine.system.release === '' ? null : machine.system.release,
    lastIpAddress: machine.ip,
    lastExternalIpAddress: '203.0.113.10',
    agentVersion: isOnboarded ? '10.8805.26100.1882' : null,
    osBuild: machine.system.build,
    healthStatus: sensors[protection] ?? 'Active',
    deviceValue: 'Normal',
    rbacGroupId: 0,
    rbacGroupName: null,
    riskScore: random.chance(0.06) ? 'Medium' : 'None',
    exposureLevel: random.pick(['Low', 'Low', 'Medium', 'High']),
    isAadJoined: isOnboarded,
    aadDeviceId: isOnboarded ? machine.directoryId : null,
    machineTags: [],
    onboardingStatus: isOnboarded ? 'Onboarded' : 'CanBeOnboarded',
    osArchitecture: '64-bit',
    managedBy: isOnboarded ? 'MicrosoftDefenderForEndpoint' : 'Unknown',
    managedByStatus: isOnboarded ? 'Success' : 'Unknown',
    ipAddresses: [
      {
        ipAddress: machine.ip,
        macAddress: machine.mac.toUpperCase(),
        type: 'Ethernet',
        operationalStatus: 'Up',
      },
    ],
    vmMetadata: null,
  };
}

/** The id that a machine had before it was onboarded anew; `merged`: the portal has joined it to the new one. */
function formerRecord(
  machine: Enrolled,
  merged: boolean,
  record: ReturnType<typeof machineRecord>,
  random: Random,
) {
  const silentFor = random.int(50, 120) * secondsPerDay;
  return {
    ...record,
    id: random.hex(40),
    mergedIntoMachineId: merged ? machine.id : null,
    isPotentialDuplication: true,
    lastSeen: fine(machine.lastActive - silentFor, random),
    healthStatus: 'Inactive',
  };
}

function inAntivirusReport({ system, kind, protection }: Machine): boolean {
  return protection !== 'not_installed' && (system.kernel === '10.0' || kind === 'server');
}

function healthRecord(machine: Enrolled, random: Random) {
  const isOld = machine.lastActive - machine.databases > 7 * secondsPerDay;
  const version = `1.${443 - Math.round((machine.lastActive - machine.databases) / secondsPerDay / 7)}.${random.int(1, 900)}.0`;
  const scanned = machine.lastActive - random.int(1, 6) * secondsPerDay;
  return {
    machineId: machine.id,
    computerDnsName: dnsName(machine),
    osKind: 'windows',
    osPlatform: platform(machine),
    osVersion: `10.0.${machine.system.build}.${random.int(1000, 6500)}`,
    avMode: modes[machine.protection] ?? '0',
    avSignatureVersion: version,
    avEngineVersion: '1.1.26100.8',
    avPlatformVersion: '4.18.26090.6',
    avSignaturePublishTime: fine(machine.databases, random),
    avSignatureUpdateTime: fine(machine.databases + random.int(1800, 9000), random),
    avIsSignatureUpToDate: isOld ? 'False' : 'True',
    avIsEngineUpToDate: isOld ? 'Unknown' : 'True',
    avIsPlatformUpToDate: random.chance(0.9) ? 'True' : 'False',
    quickScanResult: 'Completed',
    quickScanError: '',
    quickScanTime: fine(scanned, random),
    fullScanResult: '',
    fullScanError: '',
    fullScanTime: null,
    lastSeenTime: fine(machine.lastActive, random),
    dataRefreshTimestamp: fine(machine.lastActive + random.int(1200, 7200), random),
  };
}

function page(entity: string, records: readonly object[], next?: string): string {
  const head = [
    `"@odata.context":"${api}/$metadata#${entity}"`,
    ...(next === undefined ? [] : [`"@odata.nextLink":${JSON.stringify(next)}`]),
  ];
  const lines = records.map((record) => JSON.stringify(record)).join(',\n');
  return `{${head.join(',')},"value":[\n${lines}\n]}\n`;
}

function fine(moment: Moment, random: Random): string {
  return isoInstantFine(moment, random.int(0, 9_999_999));
}

function dnsName(machine: Machine): string {
  return `${machine.host}.${machine.domain}`.toLowerCase();
}

/** `Windows11`, `WindowsServer2012R2`. */
function platform({ system }: Machine): string {
  const name = system.caption.replace(system.edition, '').replaceAll(' ', '');
  return name === 'Windows8.1' ? 'Windows8Blue' : name;
}
