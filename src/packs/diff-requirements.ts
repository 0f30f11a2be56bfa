import type { Level } from '../domain/rules.js';
import type { Requirement, RequirementCatalogue, Requirements } from './types.js';

/** What of a requirement its digest covers, and so what makes answers stale. */
export type RequirementField = 'statement' | 'parameters' | 'optional';

/**
 * The catalogues of one level in two packs, by what becomes of answers: kept under the same id (`unchanged`), kept under a
 * new id (`moved`), stale (`changed`), without a requirement (`removed`); `added` ones have none yet.
 */
export interface CatalogueDiff {
  readonly level: Level;
  /** The annex's catalogue of that level. */
  readonly annex: boolean;
  readonly from: CatalogueSize | null;
  readonly to: CatalogueSize | null;
  /** False: catalogues of two standards, which have no ideas in common; everything is removed and added. */
  readonly comparable: boolean;
  readonly unchanged: number;
  readonly moved: readonly RequirementPair[];
  readonly changed: readonly (RequirementPair & { readonly fields: readonly RequirementField[] })[];
  readonly added: readonly Requirement[];
  readonly removed: readonly Requirement[];
}

export interface CatalogueSize {
  readonly standard: string;
  readonly requirements: number;
}

export interface RequirementPair {
  readonly from: Requirement;
  readonly to: Requirement;
}

/** Every level of both packs, annexes last; levels that only one of them has are wholly added or removed. */
export function diffRequirements(
  from: Requirements | undefined,
  to: Requirements | undefined,
): readonly CatalogueDiff[] {
  return (['levels', 'annex'] as const).flatMap((key) => {
    const [before = [], after = []] = [from?.[key], to?.[key]];
    const levels = [...new Set([...before, ...after].map(({ level }) => level))].sort();
    return levels.map((level) =>
      diffCatalogues(
        level,
        key === 'annex',
        before.find((each) => each.level === level),
        after.find((each) => each.level === level),
      ),
    );
  });
}

function diffCatalogues(
  level: Level,
  annex: boolean,
  from: RequirementCatalogue | undefined,
  to: RequirementCatalogue | undefined,
): CatalogueDiff {
  const before = from?.groups.flatMap((group) => group.requirements) ?? [];
  const after = to?.groups.flatMap((group) => group.requirements) ?? [];
  const comparable = !from || !to || standardOf(from) === standardOf(to);
  const pairs = comparable ? match(before, after) : new Map<Requirement, Requirement>();
  const taken = new Set(pairs.values());
  const all = [...pairs].map(([a, b]) => ({ from: a, to: b }));
  const same = all.filter((pair) => pair.from.digest === pair.to.digest);
  return {
    level,
    annex,
    from: from ? { standard: from.standard, requirements: before.length } : null,
    to: to ? { standard: to.standard, requirements: after.length } : null,
    comparable,
    unchanged: same.filter((pair) => pair.from.id === pair.to.id).length,
    moved: same.filter((pair) => pair.from.id !== pair.to.id),
    changed: all
      .filter((pair) => pair.from.digest !== pair.to.digest)
      .map((pair) => ({ ...pair, fields: changedFields(pair) })),
    added: after.filter((each) => !taken.has(each)),
    removed: before.filter((each) => !pairs.has(each)),
  };
}

/** A standard without its year: editions of one standard compare, two standards don't. */
function standardOf({ standard }: RequirementCatalogue): string {
  return standard.replace(/:\d{4}$/, '');
}

/**
 * Pairs of the same requirement, in the order of `before`: first by slug and digest, then by slug, then by digest alone
 * (a slug that was renamed). Of several candidates the one with the same id is taken, else the first.
 */
function match(
  before: readonly Requirement[],
  after: readonly Requirement[],
): ReadonlyMap<Requirement, Requirement> {
  const pairs = new Map<Requirement, Requirement>();
  const taken = new Set<Requirement>();
  const rounds: readonly ((a: Requirement, b: Requirement) => boolean)[] = [
    (a, b) => a.slug === b.slug && a.digest === b.digest,
    (a, b) => a.slug === b.slug,
    (a, b) => a.digest === b.digest,
  ];
  for (const fits of rounds) {
    for (const each of before) {
      if (pairs.has(each)) continue;
      const candidates = after.filter((other) => !taken.has(other) && fits(each, other));
      const found = candidates.find(({ id }) => id === each.id) ?? candidates[0];
      if (!found) continue;
      pairs.set(each, found);
      taken.add(found);
    }
  }
  return new Map(
    before.flatMap((each) => {
      const found = pairs.get(each);
      return found ? [[each, found] as const] : [];
    }),
  );
}

function changedFields({ from, to }: RequirementPair): readonly RequirementField[] {
  const fields: RequirementField[] = [];
  if (from.statement.vi !== to.statement.vi) fields.push('statement');
  if (sorted(from.parameters) !== sorted(to.parameters)) fields.push('parameters');
  if (from.optional !== to.optional) fields.push('optional');
  return fields;
}

function sorted(parameters: Requirement['parameters']): string {
  return JSON.stringify(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)));
}
