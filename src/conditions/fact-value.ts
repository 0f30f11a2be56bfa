import { parseDuration, parseIsoDate } from '../domain/dates.js';
import type { FactDeclaration, Facts, FactValue } from '../domain/facts.js';

/** A fact's value that is there: neither unknown nor null. */
export type KnownValue = Exclude<FactValue, null | undefined>;

/**
 * The value of a declared fact, as far as it fits the declaration: what does not fit (another type, an undeclared word,
 * no real date, a number beyond exact arithmetic, `null` for a fact that isn't nullable) counts as unknown, that is
 * undefined. `min` and `max` are not looked at. Only own properties are read. Never throws.
 */
export function factValue(facts: Facts, declaration: FactDeclaration): FactValue {
  const value: unknown = Object.hasOwn(facts, declaration.id) ? facts[declaration.id] : undefined;
  if (value === null) return declaration.nullable === true ? null : undefined;
  return fits(value, declaration) ? (value as KnownValue) : undefined;
}

function fits(value: unknown, declaration: FactDeclaration): boolean {
  switch (declaration.type) {
    case 'bool':
      return typeof value === 'boolean';
    case 'int':
      return Number.isSafeInteger(value);
    case 'number':
      return Number.isFinite(value);
    case 'text':
      return typeof value === 'string';
    case 'enum':
      return isWord(value, declaration);
    case 'set':
      return Array.isArray(value) && value.every((item) => isItem(item, declaration));
    case 'date':
      return typeof value === 'string' && parseIsoDate(value) !== undefined;
    case 'duration':
      return typeof value === 'string' && parseDuration(value) !== undefined;
  }
}

function isItem(item: unknown, declaration: FactDeclaration): boolean {
  return declaration.itemType === 'int' ? Number.isSafeInteger(item) : isWord(item, declaration);
}

/** A fact declared without values takes any word. */
function isWord(value: unknown, { values }: FactDeclaration): boolean {
  return typeof value === 'string' && (!values || values.some((each) => each.value === value));
}
