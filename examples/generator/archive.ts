import { crc32 } from 'node:zlib';

/** 1 January 1980, the first day that the format knows, so that nothing tells when the archive was made. */
const noDate = 0x0021;

/**
 * A ZIP archive of the parts as they are: packing them would give other bytes with another zlib. Names in ASCII. Opens in
 * every program (APPNOTE 4.3).
 */
export function archive(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of parts) {
    const content = Buffer.from(part);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(10, 0);
    common.writeUInt16LE(noDate, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([signature(3, 4), common, Buffer.from(name), content]);
    entries.push(Buffer.concat([signature(1, 2), version, common, place, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...locals, directory, signature(5, 6), end]));
}

/** Made by a program of version 1.0 of the format. */
const version = Buffer.from([10, 0]);

function signature(third: number, fourth: number): Buffer {
  return Buffer.from([0x50, 0x4b, third, fourth]);
}
