import {
  Composer,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  Parser,
  visit,
  type YAMLParseError,
} from 'yaml';
import type { Diagnostic } from '../domain/diagnostic.js';
import { message } from '../messages/catalogue.js';
import { maxAliasCount, maxDepth, maxProblemsPerDocument, maxSyntaxProblems } from './limits.js';
import { tooDeepAt } from './too-deep.js';

/** Where something stands in a text, both 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A YAML or JSON text that was read: its value, and the way back from a value to its place in the text. */
export interface ParsedDocument {
  readonly path: string;
  /** Plain data; strings in NFC. Undefined when the text could not be parsed. */
  readonly value: unknown;
  /** Syntax problems; when there is an error among them, `value` is undefined. */
  readonly diagnostics: readonly Diagnostic[];
  /** Place of the value at a JSON Pointer; of its nearest existing parent when it is missing. */
  locate(pointer: string): Position;
  /** The number as it is written, when the value at the pointer is a bare one, such as 6.10 for a clause's id. */
  bareNumber(pointer: string): string | undefined;
}

/** Names that could reach an object's prototype: no file of ours needs them. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads YAML (of which JSON is a part) from bytes. Never throws: what can't be read becomes diagnostics with line and
 * column. Refuses duplicate keys, several documents in one file, alias bombs, nesting beyond reason, binary data and
 * texts that aren't UTF-8.
 */
export function parseDocument(bytes: Uint8Array, path: string): ParsedDocument {
  const text = decodeUtf8(bytes);
  if (text === undefined) return failed(path, { ...at(path), ...problem('document.not_utf8') });
  if (text.includes('\0')) return failed(path, { ...at(path), ...problem('document.binary') });

  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const deep = tooDeepAt(tokens, maxDepth);
  if (deep !== undefined) {
    return failed(path, { ...at(path, position(deep)), ...problem('document.too_deep') });
  }
  const composer = new Composer({
    // The library compares every key with every other one: a hostile file would keep it busy for hours. See findBadKeys.
    uniqueKeys: false,
    version: '1.2',
  });
  const documents = [...composer.compose(tokens)];
  const errors = documents.flatMap((each) => each.errors);
  if (errors.length === 0 && documents.every((document) => document.contents === null)) {
    return failed(path, { ...at(path), ...problem('document.empty') });
  }
  const [document] = documents;
  if (document === undefined || documents.length > 1 || errors.length > 0) {
    const diagnostics = firstOfEachLine(errors, position).map(
      (error): Diagnostic => ({
        ...at(path, position(error.pos[0])),
        ...problem('document.syntax'),
        message: message('document.syntax', { detail: syntaxDetail(error) }),
      }),
    );
    if (diagnostics.length === 0) diagnostics.push({ ...at(path), ...problem('document.several') });
    return failed(path, ...diagnostics);
  }

  const badKeys = findBadKeys(document.contents as Node | null);
  if (badKeys.length > 0) {
    return failed(
      path,
      ...badKeys.map(({ code, key, offset }) => ({
        ...at(path, position(offset)),
        ...problem(code),
        message: code === 'document.forbidden_key' ? message(code, { key }) : message(code),
      })),
    );
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount });
  } catch {
    // The parser throws for one reason only here: aliases that multiply beyond the limit.
    return failed(path, { ...at(path), ...problem('document.aliases') });
  }
  return {
    path,
    value,
    diagnostics: document.warnings.map((warning) => ({
      ...at(path, position(warning.pos[0])),
      code: 'document.syntax',
      severity: 'warning' as const,
      message: message('document.syntax', { detail: warning.message }),
    })),
    locate: (pointer) => {
      for (let steps = pointerSteps(pointer); ; steps = steps.slice(0, -1)) {
        const offset = offsetOf(document, steps);
        if (offset !== undefined) return position(offset);
        if (steps.length === 0) return { line: 1, column: 1 };
      }
    },
    bareNumber: (pointer) => {
      const node = document.getIn(pointerSteps(pointer), true);
      return isScalar(node) && typeof node.value === 'number' ? node.source : undefined;
    },
  };
}

