import type { IsoDate } from '../domain/dates.js';
import type { Condition, Leaf } from './condition.js';
import { type Declarations, declarationOf } from './declarations.js';
import type { Dialect, SqlType } from './dialects/dialect.js';
import { operator } from './operators/index.js';
import { literalOf } from './parameters.js';

/** A boolean SQL expression that is NULL where the condition is unknown, and the values of its named parameters. */
export interface SqlCondition {
  readonly sql: string;
  readonly params: Readonly<Record<string, boolean | number | string>>;
}

/**
 * Where a fact stands. `column` is NULL where the fact is unknown. For a nullable fact `nullColumn` (boolean) is true
 * where the value is explicitly null, which then goes before whatever `column` holds.
 */
export interface FactColumns {
  readonly column: string;
  readonly nullColumn?: string;
}

export interface SqlOptions {
  readonly columns: (fact: string) => FactColumns;
  readonly declarations: Declarations;
  readonly asOf: IsoDate;
  readonly dialect: Dialect;
  /** Begins the parameters' names, so that several conditions can stand in one statement. Default `c`: `$c_1`, `$c_2`. */
  readonly prefix?: string;
}

/**
 * Renders a condition as SQL with the same meaning as `evaluate`. Values only go in as named parameters, column names only
 * after the dialect has checked them. The condition has passed `checkCondition` and its parameters are resolved; otherwise
 * this may throw, as it does for a column name that is no plain identifier.
 */
export function toSql(condition: Condition, options: SqlOptions): SqlCondition {
  const parameters = new Parameters(options.dialect, options.prefix ?? 'c');
  return { sql: render(condition, options, parameters), params: parameters.values() };
}

/** Collects the values of a statement; equal values of one type share a parameter. */
class Parameters {
  readonly #names = new Map<
    string,
    { readonly name: string; readonly value: boolean | number | string }
  >();
  readonly #dialect: Dialect;
  readonly #prefix: string;

  constructor(dialect: Dialect, prefix: string) {
    this.#dialect = dialect;
    this.#prefix = prefix;
  }

  literal(value: boolean | number | string, type: SqlType): string {
    const key = JSON.stringify([type, value]);
    const name = this.#names.get(key)?.name ?? `${this.#prefix}_${this.#names.size + 1}`;
    // A driver may guess a whole number's type and find it too large; decimal text with a cast is exact.
    this.#names.set(key, { name, value: type === 'number' ? String(value) : value });
    return this.#dialect.parameter(name, type);
  }

  values(): SqlCondition['params'] {
    return Object.fromEntries([...this.#names.values()].map(({ name, value }) => [name, value]));
  }
}

function render(condition: Condition, options: SqlOptions, parameters: Parameters): string {
  const each = (child: Condition) => render(child, options, parameters);
  if ('all' in condition) return joined(condition.all.map(each), 'AND', 'TRUE');
  if ('any' in condition) return joined(condition.any.map(each), 'OR', 'FALSE');
  if ('not' in condition) return `(NOT ${each(condition.not)})`;
  return renderLeaf(condition, options, parameters);
}

/** SQL's AND, OR and NOT are Kleene's, with NULL for unknown. */
function joined(parts: readonly string[], word: 'AND' | 'OR', empty: 'TRUE' | 'FALSE'): string {
  return parts.length === 0 ? empty : `(${parts.join(` ${word} `)})`;
}

/** The operator's expression stands behind a guard, so that it only ever sees values that are there and fit. */
function renderLeaf(leaf: Leaf, options: SqlOptions, parameters: Parameters): string {
  const { dialect, asOf } = options;
  const declaration = declarationOf(options.declarations, leaf.fact);
  const { absent, sql } = operator(leaf.op);
  const operand = literalOf(leaf.value);
  const columns = options.columns(leaf.fact);
  const column = dialect.identifier(columns.column);
  const literal = parameters.literal.bind(parameters);
  const words = declaration.values?.map((each) => literal(each.value, 'text'));

  const branches = [
    `WHEN ${dialect.usable(column, declaration, words)} THEN ${sql(column, operand, { dialect, asOf, declaration, literal })}`,
  ];
  if (declaration.nullable === true && columns.nullColumn !== undefined) {
    const whenNull = absent?.(operand).null ?? false;
    branches.unshift(`WHEN ${dialect.identifier(columns.nullColumn)} THEN ${truth(whenNull)}`);
  }
  return `(CASE ${branches.join(' ')} ELSE ${truth(absent?.(operand).unknown)} END)`;
}

function truth(value: boolean | undefined): string {
  if (value === undefined) return 'NULL';
  return value ? 'TRUE' : 'FALSE';
}
