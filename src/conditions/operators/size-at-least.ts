import { message } from '../../messages/catalogue.js';
import { setItems } from './families/items.js';
import { wrongOperand } from './families/operand-checks.js';
import { sizeSchema } from './families/operand-schemas.js';
import type { Operator } from './operator.js';

/** The set has at least so many different items. */
export const sizeAtLeast: Operator = {
  id: 'size_at_least',
  description: {
    vi: 'Tập hợp có ít nhất chừng ấy mục khác nhau',
    en: 'The set has at least so many different items',
  },
  factTypes: ['set'],
  operandSchema: sizeSchema,
  checkOperand: (_declaration, operand) =>
    Number.isSafeInteger(operand) && Number(operand) >= 0
      ? undefined
      : wrongOperand(operand, message('condition.expect.size')),
  evaluate: (value, operand) => new Set(setItems(value)).size >= Number(operand),
  sql: (column, operand, { dialect, literal }) =>
    `${dialect.setSize(column)} >= ${literal(Number(operand), 'int')}`,
  explain: () => 'condition.op.size_at_least',
};
