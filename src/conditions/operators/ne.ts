import { membership } from './families/membership.js';
import type { Operator } from './operator.js';

/** The fact differs from the value. */
export const ne: Operator = membership({
  id: 'ne',
  description: { vi: 'Dữ kiện khác giá trị', en: 'The fact differs from the value' },
  phrase: 'condition.op.ne',
  many: false,
  negated: true,
});
