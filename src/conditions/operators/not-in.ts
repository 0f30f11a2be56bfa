import { membership } from './families/membership.js';
import type { Operator } from './operator.js';

/** The fact is none of the values. */
export const notIn: Operator = membership({
  id: 'not_in',
  description: {
    vi: 'Dữ kiện không phải giá trị nào trong danh sách',
    en: 'The fact is none of the values',
  },
  phrase: 'condition.op.not_in',
  many: true,
  negated: true,
});
