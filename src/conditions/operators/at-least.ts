import { rank } from './families/rank.js';
import type { Operator } from './operator.js';

/** The word or one after it in the declared order. */
export const atLeast: Operator = rank({
  id: 'at_least',
  description: {
    vi: 'Từ mức này trở lên theo thứ tự đã khai',
    en: 'The word or one after it in the declared order',
  },
  phrase: 'condition.op.at_least',
  direction: 'up',
});