function at(path: string, position?: Position): { file: string; line?: number; column?: number } {
  return position ? { file: path, line: position.line, column: position.column } : { file: path };
}

type PlainKey =
  | 'document.not_utf8'
  | 'document.binary'
  | 'document.empty'
  | 'document.duplicate_key'
  | 'document.several'
  | 'document.too_deep'
  | 'document.aliases';

function problem(code: PlainKey | 'document.syntax' | 'document.forbidden_key'): {
  code: string;
  severity: 'error';
  message: Diagnostic['message'];
  hint: Diagnostic['message'];
} {
  return {
    code,
    severity: 'error',
    message: { key: code, params: {} },
    hint: { key: `${code}.hint`, params: {} },
  };
}

function failed(path: string, ...diagnostics: Diagnostic[]): ParsedDocument {
  return {
    path,
    value: undefined,
    diagnostics,
    locate: () => ({ line: 1, column: 1 }),
    bareNumber: () => undefined,
  };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    return undefined;
  }
}

/** The first complaint of each line, and few of them: what follows a slip is mostly its consequence. */
function firstOfEachLine(
  errors: readonly YAMLParseError[],
  position: (offset: number) => Position,
): readonly YAMLParseError[] {
  const lines = new Set<number>();
  return errors
    .filter(({ pos }) => {
      const { line } = position(pos[0]);
      return !lines.has(line) && lines.add(line);
    })
    .slice(0, maxSyntaxProblems);
}

/** The library's reasons in our words; it speaks English only. */
const syntaxWords: Readonly<Partial<Record<YAMLParseError['code'], Diagnostic['message']>>> = {
  TAB_AS_INDENT: message('document.syntax.tab'),
  BAD_INDENT: message('document.syntax.indent'),
  MISSING_CHAR: message('document.syntax.missing_char'),
  MULTILINE_IMPLICIT_KEY: message('document.syntax.name'),
  BLOCK_AS_IMPLICIT_KEY: message('document.syntax.name'),
  KEY_OVER_1024_CHARS: message('document.syntax.name'),
  UNEXPECTED_TOKEN: message('document.syntax.misplaced'),
  BAD_SCALAR_START: message('document.syntax.misplaced'),
  BAD_DQ_ESCAPE: message('document.syntax.escape'),
  BAD_ALIAS: message('document.syntax.alias'),
};

function syntaxDetail(error: YAMLParseError): Diagnostic['message'] | string {
  return syntaxWords[error.code] ?? error.message;
}

interface BadKey {
  readonly code: 'document.duplicate_key' | 'document.forbidden_key';
  readonly key: string;
  readonly offset: number;
}

/** Keys that no file may have, and keys that stand in one map twice; at most as many as are shown. */
function findBadKeys(contents: Node | null): BadKey[] {
  const found: BadKey[] = [];
  visit(contents, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const pair of map.items) {
        if (!isScalar(pair.key)) continue;
        // As a plain object will see it: the number 1 and the text "1" are one key.
        const key = String(pair.key.value);
        const offset = pair.key.range?.[0] ?? 0;
        if (forbiddenKeys.has(key)) found.push({ code: 'document.forbidden_key', key, offset });
        else if (seen.has(key)) found.push({ code: 'document.duplicate_key', key, offset });
        seen.add(key);
        if (found.length >= maxProblemsPerDocument) return visit.BREAK;
      }
      return undefined;
    },
  });
  return found;
}

function pointerSteps(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

function offsetOf(
  document: { getIn(path: (string | number)[], keep: true): unknown; contents: unknown },
  steps: readonly (string | number)[],
): number | undefined {
  if (steps.length === 0) return (document.contents as Node | null)?.range?.[0] ?? 0;
  const parent = document.getIn(steps.slice(0, -1), true);
  const last = steps.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item) => isScalar(item.key) && String(item.key.value) === String(last),
    );
    if (isScalar(pair?.key)) return pair.key.range?.[0];
    return undefined;
  }
  const node = document.getIn([...steps], true) as Node | undefined;
  return node?.range?.[0];
}
