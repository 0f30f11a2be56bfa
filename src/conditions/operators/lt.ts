import { comparison } from './families/comparison.js';
import type { Operator } from './operator.js';

/** The number is below the value. */
export const lt: Operator = comparison({
  id: 'lt',
  description: { vi: 'Số nhỏ hơn giá trị', en: 'The number is below the value' },
  phrase: 'condition.op.lt',
  order: '<',
});
