import { RE2JS } from 're2js';
import { nfc } from '../../domain/text.js';
import { maxPatternLength } from '../limits.js';
import { checkText } from './families/operand-checks.js';
import { patternProblem } from './families/pattern-problem.js';
import type { Operator } from './operator.js';

/** An RE2 pattern matches anywhere in the text's NFC form. Case counts unless the pattern begins with `(?i)`. */
export const matches: Operator = {
  id: 'matches',
  description: {
    vi: 'Biểu thức chính quy RE2 khớp với một phần văn bản; dùng ^ và $ cho cả văn bản',
    en: 'An RE2 pattern matches a part of the text; use ^ and $ for the whole text',
  },
  factTypes: ['text'],
  operandSchema: { type: 'string', minLength: 1, maxLength: maxPatternLength },
  checkOperand: (_declaration, operand) => checkText(operand) ?? patternProblem(String(operand)),
  evaluate: (value, operand) =>
    RE2JS.compile(nfc(String(operand)))
      .matcher(nfc(String(value)))
      .find(),
  sql: (column, operand, { dialect, literal }) =>
    dialect.matches(dialect.composed(column), literal(nfc(String(operand)), 'text')),
  explain: () => 'condition.op.matches',
};
