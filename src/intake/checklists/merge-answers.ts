import type { Level } from '../../domain/rules.js';
import type { RequirementCatalogue } from '../../packs/types.js';
import type { GivenAnswer } from './given-answer.js';

/** The answers after an import, and what it did to them. Ids of requirements, in the catalogue's order. */
export interface MergedAnswers {
  readonly answers: readonly GivenAnswer[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  /** Answered before, without an answer in the sheet: they stay. */
  readonly kept: readonly string[];
  /** Among `changed`: the sheet's answer is of an earlier day than the one it would replace. */
  readonly older: readonly string[];
}

/** What was answered before and what a sheet says, in one: the sheet's answer counts where it has one. */
export function mergeAnswers(
  before: readonly GivenAnswer[],
  given: readonly GivenAnswer[],
  { groups }: Pick<RequirementCatalogue, 'groups'> & { readonly level: Level },
): MergedAnswers {
  const old = new Map(before.map((each) => [each.requirement, each]));
  const fresh = new Map(given.map((each) => [each.requirement, each]));
  const ids = groups.flatMap(({ requirements }) => requirements.map(({ id }) => id));
  const both = (id: string) => ({ was: old.get(id), is: fresh.get(id) });
  const named = (holds: (each: ReturnType<typeof both>) => boolean) =>
    ids.filter((id) => holds(both(id)));
  return {
    answers: ids.flatMap((id) => fresh.get(id) ?? old.get(id) ?? []),
    added: named(({ was, is }) => !was && is !== undefined),
    changed: named(({ was, is }) => was !== undefined && is !== undefined && !sameAnswer(was, is)),
    unchanged: named(({ was, is }) => was !== undefined && is !== undefined && sameAnswer(was, is)),
    kept: named(({ was, is }) => was !== undefined && !is),
    older: named(
      ({ was, is }) =>
        was !== undefined && is !== undefined && !sameAnswer(was, is) && is.date < was.date,
    ),
  };
}

/** Whether two answers say the same, wherever they stand. */
function sameAnswer(a: GivenAnswer, b: GivenAnswer): boolean {
  return contentOf(a) === contentOf(b);
}

function contentOf(each: GivenAnswer): string {
  const { requirement, digest, answer, reason, evidence, date, assessor, responsible, due, note } =
    each;
  return JSON.stringify([
    requirement,
    digest,
    answer,
    reason ?? null,
    evidence,
    date,
    assessor,
    responsible ?? null,
    due ?? null,
    note ?? null,
  ]);
}
