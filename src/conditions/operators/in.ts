import { membership } from './families/membership.js';
import type { Operator } from './operator.js';

/** The fact is one of the values. */
export const isIn: Operator = membership({
  id: 'in',
  description: { vi: 'Dữ kiện là một trong các giá trị', en: 'The fact is one of the values' },
  phrase: 'condition.op.in',
  many: true,
  negated: false,
});
