import { membership } from './families/membership.js';
import type { Operator } from './operator.js';

/** The fact equals the value. */
export const eq: Operator = membership({
  id: 'eq',
  description: { vi: 'Dữ kiện bằng giá trị', en: 'The fact equals the value' },
  phrase: 'condition.op.eq',
  many: false,
  negated: false,
});
