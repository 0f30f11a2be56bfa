import type { RawIdentity, RawInterface } from '../domain/machine.js';
import { words } from './plain-json.js';
import type { MachineFacts, NotObserved } from './record.js';

/** What makers write where no serial number or UUID was set; the audit would merge strangers by it. */
const placeholder =
  /^(?:to be filled(?: by o\.?e\.?m\.?)?|default string|system serial number|system manufacturer|none|not specified|not available|not applicable|unknown|n\/a|invalid|o\.?e\.?m\.?|0+|f+|-+|(.)\1*)$/i;

/** Groups that many mainboards share. */
const sharedUuid = /^(?:0{8}-|f{8}-|03000200-0400-0500-0006-000700080009)/i;

const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Adapters of virtual machines' hosts: VMware's own, VirtualBox, Hyper-V. Many computers bear the same addresses. */
const virtualAdapters = /^(?:005056C0000[18]|0A0027|00155D)/;

/** Domains that name no organisation. */
const noDomain = /\.(?:local|localdomain|localhost|lan|home|internal)$/i;

/** Chassis that only people carry about; other cases hold servers as well as desktop computers. */
const carried =
  /^(?:portable|laptop|notebook|sub[ -]?notebook|hand held|tablet|convertible|detachable)$/i;
const racked = /^(?:main server chassis|rack mount chassis|blade|blade enclosure|multi-system)/i;

/**
 * The identity of the machine with blanks and makers' placeholders left out, and what of it isn't known. An address of a
 * network card counts when the maker gave it. The installation's id is told because copies of one disk show by it; it
 * identifies nothing. Users and addresses of the network aren't looked at.
 */
export function machineIdentity(raw: RawIdentity): {
  readonly host: string | undefined;
  readonly facts: MachineFacts;
  readonly notObserved: readonly NotObserved[];
} {
  const full = raw.hostname.replace(/\.$/, '');
  const host = full.split('.')[0] || undefined;
  const uuid = raw.hardwareUuid.toLowerCase();
  const hardwareUuid = uuidShape.test(uuid) && !sharedUuid.test(uuid) ? uuid : undefined;
  const serial = real(raw.serial);
  const machineId = /^[0-9a-f-]{32,36}$/i.test(raw.machineId)
    ? raw.machineId.toLowerCase()
    : undefined;
  const macs = [...new Set(raw.interfaces.flatMap(macOf))].sort().slice(0, maxMacs);
  const blanks: readonly NotObserved[] = [
    ...(hardwareUuid === undefined ? [{ fact: 'hardware_uuid', why: 'blank' } as const] : []),
    ...(serial === undefined ? [{ fact: 'serial', why: 'blank' } as const] : []),
    ...(macs.length === 0 ? [{ fact: 'macs', why: 'blank' } as const] : []),
  ];
  return {
    host,
    facts: {
      fqdn: [raw.fqdn, full].map((each) => fqdnOf(each, host)).find((each) => each !== undefined),
      hardware_uuid: hardwareUuid,
      serial,
      machine_id: machineId,
      manufacturer: real(raw.manufacturer),
      macs: macs.length > 0 ? macs : undefined,
      virtual: raw.virtual || undefined,
      os_name: words(raw.distro),
      os_version: words(raw.release),
      os_build: words(raw.build),
      kind: kindOf(raw.chassis),
    },
    notObserved: blanks,
  };
}

/** No machine has more network cards that its maker addressed. */
const maxMacs = 16;

function real(value: string): string | undefined {
  const said = words(value);
  return said === undefined || said.length < 2 || placeholder.test(said) ? undefined : said;
}

function fqdnOf(name: string, host: string | undefined): string | undefined {
  const full = name.toLowerCase().replace(/\.$/, '');
  const isOwn = host !== undefined && full.startsWith(`${host.toLowerCase()}.`);
  return isOwn && !noDomain.test(full) && full.length <= 253 ? full : undefined;
}

/** The address in twelve capital digits, in a list of none or one: no virtual, multicast or locally set address. */
function macOf({ mac, virtual, internal }: RawInterface): readonly string[] {
  const digits = mac.toUpperCase().replace(/[^0-9A-F]/g, '');
  if (virtual || internal || digits.length !== 12 || /^0+$/.test(digits)) return [];
  const isSetByHand = (Number.parseInt(digits.slice(0, 2), 16) & 0b11) !== 0;
  return isSetByHand || virtualAdapters.test(digits) ? [] : [digits];
}

function kindOf(chassis: string): MachineFacts['kind'] {
  if (carried.test(chassis)) return 'workstation';
  return racked.test(chassis) ? 'server' : undefined;
}
