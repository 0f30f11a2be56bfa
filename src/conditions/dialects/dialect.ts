import type { FactDeclaration } from '../../domain/facts.js';

/** Types of a bound value; how a database calls them is the dialect's. */
export type SqlType = 'bool' | 'int' | 'number' | 'text' | 'date';

/**
 * How one database spells what standard SQL does not: everything in here takes SQL expressions and gives one. Facts come
 * as columns: `text` and `enum` as text, `set` as a list of texts or whole numbers, `duration` as an interval of months
 * and days, the others as their own type.
 */
export interface Dialect {
  readonly id: string;
  /** A column's name, quoted. Throws RangeError for a name that is not a plain identifier (letters, digits, `_`, `.`). */
  identifier(name: string): string;
  /** A named bound parameter with its explicit type. */
  parameter(name: string, type: SqlType): string;
  /** A list of literals; `type` gives the empty list its type. */
  list(items: readonly string[], type: SqlType): string;
  /**
   * True when the column holds a value that fits the declaration, in the sense of `factValue`; otherwise false or NULL.
   * `words` are the declared words, as expressions.
   */
  usable(
    column: string,
    declaration: FactDeclaration,
    words: readonly string[] | undefined,
  ): string;

  setHas(set: string, item: string): string;
  setHasAny(set: string, list: string): string;
  /** Whether every item of `list` is in `set`. */
  setHasAll(set: string, list: string): string;
  /** Number of different items. */
  setSize(set: string): string;

  /** NFC form. */
  composed(text: string): string;
  /** Lower case, letter by letter (Unicode simple mapping). */
  lower(text: string): string;
  startsWith(text: string, part: string): string;
  endsWith(text: string, part: string): string;
  containsText(text: string, part: string): string;
  /** Whether an RE2 pattern matches anywhere in the text. */
  matches(text: string, pattern: string): string;

  /** A date plus whole months, clamped to the month's last day, then days. */
  addMonthsAndDays(date: string, months: string, days: string): string;
  /** A date plus an interval column, by the same rule. */
  addInterval(date: string, interval: string): string;
}
