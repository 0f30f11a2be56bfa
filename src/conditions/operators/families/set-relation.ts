import type { Dialect } from '../../dialects/dialect.js';
import type { Operator } from '../operator.js';
import type { FamilyMember } from './family.js';
import { type Item, itemLiterals, itemSqlType, itemsOf, setItems } from './items.js';
import { checkItem, checkItems } from './operand-checks.js';
import { itemSchema, itemsSchema } from './operand-schemas.js';

export interface SetRelationOptions extends FamilyMember {
  /** Whether the operand is a list; a single value comes as a list of one. */
  readonly many: boolean;
  readonly holds: (set: readonly Item[], wanted: readonly Item[]) => boolean;
  /** The same in SQL; `set` and `wanted` are list expressions. */
  readonly sql: (dialect: Dialect, set: string, wanted: string) => string;
}

/** Operators that relate a set to the operand's value or values. */
export function setRelation(options: SetRelationOptions): Operator {
  const { id, description, phrase, many, holds, sql: render } = options;
  return {
    id,
    description,
    factTypes: ['set'],
    operandSchema: many ? itemsSchema : itemSchema,
    checkOperand: many ? checkItems : checkItem,
    evaluate: (value, operand) => holds(setItems(value), itemsOf(operand)),
    sql(column, operand, sql) {
      const wanted = sql.dialect.list(itemLiterals(operand, sql), itemSqlType(sql.declaration));
      return render(sql.dialect, column, wanted);
    },
    explain: () => phrase,
  };
}
