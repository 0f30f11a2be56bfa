import { setRelation } from './families/set-relation.js';
import type { Operator } from './operator.js';

/** The set does not hold the value. */
export const notContains: Operator = setRelation({
  id: 'not_contains',
  description: { vi: 'Tập hợp không có giá trị', en: 'The set does not hold the value' },
  phrase: 'condition.op.not_contains',
  many: false,
  holds: (set, wanted) => !wanted.some((item) => set.includes(item)),
  sql: (dialect, set, wanted) => `NOT ${dialect.setHasAny(set, wanted)}`,
});
