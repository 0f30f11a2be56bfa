import type { CommandFailure } from '../domain/machine.js';

/**
 * How strong the evidence is: A the product's own status command, B the operating system's security centre, C services,
 * units and processes, and what the operating system says of itself.
 */
export type EvidenceGrade = 'A' | 'B' | 'C';

/** Facts of the machine itself, under the names of `schemas/endpoint-report.schema.json`. Left out = unknown. */
export interface MachineFacts {
  readonly fqdn?: string | undefined;
  readonly hardware_uuid?: string | undefined;
  readonly serial?: string | undefined;
  readonly machine_id?: string | undefined;
  readonly manufacturer?: string | undefined;
  readonly macs?: readonly string[] | undefined;
  readonly kind?: 'workstation' | 'server' | undefined;
  readonly virtual?: boolean | undefined;
  readonly os_name?: string | undefined;
  readonly os_version?: string | undefined;
  readonly os_build?: string | undefined;
  readonly os_edition?: string | undefined;
  readonly firewall?: boolean | undefined;
  readonly disk_encrypted?: boolean | undefined;
  readonly last_patch?: string | undefined;
  readonly last_full_scan?: string | undefined;
}

/** Facts of one protection product, under the names of the schema. Left out = unknown. Dates are ISO 8601. */
export interface ProductFacts {
  readonly product_version?: string | undefined;
  readonly installed?: boolean | undefined;
  readonly running?: boolean | undefined;
  readonly realtime?: boolean | undefined;
  readonly mode?: 'block' | 'detect' | 'passive' | 'on_demand' | 'reduced' | undefined;
  readonly signatures_date?: string | undefined;
  readonly signatures_current?: boolean | undefined;
  readonly auto_update?: boolean | undefined;
  readonly managed?: boolean | undefined;
  readonly tamper_protection?: boolean | undefined;
}

/** One record of the normalised format: one line of the report. */
export interface EndpointRecord extends MachineFacts, ProductFacts {
  readonly host: string;
  /** Both are the moment of the collection, ISO 8601 in UTC. */
  readonly last_seen: string;
  readonly observed_at: string;
  readonly grade: EvidenceGrade;
  readonly all_products?: true | undefined;
  readonly product?: string | undefined;
}

/** What one source of evidence says of one product. */
export interface ProductFinding {
  /** The product's name as reports write it, so that the catalogue recognises it. */
  readonly product: string;
  readonly grade: EvidenceGrade;
  /** The source sees every product of the machine: what it doesn't list isn't there. */
  readonly allProducts?: true | undefined;
  readonly facts: ProductFacts;
}

/** What may stay unknown and is worth saying. */
export type WantedFact =
  | 'os_version'
  | 'hardware_uuid'
  | 'serial'
  | 'macs'
  | 'firewall'
  | 'disk_encrypted'
  | 'last_patch'
  | 'gatekeeper'
  | 'security_center'
  | 'services'
  | 'processes'
  | 'product_status'
  | 'protection';

/**
 * Why a fact isn't known: the command failed (`CommandFailure`), its output couldn't be understood (`unreadable`), the
 * system or the manufacturer left it blank (`blank`), Windows Server has no Security Center (`not_on_server`), another
 * firewall product may do the work (`other_firewall`), nothing reliable says it (`no_source`), no product was seen by
 * sources that don't see all (`not_seen`).
 */
export type Reason =
  | CommandFailure
  | 'unreadable'
  | 'blank'
  | 'not_on_server'
  | 'other_firewall'
  | 'no_source'
  | 'not_seen';

export interface NotObserved {
  readonly fact: WantedFact;
  readonly why: Reason;
  /** The product whose status it is. */
  readonly of?: string | undefined;
}
