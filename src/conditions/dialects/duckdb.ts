import type { FactDeclaration } from '../../domain/facts.js';
import type { Dialect, SqlType } from './dialect.js';

const typeNames: Readonly<Record<SqlType, string>> = {
  bool: 'BOOLEAN',
  int: 'BIGINT',
  number: 'DOUBLE',
  text: 'VARCHAR',
  date: 'DATE',
};

const identifierPattern = /^[a-z][a-z0-9_.]*$/;
const parameterPattern = /^[a-z][a-z0-9_]*$/;

const largestInt = Number.MAX_SAFE_INTEGER;

/** Days of the longest duration that `parseDuration` takes (P999Y9999M99999D), a month counted as 30 as intervals compare. */
const longestDurationDays = (999 * 12 + 9999) * 30 + 99_999;

/** DuckDB 1.5. `nfc_normalize`, `lower` and `regexp_matches` (RE2) were compared with JavaScript and `re2js`. */
export const duckdb: Dialect = {
  id: 'duckdb',
  identifier(name) {
    if (!identifierPattern.test(name)) throw new RangeError(`not a column name: ${name}`);
    return `"${name}"`;
  },
  parameter(name, type) {
    if (!parameterPattern.test(name)) throw new RangeError(`not a parameter name: ${name}`);
    return `CAST($${name} AS ${typeNames[type]})`;
  },
  list: (items, type) =>
    items.length > 0 ? `[${items.join(', ')}]` : `CAST([] AS ${typeNames[type]}[])`,
  usable,

  setHas: (set, item) => `list_contains(${set}, ${item})`,
  setHasAny: (set, list) => `list_has_any(${set}, ${list})`,
  setHasAll: (set, list) => `list_has_all(${set}, ${list})`,
  setSize: (set) => `len(list_distinct(${set}))`,

  composed: (text) => `nfc_normalize(${text})`,
  lower: (text) => `lower(${text})`,
  startsWith: (text, part) => `starts_with(${text}, ${part})`,
  endsWith: (text, part) => `ends_with(${text}, ${part})`,
  containsText: (text, part) => `contains(${text}, ${part})`,
  matches: (text, pattern) => `regexp_matches(${text}, ${pattern})`,

  // One interval of months and days: DuckDB adds the months first, as the domain's `addDuration` does.
  addMonthsAndDays: (date, months, days) =>
    `CAST(${date} + (to_months(CAST(${months} AS INTEGER)) + to_days(CAST(${days} AS INTEGER))) AS DATE)`,
  addInterval: (date, interval) => `CAST(${date} + ${interval} AS DATE)`,
};

function usable(
  column: string,
  declaration: FactDeclaration,
  words: readonly string[] | undefined,
): string {
  switch (declaration.type) {
    case 'bool':
    case 'text':
      return `${column} IS NOT NULL`;
    case 'int':
      return `${column} BETWEEN -${largestInt} AND ${largestInt}`;
    case 'number':
      return `isfinite(${column})`;
    case 'enum':
      return words
        ? `list_contains(${duckdb.list(words, 'text')}, ${column})`
        : `${column} IS NOT NULL`;
    case 'set':
      return `(list_count(${column}) = len(${column}) AND ${usableItems(column, declaration, words)})`;
    case 'date':
      // The years that the domain's `parseIsoDate` takes.
      return `${column} BETWEEN DATE '1900-01-01' AND DATE '2199-12-31'`;
    case 'duration':
      return `${column} BETWEEN to_days(0) AND to_days(${longestDurationDays})`;
  }
}

/** `list_count` counts what isn't NULL, so that the caller's comparison has refused NULL items already. */
function usableItems(
  column: string,
  declaration: FactDeclaration,
  words: readonly string[] | undefined,
): string {
  if (declaration.itemType === 'int') {
    // The smallest item of an empty set is NULL.
    return `coalesce(list_min(${column}) >= -${largestInt} AND list_max(${column}) <= ${largestInt}, TRUE)`;
  }
  return words ? `list_has_all(${duckdb.list(words, 'text')}, ${column})` : 'TRUE';
}
