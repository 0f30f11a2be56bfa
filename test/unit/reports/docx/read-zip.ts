import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  /** As MS-DOS wrote them: the date in the upper half, the time in the lower. */
  readonly stamps: { readonly local: number; readonly central: number };
  readonly bytes: Uint8Array;
}

/** Entries of a zip file by its directory. Throws for what isn't one. */
export function readZip(file: Uint8Array): readonly ZipEntry[] {
  const view = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = view.length - 22;
  if (view.readUInt32LE(end) !== 0x06054b50) throw new Error('no zip file');
  let at = view.readUInt32LE(end + 16);
  return Array.from({ length: view.readUInt16LE(end + 10) }, () => {
    const local = view.readUInt32LE(at + 42);
    const nameLength = view.readUInt16LE(at + 28);
    const from = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    const packed = view.subarray(from, from + view.readUInt32LE(at + 20));
    const entry: ZipEntry = {
      name: view.toString('utf8', at + 46, at + 46 + nameLength),
      stamps: { local: view.readUInt32LE(local + 10), central: view.readUInt32LE(at + 12) },
      bytes: view.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed),
    };
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
    return entry;
  });
}
