import type { AdOptions } from './ad-export.js';
import type { ExportName } from './exports.js';
import type { KscDates, KscOptions } from './ksc-export.js';
import type { ListShape } from './list-export.js';
import type { Mix } from './machines.js';
import type { NormalisedOptions } from './normalised-export.js';

/**
 * How a group of machines is protected and what its agency hands in about them. The comment of each scenario says
 * which outcome of the target "90 % of endpoints with protection installed" it is meant to lead to.
 */
export interface EndpointScenario {
  readonly mix: Mix;
  readonly ksc?: {
    readonly dates?: KscDates;
    readonly columns?: KscOptions['columns'];
    readonly reimaged?: number;
  };
  readonly ad?: Partial<Pick<AdOptions, 'dates' | 'typeLine' | 'extraColumns'>> & {
    /** Shares of the group's size. */
    readonly disabled?: number;
    readonly dead?: number;
    /** Whether Vietnamese letters of the unit's name became `?` on export. */
    readonly lostLetters?: boolean;
  };
  readonly list?: {
    readonly shape?: ListShape;
    readonly otherProduct?: string;
    readonly product?: string;
  };
  readonly collector?: { readonly form?: NormalisedOptions['form'] };
  /** Further tools whose exports are handed in. */
  readonly exports?: readonly ExportName[];
  /** Declared number of machines as a share of the real number; absent = nothing declared. */
  readonly declared?: number;
  /** Days before the as-of date on which the lists were exported. */
  readonly exportedDaysAgo?: number;
  readonly longNames?: boolean;
  readonly cloned?: number;
  /** Shares of the group that the agency takes out of the count, with reasons. */
  readonly excluded?: number;
  /** The inventory doesn't say when the lists were exported. */
  readonly undated?: boolean;
}

const nearlyAll: Mix = {
  not_installed: 0.012,
  stopped: 0.012,
  outdated: 0.012,
  missing: 0.012,
  slightly_old: 0.02,
};

