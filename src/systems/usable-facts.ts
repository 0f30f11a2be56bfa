import { factValue } from '../conditions/fact-value.js';
import type { FactDeclaration, Facts, FactValue } from '../domain/facts.js';
import { message } from '../messages/catalogue.js';
import type { ClassificationFact, SetConstraint } from '../packs/types.js';
import type { FactProblem } from './system-classification.js';

/** The facts that conditions may rely on, and what is wrong with the rest. */
export interface UsableFacts {
  readonly facts: Facts;
  readonly problems: readonly FactProblem[];
}

/**
 * Keeps the declared facts whose value fits the declaration, bounds included; any other value becomes unknown and is
 * reported: a wrong value must never decide a level, not even downwards. Sets whose members exclude each other are
 * reported and kept, since each member is still a statement. Facts that no declaration names are left out. Never throws.
 */
export function usableFacts(
  declarations: readonly ClassificationFact[],
  given: Facts,
  component: string | null,
): UsableFacts {
  const facts: Record<string, FactValue> = {};
  const problems: FactProblem[] = [];
  for (const declaration of declarations) {
    const fact = declaration.id;
    if (!Object.hasOwn(given, fact) || given[fact] === undefined) continue;
    const value = factValue(given, declaration);
    if (value === undefined || !isWithin(declaration, value)) {
      problems.push({
        fact,
        component,
        message: message('system.problem.value', { fact, question: declaration.question }),
      });
      continue;
    }
    facts[fact] = value;
    for (const constraint of declaration.constraints ?? []) {
      if (!violates(constraint, value)) continue;
      problems.push({
        fact,
        component,
        message: message('system.problem.together', { fact, because: constraint.because }),
      });
    }
  }
  return { facts, problems };
}

/** The declared bounds, of the number itself or of a set's numbers. */
function isWithin({ min, max }: FactDeclaration, value: FactValue): boolean {
  return [value]
    .flat()
    .every(
      (each) =>
        typeof each !== 'number' ||
        ((min === undefined || each >= min) && (max === undefined || each <= max)),
    );
}

function violates({ notTogether, alone }: SetConstraint, value: FactValue): boolean {
  if (!Array.isArray(value)) return false;
  const members = new Set<string | number>(value);
  if ((notTogether ?? []).filter((word) => members.has(word)).length > 1) return true;
  return alone !== undefined && members.has(alone) && members.size > 1;
}
