import { after } from './after.js';
import { atLeast } from './at-least.js';
import { atMost } from './at-most.js';
import { atMostDuration } from './at-most-duration.js';
import { before } from './before.js';
import { contains } from './contains.js';
import { containsAll } from './contains-all.js';
import { containsAny } from './contains-any.js';
import { containsText } from './contains-text.js';
import { endsWith } from './ends-with.js';
import { eq } from './eq.js';
import { gt } from './gt.js';
import { gte } from './gte.js';
import { isIn } from './in.js';
import { isKnown } from './is-known.js';
import { longerThan } from './longer-than.js';
import { lt } from './lt.js';
import { lte } from './lte.js';
import { matches } from './matches.js';
import { ne } from './ne.js';
import { nonEmpty } from './non-empty.js';
import { notContains } from './not-contains.js';
import { notIn } from './not-in.js';
import { olderThan } from './older-than.js';
import { onOrAfter } from './on-or-after.js';
import { onOrBefore } from './on-or-before.js';
import { only } from './only.js';
import type { Operator } from './operator.js';
import { sizeAtLeast } from './size-at-least.js';
import { startsWith } from './starts-with.js';
import { within } from './within.js';

/** Every operator, in the order in which documentation lists them. A new one is a file and a line here. */
const all: readonly Operator[] = [
  eq,
  ne,
  isIn,
  notIn,
  gt,
  gte,
  lt,
  lte,
  atLeast,
  atMost,
  contains,
  notContains,
  containsAny,
  containsAll,
  nonEmpty,
  only,
  sizeAtLeast,
  startsWith,
  endsWith,
  containsText,
  matches,
  before,
  onOrBefore,
  after,
  onOrAfter,
  olderThan,
  within,
  longerThan,
  atMostDuration,
  isKnown,
];

/** The closed set of operators, by id. */
export const operators: ReadonlyMap<string, Operator> = new Map(all.map((each) => [each.id, each]));

export const operatorIds: readonly string[] = all.map((each) => each.id);

/** The operator of a checked condition. Throws for an unknown id: the condition was not checked. */
export function operator(id: string): Operator {
  const found = operators.get(id);
  if (!found) throw new Error(`unknown operator: ${id}`);
  return found;
}
