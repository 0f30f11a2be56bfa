import type { IsoDate } from '../domain/dates.js';
import type { Facts, FactValue } from '../domain/facts.js';
import type { Condition, Leaf, Truth } from './condition.js';
import { type Declarations, declarationOf } from './declarations.js';
import { factValue } from './fact-value.js';
import { operator } from './operators/index.js';
import { literalOf } from './parameters.js';

/** What evaluation needs besides the facts. */
export interface EvaluationContext {
  readonly asOf: IsoDate;
  readonly declarations: Declarations;
}

/** One leaf's answer. `found` is the fact's value as it was used: what doesn't fit its declaration is undefined. */
export interface LeafResult {
  readonly leaf: Leaf;
  readonly value: Truth;
  readonly found: FactValue;
}

/** A condition's answer, and the leaves that decided it, each once, in the order of the condition. */
export interface Evaluation {
  readonly value: Truth;
  readonly because: readonly LeafResult[];
}

/**
 * Evaluates a condition for one subject, three-valued (Kleene). A null in a nullable fact makes every comparison with it
 * false, the negated ones too. `because`: for a true `all`, all its leaves; for a false one, the leaves of its false
 * members; for an unknown one, the leaves that keep it open; `any` the other way round.
 *
 * The condition has passed `checkCondition` and its parameters are resolved; otherwise this may throw. It never throws
 * because of facts, whatever they hold.
 */
export function evaluate(
  condition: Condition,
  facts: Facts,
  context: EvaluationContext,
): Evaluation {
  const { value, because } = judge(condition, facts, context);
  const seen = new Map(because.map((each) => [leafKey(each.leaf), each]));
  return { value, because: [...seen.values()] };
}

/**
 * Ids of the facts that are unknown and still matter: with none of them known, the condition stays unknown. Empty when it
 * is decided. Each once, in the order of the condition.
 */
export function openFacts(
  condition: Condition,
  facts: Facts,
  context: EvaluationContext,
): readonly string[] {
  const { value, because } = evaluate(condition, facts, context);
  return value === undefined ? [...new Set(because.map((each) => each.leaf.fact))] : [];
}

function judge(condition: Condition, facts: Facts, context: EvaluationContext): Evaluation {
  if ('all' in condition) return combine(condition.all, false, facts, context);
  if ('any' in condition) return combine(condition.any, true, facts, context);
  if ('not' in condition) {
    const { value, because } = judge(condition.not, facts, context);
    return { value: value === undefined ? undefined : !value, because };
  }
  const result = judgeLeaf(condition, facts, context);
  return { value: result.value, because: [result] };
}

/** `decisive` is the member's answer that settles the whole: false for `all`, true for `any`. */
function combine(
  conditions: readonly Condition[],
  decisive: boolean,
  facts: Facts,
  context: EvaluationContext,
): Evaluation {
  const members = conditions.map((each) => judge(each, facts, context));
  for (const value of [decisive, undefined]) {
    const deciding = members.filter((each) => each.value === value);
    if (deciding.length > 0) return { value, because: deciding.flatMap((each) => each.because) };
  }
  return { value: !decisive, because: members.flatMap((each) => each.because) };
}

function judgeLeaf(
  leaf: Leaf,
  facts: Facts,
  { asOf, declarations }: EvaluationContext,
): LeafResult {
  const declaration = declarationOf(declarations, leaf.fact);
  const { absent, evaluate: holds } = operator(leaf.op);
  const operand = literalOf(leaf.value);
  const found = factValue(facts, declaration);
  if (found === undefined) return { leaf, value: absent?.(operand).unknown, found };
  if (found === null) return { leaf, value: absent?.(operand).null ?? false, found };
  return { leaf, value: holds(found, operand, { asOf, declaration }), found };
}

function leafKey({ fact, op, value }: Leaf): string {
  return JSON.stringify([fact, op, value]);
}
