import { textPart } from './families/text-part.js';
import type { Operator } from './operator.js';

/** The text ends with the value, in any case. */
export const endsWith: Operator = textPart({
  id: 'ends_with',
  description: {
    vi: 'Văn bản kết thúc bằng giá trị, không phân biệt hoa thường',
    en: 'The text ends with the value, in any case',
  },
  phrase: 'condition.op.ends_with',
  holds: (text, part) => text.endsWith(part),
  sql: (dialect, text, part) => dialect.endsWith(text, part),
});
