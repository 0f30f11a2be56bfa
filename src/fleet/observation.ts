/**
 * One observation: what one row of one export says about one machine and at most one product. These are the columns
 * of the `observation` table, and the names that a source's `columns` may give.
 */

/** Rank of an evidence grade; a higher one is stronger. `endpoint.md` "Strength of evidence". */
export const gradeRank = { A: 5, B: 4, C: 3, D: 2, E: 1 } as const;

export type Grade = keyof typeof gradeRank;

interface ObservedFact {
  readonly sql: 'BOOLEAN' | 'VARCHAR' | 'BIGINT' | 'TIMESTAMP' | 'VARCHAR[]';
  /** The weakest grade that may prove this fact; a weaker source's word is dropped. Absent: any grade. */
  readonly from?: Grade;
}

/**
 * Facts of an observation. What a grade may prove: D that software is listed; C also that it runs; B also that it is
 * switched on and whether signatures are current; A also the signatures' date and central management; E nothing but
 * that the machine exists.
 */
export const observedFacts = {
  host: { sql: 'VARCHAR' },
  fqdn: { sql: 'VARCHAR' },
  dns_domain: { sql: 'VARCHAR' },
  hardware_uuid: { sql: 'VARCHAR' },
  serial: { sql: 'VARCHAR' },
  manufacturer: { sql: 'VARCHAR' },
  vendor_id: { sql: 'VARCHAR' },
  directory_id: { sql: 'VARCHAR' },
  machine_id: { sql: 'VARCHAR' },
  macs: { sql: 'VARCHAR[]' },
  kind: { sql: 'VARCHAR' },
  os_name: { sql: 'VARCHAR' },
  os_version: { sql: 'VARCHAR' },
  os_build: { sql: 'VARCHAR' },
  os_edition: { sql: 'VARCHAR' },
  account_enabled: { sql: 'BOOLEAN' },
  last_seen: { sql: 'TIMESTAMP' },
  observed_at: { sql: 'TIMESTAMP' },
  information_updated: { sql: 'TIMESTAMP' },
  grade: { sql: 'VARCHAR' },
  all_products: { sql: 'BOOLEAN' },
  product_name: { sql: 'VARCHAR' },
  service_name: { sql: 'VARCHAR' },
  installed: { sql: 'BOOLEAN', from: 'D' },
  running: { sql: 'BOOLEAN', from: 'C' },
  realtime: { sql: 'BOOLEAN', from: 'B' },
  mode: { sql: 'VARCHAR', from: 'B' },
  signatures_date: { sql: 'TIMESTAMP', from: 'A' },
  signatures_current: { sql: 'BOOLEAN', from: 'B' },
  auto_update: { sql: 'BOOLEAN', from: 'C' },
  managed: { sql: 'BOOLEAN', from: 'A' },
  tamper_protection: { sql: 'BOOLEAN', from: 'B' },
  edr: { sql: 'BOOLEAN', from: 'C' },
  open_threats: { sql: 'BIGINT', from: 'B' },
  firewall: { sql: 'BOOLEAN', from: 'C' },
  disk_encrypted: { sql: 'BOOLEAN', from: 'C' },
  last_patch: { sql: 'TIMESTAMP', from: 'C' },
  last_full_scan: { sql: 'TIMESTAMP', from: 'C' },
  screen_lock_minutes: { sql: 'BIGINT', from: 'C' },
  admin_mfa: { sql: 'BOOLEAN', from: 'C' },
  origin_source: { sql: 'VARCHAR' },
  origin_role: { sql: 'VARCHAR' },
  origin_product: { sql: 'VARCHAR' },
  origin_future: { sql: 'BOOLEAN' },
} as const satisfies Readonly<Record<string, ObservedFact>>;

export type ObservedFactName = keyof typeof observedFacts;

/** The facts in the order of the table's columns. */
export const observedFactNames = Object.keys(observedFacts) as ObservedFactName[];

/**
 * What a record of the normalised format tells of the export that it was made from: the source and its role, the product that a
 * one-product console knows, whether a date of the row lay ahead. They are about the file, not about the machine.
 */
export const originFacts: ReadonlySet<ObservedFactName> = new Set([
  'origin_source',
  'origin_role',
  'origin_product',
  'origin_future',
]);

export function isObservedFact(name: string): name is ObservedFactName {
  return Object.hasOwn(observedFacts, name);
}

/** How a fact is declared: its SQL type and the weakest grade that may prove it. */
export function observedFact(name: ObservedFactName): ObservedFact {
  return observedFacts[name];
}
