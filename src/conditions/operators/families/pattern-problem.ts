import { RE2JS } from 're2js';
import { nfc } from '../../../domain/text.js';
import { message } from '../../../messages/catalogue.js';
import { maxPatternLength, maxPatternRepetitions } from '../../limits.js';
import type { Problem } from '../operator.js';

/**
 * Spellings that RE2 and its ports don't share, or whose compiled form is huge: single bytes `\C`, named groups
 * `(?<name>…)`, Unicode classes `\p{…}` (hundreds of instructions each).
 */
const unsupported = /\\[CpP]|\(\?P?</;

/** A counted repetition: `{3}`, `{3,}`, `{3,5}`. */
const repetition = /\{(\d+)(?:,(\d*))?\}/g;

/** What is wrong with a pattern; undefined when both the local engine and a database's RE2 take it. Never throws. */
export function patternProblem(pattern: string): Problem | undefined {
  if (pattern.length > maxPatternLength) {
    return { message: message('condition.pattern_too_long', { limit: maxPatternLength }) };
  }
  const found = unsupported.exec(pattern);
  if (found) return { message: message('condition.pattern_unsupported', { found: found[0] }) };
  if (repetitions(pattern) > maxPatternRepetitions) {
    const limit = maxPatternRepetitions;
    return { message: message('condition.pattern_repeats_too_often', { limit }) };
  }
  try {
    RE2JS.compile(nfc(pattern));
    return undefined;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { message: message('condition.pattern_invalid', { detail }) };
  }
}

/** Upper bound of what nested repetitions multiply to: as if all of them were nested. */
function repetitions(pattern: string): number {
  let product = 1;
  for (const [, least = '', most = ''] of pattern.matchAll(repetition)) {
    product *= Math.max(1, Number(least), Number(most));
  }
  return product;
}
