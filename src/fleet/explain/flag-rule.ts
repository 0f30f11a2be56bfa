import { type Grade, gradeRank } from '../observation.js';

/** What one row says of one flag. */
export interface FlagWord {
  /** Number of the row among the machine's rows. */
  readonly row: number;
  readonly says: boolean;
  readonly grade: Grade;
  /** `2026-11-24T08:30+07:00`; null when undated, which counts as oldest. */
  readonly at: string | null;
  /** Not said in so many words: what runs is installed, what isn't installed doesn't run. */
  readonly implied: boolean;
}

/**
 * Why a flag is taken to be what it is:
 * `silent` no row says anything; `agreed` all rows that speak say the same; `newer` the newer word of one grade;
 * `tie` one grade and one time, no counts; `stronger` the stronger grade; `weak_yes` a weaker yes is newer, but never
 * disturbs a no of a console; `doubt` a contrary word is so much newer that nothing can be said; `undated` a no without a date may be the newer one;
 * `stale` the word that counts is too old to say anything of today; `orphan` the operating
 * system's security centre says yes, services or programs no: a record left behind; `name_alone` the product's name in a
 * software list doesn't prove that its protecting part is there; `other_product` this product isn't installed, but another
 * is named somewhere, so that nothing is said of the machine; `other` none of these.
 */
export type FlagRule =
  | 'silent'
  | 'agreed'
  | 'newer'
  | 'tie'
  | 'stronger'
  | 'weak_yes'
  | 'doubt'
  | 'undated'
  | 'stale'
  | 'orphan'
  | 'name_alone'
  | 'other_product'
  | 'other';

/**
 * The rule by which the stage `resolve` came to `taken`. `words` in any order; `found`: what the stage itself noted. The
 * value is the stage's, never found anew here: where the words don't lead to it, the rule is `other`.
 */
export function flagRule(
  words: readonly FlagWord[],
  taken: boolean | null,
  found: { readonly doubt: boolean; readonly stale: boolean },
): FlagRule {
  const best = strongest(words);
  if (!best) return taken === null ? 'silent' : 'other';
  const against = words.filter(({ says }) => says !== best.says);
  if (taken === null) {
    if (found.stale) return 'stale';
    return found.doubt ? doubtRule(best, against) : 'other';
  }
  if (taken !== best.says) return 'other';
  if (against.length === 0) return 'agreed';
  const equal = against.filter(({ grade }) => grade === best.grade);
  if (equal.length > 0) return equal.some(({ at }) => at === best.at) ? 'tie' : 'newer';
  const later = against.some(({ at }) => (at ?? '') > (best.at ?? ''));
  return !best.says && later && against.every(({ grade }) => isWeak(grade))
    ? 'weak_yes'
    : 'stronger';
}

function doubtRule(best: FlagWord, against: readonly FlagWord[]): FlagRule {
  const undated = ({ at, grade }: FlagWord) =>
    at === null && gradeRank[grade] >= gradeRank[best.grade];
  if (!best.says) return 'doubt';
  if (best.grade === 'B' && against.some(({ grade }) => isWeak(grade))) return 'orphan';
  return against.some(undated) ? 'undated' : 'doubt';
}

/** The word that counts: of the strongest grade the newest; at a tie, no. Undefined when there is none. */
export function strongest(words: readonly FlagWord[]): FlagWord | undefined {
  return words.toSorted(
    (a, b) =>
      gradeRank[b.grade] - gradeRank[a.grade] ||
      compare(b.at ?? '', a.at ?? '') ||
      Number(a.says) - Number(b.says) ||
      a.row - b.row,
  )[0];
}

/** Services, processes, software lists: weaker than a console or the security centre. */
function isWeak(grade: Grade): boolean {
  return gradeRank[grade] < gradeRank.B;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
