import type { Operator } from '../operator.js';
import type { FamilyMember } from './family.js';
import { comparable, type Item, itemLiterals, itemsOf } from './items.js';
import { checkItem, checkItems } from './operand-checks.js';
import { itemsSchema, scalarSchema } from './operand-schemas.js';

export interface MembershipOptions extends FamilyMember {
  /** Whether the operand is a list. */
  readonly many: boolean;
  readonly negated: boolean;
}

/**
 * Operators that ask whether a single value is one of the operand's: `eq` and `in`, negated `ne` and `not_in`. Texts are
 * equal when their NFC forms are; case counts.
 */
export function membership(options: MembershipOptions): Operator {
  const { id, description, phrase, many, negated } = options;
  return {
    id,
    description,
    factTypes: many ? ['int', 'number', 'text', 'enum'] : ['bool', 'int', 'number', 'text', 'enum'],
    operandSchema: many ? itemsSchema : scalarSchema,
    checkOperand: many ? checkItems : checkItem,
    evaluate(value, operand, { declaration }) {
      const wanted = itemsOf(operand).map((item) => comparable(item, declaration));
      return wanted.includes(comparable(value as Item, declaration)) !== negated;
    },
    sql(column, operand, sql) {
      const wanted = itemLiterals(operand, sql);
      if (wanted.length === 0) return negated ? 'TRUE' : 'FALSE';
      const value = sql.declaration.type === 'text' ? sql.dialect.composed(column) : column;
      return `${value} ${negated ? 'NOT IN' : 'IN'} (${wanted.join(', ')})`;
    },
    explain: () => phrase,
  };
}
