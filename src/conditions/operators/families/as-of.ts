import { type Duration, type IsoDate, isoDate, parseDuration } from '../../../domain/dates.js';
import type { Literal } from '../../condition.js';

/** The word that stands for the as-of date where an operator takes a date. */
export const asOfWord = 'as_of';

/** The date that a checked operand means. Throws RangeError when it is neither a date nor the word. */
export function operandDate(operand: Literal, asOf: IsoDate): IsoDate {
  return operand === asOfWord ? asOf : isoDate(String(operand));
}

/** The duration that a checked operand or a duration fact's value means. Throws RangeError when it is none. */
export function durationOf(text: unknown): Duration {
  const duration = parseDuration(String(text));
  if (!duration) throw new RangeError(`not a duration: ${String(text)}`);
  return duration;
}
