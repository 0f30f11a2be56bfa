import { comparison } from './families/comparison.js';
import type { Operator } from './operator.js';

/** The number is at or above the value. */
export const gte: Operator = comparison({
  id: 'gte',
  description: { vi: 'Số lớn hơn hoặc bằng giá trị', en: 'The number is at or above the value' },
  phrase: 'condition.op.gte',
  order: '>=',
});
