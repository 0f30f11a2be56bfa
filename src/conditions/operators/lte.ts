import { comparison } from './families/comparison.js';
import type { Operator } from './operator.js';

/** The number is at or below the value. */
export const lte: Operator = comparison({
  id: 'lte',
  description: { vi: 'Số nhỏ hơn hoặc bằng giá trị', en: 'The number is at or below the value' },
  phrase: 'condition.op.lte',
  order: '<=',
});
