import { bodies } from './agencies.js';
import type { EndpointScenarioName } from './endpoint-scenarios.js';
import type { Random } from './random.js';

/**
 * How an agency's systems stand. `model`: classified, plan fully deployed. `classified`: classified, plans behind.
 * `mixed`: something of everything. `drafting`: work has begun. `unclear`: nothing wrong, but facts are missing.
 * `none`: the agency says that it owns no system.
 */
export type SystemsScenario = 'model' | 'classified' | 'mixed' | 'drafting' | 'unclear' | 'none';

/** Something that is wrong with the files of an agency. */
type Defect =
  | 'yaml_syntax'
  | 'unknown_key'
  | 'binary_export'
  | 'empty_export'
  | 'unrecognised_export';

export interface MachineGroup {
  readonly code: string;
  readonly count: number;
  readonly scenario: EndpointScenarioName;
  readonly domain?: string;
  /** Suffix of the group's file names, when an agency has several. */
  readonly suffix?: string;
}

export interface AgencyProfile {
  readonly id: string;
  /** Symbol of the agency in numbers of documents: `SYT` in `12/QĐ-SYT`. */
  readonly symbol: string;
  readonly groups: readonly MachineGroup[];
  readonly systems: SystemsScenario;
  /** Days before the as-of date; fewer than the days left since the deadline = late. */
  readonly submittedDaysAgo: number;
  readonly defect?: Defect;
}

/** Agencies that handed in nothing: their folder does not exist. */
const silent = new Set([
  'so-ngoai-vu',
  ...xa('hoa-tham', 'cong-son', 'mau-son', 'thong-nhat', 'kien-moc'),
]);

const departments: readonly AgencyProfile[] = [
  department('van-phong-ubnd', 'VP', 'VPUB', 620, 'good', 'mixed'),
  department('so-khcn', 'SKHCN', 'SKHCN', 340, 'good_iso', 'model'),
  department('so-tai-chinh', 'STC', 'STC', 310, 'good_sentinelone', 'model'),
  department('so-tu-phap', 'STP', 'STP', 180, 'good_defender', 'model'),
  department('so-noi-vu', 'SNV', 'SNV', 330, 'nearly', 'classified'),
  department('so-gddt', 'SGDĐT', 'SGDDT', 400, 'ad_gap', 'mixed'),
  department('so-nnmt', 'SNNMT', 'SNNMT', 400, 'weak', 'mixed'),
  department('so-xay-dung', 'SXD', 'SXD', 300, 'declared_larger_report', 'mixed'),
  department('so-cong-thuong', 'SCT', 'SCT', 210, 'self_reported', 'drafting'),
  department('so-vhttdl', 'SVHTTDL', 'SVHTTDL', 260, 'list_only_workbook', 'mixed'),
  department('thanh-tra-tinh', 'TTT', 'TTT', 90, 'two_products', 'unclear'),
  department('bql-kktck', 'BQLKKTCK', 'BQLCK', 230, 'stale', 'mixed'),
  department('so-dan-toc-ton-giao', 'SDTTG', 'SDTTG', 75, 'good_intune', 'classified'),
  department('cong-an-tinh', 'CAT', 'CAT', 0, 'none', 'mixed'),
  {
    id: 'so-y-te',
    symbol: 'SYT',
    systems: 'mixed',
    submittedDaysAgo: 5,
    groups: [
      { code: 'SYT', count: 210, scenario: 'good_vietnamese_dates', suffix: 'so' },
      { code: 'BVDK', count: 780, scenario: 'weak', domain: 'bvdk.local', suffix: 'bvdk' },
      { code: 'BVYHCT', count: 260, scenario: 'weak_collector', suffix: 'bvyhct' },
      { code: 'TTYTLB', count: 300, scenario: 'list_only', suffix: 'ttyt-loc-binh' },
      { code: 'TTYTHL', count: 280, scenario: 'list_only_repeated', suffix: 'ttyt-huu-lung' },
      { code: 'TTYTTD', count: 270, scenario: 'ad_gap', suffix: 'ttyt-trang-dinh' },
    ],
  },
];

