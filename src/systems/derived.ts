import type { Facts, FactValue } from '../domain/facts.js';
import type { Message } from '../domain/text.js';

/** A fact worked out from an inventory's entry; `reason` says why it is false or unknown where that isn't plain. */
export interface Derived {
  readonly value: FactValue;
  readonly reason?: Message;
}

/** Derived facts by id, and the reasons of those that need one. */
export interface DerivedFacts {
  readonly facts: Facts;
  readonly reasons: Readonly<Record<string, Message>>;
}

/** A derived value without need of a reason. */
export function derived(value: FactValue): Derived {
  return { value };
}

/** A derived value with the reason why it is so. */
export function because(value: FactValue, reason: Message): Derived {
  return { value, reason };
}

/** Splits a table of derived facts into their values and their reasons. */
export function collect(table: Readonly<Record<string, Derived>>): DerivedFacts {
  const entries = Object.entries(table);
  return {
    facts: Object.fromEntries(entries.map(([id, each]) => [id, each.value])),
    reasons: Object.fromEntries(
      entries.flatMap(([id, each]) => (each.reason ? [[id, each.reason]] : [])),
    ),
  };
}
