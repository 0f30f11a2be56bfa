import { fold } from '../../domain/text.js';
import type { ObservedFactName } from '../observation.js';

/**
 * Names of columns by what they say, without diacritics: the Vietnamese ones that agencies write, the English ones of consoles.
 * Only names that say it for sure; what may mean two things stands in `doubtfulHeaders`.
 */
const knownHeaders: Partial<Readonly<Record<ObservedFactName, readonly string[]>>> = {
  host: [
    ...['ten may', 'ten may tinh', 'ten may tram', 'ten thiet bi', 'ten thiet bi dau cuoi'],
    ...['ten tram', 'ten pc', 'ten host', 'ten netbios', 'may tinh', 'may tram', 'thiet bi', 'may'],
    ...['host', 'hostname', 'host name', 'computer', 'computer name', 'computername', 'device'],
    ...['device name', 'devicename', 'machine', 'machine name', 'endpoint', 'endpoint name'],
    ...['pc name', 'workstation', 'netbios name', 'name', 'ten'],
  ],
  fqdn: ['fqdn', 'dns name', 'dns host name', 'dnshostname', 'ten dns', 'ten mien day du'],
  hardware_uuid: ['hardware uuid', 'smbios uuid', 'bios uuid', 'uuid phan cung'],
  serial: [
    ...['so se ri', 'so seri', 'so serial', 'seri', 'serial', 'serial number'],
    ...['serialnumber', 'service tag'],
  ],
  manufacturer: ['hang san xuat', 'nha san xuat', 'hang may', 'manufacturer'],
  vendor_id: [
    ...['uuid', 'guid', 'id', 'ma may', 'ma tram', 'ma thiet bi', 'agent id', 'agent uuid'],
    ...['device id', 'deviceid', 'machine id', 'endpoint id', 'agent guid'],
  ],
  directory_id: ['objectguid', 'object guid', 'aad device id', 'entra device id'],
  macs: ['mac', 'dia chi mac', 'mac address', 'macaddress', 'mac addresses', 'physical address'],
  kind: ['loai', 'loai may', 'loai thiet bi', 'kieu may', 'device type', 'computer type'],
  os_name: [
    ...['he dieu hanh', 'hdh', 'he dh', 'ten he dieu hanh', 'os', 'os name', 'operating system'],
    ...['os platform', 'platform'],
  ],
  os_version: ['phien ban he dieu hanh', 'phien ban hdh', 'os version'],
  os_build: ['os build', 'build he dieu hanh', 'ban dung he dieu hanh'],
  last_seen: [
    ...[
      'lan ket noi cuoi',
      'ket noi cuoi',
      'ket noi lan cuoi',
      'ket noi gan nhat',
      'lien lac cuoi',
    ],
    ...['lan lien lac cuoi', 'lien lac gan nhat', 'truc tuyen cuoi', 'truc tuyen lan cuoi'],
    ...['online lan cuoi', 'lan cuoi online', 'hoat dong cuoi', 'lan cuoi ket noi', 'last seen'],
    ...['lastseen', 'last contact', 'last connected', 'last connection', 'last communication'],
    ...['last online', 'last sync', 'last check in', 'last heartbeat'],
  ],
  observed_at: ['thoi diem ghi nhan', 'thoi diem bao cao', 'ngay bao cao', 'report date'],
  product_name: [
    ...['phan mem diet virus', 'phan mem phong chong ma doc', 'pm diet virus', 'phan mem bao ve'],
    ...['giai phap bao ve', 'san pham bao ve', 'antivirus', 'antivirus product', 'av product'],
    ...['security product', 'protection product'],
  ],
  installed: [
    ...['da cai', 'da cai dat', 'cai dat', 'trang thai cai dat', 'da cai phan mem diet virus'],
    ...['installed', 'antivirus installed', 'agent installed', 'install status'],
  ],
  realtime: [
    ...['bao ve thoi gian thuc', 'trang thai bao ve thoi gian thuc', 'giam sat thoi gian thuc'],
    ...['real time protection', 'realtime protection', 'real time protection status', 'realtime'],
    ...['real time protection enabled', 'realtime protection enabled', 'on access protection'],
  ],
  signatures_date: [
    ...['ngay mau', 'ngay mau virus', 'ngay mau nhan dien', 'ngay cap nhat mau', 'ngay csdl'],
    ...[
      'ngay cap nhat mau virus',
      'ngay cap nhat csdl',
      'ngay co so du lieu',
      'ngay cap nhat csdl virus',
    ],
    ...[
      'co so du lieu virus',
      'csdl virus',
      'signature date',
      'signatures date',
      'definition date',
    ],
    ...['definitions date', 'virus definition date', 'database date', 'pattern date'],
  ],
  signatures_current: ['mau moi nhat', 'signatures up to date', 'definitions up to date'],
  open_threats: ['ma doc chua xu ly', 'moi de doa chua xu ly', 'active threats', 'open threats'],
  firewall: ['tuong lua', 'firewall', 'firewall status', 'firewall enabled'],
  disk_encrypted: [
    'ma hoa o dia',
    'ma hoa o cung',
    'bitlocker',
    'disk encryption',
    'disk encrypted',
  ],
  last_full_scan: ['quet toan bo lan cuoi', 'lan quet toan bo cuoi', 'last full scan'],
};

