import type { Level } from '../domain/rules.js';
import type { SystemClassification } from './system-classification.js';

/** The highest of some levels; null for none. */
export function highest(some: readonly Level[]): Level | null {
  return some.toSorted((a, b) => b - a)[0] ?? null;
}

/**
 * The highest level that the system could turn out to have once every open criterion is answered; null unless the
 * level is determined. Equal to the computed level when nothing is open above it.
 */
export function highestPossibleLevel({
  computedLevel,
  open,
}: Pick<SystemClassification, 'computedLevel' | 'open'>): Level | null {
  if (computedLevel === null) return null;
  return highest([computedLevel, ...open.map((criterion) => criterion.level)]);
}
