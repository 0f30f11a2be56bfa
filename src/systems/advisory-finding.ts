import { type EvaluationContext, evaluate, openFacts } from '../conditions/evaluate.js';
import { factsNeeded } from '../conditions/facts-needed.js';
import type { Facts } from '../domain/facts.js';
import type { Advisory, Classification } from '../packs/types.js';

/** The advisories that hold for one set of facts, and whether one of them blocks. */
export interface AdvisoryFinding {
  readonly advisories: readonly string[];
  /** Null when `blockedFacts`, which are missing, would decide. */
  readonly blocked: boolean | null;
  readonly blockedFacts: readonly string[];
}

/**
 * Evaluates a pack's advisories. `nothingFits`: no criterion is true and none is open. An advisory that blocks is a
 * contradiction between statements, so it is in doubt only when the entry makes at least one of the statements and an
 * obligatory fact is missing to decide; facts that are only informative need not be given to be free of contradiction.
 */
export function findAdvisories(
  classification: Classification,
  facts: Facts,
  context: EvaluationContext,
  nothingFits: boolean,
): AdvisoryFinding {
  const optional = new Set(
    classification.facts.filter((fact) => fact.optional === true).map((fact) => fact.id),
  );
  const holds = (advisory: Advisory): boolean => {
    if (advisory.whenComputed !== undefined) return nothingFits;
    if (!advisory.condition) return false;
    return evaluate(advisory.condition, facts, context).value === true;
  };
  const doubts = ({ condition, severity }: Advisory): readonly string[] => {
    if (severity !== 'block' || !condition) return [];
    if (!factsNeeded(condition).some((fact) => facts[fact] !== undefined)) return [];
    return openFacts(condition, facts, context).filter((fact) => !optional.has(fact));
  };
  const holding = classification.advisories.filter(holds);
  const blockedFacts = [...new Set(classification.advisories.flatMap(doubts))];
  const blocked = holding.some((advisory) => advisory.severity === 'block');
  return {
    advisories: holding.map((advisory) => advisory.id),
    blocked: blocked || (blockedFacts.length > 0 ? null : false),
    blockedFacts: blocked ? [] : blockedFacts,
  };
}
