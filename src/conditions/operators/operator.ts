import type { IsoDate } from '../../domain/dates.js';
import type { FactDeclaration, FactType } from '../../domain/facts.js';
import type { LocalizedText, Message } from '../../domain/text.js';
import type { MessageKey } from '../../messages/catalogue.js';
import type { Literal, Truth } from '../condition.js';
import type { Dialect, SqlType } from '../dialects/dialect.js';
import type { KnownValue } from '../fact-value.js';

/** A JSON Schema (2020-12), or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** What is wrong with a condition, in words, and what to do about it where that can be said. */
export interface Problem {
  readonly message: Message;
  readonly hint?: Message;
}

/** What an operator may know besides the value and the operand. */
export interface LeafContext {
  readonly asOf: IsoDate;
  readonly declaration: FactDeclaration;
}

/** The same for SQL, with the way to put a value in: as a bound parameter, never as text. */
export interface SqlContext extends LeafContext {
  readonly dialect: Dialect;
  /** The SQL expression of a literal. */
  literal(value: boolean | number | string, type: SqlType): string;
}

/**
 * One comparison of the condition language, with everything that is to know about it. Its two renderings, `evaluate` and
 * `sql`, mean the same: a property test holds them equal.
 */
export interface Operator {
  /** As written in `op`; the same as the file's name, with `_` for `-`. */
  readonly id: string;
  /** What the operator asks, for the published schema. */
  readonly description: LocalizedText;
  /** Types of facts that it can be asked of. */
  readonly factTypes: readonly FactType[];
  /** Form of `value`. What depends on the fact is left to `checkOperand`. */
  readonly operandSchema: JsonSchema;
  /** What is wrong with an operand for this fact, whose type is one of `factTypes`; undefined when nothing is. Never throws. */
  checkOperand(declaration: FactDeclaration, operand: Literal): Problem | undefined;
  /** The answer for a value that is known and fits the declaration. The operand has passed `checkOperand`. Never throws. */
  evaluate(value: KnownValue, operand: Literal, context: LeafContext): boolean;
  /** The same as a boolean SQL expression over a column that holds such a value. */
  sql(column: string, operand: Literal, sql: SqlContext): string;
  /** The phrase that follows the fact's name in an explanation; its text has the place `{value}` or none. */
  explain(operand: Literal): MessageKey;
  /** Answers where there is no value. Without it: unknown stays unknown, and null makes the comparison false. */
  absent?(operand: Literal): { readonly unknown: Truth; readonly null: boolean };
}
