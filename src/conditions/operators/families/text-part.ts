import { nfc } from '../../../domain/text.js';
import type { Dialect } from '../../dialects/dialect.js';
import type { Operator } from '../operator.js';
import type { FamilyMember } from './family.js';
import { checkText } from './operand-checks.js';
import { textSchema } from './operand-schemas.js';

export interface TextPartOptions extends FamilyMember {
  readonly holds: (text: string, part: string) => boolean;
  readonly sql: (dialect: Dialect, text: string, part: string) => string;
}

/** Operators that look for a part of a text. Case does not count, diacritics do: both sides in NFC and lower case. */
export function textPart(options: TextPartOptions): Operator {
  const { id, description, phrase, holds, sql: render } = options;
  return {
    id,
    description,
    factTypes: ['text'],
    operandSchema: textSchema,
    checkOperand: (_declaration, operand) => checkText(operand),
    evaluate: (value, operand) => holds(lowered(String(value)), lowered(String(operand))),
    sql(column, operand, { dialect, literal }) {
      const text = dialect.lower(dialect.composed(column));
      return render(dialect, text, literal(lowered(String(operand)), 'text'));
    },
    explain: () => phrase,
  };
}

/**
 * NFC, then lower case letter by letter, as databases do it. `toLowerCase` of a whole text would look around a capital
 * sigma, and would make two letters of the Turkish dotted capital i.
 */
export function lowered(text: string): string {
  const lower = (letter: string) => (letter === '\u0130' ? 'i' : letter.toLowerCase());
  return Array.from(nfc(text), lower).join('');
}
