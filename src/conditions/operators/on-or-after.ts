import { dateComparison } from './families/date-comparison.js';
import type { Operator } from './operator.js';

/** The date is on or after the given one. */
export const onOrAfter: Operator = dateComparison({
  id: 'on_or_after',
  description: {
    vi: 'Ngày sau hoặc đúng ngày đã cho',
    en: 'The date is on or after the given one',
  },
  phrase: 'condition.op.on_or_after',
  order: '>=',
});
