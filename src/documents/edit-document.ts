import { isDeepStrictEqual } from 'node:util';
import {
  isCollection,
  isMap,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { inlineText, itemLines, memberLines, type Plain } from './plain-text.js';
import {
  afterComments,
  colonOf,
  columnOf,
  endOf,
  endOfLine,
  pairOf,
  startOf,
} from './yaml-places.js';

/** Where a value stands: names of members and numbers of items, from the outermost. Not empty. */
export type DocumentPath = readonly (string | number)[];

/**
 * The YAML text with an item added at the end of the list at `path`. Everything else stays as it is, to the byte:
 * comments, blank lines, quotes, line ends. Undefined when there is no such list, or no way to add to it that leaves all
 * other values alone. The text must be one that can be read without an error.
 */
export function appendItem(text: string, path: DocumentPath, item: Plain): string | undefined {
  const source = open(text);
  const list = source.document.getIn(path, true);
  if (!isSeq(list)) return undefined;
  const edits = list.flow ? inBrackets(source, path, list, item) : below(source, list, item);
  return edits && checked(source, edits, (whole) => (at(whole, path) as Plain[]).push(item));
}

/**
 * The YAML text with members of the map at `path` set, or taken away where the value is undefined. Members that have the
 * value already, and everything else, stay as they are, to the byte; a comment on the line of a member that is taken away
 * goes with it; new members come last. Undefined as with `appendItem`, or when other comments would be lost.
 */
export function setMembers(
  text: string,
  path: DocumentPath,
  members: Readonly<Record<string, Plain | undefined>>,
): string | undefined {
  const source = open(text);
  const map = source.document.getIn(path, true);
  if (!isMap(map)) return undefined;
  const present = map.toJS(source.document) as Readonly<Record<string, unknown>>;
  const changes = Object.entries(members).filter(
    ([key, value]) => !isDeepStrictEqual(present[key], value),
  );
  if (changes.length === 0) return text;
  const edits = map.flow
    ? inBraces(source, path, map, changes)
    : inLines(source, path, map, changes);
  return (
    edits &&
    checked(source, edits, (whole) => {
      const target = at(whole, path) as Record<string, Plain>;
      for (const [key, value] of changes) {
        if (value === undefined) delete target[key];
        else target[key] = value;
      }
    })
  );
}

interface Source {
  readonly text: string;
  readonly document: ReturnType<typeof parseDocument>;
  /** How the text's lines end. */
  readonly eol: string;
}

/** The text between two offsets gives way to `put`, which begins a line if `onLine` says so. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly put: string;
  readonly onLine?: true;
}

type Edits = readonly Edit[] | undefined;
type Change = readonly [key: string, value: Plain | undefined];

function open(text: string): Source {
  return { text, document: read(text), eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** Keys given twice were refused before; the library would compare each with every other. */
function read(text: string): Source['document'] {
  return parseDocument(text, { version: '1.2', uniqueKeys: false });
}

/** The edited text, if it reads as the old value after `change`. */
function checked(
  { text, document, eol }: Source,
  edits: readonly Edit[],
  change: (value: unknown) => unknown,
): string | undefined {
  let result = '';
  let done = 0;
  for (const { from, to, put, onLine } of edits.toSorted((a, b) => a.from - b.from)) {
    result += text.slice(done, from);
    if (onLine && !result.endsWith('\n')) result += eol;
    result += put;
    done = to;
  }
  result += text.slice(done);
  // By way of JSON, so that what shares a value by an alias gets a value of its own: it must not change too.
  const expected: unknown = JSON.parse(JSON.stringify(document.toJS()));
  change(expected);
  const reread = read(result);
  const fits = reread.errors.length === 0 && isDeepStrictEqual(reread.toJS(), expected);
  return fits ? result : undefined;
}

function at(value: unknown, path: DocumentPath): unknown {
  return path.reduce((each, step) => (each as Record<string | number, unknown>)[step], value);
}

/** An item in lines of its own, after the list's last one and the comments that belong to that. */
function below({ text, eol }: Source, list: YAMLSeq, item: Plain): Edits {
  const column = columnOf(text, startOf(list));
  const place = afterComments(text, endOfLine(text, endOf(list)), column + 1);
  const [last, before] = [list.items.at(-1), list.items.at(-2)];
  const gap = before === undefined ? '' : text.slice(endOf(before), startOf(last));
  const blank = /\n[ \t]*\r?\n/.test(gap) ? [''] : [];
  return [insertion(place, [...blank, ...itemLines(item, column)], eol)];
}

function inBrackets(source: Source, path: DocumentPath, list: YAMLSeq, item: Plain): Edits {
  const last = list.items.at(-1);
  if (last !== undefined) {
    const from = endOf(last);
    return [{ from, to: from, put: `, ${inlineText(item)}` }];
  }
  return (
    unfolded(source, path, list, (column) => itemLines(item, column)) ?? [
      { from: startOf(list), to: endOf(list), put: `[${inlineText(item)}]` },
    ]
  );
}

function inBraces(
  source: Source,
  path: DocumentPath,
  map: YAMLMap,
  changes: readonly Change[],
): Edits {
  const { text, document } = source;
  const kept = Object.fromEntries(
    changes.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  if (map.items.length === 0) {
    return (
      unfolded(source, path, map, (column) => memberLines(kept, column)) ?? [
        { from: startOf(map), to: endOf(map), put: inlineText(kept) },
      ]
    );
  }
  if (changes.some(([, value]) => value === undefined)) {
    const [from, to] = [startOf(map), endOf(map)];
    if (text.slice(from, to).includes('#')) return undefined;
    const whole = {
      ...(map.toJS(document) as Record<string, Plain | undefined>),
      ...Object.fromEntries(changes),
    };
    const left = Object.entries(whole).filter(
      (each): each is [string, Plain] => each[1] !== undefined,
    );
    return [{ from, to, put: inlineText(Object.fromEntries(left)) }];
  }
  return Object.entries(kept).map(([key, value]) => {
    const pair = pairOf(map, key);
    if (!pair) {
      const from = endOf(map.items.at(-1));
      return { from, to: from, put: `, ${inlineText(key)}: ${inlineText(value)}` };
    }
    return { from: startOf(pair.value), to: endOf(pair.value), put: inlineText(value) };
  });
}

function inLines(
  source: Source,
  path: DocumentPath,
  map: YAMLMap,
  changes: readonly Change[],
): Edits {
  const { text, eol } = source;
  const edits: Edit[] = [];
  const added: Record<string, Plain> = {};
  let left = map.items.length;
  for (const [key, value] of changes) {
    const pair = pairOf(map, key);
    if (value === undefined) {
      const from = startOf(pair) - columnOf(text, startOf(pair));
      // Not the only thing on its line, such as the first member behind a dash.
      if (text.slice(from, startOf(pair)).trim() !== '') return undefined;
      edits.push({ from, to: endOfLine(text, endOf(pair)), put: '' });
      left -= 1;
    } else if (pair) {
      const edit = replacement(text, pair, value);
      if (!edit) return undefined;
      edits.push(edit);
    } else added[key] = value;
  }
  const lines = memberLines(added, columnOf(text, startOf(map)));
  if (lines.length > 0) {
    edits.push(insertion(endOfLine(text, endOf(map)), lines, eol));
  } else if (left === 0) {
    const colon = colonAfter(source, path);
    if (colon === undefined) return undefined;
    edits.push({ from: colon, to: colon, put: ' {}' });
  }
  return edits;
}

/** Puts a value on the line of its name. A comment that stands between the two stays behind it. */
function replacement(text: string, pair: Pair, value: Plain): Edit | undefined {
  const colon = colonOf(text, pair);
  if (colon === undefined) return undefined;
  const between = text.slice(colon, startOf(pair.value));
  const old = text.slice(startOf(pair.value), endOf(pair.value));
  if (isCollection(pair.value) && old.includes('#')) return undefined;
  const comment = between.trim();
  if (comment !== '' && !comment.startsWith('#')) return undefined;
  const put = ` ${inlineText(value)}${comment === '' ? '' : between.trimEnd()}`;
  // What a text of several lines ends with belongs to it; the line's end must not go with it.
  const ending = /\r?\n$/.exec(old)?.[0] ?? '';
  return { from: colon, to: endOf(pair.value), put: put + ending };
}

/** Lines in place of empty brackets or braces. Undefined where lines can't stand: within other brackets. */
function unfolded(
  source: Source,
  path: DocumentPath,
  node: YAMLSeq | YAMLMap,
  lines: (column: number) => readonly string[],
): Edits {
  const { text, document, eol } = source;
  const parent = document.getIn(path.slice(0, -1), true);
  const colon = colonAfter(source, path);
  if (!isMap(parent) || parent.flow || colon === undefined) return undefined;
  if (text.slice(colon, startOf(node)).trim() !== '') return undefined;
  const column = columnOf(text, startOf(parent)) + 2;
  return [
    { from: colon, to: endOf(node), put: '' },
    insertion(endOfLine(text, endOf(node)), lines(column), eol),
  ];
}

function insertion(place: number, lines: readonly string[], eol: string): Edit {
  return { from: place, to: place, put: lines.map((line) => line + eol).join(''), onLine: true };
}

/** Offset just behind the colon after the name at the end of the path; undefined when that isn't a member's plain name. */
function colonAfter({ text, document }: Source, path: DocumentPath): number | undefined {
  const parent = document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? pairOf(parent, String(path.at(-1))) : undefined;
  return pair && colonOf(text, pair);
}
