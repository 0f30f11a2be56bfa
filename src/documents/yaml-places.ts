import { isCollection, isNode, isScalar, type Pair, type YAMLMap } from 'yaml';

/** The first member of that name. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

/** Offset just behind the colon that follows a plain name; undefined for other ways to write a member. */
export function colonOf(text: string, pair: Pair): number | undefined {
  const end = endOf(pair.key);
  const colon = /^[ \t]*:/.exec(text.slice(end, end + 100))?.[0];
  return colon === undefined ? undefined : end + colon.length;
}

/** Offset of a node, or of a member's name. */
export function startOf(node: unknown): number {
  if (isNode(node)) return node.range?.[0] ?? 0;
  return startOf((node as Pair).key);
}

/** Where what is written of a node ends: without the comments and blank lines after it. */
export function endOf(node: unknown): number {
  if (isCollection(node) && !node.flow && node.items.length > 0) return endOf(node.items.at(-1));
  if (isNode(node)) return node.range?.[1] ?? 0;
  const { key, value } = node as Pair;
  return isNode(value) ? endOf(value) : endOf(key);
}

/** How many characters stand before an offset on its line. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Offset of the line after the one that ends the content at `offset`; of that place itself when a line begins there. */
export function endOfLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** `place`, or behind the comments from there on, blank lines between, that are indented by at least `column`. */
export function afterComments(text: string, place: number, column: number): number {
  const comment = new RegExp(`(?:[ \\t]*\\r?\\n)*[ ]{${column},}#[^\\n]*(?:\\n|$)`, 'y');
  let end = place;
  for (;;) {
    comment.lastIndex = end;
    const found = comment.exec(text);
    if (!found) return end;
    end += found[0].length;
  }
}