/** Communes and wards with a part of their own; all others take their turn in `turns`. */
const localParts: Readonly<Record<string, LocalPart>> = {
  ...phuong({
    'dong-kinh': { endpoints: 'good', systems: 'model' },
    'luong-van-tri': { endpoints: 'good_sophos', systems: 'model' },
    'tam-thanh': { endpoints: 'good_vision_one', systems: 'model' },
    'ky-lua': { endpoints: 'weak_glpi', systems: 'mixed' },
  }),
  ...xaParts({
    'dong-dang': { endpoints: 'good_utf16_list', systems: 'model' },
    'that-khe': { endpoints: 'good_nfd_list', systems: 'model' },
    'na-sam': { endpoints: 'good', systems: 'model' },
    'binh-gia': { endpoints: 'collector', systems: 'model' },
    'bac-son': { endpoints: 'good_vietnamese_dates', systems: 'model' },
    'van-quan': { endpoints: 'good_fleet', systems: 'model' },
    'cao-loc': { endpoints: 'good_dhcp', systems: 'model' },
    'tan-thanh': { endpoints: 'good_collected', systems: 'model' },
    'diem-he': { endpoints: 'good_wazuh', systems: 'model' },
    'thai-binh': { endpoints: 'good_osquery', systems: 'model' },
    'huu-lung': { endpoints: 'good_long_names', systems: 'mixed' },
    'tan-van': { endpoints: 'boundary_met', systems: 'classified', count: 50 },
    'van-nham': { endpoints: 'boundary_below', systems: 'mixed', count: 49 },
    'quoc-viet': { endpoints: 'ambiguous', systems: 'drafting' },
    'chi-lang': { endpoints: 'exclusions', systems: 'classified', count: 64 },
    'dinh-lap': { endpoints: 'dead_accounts', systems: 'mixed', count: 70 },
    'loc-binh': { endpoints: 'weak_collector_csv', systems: 'unclear', count: 72 },
    'xuan-duong': { endpoints: 'none', systems: 'none' },
    'loi-bac': { endpoints: 'list_only_sep', systems: 'none' },
    'khanh-khe': { endpoints: 'self_reported', systems: 'none' },
    'thien-long': { endpoints: 'none', systems: 'drafting' },
    'nhan-ly': { endpoints: 'ad_gap_first_page', systems: 'unclear' },
    'yen-binh': { endpoints: 'weak_declared', systems: 'drafting', defect: 'yaml_syntax' },
    'chau-son': { endpoints: 'good_declared', systems: 'mixed', defect: 'unknown_key' },
    'vu-lang': { endpoints: 'declared_only', systems: 'mixed', defect: 'binary_export' },
    'tri-le': { endpoints: 'none', systems: 'classified', defect: 'empty_export' },
    'bang-mac': { endpoints: 'declared_only', systems: 'mixed', defect: 'unrecognised_export' },
    'quan-son': { endpoints: 'weak', systems: 'mixed', submittedDaysAgo: 3 },
    'khuat-xa': { endpoints: 'list_only_windows_1258', systems: 'drafting', submittedDaysAgo: 2 },
    'tuan-son': { endpoints: 'good_declared', systems: 'classified', submittedDaysAgo: 1 },
    'vu-le': { endpoints: 'stale', systems: 'mixed', submittedDaysAgo: 3 },
  }),
};

const turns: readonly (readonly [EndpointScenarioName, SystemsScenario])[] = [
  ['weak', 'mixed'],
  ['declared_larger_iso', 'classified'],
  ['list_only_sep', 'drafting'],
  ['good_declared', 'mixed'],
  ['self_reported', 'mixed'],
  ['weak_collector', 'unclear'],
  ['nearly', 'mixed'],
  ['list_only_comma', 'drafting'],
  ['collector', 'classified'],
  ['ad_gap', 'mixed'],
  ['weak_declared', 'drafting'],
  ['good', 'classified'],
];

interface LocalPart {
  readonly endpoints: EndpointScenarioName;
  readonly systems: SystemsScenario;
  readonly count?: number;
  readonly defect?: Defect;
  readonly submittedDaysAgo?: number;
}

/** Profiles of all agencies that handed something in, in order of id. `scale` multiplies the numbers of machines. */
export function agencyProfiles(random: Random, scale: number): AgencyProfile[] {
  let turn = 0;
  const locals = bodies
    .filter((body) => body.kind === 'commune' || body.kind === 'ward')
    .filter((body) => !silent.has(body.id))
    .map((body): AgencyProfile => {
      const given = localParts[body.id];
      const [endpoints, systems] = turns[turn % turns.length] ?? ['none', 'none'];
      if (given === undefined) turn++;
      const part = given ?? { endpoints, systems };
      const model = part.systems === 'model';
      const count = part.endpoints === 'none' ? 0 : (part.count ?? random.int(26, 88));
      return {
        id: body.id,
        symbol: 'UBND',
        groups: [{ code: hostCode(body.id), count, scenario: part.endpoints }],
        systems: part.systems,
        submittedDaysAgo: part.submittedDaysAgo ?? (model ? 4 : random.int(4, 9)),
        ...(part.defect === undefined ? {} : { defect: part.defect }),
      };
    });
  return [...departments, ...locals]
    .map((profile) => scaled(profile, scale))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function scaled(profile: AgencyProfile, scale: number): AgencyProfile {
  if (scale === 1) return profile;
  const groups = profile.groups.map((group) => ({
    ...group,
    count: Math.round(group.count * scale),
  }));
  return { ...profile, groups };
}

function department(
  id: string,
  symbol: string,
  code: string,
  count: number,
  scenario: EndpointScenarioName,
  systems: SystemsScenario,
): AgencyProfile {
  return {
    id,
    symbol,
    groups: [{ code, count, scenario }],
    systems,
    submittedDaysAgo: systems === 'model' ? 4 : 5,
  };
}

function xa(...slugs: string[]): string[] {
  return slugs.map((slug) => `ubnd-xa-${slug}`);
}

function xaParts(parts: Readonly<Record<string, LocalPart>>): Record<string, LocalPart> {
  return prefixed('ubnd-xa-', parts);
}

function phuong(parts: Readonly<Record<string, LocalPart>>): Record<string, LocalPart> {
  return prefixed('ubnd-phuong-', parts);
}

function prefixed(
  prefix: string,
  parts: Readonly<Record<string, LocalPart>>,
): Record<string, LocalPart> {
  return Object.fromEntries(Object.entries(parts).map(([slug, part]) => [prefix + slug, part]));
}

/** `ubnd-xa-hoang-van-thu` → `HVTHU`: at most eight characters, so that host names fit into fifteen. */
function hostCode(id: string): string {
  const parts = id.split('-').slice(2);
  const whole = parts.join('').toUpperCase();
  if (whole.length <= 8) return whole;
  return (
    parts
      .slice(0, -1)
      .map((part) => part[0])
      .join('') + (parts.at(-1) ?? '')
  ).toUpperCase();
}
