import { textPart } from './families/text-part.js';
import type { Operator } from './operator.js';

/** The text contains the value, in any case. */
export const containsText: Operator = textPart({
  id: 'contains_text',
  description: {
    vi: 'Văn bản có chứa giá trị, không phân biệt hoa thường',
    en: 'The text contains the value, in any case',
  },
  phrase: 'condition.op.contains_text',
  holds: (text, part) => text.includes(part),
  sql: (dialect, text, part) => dialect.containsText(text, part),
});
