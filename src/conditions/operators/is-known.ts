import { checkBool } from './families/operand-checks.js';
import { boolSchema } from './families/operand-schemas.js';
import type { Operator } from './operator.js';

/**
 * The fact has a value (`value: true`), or has none (`value: false`). Null counts as known: "no such decision" is an
 * answer. The only operator that is never unknown itself.
 */
export const isKnown: Operator = {
  id: 'is_known',
  description: {
    vi: 'Dữ kiện đã biết (true), hoặc chưa biết (false); null là đã biết',
    en: 'The fact is known (true), or not known (false); null counts as known',
  },
  factTypes: ['bool', 'int', 'number', 'text', 'enum', 'set', 'date', 'duration'],
  operandSchema: boolSchema,
  checkOperand: (_declaration, operand) => checkBool(operand),
  evaluate: (_value, operand) => operand === true,
  sql: (_column, operand) => (operand === true ? 'TRUE' : 'FALSE'),
  explain: (operand) => (operand === true ? 'condition.op.is_known' : 'condition.op.is_not_known'),
  absent: (operand) => ({ unknown: operand !== true, null: operand === true }),
};
