import type { Operator } from '../operator.js';
import type { FamilyMember } from './family.js';
import { itemSqlType } from './items.js';
import { checkItem } from './operand-checks.js';
import { numberSchema } from './operand-schemas.js';
import { inOrder, type Order } from './order.js';

export interface ComparisonOptions extends FamilyMember {
  readonly order: Order;
}

/** Operators that compare a number with the operand. */
export function comparison({ id, description, phrase, order }: ComparisonOptions): Operator {
  return {
    id,
    description,
    factTypes: ['int', 'number'],
    operandSchema: numberSchema,
    checkOperand: checkItem,
    evaluate: (value, operand) => inOrder(Number(value), order, Number(operand)),
    sql: (column, operand, sql) =>
      `${column} ${order} ${sql.literal(Number(operand), itemSqlType(sql.declaration))}`,
    explain: () => phrase,
  };
}
