import type { Condition } from './condition.js';

/** Ids of the facts that a condition asks about, each once, in the order of the condition. */
export function factsNeeded(condition: Condition): readonly string[] {
  return [...new Set(facts(condition))];
}

function facts(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(facts);
  if ('any' in condition) return condition.any.flatMap(facts);
  if ('not' in condition) return facts(condition.not);
  return [condition.fact];
}
