import { setRelation } from './families/set-relation.js';
import type { Operator } from './operator.js';

/** The set is not empty and holds nothing but the values. */
export const only: Operator = setRelation({
  id: 'only',
  description: {
    vi: 'Tập hợp không rỗng và chỉ gồm các giá trị trong danh sách',
    en: 'The set is not empty and holds nothing but the values',
  },
  phrase: 'condition.op.only',
  many: true,
  holds: (set, wanted) => set.length > 0 && set.every((item) => wanted.includes(item)),
  sql: (dialect, set, wanted) =>
    `(${dialect.setSize(set)} > 0 AND ${dialect.setHasAll(wanted, set)})`,
});
