import type { Condition, Literal } from '../conditions/condition.js';
import { type Declarations, declarationsById } from '../conditions/declarations.js';
import { evaluate } from '../conditions/evaluate.js';
import { resolveParameters } from '../conditions/parameters.js';
import type { IsoDate } from '../domain/dates.js';
import type { FactDeclaration, Facts } from '../domain/facts.js';
import type { EndpointCheck, EndpointChecks, Verdict } from './types.js';

/** What a check says of one product on one endpoint; it never is `error`: the conditions have passed the linter. */
export type CheckOutcome = 'pass' | 'fail' | 'unknown' | 'not_applicable';

/** One endpoint judged on one product. */
export interface EndpointJudgement {
  /** By check id, in the pack's order. */
  readonly outcomes: Readonly<Record<string, CheckOutcome>>;
  /** Checks that pass with a warning. */
  readonly warnings: readonly string[];
  readonly verdict: Verdict;
  /** The step that decided; null when none was true, which gives `unknown`. */
  readonly step: string | null;
}

/** The fact that holds a check's outcome, for the decision order: EP-04 → `ep_04`. */
export function outcomeFact(checkId: string): string {
  return checkId.toLowerCase().replace(/[^a-z0-9]+/g, '_');
}

/** The checks' outcomes as facts: enums of `pass`, `fail`, `unknown`, `not_applicable`. */
export function outcomeDeclarations(checks: readonly EndpointCheck[]): readonly FactDeclaration[] {
  const values = ['pass', 'fail', 'unknown', 'not_applicable'].map((value) => ({
    value,
    label: { vi: value, en: value },
  }));
  return checks.map(({ id, title }) => ({
    id: outcomeFact(id),
    type: 'enum',
    values,
    question: title,
  }));
}

/**
 * Judges one endpoint by one of its products, in memory: the meaning to which the SQL stages are held. `parameters` holds
 * a value for every parameter of the pack. Applicability that is false makes a check not applicable, unknown makes it
 * unknown; of the decision order the first step whose condition is true decides. Pure. Throws only when the pack has not
 * passed the linter or a parameter's value is missing.
 */
export function judgeEndpoint(
  { checks, facts: declared, verdict }: EndpointChecks,
  facts: Facts,
  parameters: Readonly<Record<string, Literal>>,
  asOf: IsoDate,
): EndpointJudgement {
  const truth = (condition: Condition, values: Facts, declarations: Declarations) =>
    evaluate(resolveParameters(condition, parameters), values, { asOf, declarations }).value;
  const declarations = declarationsById(declared);
  const outcomes = new Map<string, CheckOutcome>();
  const warnings: string[] = [];
  for (const { id, appliesWhen, condition, warnWhen } of checks) {
    const applies = appliesWhen ? truth(appliesWhen, facts, declarations) : true;
    const holds = truth(condition, facts, declarations);
    const outcome =
      applies === true ? outcomeOf(holds) : applies === false ? 'not_applicable' : 'unknown';
    outcomes.set(id, outcome);
    if (outcome === 'pass' && warnWhen && truth(warnWhen, facts, declarations) === true)
      warnings.push(id);
  }
  const withOutcomes = declarationsById([...declared, ...outcomeDeclarations(checks)]);
  const all: Facts = {
    ...facts,
    ...Object.fromEntries([...outcomes].map(([id, outcome]) => [outcomeFact(id), outcome])),
  };
  const step = verdict.find(({ when }) => truth(when, all, withOutcomes) === true);
  return {
    outcomes: Object.fromEntries(outcomes),
    warnings,
    verdict: step?.verdict ?? 'unknown',
    step: step?.id ?? null,
  };
}

function outcomeOf(holds: boolean | undefined): CheckOutcome {
  if (holds === undefined) return 'unknown';
  return holds ? 'pass' : 'fail';
}
