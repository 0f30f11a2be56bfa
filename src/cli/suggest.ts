import { distance } from 'fastest-levenshtein';
import { fold } from '../domain/text.js';

/**
 * The candidate that the person probably meant: one that begins with `word`, else the nearest by edit distance, if that
 * is at most two fifths of the word's length (one slip is always allowed). Case and diacritics don't count; the first of
 * equals is taken. Undefined when none is near.
 */
export function suggest(word: string, candidates: readonly string[]): string | undefined {
  const typed = fold(word);
  if (typed === '') return undefined;
  const allowed = Math.max(1, Math.floor(typed.length * 0.4));
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const candidate of candidates) {
    const known = fold(candidate);
    const begins = typed.length >= 3 && known.startsWith(typed);
    const away = begins ? 0.5 : distance(typed, known);
    if (away < bestDistance) [best, bestDistance] = [candidate, away];
  }
  return best;
}
