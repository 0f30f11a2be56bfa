import type { Assessment } from '../../audit/assessment.js';
import type { Language } from '../../domain/text.js';

/** What ids stand for, in one language. */
export interface Titles {
  /** `expected`: what the rule asks; empty where its title doesn't say. The id stands for a title that isn't known. */
  rule(id: string): { readonly title: string; readonly expected: string };
  requirement(
    id: string,
  ): { readonly title: string; readonly expected: string; readonly group: string } | undefined;
  group(id: string): string;
  target(id: string): string | undefined;
  readonly facts: NonNullable<Assessment['vocabulary']>['facts'];
  /** Ids of the packs that bind on the date. */
  readonly inForce: ReadonlySet<string>;
  readonly criteria: NonNullable<Assessment['vocabulary']>['criteria'];
}

/** The assessment's vocabulary for looking up. An old assessment has none: then ids stand for themselves. */
export function openTitles({ vocabulary, packs }: Assessment, language: Language): Titles {
  const rules = byId(vocabulary?.rules ?? []);
  const requirements = byId(vocabulary?.requirements ?? []);
  const groups = byId(vocabulary?.groups ?? []);
  const targets = byId(vocabulary?.targets ?? []);
  return {
    rule(id) {
      const found = rules.get(id);
      const title = found?.title[language] ?? id;
      return { title, expected: found?.asks ? title : '' };
    },
    requirement(id) {
      const found = requirements.get(id);
      return (
        found && {
          title: found.title[language],
          expected: found.statement[language],
          group: found.group,
        }
      );
    },
    group: (id) => groups.get(id)?.title[language] ?? id,
    target: (id) => targets.get(id)?.title[language],
    facts: vocabulary?.facts ?? [],
    inForce: new Set(packs.flatMap(({ id, in_force }) => (in_force ? [id] : []))),
    criteria: vocabulary?.criteria ?? [],
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
