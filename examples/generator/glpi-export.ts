import { macText } from './mac-text.js';
import type { Machine } from './machines.js';
import { isoLocal, secondsPerDay } from './moments.js';
import type { Random } from './random.js';

export interface GlpiOptions {
  /** Code of the entity in GLPI. */
  readonly tag: string;
}

const products: readonly (readonly [name: string, company: string, version: string])[] = [
  ['Bkav Endpoint AI', 'Bkav Corporation', '2.0.1'],
  ['ESET Endpoint Antivirus', 'ESET', '11.1.2052.0'],
  ['Kaspersky Endpoint Security', 'Kaspersky', '12.6.0.438'],
  ['Avast Antivirus', 'Gen Digital Inc.', '24.9.6130'],
];

/**
 * Inventories of GLPI Agent, a list of whole documents. An empty list of antivirus says that there is none; servers have no
 * such list, since Windows Server has no Security Center. Machines in state `missing` ran no agent. The second machine sent
 * a partial inventory after its whole one.
 */
export function glpiExport(
  machines: readonly Machine[],
  options: GlpiOptions,
  random: Random,
): string {
  const inventories = machines
    .filter(({ protection }) => protection !== 'missing')
    .flatMap((machine, index) => {
      const inventory = inventoryOf(machine, options, random);
      return index === 1 ? [inventory, partial(inventory)] : [inventory];
    });
  return `[\n${inventories.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`;
}

function inventoryOf(machine: Machine, options: GlpiOptions, random: Random) {
  const { system, kind } = machine;
  const isServer = kind === 'server';
  return {
    action: 'inventory',
    deviceid: `${machine.host}-${isoLocal(machine.installedOn).replace(/[ :]/g, '-')}`,
    itemtype: 'Computer',
    tag: options.tag,
    content: {
      accesslog: { logdate: isoLocal(machine.lastActive) },
      hardware: {
        name: machine.host,
        uuid: machine.uuid.toUpperCase(),
        workgroup: machine.domain,
        chassis_type: isServer ? 'Rack Mount Chassis' : random.pick(['Desktop', 'Mini Tower']),
        vmsystem: machine.virtual ? 'VMware' : 'Physical',
      },
      bios: {
        ssn: machine.serial,
        smanufacturer: machine.manufacturer,
        secure_boot: random.chance(0.6) ? 'enabled' : 'disabled',
      },
      operatingsystem: {
        name: 'Windows',
        full_name: `Microsoft ${system.caption}`,
        version: system.release,
        kernel_version: `${system.kernel}.${system.build}`,
        fqdn: `${machine.host}.${machine.domain}`.toLowerCase(),
        install_date: isoLocal(machine.installedOn),
      },
      networks: [
        {
          description: 'Ethernet',
          mac: macText(machine.mac, ':'),
          ipaddress: machine.ip,
          virtualdev: false,
        },
      ],
      drives: [
        {
          letter: 'C:',
          systemdrive: true,
          encrypt_status: random.chance(0.25) ? 'Yes' : 'No',
        },
      ],
      firewalls: firewalls(random.chance(0.94)),
      ...(isServer ? {} : { antivirus: antivirusOf(machine, random) }),
    },
  };
}

/** What the Security Center lists; Defender is off beside another product. */
function antivirusOf(machine: Machine, random: Random) {
  const { protection } = machine;
  if (protection === 'not_installed') return [];
  const isOn = !['stopped', 'suspended', 'failure'].includes(protection);
  const isFresh = machine.lastActive - machine.databases <= 7 * secondsPerDay;
  const entry = (name: string, company: string, version: string, enabled: boolean) => ({
    name,
    company,
    version,
    guid: `{${[8, 4, 4, 4, 12].map((digits) => random.hex(digits).toUpperCase()).join('-')}}`,
    enabled,
    uptodate: isFresh,
  });
  const defender = (enabled: boolean) =>
    entry('Windows Defender', 'Microsoft Corporation', '4.18.26090.6', enabled);
  if (random.chance(0.65)) return [defender(isOn)];
  return [entry(...random.pick(products), isOn), defender(false)];
}

function firewalls(isOn: boolean) {
  return ['domain', 'private', 'public'].map((profile) => ({
    profile,
    status: isOn || profile === 'domain' ? 'on' : 'off',
  }));
}

/** Only some sections, as the agent sends them between whole inventories. */
function partial(inventory: ReturnType<typeof inventoryOf>) {
  const { accesslog, hardware, networks } = inventory.content;
  return { ...inventory, partial: true, content: { accesslog, hardware, networks } };
}
