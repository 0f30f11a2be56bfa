import type { SqlValue } from './engines/engine.js';

/** Collects values for one statement and gives each its placeholder: values never stand in SQL text. */
export interface Binder {
  /** The placeholder of a value, `$p0`, `$p1`, … */
  value(value: SqlValue): string;
  /** A SQL list of placeholders. */
  list(values: readonly SqlValue[]): string;
  readonly params: Readonly<Record<string, SqlValue>>;
}

export function binder(): Binder {
  const params: Record<string, SqlValue> = {};
  const value = (each: SqlValue) => {
    const name = `p${Object.keys(params).length}`;
    params[name] = each;
    return `$${name}`;
  };
  return { value, list: (values) => `[${values.map(value).join(', ')}]`, params };
}
