import { comparison } from './families/comparison.js';
import type { Operator } from './operator.js';

/** The number is above the value. */
export const gt: Operator = comparison({
  id: 'gt',
  description: { vi: 'Số lớn hơn giá trị', en: 'The number is above the value' },
  phrase: 'condition.op.gt',
  order: '>',
});
