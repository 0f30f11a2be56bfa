import { rank } from './families/rank.js';
import type { Operator } from './operator.js';

/** The word or one before it in the declared order. */
export const atMost: Operator = rank({
  id: 'at_most',
  description: {
    vi: 'Từ mức này trở xuống theo thứ tự đã khai',
    en: 'The word or one before it in the declared order',
  },
  phrase: 'condition.op.at_most',
  direction: 'down',
});
