import { durationComparison } from './families/duration-comparison.js';
import type { Operator } from './operator.js';

/** The duration is longer than the value, both from the as-of date. */
export const longerThan: Operator = durationComparison({
  id: 'longer_than',
  description: {
    vi: 'Khoảng thời gian dài hơn giá trị, cùng tính từ ngày đánh giá',
    en: 'The duration is longer than the value, both from the as-of date',
  },
  phrase: 'condition.op.longer_than',
  order: '>',
});
