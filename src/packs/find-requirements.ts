import { compareIds } from '../domain/order.js';
import type {
  MappingPoint,
  Requirement,
  RequirementCatalogue,
  RequirementGroup,
  RulePack,
} from './types.js';

/** A requirement where it stands: in which catalogue of which pack. */
export interface PlacedRequirement {
  readonly pack: RulePack;
  readonly catalogue: RequirementCatalogue;
  readonly annex: boolean;
  readonly group: RequirementGroup;
  readonly requirement: Requirement;
}

export interface PlacedGroup extends Omit<PlacedRequirement, 'requirement'> {}

export interface PlacedPoint {
  readonly pack: RulePack;
  readonly point: MappingPoint;
}

/**
 * Whether an id has the form of a clause of a catalogue: numbers and letters with dots between (`5.1.2.1.a`, `A.3.1`,
 * `5.6.2.2.b#1`). Other ids need no catalogue, whose reading takes longer than everything else.
 */
export function looksLikeClause(id: string): boolean {
  return /^(?:[a-z]\.)?\d+(?:\.[\p{L}\d]+)+(?:#\d+)?$/iu.test(id) || /^[a-z](?:\.|-)\d+$/i.test(id);
}

/** Every requirement of the packs whose catalogues were read, by pack and level, annexes last. */
export function placedRequirements(packs: readonly RulePack[]): readonly PlacedRequirement[] {
  return placedGroups(packs).flatMap((placed) =>
    placed.group.requirements.map((requirement) => ({ ...placed, requirement })),
  );
}

function placedGroups(packs: readonly RulePack[]): readonly PlacedGroup[] {
  return packs.flatMap((pack) =>
    (['levels', 'annex'] as const).flatMap((key) =>
      (pack.requirements?.[key] ?? []).flatMap((catalogue) =>
        catalogue.groups.map((group) => ({ pack, catalogue, annex: key === 'annex', group })),
      ),
    ),
  );
}

/**
 * The requirements that an id means, whatever its case: those of that clause, with or without `#n`; otherwise those of
 * that slug, one for each level. A requirement of an annex, whose id is the same at every level, is found once.
 */
export function findRequirements(
  id: string,
  packs: readonly RulePack[],
): readonly PlacedRequirement[] {
  const wanted = id.normalize('NFC').toLowerCase();
  const all = placedRequirements(packs);
  const is = (text: string) => text.toLowerCase() === wanted;
  const byClause = all.filter(({ annex, requirement }) =>
    annex ? is(requirement.clause) : is(requirement.id) || is(requirement.clause),
  );
  // The same clause may be found under an annex's own id: that is the requirement at another level.
  const byId = all.filter(({ annex, requirement }) => annex && is(requirement.id));
  const found = byClause.length > 0 ? byClause : byId.slice(0, 1);
  return found.length > 0 ? found : all.filter(({ requirement }) => is(requirement.slug));
}

/** The groups that an id or a slug means. */
export function findGroups(id: string, packs: readonly RulePack[]): readonly PlacedGroup[] {
  const wanted = id.normalize('NFC').toLowerCase();
  return placedGroups(packs).filter(({ group }) =>
    [group.id, group.slug].some((each) => each.toLowerCase() === wanted),
  );
}

/** The headings of the decree that an id means. */
export function findPoints(id: string, packs: readonly RulePack[]): readonly PlacedPoint[] {
  const wanted = id.normalize('NFC').toLowerCase();
  return packs.flatMap((pack) =>
    (pack.requirements?.points ?? []).flatMap((point) =>
      point.id.toLowerCase() === wanted ? [{ pack, point }] : [],
    ),
  );
}

/** The same idea at the pack's other levels: level and clause, in the order of the levels. */
export function atOtherLevels(
  placed: PlacedRequirement,
  all: readonly PlacedRequirement[],
): readonly PlacedRequirement[] {
  return all.filter(
    ({ pack, annex, requirement, catalogue }) =>
      pack.id === placed.pack.id &&
      annex === placed.annex &&
      requirement.slug === placed.requirement.slug &&
      catalogue.level !== placed.catalogue.level,
  );
}

/** Ids, clauses, groups, slugs and points of the packs' catalogues, each once, in natural order. */
export function catalogueIds(packs: readonly RulePack[]): readonly string[] {
  const ids = [
    ...placedRequirements(packs).flatMap(({ requirement, group }) => [
      requirement.id,
      requirement.clause,
      requirement.slug,
      group.id,
      group.slug,
    ]),
    ...packs.flatMap((pack) => (pack.requirements?.points ?? []).map(({ id }) => id)),
  ];
  return [...new Set(ids)].sort(compareIds);
}
