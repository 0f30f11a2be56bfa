import { age } from './families/age.js';
import type { Operator } from './operator.js';

/** The date is not after the as-of date and not older than the duration. */
export const within: Operator = age({
  id: 'within',
  description: {
    vi: 'Ngày không sau ngày đánh giá và không cũ hơn khoảng thời gian',
    en: 'The date is not after the as-of date and not older than the duration',
  },
  phrase: 'condition.op.within',
  holds: (date, lastDay, asOf) => date <= asOf && lastDay >= asOf,
  sql: (date, lastDay, asOf) => `(${date} <= ${asOf} AND ${lastDay} >= ${asOf})`,
});
