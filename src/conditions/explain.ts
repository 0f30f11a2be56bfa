import type { FactDeclaration } from '../domain/facts.js';
import type { Language, Message, MessageParam } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { formatMessage } from '../messages/format.js';
import type { Condition, Leaf } from './condition.js';
import { type Declarations, declarationOf } from './declarations.js';
import type { LeafResult } from './evaluate.js';
import { operator } from './operators/index.js';
import { literalOf, parameterName } from './parameters.js';
import { valueText } from './value-text.js';

/** One line of an explanation; `depth` 0 is the outermost. */
export interface ExplanationLine {
  readonly depth: number;
  readonly message: Message;
}

/** A checked condition in words, one line for each leaf and each `all`, `any` and `not`. Throws when it was not checked. */
export function explainCondition(
  condition: Condition,
  declarations: Declarations,
): readonly ExplanationLine[] {
  const lines = (each: Condition, depth: number): readonly ExplanationLine[] => {
    const block = (head: Message, children: readonly Condition[]) => [
      { depth, message: head },
      ...children.flatMap((child) => lines(child, depth + 1)),
    ];
    if ('all' in each) return block(message('condition.all'), each.all);
    if ('any' in each) return block(message('condition.any'), each.any);
    if ('not' in each) return block(message('condition.not'), [each.not]);
    return [{ depth, message: explainLeaf(each, declarations) }];
  };
  return lines(condition, 0);
}

/** The explanation as one text in one language: a line each, indented by two blanks a level. */
export function conditionText(
  condition: Condition,
  declarations: Declarations,
  language: Language,
): string {
  return explainCondition(condition, declarations)
    .map((line) => '  '.repeat(line.depth) + formatMessage(line.message, language))
    .join('\n');
}

/** What one leaf expects: `system_types gồm "Phục vụ nội bộ"`. A parameter that isn't resolved is shown by its name. */
export function explainLeaf(leaf: Leaf, declarations: Declarations): Message {
  const declaration = declarationOf(declarations, leaf.fact);
  return message('condition.leaf', { fact: leaf.fact, phrase: phrase(leaf, declaration) });
}

/** What one leaf expected and what was found: for findings and for "why". */
export function explainLeafResult(result: LeafResult, declarations: Declarations): Message {
  const declaration = declarationOf(declarations, result.leaf.fact);
  return message('condition.leaf_result', {
    expected: explainLeaf(result.leaf, declarations),
    found: found(result, declaration),
  });
}

function found({ found: value }: LeafResult, declaration: FactDeclaration): MessageParam {
  if (value === undefined) return message('condition.found.unknown');
  if (value === null) return message('condition.found.null');
  if (Array.isArray(value) && value.length === 0) return message('condition.found.empty');
  return valueText(declaration, value);
}

function phrase(leaf: Leaf, declaration: FactDeclaration): Message {
  const { explain } = operator(leaf.op);
  const name = parameterName(leaf.value);
  // Which phrase an operator uses depends on true or false only, and a parameter in that place means "true" by its name.
  if (name !== undefined) return { key: explain(true), params: { value: `{${name}}` } };
  const operand = literalOf(leaf.value);
  return { key: explain(operand), params: { value: valueText(declaration, operand) } };
}
