import { age } from './families/age.js';
import type { Operator } from './operator.js';

/** The date plus the duration is still before the as-of date. */
export const olderThan: Operator = age({
  id: 'older_than',
  description: {
    vi: 'Ngày cộng khoảng thời gian vẫn trước ngày đánh giá',
    en: 'The date plus the duration is still before the as-of date',
  },
  phrase: 'condition.op.older_than',
  holds: (_date, lastDay, asOf) => lastDay < asOf,
  sql: (_date, lastDay, asOf) => `${lastDay} < ${asOf}`,
});
