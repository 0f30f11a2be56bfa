import type { Certainty } from '../domain/rules.js';

const fromSurest: readonly Certainty[] = ['text', 'reading', 'secondary', 'recalled', 'open'];

/** The surest of some certainties; null for none. */
export function surest(some: readonly Certainty[]): Certainty | null {
  return fromSurest.find((each) => some.includes(each)) ?? null;
}

/** The less sure of two certainties. */
export function lessSure(a: Certainty, b: Certainty): Certainty {
  return fromSurest.indexOf(a) > fromSurest.indexOf(b) ? a : b;
}
