import { setRelation } from './families/set-relation.js';
import type { Operator } from './operator.js';

/** The set holds every one of the values. */
export const containsAll: Operator = setRelation({
  id: 'contains_all',
  description: { vi: 'Tập hợp có đủ các giá trị', en: 'The set holds every one of the values' },
  phrase: 'condition.op.contains_all',
  many: true,
  holds: (set, wanted) => wanted.every((item) => set.includes(item)),
  sql: (dialect, set, wanted) => dialect.setHasAll(set, wanted),
});
