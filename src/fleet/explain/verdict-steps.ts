import type { Condition, Truth } from '../../conditions/condition.js';
import { declarationsById } from '../../conditions/declarations.js';
import { type Evaluation, evaluate } from '../../conditions/evaluate.js';
import { explainLeafResult } from '../../conditions/explain.js';
import { parameterName, resolveParameters } from '../../conditions/parameters.js';
import type { FactDeclaration, Facts, FactValue } from '../../domain/facts.js';
import type { LocalizedText, Message } from '../../domain/text.js';
import {
  type CheckOutcome,
  judgeEndpoint,
  outcomeDeclarations,
  outcomeFact,
} from '../../packs/judge-endpoint.js';
import type { EndpointCheck, Verdict, VerdictStep } from '../../packs/types.js';
import type { Row } from '../engines/engine.js';
import type { CheckRules } from '../stages/check.js';

/** One leaf of a condition: the fact, what was asked of it, what it was. */
export interface SeenFact {
  readonly fact: string;
  readonly found: FactValue;
  readonly holds: boolean | null;
  /** Both in words. */
  readonly message: Message;
}

/** One check of the pack on the product that decides. */
export interface CheckExplanation {
  readonly check: EndpointCheck;
  readonly outcome: CheckOutcome;
  /** It passes, and a threshold for a warning is crossed. */
  readonly warned: boolean;
  /** The leaves that decided it: of the condition, or of what makes it apply where that isn't so. */
  readonly because: readonly SeenFact[];
}

/** One step of the decision order. */
export interface StepExplanation {
  readonly step: VerdictStep;
  /** Whether its condition was true; null: unknown. */
  readonly holds: boolean | null;
  readonly decided: boolean;
  /** Leaves that decided the condition; those about checks name the check's outcome. */
  readonly because: readonly SeenFact[];
}

/** The facts of one candidate as the pack's checks are asked about them; a value that isn't known is left out. */
function candidateFacts(row: Row, declared: readonly FactDeclaration[]): Facts {
  return Object.fromEntries(
    declared.flatMap(({ id, nullable }): [string, FactValue][] => {
      const value = row[id];
      if (value === null || value === undefined) {
        return nullable && row[`${id}_null`] === true ? [[id, null]] : [];
      }
      return [[id, value as FactValue]];
    }),
  );
}

/** Every check with its outcome as the stage `check` found it, and the facts that decided it. */
export function explainChecks(row: Row, rules: CheckRules): readonly CheckExplanation[] {
  const facts = candidateFacts(row, rules.checks.facts);
  const ask = asker(rules, facts, rules.checks.facts);
  return rules.checks.checks.map((check) => {
    const outcome = String(row[outcomeFact(check.id)]) as CheckOutcome;
    const applies = check.appliesWhen ? ask(check.appliesWhen) : undefined;
    const open = applies !== undefined && applies.value !== true;
    return {
      check,
      outcome,
      warned: outcome === 'pass' && row[`${outcomeFact(check.id)}_warn`] === true,
      because: (open ? applies : ask(check.condition)).because,
    };
  });
}

/**
 * The decision order up to and with the step that decided; all steps when none was true, which gives `unknown`. `decided`
 * comes from the stage `verdict`, the reasons from the same conditions in memory, to which a property test holds it equal.
 */
export function explainSteps(row: Row, rules: CheckRules): readonly StepExplanation[] {
  const { checks } = rules;
  const declarations = [...checks.facts, ...outcomeDeclarations(checks.checks)];
  const outcomes = checks.checks.map(({ id }) => [outcomeFact(id), String(row[outcomeFact(id)])]);
  const facts = { ...candidateFacts(row, checks.facts), ...Object.fromEntries(outcomes) };
  const ask = asker(rules, facts, declarations);
  const decidedBy = Number(row['step']);
  return checks.verdict.slice(0, decidedBy + 1).map((step, index) => {
    const { value, because } = ask(step.when);
    return { step, holds: known(value), decided: index === decidedBy, because };
  });
}

/** What the verdict would be by another product alone. */
export function verdictBy(row: Row, rules: CheckRules): { verdict: Verdict; step: string | null } {
  const facts = candidateFacts(row, rules.checks.facts);
  const { verdict, step } = judgeEndpoint(rules.checks, facts, rules.parameters, rules.asOf);
  return { verdict, step };
}

/** Thresholds that the conditions of a check name, with the values in force. */
export function thresholdsOf(
  { appliesWhen, condition, warnWhen }: EndpointCheck,
  rules: CheckRules,
): readonly { readonly id: string; readonly title: LocalizedText; readonly value: unknown }[] {
  const named = new Set(
    [appliesWhen, condition, warnWhen].flatMap((each) => (each ? parametersIn(each) : [])),
  );
  return rules.checks.parameters
    .filter(({ id }) => named.has(id))
    .map(({ id, title }) => ({ id, title, value: rules.parameters[id] }));
}

function parametersIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(parametersIn);
  if ('any' in condition) return condition.any.flatMap(parametersIn);
  if ('not' in condition) return parametersIn(condition.not);
  return [parameterName(condition.value)].flatMap((name) => name ?? []);
}

type Asked = Omit<Evaluation, 'because'> & { readonly because: readonly SeenFact[] };

function asker(rules: CheckRules, facts: Facts, declared: readonly FactDeclaration[]) {
  const declarations = declarationsById(declared);
  return (condition: Condition): Asked => {
    const resolved = resolveParameters(condition, rules.parameters);
    const { value, because } = evaluate(resolved, facts, { asOf: rules.asOf, declarations });
    return {
      value,
      because: because.map((each) => ({
        fact: each.leaf.fact,
        found: each.found,
        holds: known(each.value),
        message: explainLeafResult(each, declarations),
      })),
    };
  };
}

function known(truth: Truth): boolean | null {
  return truth ?? null;
}
