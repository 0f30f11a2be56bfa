import { dateComparison } from './families/date-comparison.js';
import type { Operator } from './operator.js';

/** The date is on or before the given one. */
export const onOrBefore: Operator = dateComparison({
  id: 'on_or_before',
  description: {
    vi: 'Ngày trước hoặc đúng ngày đã cho',
    en: 'The date is on or before the given one',
  },
  phrase: 'condition.op.on_or_before',
  order: '<=',
});
