/**
 * Public files use snake_case, the code camelCase: the same data with its keys renamed, at every depth. Below a key
 * named in `opaque` nothing is renamed: there the keys are ids (of facts, of metrics), not names of ours.
 */
export function camelKeys(value: unknown, opaque: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => camelKeys(item, opaque));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      opaque.has(key) ? item : camelKeys(item, opaque),
    ]),
  );
}
