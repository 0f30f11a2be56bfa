import { type Duration, type IsoDate, parseDuration } from '../domain/dates.js';
import type { Facts } from '../domain/facts.js';
import type { Rhythm } from '../packs/obligations.js';
import { intervalOf, type RequirementsResult } from './judge-requirements.js';

/** By slug: how often a requirement has its work done again, and the latest day on which it was found met. */
export type RequirementRhythms = ReadonlyMap<
  string,
  { readonly interval: Duration | undefined; readonly lastMet: IsoDate | null }
>;

/** The rhythms of the catalogue by which a system was judged. Of an idea that several requirements serve, the oldest counts. */
export function requirementRhythms({
  items,
}: Pick<RequirementsResult, 'items'>): RequirementRhythms {
  const rhythms = new Map<string, { interval: Duration | undefined; lastMet: IsoDate | null }>();
  for (const { requirement, state, self, inspection } of items) {
    // An answer that doesn't count, or that inspectors contradict, proves no work; one that ran out tells when it was done.
    const counts = state === 'met' || state === 'expired';
    const met = [self, inspection]
      .flatMap((each) =>
        counts &&
        each?.answer === 'met' &&
        each.evidence.length > 0 &&
        each.digest === requirement.digest
          ? [each.date]
          : [],
      )
      .sort()
      .at(-1);
    const earlier = rhythms.get(requirement.slug);
    rhythms.set(requirement.slug, {
      interval: earlier?.interval ?? intervalOf(requirement),
      lastMet: !earlier ? (met ?? null) : older(earlier.lastMet, met ?? null),
    });
  }
  return rhythms;
}

/** An idea is done as long ago as its part that was done longest ago; one part never done means never. */
function older(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  return a === null || b === null ? null : a < b ? a : b;
}

/** A rhythm found; `none`: the system's level has none; `missing`: the fact that would tell. */
export type FoundRhythm =
  | { readonly interval: Duration; readonly lastMet: IsoDate | null }
  | 'none'
  | { readonly missing: string };

/** How often, for a subject with these facts. */
export function rhythmOf(
  every: Rhythm,
  facts: Facts,
  rhythms: RequirementRhythms | undefined,
): FoundRhythm {
  if (typeof every === 'string') return duration(every, 'none');
  if ('fact' in every) {
    const value = facts[every.fact];
    if (value === null) return 'none';
    return duration(typeof value === 'string' ? value : undefined, { missing: every.fact });
  }
  if ('levels' in every) {
    const level = facts['level'];
    if (typeof level !== 'number') return { missing: 'level' };
    return duration(every.levels[String(level)], 'none');
  }
  if (!rhythms) return { missing: 'level' };
  const found = rhythms.get(every.requirement);
  return found?.interval ? { interval: found.interval, lastMet: found.lastMet } : 'none';
}

function duration(text: string | undefined, otherwise: FoundRhythm): FoundRhythm {
  const interval = text === undefined ? undefined : parseDuration(text);
  return interval ? { interval, lastMet: null } : otherwise;
}
