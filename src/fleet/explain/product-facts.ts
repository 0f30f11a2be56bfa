import type { Catalogues } from '../catalogues.js';
import type { FleetEngine, Row } from '../engines/engine.js';
import { type FlagRule, type FlagWord, flagRule } from './flag-rule.js';
import { momentIn, numberIn, textIn, truthIn } from './row-values.js';
import { gradeOf, type SourceRow } from './source-rows.js';

/** A yes/no fact of a product or of the machine, what it is taken to be, and why. */
export interface FlagExplanation {
  readonly flag: string;
  /** Null: unknown. */
  readonly taken: boolean | null;
  readonly rule: FlagRule;
  /** Strongest grade first, then newest. */
  readonly words: readonly FlagWord[];
}

/** One protection product on the machine. */
export interface ProductExplanation {
  /** Id of the catalogue, or `unlisted: <name>`. */
  readonly product: string;
  readonly label: string;
  /** Null: not in the catalogue. */
  readonly class: string | null;
  /** Management and inventory agents are no candidates: they never protect. */
  readonly candidate: boolean;
  /** Real-time protection on and blocking, as made of the flags; null: unknown. */
  readonly blocking: boolean | null;
  readonly authorised: boolean | null;
  readonly flags: readonly FlagExplanation[];
  /** The date of the signatures that counts; null when no row gives one. */
  readonly signatures: { readonly date: string; readonly observedAt: string | null } | null;
  readonly openThreats: number | null;
}

/** Flags of a product: as the claims name them, and the column that holds what they are taken to be. */
const productFlags = [
  ['installed', 'is_installed'],
  ['running', 'running'],
  ['realtime', 'realtime'],
  ['blocks', 'blocks'],
  ['signatures_current', 'signatures_current'],
  ['auto_update', 'auto_update'],
  ['managed', 'managed'],
  ['tamper_protection', 'tamper_protection'],
] as const;

/** Flags of the machine itself. */
const machineFlags = ['firewall', 'disk_encrypted', 'admin_mfa', 'edr'] as const;

/** Flags that rows may only imply. */
const implied: ReadonlySet<string> = new Set(['installed', 'running']);

/** What the sources say together of each product and of the machine itself: from the tables of the stage `resolve`. */
export async function explainFacts(
  engine: FleetEngine,
  gid: number,
  rows: readonly SourceRow[],
  catalogues: Catalogues,
): Promise<{
  readonly products: readonly ProductExplanation[];
  readonly machine: readonly FlagExplanation[];
}> {
  const params = { gid };
  const claims = await engine.rows({
    sql: `SELECT * FROM claim WHERE gid = $gid AND rank > 1`,
    params,
  });
  const states = await engine.rows({
    sql: `SELECT s.product, c.class, f.* EXCLUDE (gid, product, class), f.gid IS NOT NULL AS candidate,
        s.signatures.d AS signatures_at, s.signatures.o AS signatures_seen
      FROM product_state s LEFT JOIN product_fact f ON f.gid = s.gid AND f.product = s.product
        LEFT JOIN catalogue_product c ON c.id = s.product
      WHERE s.gid = $gid ORDER BY s.product`,
    params,
  });
  const candidates = await engine.rows({
    sql: 'SELECT product, product_installed FROM candidate WHERE gid = $gid',
    params,
  });
  const [control] = await engine.rows({ sql: 'SELECT * FROM control WHERE gid = $gid', params });
  const numbered = numberedClaims(claims, rows);
  return {
    products: states.map((state) => {
      const product = textIn(state, 'product') ?? '';
      return productOf(
        state,
        catalogues.products.find(({ id }) => id === product)?.label,
        numbered.filter(({ claim }) => claim['product'] === product),
        candidates.find((each) => each['product'] === product),
      );
    }),
    machine: machineFlags.flatMap((flag) => {
      const words = wordsOf(flag, numbered);
      return words.length === 0 ? [] : [flagOf(flag, flag, control, words)];
    }),
  };
}

interface NumberedClaim {
  readonly claim: Row;
  readonly row: SourceRow;
}

function numberedClaims(claims: readonly Row[], rows: readonly SourceRow[]): NumberedClaim[] {
  const byId = new Map(rows.map((row) => [row.obsId, row]));
  return claims
    .flatMap((claim) => {
      const row = byId.get(numberIn(claim, 'obs_id') ?? -1);
      return row ? [{ claim, row }] : [];
    })
    .sort((a, b) => a.row.no - b.row.no);
}

function productOf(
  state: Row,
  label: string | undefined,
  claims: readonly NumberedClaim[],
  candidate: Row | undefined,
): ProductExplanation {
  const product = textIn(state, 'product') ?? '';
  const isCandidate = truthIn(state, 'candidate') === true;
  const flags = productFlags.map(([flag, column]) =>
    flagOf(flag, column, isCandidate ? state : undefined, wordsOf(flag, claims)),
  );
  const signatures = momentIn(state, 'signatures_at');
  return {
    product,
    label: label ?? product.replace(/^unlisted: /, ''),
    class: textIn(state, 'class'),
    candidate: isCandidate,
    blocking: truthIn(state, 'is_blocking'),
    authorised: truthIn(state, 'authorised'),
    flags: flags.map((each) => (each.flag === 'installed' ? ofMachine(each, candidate) : each)),
    signatures:
      signatures === null
        ? null
        : { date: signatures, observedAt: momentIn(state, 'signatures_seen') },
    openThreats: numberIn(state, 'open_threats'),
  };
}

/** A product that isn't installed says nothing of the machine while another one is named somewhere. */
function ofMachine(flag: FlagExplanation, candidate: Row | undefined): FlagExplanation {
  const seen = candidate ? truthIn(candidate, 'product_installed') : flag.taken;
  return flag.taken === false && seen === null
    ? { ...flag, taken: null, rule: 'other_product' }
    : flag;
}

function flagOf(
  flag: string,
  column: string,
  state: Row | undefined,
  words: readonly FlagWord[],
): FlagExplanation {
  const taken = truthIn(state, column);
  const rule = flagRule(words, taken, {
    doubt: truthIn(state, `${flag}_doubt`) === true,
    stale: truthIn(state, `${flag}_stale`) === true,
  });
  // The name of a product in a software list alone: the stage's only other way from a word to nothing.
  const nameAlone =
    rule === 'other' && flag === 'installed' && taken === null && state !== undefined;
  return { flag, taken, rule: nameAlone ? 'name_alone' : rule, words };
}

function wordsOf(flag: string, claims: readonly NumberedClaim[]): FlagWord[] {
  return claims.flatMap(({ claim, row }) => {
    const says = truthIn(claim, flag);
    if (says === null) return [];
    return {
      row: row.no,
      says,
      grade: gradeOf(numberIn(claim, 'rank')),
      at: momentIn(claim, 'observed_at'),
      implied: implied.has(flag) && row.facts[flag] === undefined,
    };
  });
}
