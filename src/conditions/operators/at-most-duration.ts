import { durationComparison } from './families/duration-comparison.js';
import type { Operator } from './operator.js';

/** The duration is no longer than the value, both from the as-of date. */
export const atMostDuration: Operator = durationComparison({
  id: 'at_most_duration',
  description: {
    vi: 'Khoảng thời gian không dài hơn giá trị, cùng tính từ ngày đánh giá',
    en: 'The duration is no longer than the value, both from the as-of date',
  },
  phrase: 'condition.op.at_most_duration',
  order: '<=',
});
