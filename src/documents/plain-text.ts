/** Plain data that can be written: what JSON has. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | { readonly [key: string]: Plain };

type Members = { readonly [key: string]: Plain };

/** Words that need no quotes; those that some reader of YAML takes for something else are quoted all the same. */
const word = /^[A-Za-z][\w-]*$/;
const ambiguous = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

/** A value as YAML on one line: lists in brackets, maps in braces, texts in double quotes unless they are plain words. */
export function inlineText(value: Plain): string {
  if (typeof value === 'string') {
    return word.test(value) && !ambiguous.test(value) ? value : JSON.stringify(value);
  }
  if (value === null || typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(inlineText).join(', ')}]`;
  const members = Object.entries(value).map(
    ([key, each]) => `${inlineText(key)}: ${inlineText(each)}`,
  );
  return `{${members.join(', ')}}`;
}

/** The members of a map as YAML, one a line, each line after `indent` blanks; a map in it is put below its name. */
export function memberLines(members: Members, indent: number): readonly string[] {
  const blanks = ' '.repeat(indent);
  return Object.entries(members).flatMap(([key, value]) => {
    const name = `${blanks}${inlineText(key)}:`;
    return isMap(value) && Object.keys(value).length > 0
      ? [name, ...memberLines(value, indent + 2)]
      : [`${name} ${inlineText(value)}`];
  });
}

/** An item of a list as YAML lines, its dash after `indent` blanks. */
export function itemLines(item: Plain, indent: number): readonly string[] {
  const dash = `${' '.repeat(indent)}- `;
  if (!isMap(item) || Object.keys(item).length === 0) return [dash + inlineText(item)];
  const [first = '', ...others] = memberLines(item, indent + 2);
  return [dash + first.trimStart(), ...others];
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function isMap(value: Plain): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
