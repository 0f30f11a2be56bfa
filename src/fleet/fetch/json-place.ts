/**
 * The keys that lead to a place in a JSON document: `data.affected_items` → two keys; `@odata.nextLink` is one key, because a
 * key that has the whole rest of the place as its name goes first. Undefined when the document has no such place. Only the
 * document's own keys count.
 */
export function keysTo(document: unknown, place: string): readonly string[] | undefined {
  if (document === null || typeof document !== 'object' || Array.isArray(document))
    return undefined;
  if (Object.hasOwn(document, place)) return [place];
  const fields = document as Readonly<Record<string, unknown>>;
  for (let dot = place.indexOf('.'); dot >= 0; dot = place.indexOf('.', dot + 1)) {
    const key = place.slice(0, dot);
    if (!Object.hasOwn(fields, key)) continue;
    const rest = keysTo(fields[key], place.slice(dot + 1));
    if (rest) return [key, ...rest];
  }
  return undefined;
}

/** The value at a place; undefined when there is no such place. Never throws. */
export function valueAt(document: unknown, place: string): unknown {
  let value = document;
  for (const key of keysTo(document, place) ?? []) {
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value === document ? undefined : value;
}