export const endpointScenarios = {
  // met
  good: { mix: nearlyAll, ksc: { reimaged: 1 }, ad: { disabled: 0.03, dead: 0.012 }, declared: 1 },
  good_iso: {
    mix: nearlyAll,
    ksc: { dates: 'iso' },
    ad: { dates: 'american', extraColumns: true },
    declared: 1,
  },
  good_vietnamese_dates: {
    mix: nearlyAll,
    ksc: { dates: 'vietnamese', columns: 'short' },
    ad: { typeLine: true },
  },
  good_declared: { mix: nearlyAll, ksc: { dates: 'vietnamese', reimaged: 1 }, declared: 1 },
  good_utf16_list: {
    mix: nearlyAll,
    ksc: { dates: 'american' },
    list: { shape: 'utf16' },
    declared: 1,
  },
  good_nfd_list: {
    mix: nearlyAll,
    ksc: { dates: 'vietnamese' },
    list: { shape: 'nfd' },
    declared: 1,
  },
  good_long_names: {
    mix: nearlyAll,
    ksc: { columns: 'short' },
    ad: {},
    longNames: true,
    declared: 1,
  },
  good_defender: {
    mix: nearlyAll,
    ad: { disabled: 0.03, dead: 0.012 },
    exports: ['defender'],
    declared: 1,
  },
  good_sentinelone: { mix: nearlyAll, ad: { typeLine: true }, exports: ['sentinelone'] },
  /** Installed and running; whether it scans in real time, the console doesn't say. */
  good_vision_one: {
    mix: nearlyAll,
    ad: { dates: 'american', extraColumns: true },
    exports: ['vision_one'],
    declared: 1,
  },
  good_sophos: { mix: nearlyAll, exports: ['sophos'], declared: 1 },
  /** Defender has stepped back beside the product that protects. */
  good_intune: {
    mix: nearlyAll,
    ksc: { dates: 'vietnamese', reimaged: 1 },
    exports: ['intune'],
    declared: 1,
  },
  /** Agents that only watch, beside the console. */
  good_fleet: {
    mix: nearlyAll,
    ksc: { dates: 'vietnamese', reimaged: 1 },
    exports: ['fleet'],
    declared: 1,
  },
  good_wazuh: {
    mix: nearlyAll,
    ksc: { dates: 'vietnamese', reimaged: 1 },
    exports: ['wazuh'],
    declared: 1,
  },
  /** Leases instead of a directory: phones and printers have them too. */
  good_dhcp: { mix: nearlyAll, ksc: { reimaged: 1 }, exports: ['dhcp'], declared: 1 },
  good_collected: {
    mix: nearlyAll,
    ad: { dates: 'american', extraColumns: true },
    exports: ['collected'],
    declared: 1,
  },
  /** Some have home software, with Defender switched off beside it: installed, not effective. */
  good_osquery: { mix: { ...nearlyAll, stopped: 0.02 }, exports: ['osquery'], declared: 1 },
  collector: { mix: { ...nearlyAll, stopped: 0.02 }, collector: {}, declared: 1 },
  exclusions: { mix: nearlyAll, ksc: {}, ad: { dead: 0.02 }, declared: 0.91, excluded: 0.09 },
  /** Installed on nearly all, but a quarter of it does not work: met by the plan's wording, not effective. */
  nearly: {
    mix: {
      not_installed: 0.03,
      stopped: 0.07,
      suspended: 0.04,
      failure: 0.01,
      outdated: 0.12,
      missing: 0.02,
    },
    ksc: { reimaged: 2 },
    ad: { disabled: 0.04 },
    declared: 0.91,
  },
  /** 45 of 50: exactly 90 %. */
  boundary_met: { mix: { not_installed: 0.1 }, ksc: { dates: 'vietnamese' }, declared: 1 },

  // not_met
  weak: {
    mix: {
      not_installed: 0.22,
      stopped: 0.06,
      outdated: 0.08,
      stale: 0.04,
      missing: 0.03,
      suspended: 0.02,
    },
    ksc: { reimaged: 2 },
    ad: { disabled: 0.05, dead: 0.02, typeLine: true, lostLetters: true },
    declared: 0.91,
  },
  weak_declared: {
    mix: { not_installed: 0.3, stopped: 0.05, outdated: 0.1, stale: 0.03 },
    ksc: { dates: 'vietnamese', columns: 'short' },
    declared: 0.91,
  },
  weak_collector: {
    mix: { not_installed: 0.24, stopped: 0.1, outdated: 0.08, missing: 0.02 },
    collector: { form: 'json' },
    declared: 0.91,
    cloned: 6,
  },
  weak_glpi: {
    mix: { not_installed: 0.24, stopped: 0.1, outdated: 0.08, missing: 0.02 },
    exports: ['glpi'],
    declared: 0.91,
    cloned: 6,
  },
  weak_collector_csv: {
    mix: { not_installed: 0.2, suspended: 0.06 },
    collector: { form: 'csv' },
    declared: 0.91,
  },
  /** 44 of 49: 89.8 %, which must not be rounded up. */
  boundary_below: { mix: { not_installed: 0.102 }, ksc: { dates: 'vietnamese' }, declared: 1 },

  // inconclusive
  /** A fifth of the directory's machines is in no console. */
  ad_gap: {
    mix: { missing: 0.22, not_installed: 0.03, outdated: 0.02 },
    ksc: {},
    ad: { disabled: 0.03 },
  },
  /** The same, and of the antivirus report only the first page was saved. */
  ad_gap_first_page: {
    mix: { missing: 0.22, not_installed: 0.03, outdated: 0.02 },
    ad: { disabled: 0.03 },
    exports: ['defender_first_page'],
  },
  /** One console, nothing to compare it with. */
  self_reported: { mix: { outdated: 0.02, stopped: 0.01 }, ksc: {} },
  /** The asset register counts many more machines than the console shows. */
  declared_larger: { mix: { not_installed: 0.02, outdated: 0.03 }, ksc: {}, declared: 1.32 },
  /** The same console's report beside its device list: no second source. */
  declared_larger_report: {
    mix: { not_installed: 0.02, outdated: 0.03 },
    ksc: {},
    exports: ['ksc_report'],
    declared: 1.32,
  },
  declared_larger_iso: {
    mix: { stopped: 0.03 },
    ksc: { dates: 'iso', columns: 'short' },
    declared: 1.2,
  },
  /** Lists typed by hand prove that machines exist, not that they are protected. */
  list_only: { mix: { not_installed: 0.06, stale: 0.03 }, list: { shape: 'titled' }, declared: 1 },
  list_only_windows_1258: {
    mix: { not_installed: 0.06, stale: 0.03 },
    list: { shape: 'windows1258' },
    declared: 1,
  },
  list_only_workbook: {
    mix: { not_installed: 0.06, stale: 0.03 },
    exports: ['list_workbook'],
    declared: 1,
  },
  list_only_sep: { mix: { not_installed: 0.04 }, list: { shape: 'sep_line' } },
  list_only_repeated: {
    mix: { not_installed: 0.08 },
    list: { shape: 'repeated_header' },
    declared: 1.05,
  },
  list_only_comma: { mix: {}, list: { shape: 'plain_comma' }, undated: true },
  /** A third of the machines has been silent for more than a month. */
  stale: { mix: { stale: 0.33, not_installed: 0.03 }, ksc: { reimaged: 1 }, declared: 1 },
  /** All dates read as day/month or as month/day: nothing in the file settles it. */
  ambiguous: {
    mix: { stopped: 0.02 },
    ksc: { dates: 'vietnamese', columns: 'short' },
    declared: 0.91,
    exportedDaysAgo: 13,
  },
  /** The console says "not installed" of machines on which the office's list names another product. */
  two_products: {
    mix: { not_installed: 0.2 },
    ksc: {},
    list: { otherProduct: 'Bkav Endpoint AI' },
    declared: 0.91,
  },
  /** A directory full of dead accounts: they are shown, and hide whether the rest is enough. */
  dead_accounts: {
    mix: nearlyAll,
    ksc: { dates: 'american' },
    ad: { disabled: 0.25, dead: 0.3, typeLine: true },
    undated: true,
  },

  /** Only the asset register: machines that nobody has shown. */
  declared_only: { mix: {}, declared: 1 },

  // no_data
  none: { mix: {} },
} as const satisfies Readonly<Record<string, EndpointScenario>>;

export type EndpointScenarioName = keyof typeof endpointScenarios;
