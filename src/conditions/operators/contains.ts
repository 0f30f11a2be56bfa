import { setRelation } from './families/set-relation.js';
import type { Operator } from './operator.js';

/** The set holds the value. */
export const contains: Operator = setRelation({
  id: 'contains',
  description: { vi: 'Tập hợp có giá trị', en: 'The set holds the value' },
  phrase: 'condition.op.contains',
  many: false,
  holds: (set, wanted) => wanted.every((item) => set.includes(item)),
  sql: (dialect, set, wanted) => dialect.setHasAll(set, wanted),
});
