import { type EvaluationContext, evaluate, type LeafResult } from '../conditions/evaluate.js';
import type { Facts } from '../domain/facts.js';
import type { Outcome } from '../domain/rules.js';
import type { Approval, Rule } from '../packs/types.js';

/** One rule's outcome on one system, with the leaves that decided; `error` carries what went wrong. */
export interface RuleResult {
  readonly rule: Rule;
  readonly outcome: Outcome;
  readonly because: readonly LeafResult[];
  readonly error?: string;
}

/** Whether a system counts in a metric's numerator. */
export type MetricOutcome = 'pass' | 'fail' | 'unknown';

/**
 * Judges one rule: a false `appliesWhen` makes it not applicable, an unknown one unknown. Never throws: an exception, such
 * as a condition on an undeclared fact, becomes the outcome `error`.
 */
export function judgeRule(rule: Rule, facts: Facts, context: EvaluationContext): RuleResult {
  try {
    const applies = rule.appliesWhen && evaluate(rule.appliesWhen, facts, context);
    if (applies?.value === false) {
      return { rule, outcome: 'not_applicable', because: applies.because };
    }
    if (applies && applies.value === undefined) {
      return { rule, outcome: 'unknown', because: applies.because };
    }
    const { value, because } = evaluate(rule.condition, facts, context);
    return { rule, outcome: value === undefined ? 'unknown' : value ? 'pass' : 'fail', because };
  } catch (error) {
    return { rule, outcome: 'error', because: [], error: String(error) };
  }
}

/**
 * A metric's outcome: fail when any of its rules fails; else unknown when any is unknown, failed to work or is missing,
 * or when none of them applies; else pass. A metric that the pack doesn't name is unknown.
 */
export function judgeMetric(
  metric: string,
  { metrics }: Pick<Approval, 'metrics'>,
  results: readonly RuleResult[],
): MetricOutcome {
  const ids = Object.hasOwn(metrics, metric) ? (metrics[metric] ?? []) : [];
  const outcomes = ids.map((id) => results.find((each) => each.rule.id === id)?.outcome ?? 'error');
  if (outcomes.includes('fail')) return 'fail';
  if (outcomes.includes('unknown') || outcomes.includes('error')) return 'unknown';
  return outcomes.includes('pass') ? 'pass' : 'unknown';
}
