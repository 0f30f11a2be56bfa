import { setItems } from './families/items.js';
import { checkBool } from './families/operand-checks.js';
import { boolSchema } from './families/operand-schemas.js';
import type { Operator } from './operator.js';

/** The set has at least one item (`value: true`), or none (`value: false`). */
export const nonEmpty: Operator = {
  id: 'non_empty',
  description: {
    vi: 'Tập hợp có ít nhất một mục (true), hoặc không có mục nào (false)',
    en: 'The set has at least one item (true), or none (false)',
  },
  factTypes: ['set'],
  operandSchema: boolSchema,
  checkOperand: (_declaration, operand) => checkBool(operand),
  evaluate: (value, operand) => setItems(value).length > 0 === operand,
  sql: (column, operand, { dialect }) =>
    `${dialect.setSize(column)} ${operand === true ? '>' : '='} 0`,
  explain: (operand) => (operand === true ? 'condition.op.non_empty' : 'condition.op.empty'),
};
