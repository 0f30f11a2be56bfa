import type { Condition, Truth } from '../conditions/condition.js';
import type { Declarations } from '../conditions/declarations.js';
import { evaluate } from '../conditions/evaluate.js';
import type { Duration, IsoDate } from '../domain/dates.js';
import type { Facts } from '../domain/facts.js';
import type { DutyDone } from '../domain/systems.js';
import type { Message } from '../domain/text.js';
import type { Holidays } from '../domain/working-days.js';
import type { PackObligation } from '../packs/obligations.js';
import { factNote, missingFact } from './obligation-notes.js';
import type { RequirementRhythms } from './rhythms.js';

/** Whom an obligation is judged for: one system, one of its events, one agency, or the province. */
export interface ObligationSubjectFacts {
  readonly facts: Facts;
  /** What is recorded as done; undefined = the inventory that would say so can't be read or wasn't handed in. */
  readonly records: readonly DutyDone[] | undefined;
  /** The event that the facts are of. Records before its date are of an earlier one. */
  readonly event?: { readonly label: string; readonly on: IsoDate | undefined };
  /** The requirements of the system's level that come back; undefined = no catalogue, or no level known. */
  readonly rhythms?: RequirementRhythms | undefined;
}

export interface ObligationContext {
  readonly asOf: IsoDate;
  readonly holidays: Holidays;
  /** Up to how long before its day a duty counts as due soon. */
  readonly soon: Duration;
}

/** One obligation being judged for one subject: what every step asks for. */
export interface ObligationCase extends ObligationSubjectFacts, ObligationContext {
  readonly obligation: PackObligation['obligation'];
  readonly declarations: Declarations;
}

/** A condition's answer with what decided it, or what must be known. */
export interface Answer {
  readonly value: Truth;
  readonly why: readonly Message[];
  readonly missing: readonly Message[];
}

/** No condition asks nothing: its answer is `otherwise`. */
export function ask(
  condition: Condition | undefined,
  { facts, asOf, declarations }: ObligationCase,
  otherwise: Truth,
): Answer {
  if (!condition) return { value: otherwise, why: [], missing: [] };
  const { value, because } = evaluate(condition, facts, { asOf, declarations });
  return value === undefined
    ? { value, why: [], missing: because.map(({ leaf }) => missingFact(leaf.fact, declarations)) }
    : {
        value,
        why: because.map(({ leaf, found }) => factNote(leaf.fact, found, declarations)),
        missing: [],
      };
}
