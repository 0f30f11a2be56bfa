import type { Verdict } from '../packs/types.js';
import type { Catalogues } from './catalogues.js';
import type { FleetEngine, Row } from './engines/engine.js';
import type { FoundEndpoint } from './explain/find-endpoints.js';
import { explainIdentity, type IdentityExplanation } from './explain/identity.js';
import { explainNoProtection, type NoProtection } from './explain/no-protection.js';
import {
  explainFacts,
  type FlagExplanation,
  type ProductExplanation,
} from './explain/product-facts.js';
import { numberIn, textIn } from './explain/row-values.js';
import { type SourceRow, sourceRows } from './explain/source-rows.js';
import {
  type CheckExplanation,
  explainChecks,
  explainSteps,
  type StepExplanation,
  verdictBy,
} from './explain/verdict-steps.js';
import type { EndpointSource } from './source.js';
import type { CheckRules } from './stages/check.js';

/** Everything that led to the verdict on one machine. */
export interface EndpointExplanation {
  readonly endpoint: FoundEndpoint;
  readonly kind: string | null;
  readonly os: {
    readonly name: string | null;
    readonly version: string | null;
    readonly build: string | null;
    readonly edition: string | null;
    readonly support: string | null;
  };
  /** Days before the audit date; a directory's date has its allowance of 14 days taken off. Null: no source dates it. */
  readonly seenDaysAgo: number | null;
  readonly evidenceAgeDays: number | null;
  readonly verdict: Verdict;
  /** Whether the machine counts as having a protection product installed. */
  readonly installed: 'yes' | 'no' | 'unknown';
  /** Why it is out of the count; null when it is in. */
  readonly exclusion: string | null;
  readonly identity: IdentityExplanation;
  readonly rows: readonly SourceRow[];
  /** How many rows speak of it; more than `rows` when there are too many to list. */
  readonly totalRows: number;
  readonly products: readonly (ProductExplanation & {
    readonly decides: boolean;
    /** What this product alone would give; null for what never protects. */
    readonly verdict: { readonly verdict: Verdict; readonly step: string | null } | null;
  })[];
  readonly machineFlags: readonly FlagExplanation[];
  readonly noProtection: NoProtection;
  readonly checks: readonly CheckExplanation[];
  readonly steps: readonly StepExplanation[];
}

export interface ExplainInput {
  readonly rules: CheckRules;
  readonly catalogues: Catalogues;
  readonly sources: readonly EndpointSource[];
}

/**
 * Explains one judged endpoint from the tables of all stages, which `judgeFleet` must have kept. Reads only what belongs to
 * it. Throws when there is no such endpoint.
 */
export async function explainEndpoint(
  engine: FleetEngine,
  endpoint: FoundEndpoint,
  { rules, catalogues, sources }: ExplainInput,
): Promise<EndpointExplanation> {
  const params = { gid: endpoint.gid };
  const [row] = await engine.rows({
    sql: `SELECT e.*, x.reason AS exclusion, j.verdict, j.installed AS counts_installed, j.evidence_age_days, j.os_support, j.identity_sound
      FROM endpoint e JOIN excluded x USING (gid) JOIN judged j USING (gid) WHERE e.gid = $gid`,
    params,
  });
  const [deciding] = await engine.rows({
    sql: 'SELECT checked.*, j.step FROM checked JOIN judged j USING (gid) WHERE gid = $gid AND checked.product IS NOT DISTINCT FROM j.product',
    params,
  });
  if (!row || !deciding) throw new Error(`no endpoint ${endpoint.id}`);
  const candidates = await engine.rows({ sql: 'SELECT * FROM checked WHERE gid = $gid', params });
  const { total, rows } = await sourceRows(engine, endpoint.gid, sources);
  const { products, machine } = await explainFacts(engine, endpoint.gid, rows, catalogues);
  const verdictOf = ({ product }: ProductExplanation) => {
    const candidate = candidates.find((each: Row) => each['product'] === product);
    return candidate ? verdictBy(candidate, rules) : null;
  };
  return {
    endpoint,
    kind: textIn(row, 'kind'),
    os: {
      name: textIn(row, 'os_name'),
      version: textIn(row, 'os_version'),
      build: textIn(row, 'os_build'),
      edition: textIn(row, 'os_edition'),
      support: textIn(row, 'os_support'),
    },
    seenDaysAgo: numberIn(row, 'seen_days'),
    evidenceAgeDays: numberIn(row, 'evidence_age_days'),
    verdict: (textIn(row, 'verdict') ?? 'unknown') as Verdict,
    installed: (textIn(row, 'counts_installed') ?? 'unknown') as EndpointExplanation['installed'],
    exclusion: textIn(row, 'exclusion'),
    identity: await explainIdentity(engine, row, rows),
    rows,
    totalRows: total,
    products: products.map((each) => ({
      ...each,
      decides: each.product === deciding['product'],
      verdict: verdictOf(each),
    })),
    machineFlags: machine,
    noProtection: await explainNoProtection(engine, endpoint.gid),
    checks: explainChecks(deciding, rules),
    steps: explainSteps(deciding, rules),
  };
}
