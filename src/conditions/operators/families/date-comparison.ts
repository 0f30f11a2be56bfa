import type { Operator } from '../operator.js';
import { operandDate } from './as-of.js';
import type { FamilyMember } from './family.js';
import { checkDate } from './operand-checks.js';
import { dateSchema } from './operand-schemas.js';
import { inOrder, type Order } from './order.js';

export interface DateComparisonOptions extends FamilyMember {
  readonly order: Order;
}

/** Operators that compare a date with the operand's date or with the as-of date. */
export function dateComparison(options: DateComparisonOptions): Operator {
  const { id, description, phrase, order } = options;
  return {
    id,
    description,
    factTypes: ['date'],
    operandSchema: dateSchema,
    checkOperand: (_declaration, operand) => checkDate(operand),
    evaluate: (value, operand, { asOf }) =>
      inOrder(String(value), order, String(operandDate(operand, asOf))),
    sql: (column, operand, { asOf, literal }) =>
      `${column} ${order} ${literal(operandDate(operand, asOf), 'date')}`,
    explain: () => phrase,
  };
}
