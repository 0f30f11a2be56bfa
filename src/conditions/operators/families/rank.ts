import type { FactDeclaration } from '../../../domain/facts.js';
import { message } from '../../../messages/catalogue.js';
import type { Literal } from '../../condition.js';
import type { Operator } from '../operator.js';
import type { FamilyMember } from './family.js';
import { checkWord } from './operand-checks.js';
import { textSchema } from './operand-schemas.js';

export interface RankOptions extends FamilyMember {
  /** `up`: the operand's word and those after it; `down`: it and those before. */
  readonly direction: 'up' | 'down';
}

/** Operators that compare words of an ordered enum by their declared order. The operand's own word is included. */
export function rank({ id, description, phrase, direction }: RankOptions): Operator {
  const wanted = (declaration: FactDeclaration, operand: Literal): readonly string[] => {
    const words = declaration.values?.map((each) => each.value) ?? [];
    const at = words.indexOf(String(operand));
    if (at < 0) return [];
    return direction === 'up' ? words.slice(at) : words.slice(0, at + 1);
  };
  return {
    id,
    description,
    factTypes: ['enum'],
    operandSchema: textSchema,
    checkOperand(declaration, operand) {
      if (declaration.ordered === true && declaration.values)
        return checkWord(declaration, operand);
      return {
        message: message('condition.not_ordered', { fact: declaration.id }),
        hint: message('condition.not_ordered.hint'),
      };
    },
    evaluate: (value, operand, { declaration }) =>
      wanted(declaration, operand).includes(String(value)),
    sql(column, operand, sql) {
      const words = wanted(sql.declaration, operand).map((word) => sql.literal(word, 'text'));
      return words.length === 0 ? 'FALSE' : `${column} IN (${words.join(', ')})`;
    },
    explain: () => phrase,
  };
}
