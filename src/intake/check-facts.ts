import type { Declarations } from '../conditions/declarations.js';
import { factValue } from '../conditions/fact-value.js';
import type { ParsedDocument } from '../documents/document.js';
import { suggestion } from '../documents/schemas.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { FactDeclaration, Facts } from '../domain/facts.js';
import type { Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { pointerStep, remarkAt, shown } from './problem.js';

/**
 * The facts at `pointer` that the declarations don't know or whose value doesn't fit: an error each, with the expected
 * values. Facts left out are unknown and fine. Contradictions between values are judged with the system. Never throws.
 */
export function checkFacts(
  document: ParsedDocument,
  pointer: string,
  facts: Facts,
  declarations: Declarations,
): Diagnostic[] {
  return Object.keys(facts).flatMap((fact) => {
    const place = `${pointer}/${pointerStep(fact)}`;
    const declaration = declarations.get(fact);
    if (!declaration) {
      const near = suggestion(fact, [...declarations.keys()]);
      const hint = near ?? message('inventory.unknown_fact.hint');
      return [
        remarkAt(document, place, 'error', message('inventory.unknown_fact', { fact }), hint),
      ];
    }
    const problem = valueProblem(facts, declaration);
    return problem
      ? [
          remarkAt(
            document,
            place,
            'error',
            problem,
            message('inventory.fact.hint', question(declaration)),
          ),
        ]
      : [];
  });
}

function question(declaration: FactDeclaration) {
  return { question: declaration.question, expected: expected(declaration) };
}

function valueProblem(facts: Facts, declaration: FactDeclaration): Message | undefined {
  const fact = declaration.id;
  const value: unknown = facts[fact];
  if (value === null) {
    return declaration.nullable ? undefined : message('inventory.fact_null', { fact });
  }
  if (factValue(facts, declaration) !== undefined) {
    const outside = [value].flat().find((item) => !isWithin(item, declaration));
    return outside === undefined
      ? undefined
      : message('inventory.fact_out_of_range', { fact, found: shown(outside) });
  }
  const word = undeclaredWord(value, declaration);
  return word === undefined
    ? message('inventory.fact_wrong_type', { fact, found: shown(value) })
    : message('inventory.fact_unknown_word', { fact, word });
}

function isWithin(item: unknown, { min, max }: FactDeclaration): boolean {
  if (typeof item !== 'number') return true;
  return (min === undefined || item >= min) && (max === undefined || item <= max);
}

/** The first word that isn't among the declared ones, when the value has the right shape otherwise. */
function undeclaredWord(
  value: unknown,
  { type, itemType, values }: FactDeclaration,
): string | undefined {
  const takesWords = type === 'enum' || (type === 'set' && itemType !== 'int');
  if (!takesWords || !values || Array.isArray(value) !== (type === 'set')) return undefined;
  const words = [value].flat();
  if (!words.every((word): word is string => typeof word === 'string')) return undefined;
  return words.find((word) => !values.some((each) => each.value === word));
}

function expected(declaration: FactDeclaration): Message {
  const { type, itemType, values, nullable } = declaration;
  const words = values?.map((each) => each.value).join(', ');
  const listed = words !== undefined && itemType !== 'int' && (type === 'set' || type === 'enum');
  const base = listed
    ? message(`inventory.expect.${type}_of`, { words })
    : message(
        type === 'set' ? `inventory.expect.set_${itemType ?? 'enum'}` : `inventory.expect.${type}`,
      );
  const bounded =
    declaration.min === undefined && declaration.max === undefined
      ? base
      : message('inventory.expect.bounded', {
          base,
          min: String(declaration.min ?? '-∞'),
          max: String(declaration.max ?? '∞'),
        });
  return nullable ? message('inventory.expect.or_null', { base: bounded }) : bounded;
}
