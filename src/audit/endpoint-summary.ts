import type { IsoDate } from '../domain/dates.js';
import type { FleetResult } from '../fleet/judge-fleet.js';
import { outcomeFact } from '../packs/judge-endpoint.js';
import type { EndpointCheck } from '../packs/types.js';
import type { EndpointCounts, EndpointSummary } from './assessment.js';
import { daysApart, isConfirmed, secondSource } from './second-source.js';

/** An agency's own word on how many endpoints it has, with the register it comes from. */
export interface DeclaredEndpoints {
  readonly count: number;
  readonly register: string;
  readonly date: string | null;
}

/**
 * One agency's endpoints from the fleet's rows. Machines that the register counts and no report shows are in the
 * denominator, as unknown: silence must not improve a rate. A register dated after `asOf` confirms nothing.
 */
export function endpointSummary(
  fleet: FleetResult,
  agency: string,
  declared: DeclaredEndpoints | null,
  checks: readonly EndpointCheck[],
  asOf: IsoDate,
): EndpointSummary {
  const own = <Row extends Readonly<Record<string, unknown>>>(rows: readonly Row[]) =>
    rows.filter((row) => row['agency'] === agency);
  const counts = own(fleet.counts);
  const total = (name: string) => counts.reduce((sum, row) => sum + number(row[name]), 0);
  const shown = total('found') - total('out_of_scope');
  const unreported = Math.max(0, (declared?.count ?? 0) - shown);
  const inScope = shown + unreported;
  const sources = own(fleet.sources);
  const apart = daysApart(sources);
  const dated = declared?.date && declared.date > asOf ? null : declared;
  const known = secondSource(total('register'), total('console'), total('both'));
  const figures: EndpointCounts = {
    found: total('found'),
    out_of_scope: total('out_of_scope'),
    in_scope: inScope,
    unreported,
    protected: total('protected'),
    degraded: total('degraded'),
    unprotected: total('unprotected'),
    unknown: total('unknown') + unreported,
    installed: {
      numerator: total('installed'),
      denominator: inScope,
      unknown: total('installed_unknown') + unreported,
    },
    effective: {
      numerator: total('protected'),
      denominator: inScope,
      unknown: total('unknown') + unreported,
    },
  };
  const [outcomes] = own(fleet.checks);
  return {
    ...figures,
    declared,
    self_reported: shown > 0 && !isConfirmed(shown, total('register'), dated, sources),
    stale: total('stale'),
    ...(known && { second_source: known }),
    ...(apart !== null && { days_apart: apart }),
    excluded: own(fleet.exclusions).map((row) => ({
      reason: String(row['reason']),
      count: number(row['n']),
    })),
    by_machine: counts.map((row) => ({
      machine: String(row['machine']),
      found: number(row['found']),
      in_scope: number(row['found']) - number(row['out_of_scope']),
      protected: number(row['protected']),
      unknown: number(row['unknown']),
      installed: number(row['installed']),
      installed_unknown: number(row['installed_unknown']),
    })),
    products: own(fleet.products).map((row) => ({
      product: String(row['product']),
      count: number(row['n']),
    })),
    sources: sources.map((row) => ({
      source: String(row['source']),
      role: String(row['role']),
      files: number(row['files']),
      rows: number(row['rows']),
      used: number(row['used']),
      dated: row['dated'] ? String(row['dated']) : null,
    })),
    checks: outcomes
      ? checks.map((check) => {
          const count = (outcome: string) =>
            number(outcomes[`${outcomeFact(check.id)}_${outcome}`]);
          return {
            id: check.id,
            severity: check.severity,
            pass: count('pass'),
            warned: count('warned'),
            fail: count('fail'),
            unknown: count('unknown'),
            not_applicable: count('not_applicable'),
          };
        })
      : [],
  };
}

function number(value: unknown): number {
  return Number(value ?? 0);
}
