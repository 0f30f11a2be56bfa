import type { FactDeclaration } from '../domain/facts.js';

/** The declared facts by id: what conditions are checked, evaluated and rendered against. */
export type Declarations = ReadonlyMap<string, FactDeclaration>;

/** The declarations by id; of two with the same id the later one stays (a pack's linter reports duplicates). */
export function declarationsById(facts: readonly FactDeclaration[]): Declarations {
  return new Map(facts.map((fact) => [fact.id, fact]));
}

/**
 * The declaration of a fact that a checked condition asks about. Throws when there is none: the condition was not
 * checked against these declarations, which is a bug of the caller and not a matter of input.
 */
export function declarationOf(declarations: Declarations, fact: string): FactDeclaration {
  const declaration = declarations.get(fact);
  if (!declaration) throw new Error(`condition on an undeclared fact: ${fact}`);
  return declaration;
}
