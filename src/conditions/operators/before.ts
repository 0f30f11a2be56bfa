import { dateComparison } from './families/date-comparison.js';
import type { Operator } from './operator.js';

/** The date is before the given one. */
export const before: Operator = dateComparison({
  id: 'before',
  description: { vi: 'Ngày trước ngày đã cho', en: 'The date is before the given one' },
  phrase: 'condition.op.before',
  order: '<',
});
