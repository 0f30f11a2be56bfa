import { addDuration } from '../../../domain/dates.js';
import type { Operator } from '../operator.js';
import { datePlus } from './age.js';
import { durationOf } from './as-of.js';
import type { FamilyMember } from './family.js';
import { checkDuration } from './operand-checks.js';
import { durationSchema } from './operand-schemas.js';
import { inOrder, type Order } from './order.js';

export interface DurationComparisonOptions extends FamilyMember {
  readonly order: Order;
}

/**
 * Operators that compare two durations. Months have no fixed length, so both are counted from the as-of date: the one
 * that ends later is longer.
 */
export function durationComparison(options: DurationComparisonOptions): Operator {
  const { id, description, phrase, order } = options;
  return {
    id,
    description,
    factTypes: ['duration'],
    operandSchema: durationSchema,
    checkOperand: (_declaration, operand) => checkDuration(operand),
    evaluate(value, operand, { asOf }) {
      const end = addDuration(asOf, durationOf(value));
      return inOrder(end, order, addDuration(asOf, durationOf(operand)));
    },
    sql(column, operand, sql) {
      const asOf = sql.literal(sql.asOf, 'date');
      const end = sql.dialect.addInterval(asOf, column);
      return `${end} ${order} ${datePlus(asOf, durationOf(operand), sql)}`;
    },
    explain: () => phrase,
  };
}
