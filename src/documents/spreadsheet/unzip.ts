import { inflateRawSync } from 'node:zlib';
import { maxPackedParts } from './limits.js';

/** Why a packed file can't be opened. */
export type UnzipProblem = 'broken' | 'too_large' | 'encrypted';

/**
 * The wanted parts of a ZIP archive by name, unpacked. Never more than `limit` bytes altogether, whatever the
 * archive says of itself; what it says may not be more either, wanted or not. Archives beyond 4 GB (ZIP64), several
 * parts of one name and methods other than "stored" and "deflated" are `broken`: no spreadsheet needs them.
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limit: number,
): ReadonlyMap<string, Uint8Array> | UnzipProblem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = directory(bytes, view, limit);
  if (typeof parts === 'string') return parts;
  const found = new Map<string, Uint8Array>();
  let left = limit;
  for (const part of parts) {
    if (!wanted(part.name)) continue;
    if (part.encrypted) return 'encrypted';
    const content = unpack(bytes, view, part, left);
    if (typeof content === 'string') return content;
    left -= content.byteLength;
    found.set(part.name, content);
  }
  return found;
}

interface Part {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

const endSize = 22;
const entrySize = 46;
const localSize = 30;
/** A comment of at most 65535 bytes may follow the archive's end record. */
const maxComment = 0xffff;

/** The archive's table of contents (APPNOTE 4.3.12, 4.3.16). */
function directory(
  bytes: Uint8Array,
  view: DataView,
  limit: number,
): readonly Part[] | UnzipProblem {
  const end = endRecord(view);
  if (end === undefined) return 'broken';
  const count = view.getUint16(end + 10, true);
  if (count > maxPackedParts) return 'too_large';
  let at = view.getUint32(end + 16, true);
  const parts: Part[] = [];
  const names = new Set<string>();
  let claimed = 0;
  for (let i = 0; i < count; i++) {
    if (at + entrySize > bytes.length || view.getUint32(at, true) !== 0x02014b50) return 'broken';
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(
      bytes.subarray(at + entrySize, at + entrySize + nameLength),
    );
    if (names.has(name)) return 'broken';
    names.add(name);
    claimed += view.getUint32(at + 24, true);
    if (claimed > limit) return 'too_large';
    parts.push({
      name,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += entrySize + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function endRecord(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endSize - maxComment);
  for (let at = view.byteLength - endSize; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

function unpack(
  bytes: Uint8Array,
  view: DataView,
  { method, packed, offset }: Part,
  limit: number,
): Uint8Array | UnzipProblem {
  if (offset + localSize > bytes.length || view.getUint32(offset, true) !== 0x04034b50) {
    return 'broken';
  }
  const start =
    offset + localSize + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) return 'broken';
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return data.byteLength > limit ? 'too_large' : data;
  if (method !== 8) return 'broken';
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    const { code } = error as { readonly code?: string };
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'broken';
  }
}