/** Names that speak of nothing an audit asks: numbers of rows, people, places, addresses, remarks. */
const plainHeaders: ReadonlySet<string> = new Set([
  ...[
    'stt',
    'tt',
    'so tt',
    'so thu tu',
    'no',
    'index',
    'dia chi ip',
    'ip',
    'ip address',
    'dia chi',
  ],
  ...['ip addresses', 'nguoi su dung', 'nguoi dung', 'can bo', 'can bo su dung', 'ho ten', 'user'],
  ...[
    'user name',
    'username',
    'owner',
    'don vi',
    'phong',
    'phong ban',
    'bo phan',
    'co quan',
    'nhom',
  ],
  ...['group', 'department', 'site', 'ghi chu', 'note', 'notes', 'description', 'mo ta', 'remark'],
]);

/** Parts of names that hint at a fact without saying it. */
const doubtfulHeaders: readonly (readonly [fact: 'realtime' | 'installed', part: RegExp])[] = [
  ['installed', /\b(cai|cai dat|install\w*)\b/],
  [
    'realtime',
    /bao ve|thoi gian thuc|real ?time|protect|khien|giap|diet virus|antivirus|trang thai|tinh trang|status|state/,
  ],
];

/** Names of dates that may be of the signatures, of the program or of the record. */
const doubtfulDates =
  /^(lan )?(ngay )?cap nhat( cuoi| lan cuoi| gan nhat)?$|^(last )?updated?( date| time)?$/;

const facts = new Map<string, ObservedFactName>(
  Object.entries(knownHeaders).flatMap(([fact, names]) =>
    names.map((name) => [name, fact as ObservedFactName] as const),
  ),
);

/** A header as names are compared: words parted, without diacritics and signs. `lastSeen`, `Last-Seen` give `last seen`. */
export function headerKey(header: string): string {
  return fold(header.replace(/([a-z0-9])([A-Z])/g, '$1 $2'))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Whether a name is one that columns have. */
export function isKnownHeader(key: string): boolean {
  return facts.has(key) || plainHeaders.has(key);
}

/** The fact that a name says for sure. */
export function factOfHeader(key: string): ObservedFactName | undefined {
  return facts.get(key);
}

export function isPlainHeader(key: string): boolean {
  return plainHeaders.has(key);
}

/** The protection fact that a name hints at. */
export function hintOfHeader(key: string): 'realtime' | 'installed' | undefined {
  return doubtfulHeaders.find(([, part]) => part.test(key))?.[0];
}

/** Whether a name of a date leaves open what was updated. */
export function isDoubtfulDate(key: string): boolean {
  return doubtfulDates.test(key);
}
