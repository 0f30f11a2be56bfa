import type { FactDeclaration } from '../../../domain/facts.js';
import { nfc } from '../../../domain/text.js';
import type { Literal } from '../../condition.js';
import type { SqlType } from '../../dialects/dialect.js';
import type { KnownValue } from '../../fact-value.js';
import type { SqlContext } from '../operator.js';

/** One value of an operand or of a set. */
export type Item = boolean | number | string;

/** The operand as a list: a single value is a list of one. */
export function itemsOf(operand: Literal): readonly Item[] {
  return Array.isArray(operand) ? operand : [operand as Item];
}

/** The items of a set fact's value. */
export function setItems(value: KnownValue): readonly Item[] {
  return Array.isArray(value) ? value : [];
}

/** Texts compare in NFC; every other value as it is. */
export function comparable(item: Item, declaration: FactDeclaration): Item {
  return declaration.type === 'text' && typeof item === 'string' ? nfc(item) : item;
}

/** SQL type of a fact's value, or of its items for a set. */
export function itemSqlType(declaration: FactDeclaration): SqlType {
  switch (declaration.type) {
    case 'bool':
    case 'int':
    case 'number':
    case 'date':
      return declaration.type;
    case 'set':
      return declaration.itemType === 'int' ? 'int' : 'text';
    default:
      return 'text';
  }
}

/** The operand's items as SQL expressions. */
export function itemLiterals(operand: Literal, sql: SqlContext): readonly string[] {
  const type = itemSqlType(sql.declaration);
  return itemsOf(operand).map((item) => sql.literal(comparable(item, sql.declaration), type));
}
