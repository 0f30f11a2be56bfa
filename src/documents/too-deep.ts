import type { CST } from 'yaml';

/**
 * Offset of the first collection that lies deeper than `limit` in the tokens of a YAML text; undefined when none does.
 * Goes without recursion: what builds values from tokens recurses, and a few kilobytes of brackets would end the process.
 */
export function tooDeepAt(tokens: readonly CST.Token[], limit: number): number | undefined {
  const waiting = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { token, depth } = next;
    if (token.type === 'document') {
      if (token.value) waiting.push({ token: token.value, depth });
    } else if ('items' in token) {
      if (depth >= limit) return token.offset;
      for (const { key, value } of token.items as readonly CST.CollectionItem[]) {
        if (key) waiting.push({ token: key, depth: depth + 1 });
        if (value) waiting.push({ token: value, depth: depth + 1 });
      }
    }
  }
  return undefined;
}
