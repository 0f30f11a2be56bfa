import { type EvaluationContext, evaluate, openFacts } from '../conditions/evaluate.js';
import type { IsoDate } from '../domain/dates.js';
import type { Facts } from '../domain/facts.js';
import type { Classification } from '../packs/types.js';
import { findAdvisories } from './advisory-finding.js';
import { joinFindings, stopped } from './join-findings.js';
import { findLevel } from './level-finding.js';
import { classificationDeclarations } from './level-proposed.js';
import type { GateResult, SystemClassification } from './system-classification.js';
import { usableFacts } from './usable-facts.js';

/**
 * The level of a system without components, from its facts. In order: gates; every criterion; the highest true one; the
 * harm matrix and the risk assessment as far as they are answered, which only raise; what could still rise; procedure
 * flags and advisories. A false gate stops, except the one on mandatory scope, which only is noted. Gates whose facts
 * are missing are listed as open and don't hide the level. Pure; never throws because of facts, whatever they hold.
 */
export function classify(
  classification: Classification,
  facts: Facts,
  ctx: { readonly asOf: IsoDate },
): SystemClassification {
  const context = levelContext(classification, ctx.asOf);
  const { facts: usable, problems } = usableFacts(classification.facts, facts, null);
  const gates = judgeGates(classification, usable, context);
  if (stops(gates)) {
    return stopped(gates, problems, findAdvisories(classification, usable, context, false));
  }
  const finding = findLevel(classification, usable, context, null);
  return joinFindings(classification, { gates, problems, deciding: [finding], open: [finding] });
}

/** What evaluating the conditions of a classification needs. */
export function levelContext(classification: Classification, asOf: IsoDate): EvaluationContext {
  return { asOf, declarations: classificationDeclarations(classification) };
}

/** Every gate's outcome, in the pack's order. */
export function judgeGates(
  classification: Classification,
  facts: Facts,
  context: EvaluationContext,
): readonly GateResult[] {
  return classification.gates.map(({ id, condition, onFalse }) => {
    const { value } = evaluate(condition, facts, context);
    const outcome = value === undefined ? 'open' : value ? 'pass' : 'fail';
    return { id, outcome, onFalse, facts: openFacts(condition, facts, context) };
  });
}

/** Whether a gate says that there is no system with a level of its own here. */
export function stops(gates: readonly GateResult[]): boolean {
  return gates.some((gate) => gate.outcome === 'fail' && gate.onFalse !== 'continue_voluntary');
}
