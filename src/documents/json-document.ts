import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { nfc } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import type { ParsedDocument } from './document.js';

/** Largest JSON file of our own making that is read back: a province's assessment has some 15 MB, a nation's runs keep rows beside it. */
export const maxJsonBytes = 512 * 1024 * 1024;

/**
 * A JSON file that the program itself wrote, for checking by schema: much faster than YAML, which people write, and strict.
 * Never throws: what isn't JSON is one diagnostic. Places are looked up only when they are asked for.
 */
export function parseJsonDocument(bytes: Uint8Array, path: string): ParsedDocument {
  const start = { line: 1, column: 1 };
  const failed = (detail: string): ParsedDocument => ({
    path,
    value: undefined,
    diagnostics: [
      {
        code: 'document.not_json',
        severity: 'error',
        message: message('document.not_json', { detail }),
        hint: message('document.not_json.hint'),
        file: path,
        ...start,
      },
    ],
    locate: () => start,
    bareNumber: () => undefined,
  });
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (error) {
    return failed((error as Error).message);
  }
  let tree: ReturnType<typeof parseTree>;
  const locate: ParsedDocument['locate'] = (pointer) => {
    tree ??= parseTree(text);
    if (!tree) return start;
    const steps = pointer
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
      .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    let node = findNodeAtLocation(tree, steps);
    while (!node && steps.length > 0) {
      steps.pop();
      node = findNodeAtLocation(tree, steps);
    }
    return placeOf(text, node?.offset ?? 0);
  };
  return {
    path,
    value: text.normalize('NFC') === text ? value : normalised(value),
    diagnostics: [],
    locate,
    bareNumber: () => undefined,
  };
}

function placeOf(text: string, offset: number) {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function normalised(value: unknown): unknown {
  if (typeof value === 'string') return nfc(value);
  if (Array.isArray(value)) return value.map(normalised);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normalised(item)]));
}
