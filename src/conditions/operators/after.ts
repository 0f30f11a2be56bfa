import { dateComparison } from './families/date-comparison.js';
import type { Operator } from './operator.js';

/** The date is after the given one. */
export const after: Operator = dateComparison({
  id: 'after',
  description: { vi: 'Ngày sau ngày đã cho', en: 'The date is after the given one' },
  phrase: 'condition.op.after',
  order: '>',
});
