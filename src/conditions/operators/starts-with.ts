import { textPart } from './families/text-part.js';
import type { Operator } from './operator.js';

/** The text begins with the value, in any case. */
export const startsWith: Operator = textPart({
  id: 'starts_with',
  description: {
    vi: 'Văn bản bắt đầu bằng giá trị, không phân biệt hoa thường',
    en: 'The text begins with the value, in any case',
  },
  phrase: 'condition.op.starts_with',
  holds: (text, part) => text.startsWith(part),
  sql: (dialect, text, part) => dialect.startsWith(text, part),
});
