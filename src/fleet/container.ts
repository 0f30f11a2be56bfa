import { plainJson } from '../documents/loose-json.js';

/**
 * What must be done before the database can read a file, told by its first bytes; its name counts for nothing.
 * `plain`: nothing. `recode`: text to be written as plain UTF-8. `compound`: the old binary formats of Office.
 */
export type Container =
  | { readonly kind: 'plain' | 'zip' | 'gzip' | 'compound' | 'html' }
  | { readonly kind: 'xml' | 'recode'; readonly encoding: TextEncodingName };

/** Encodings of text that are told apart; windows-1258 is taken when nothing else fits, being Vietnam's before Unicode. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258';

/** The container of a file that begins with `head`. Never throws. */
export function containerOf(head: Uint8Array): Container {
  if (starts(head, [0x50, 0x4b, 0x03, 0x04])) return { kind: 'zip' };
  if (starts(head, [0x1f, 0x8b])) return { kind: 'gzip' };
  if (starts(head, [0xd0, 0xcf, 0x11, 0xe0])) return { kind: 'compound' };
  const encoding = encodingOf(head);
  if (encoding === undefined) return { kind: 'plain' };
  const text = decodeText(encoding.name === 'utf-8' ? head : even(head), encoding.name);
  if (/^\s*<(?:!DOCTYPE html|html|head|body|table)\b/i.test(text)) return { kind: 'html' };
  if (/^\s*<[?A-Za-z!]/.test(text)) return { kind: 'xml', encoding: encoding.name };
  const isJson = /^\s*(?:[{[]|\/\/|\/\*)/.test(text);
  // The database reads UTF-8 without a mark, and tables in UTF-16 as well.
  const readable =
    encoding.name === 'utf-8'
      ? !(encoding.mark && isJson)
      : encoding.name === 'utf-16le' && !isJson;
  if (readable && !(isJson && plainJson(text) !== text)) return { kind: 'plain' };
  return { kind: 'recode', encoding: encoding.name };
}

/** Text of bytes, the byte-order mark taken off; what fits no letter becomes U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: TextEncodingName): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Undefined for bytes that are no text. */
function encodingOf(head: Uint8Array): { name: TextEncodingName; mark: boolean } | undefined {
  if (starts(head, [0xff, 0xfe])) return { name: 'utf-16le', mark: true };
  if (starts(head, [0xfe, 0xff])) return { name: 'utf-16be', mark: true };
  if (starts(head, [0x50, 0x41, 0x52, 0x31]) || head.some(isControl)) return undefined;
  try {
    // The head may end inside a character: `stream` keeps the decoder from refusing the cut one.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return { name: 'utf-8', mark: starts(head, [0xef, 0xbb, 0xbf]) };
  } catch {
    // One bad letter among many good ones is damage, not another encoding.
    const letters = decodeText(head, 'utf-8').match(/\P{ASCII}/gu) ?? [];
    const bad = letters.filter((letter) => letter === '\ufffd').length;
    return { name: letters.length > 2 * bad ? 'utf-8' : 'windows-1258', mark: false };
  }
}

/** Texts have no control characters but tab, line feed, vertical tab, form feed and carriage return. */
function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32);
}

function even(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.length & ~1);
}

function starts(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
