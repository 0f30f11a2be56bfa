/**
 * The text of each element of a list inside a JSON text, as it stands there: numbers too long for the language keep their
 * digits, so that what is handed on is what the console said. `keys` lead to the list (none: the text itself is the list).
 * `json` must be valid JSON with a list at that place: parse it first. Of a key written twice the last counts, as in parsing.
 */
export function recordTexts(json: string, keys: readonly string[]): readonly string[] {
  let at = skipBlanks(json, 0);
  for (const key of keys) at = placeOfKey(json, at, key);
  const texts: string[] = [];
  let next = skipBlanks(json, at + 1);
  while (json[next] !== ']') {
    const end = skipValue(json, next);
    texts.push(json.slice(next, end));
    next = skipBlanks(json, end);
    if (json[next] === ',') next = skipBlanks(json, next + 1);
  }
  return texts;
}

/** Where the value of a key begins, in the object that begins at `at`. */
function placeOfKey(json: string, at: number, key: string): number {
  let found = at;
  let next = skipBlanks(json, at + 1);
  while (json[next] !== '}') {
    const end = skipValue(json, next);
    const value = skipBlanks(json, skipBlanks(json, end) + 1);
    if (JSON.parse(json.slice(next, end)) === key) found = value;
    next = skipBlanks(json, skipValue(json, value));
    if (json[next] === ',') next = skipBlanks(json, next + 1);
  }
  return found;
}

function skipBlanks(json: string, at: number): number {
  let next = at;
  while (' \t\r\n'.includes(json[next] ?? 'x')) next += 1;
  return next;
}

/** The place just behind the value that begins at `at`. */
function skipValue(json: string, at: number): number {
  const first = json[at];
  if (first === '"') return skipString(json, at);
  if (first !== '{' && first !== '[') {
    let next = at;
    while (next < json.length && !' \t\r\n,]}:'.includes(json[next] ?? '')) next += 1;
    return next;
  }
  let depth = 0;
  let next = at;
  do {
    const letter = json[next];
    if (letter === '"') {
      next = skipString(json, next);
      continue;
    }
    if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') depth -= 1;
    next += 1;
  } while (depth > 0 && next < json.length);
  return next;
}

function skipString(json: string, at: number): number {
  let next = at + 1;
  while (next < json.length && json[next] !== '"') next += json[next] === '\\' ? 2 : 1;
  return next + 1;
}
