/** Reads the JSON that tools print. Nothing here throws: what isn't there, or isn't what it should be, is undefined. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** The value of a JSON text; a byte order mark before it is no part of it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** The value as an object, if it is one. */
export function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** The objects of a list; a single object is a list of one. Other entries are left out. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  const list = Array.isArray(value) ? value : [value];
  return list.map(objectOf).filter((each) => each !== undefined);
}

/** An own field: never one of the prototype. */
export function field(object: JsonObject | undefined, name: string): unknown {
  return object && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A yes/no value as tools write it: `true`, `"True"`, `1`, `"yes"`, `"on"`, `"enabled"`. Other words are unknown. */
export function flag(value: unknown): boolean | undefined {
  const word = String(value).trim().toLowerCase();
  if (['true', '1', 'yes', 'on', 'enabled'].includes(word)) return true;
  if (['false', '0', 'no', 'off', 'disabled'].includes(word)) return false;
  return undefined;
}

/** A text without blanks at its ends, at most 200 characters; undefined when it is empty. Numbers count as texts. */
export function words(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).trim().slice(0, maxWordsLength) || undefined;
}

/** No version, name or edition is longer: beyond it lies somebody's rubbish. */
const maxWordsLength = 200;
