import { setRelation } from './families/set-relation.js';
import type { Operator } from './operator.js';

/** The set holds at least one of the values. */
export const containsAny: Operator = setRelation({
  id: 'contains_any',
  description: {
    vi: 'Tập hợp có ít nhất một trong các giá trị',
    en: 'The set holds at least one of the values',
  },
  phrase: 'condition.op.contains_any',
  many: true,
  holds: (set, wanted) => wanted.some((item) => set.includes(item)),
  sql: (dialect, set, wanted) => dialect.setHasAny(set, wanted),
});
