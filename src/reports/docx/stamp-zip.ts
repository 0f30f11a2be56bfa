/** Signatures and lengths of a zip file's parts (PKWARE APPNOTE 6.3, 4.3.7, 4.3.12, 4.3.16). */
const centralEntry = { signature: 0x02014b50, length: 46 } as const;
const endOfDirectory = { signature: 0x06054b50, length: 22 } as const;

/**
 * A zip file whose entries all bear midnight of one date, `YYYY-MM-DD` from 1980 on, and not the moment of writing. Changes
 * the bytes that it is given. Throws RangeError for what isn't a zip file of the simple kind (one part, below 4 GB).
 */
export function stampZip(file: Uint8Array, date: string): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = file.byteLength - endOfDirectory.length;
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory.signature) {
    throw new RangeError('not a zip file without comment');
  }
  const count = view.getUint16(end + 10, true);
  let entry = view.getUint32(end + 16, true);
  const stamp = dosDate(date);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(entry, true) !== centralEntry.signature) {
      throw new RangeError('a broken directory of a zip file');
    }
    const local = view.getUint32(entry + 42, true);
    view.setUint32(entry + 12, stamp, true);
    view.setUint32(local + 10, stamp, true);
    const lengths = [28, 30, 32].map((offset) => view.getUint16(entry + offset, true));
    entry += centralEntry.length + lengths.reduce((sum, each) => sum + each, 0);
  }
  return file;
}

/** Midnight of a date as MS-DOS wrote it: the date in the upper half, the time in the lower. */
function dosDate(date: string): number {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return (((year - 1980) << 25) | (month << 21) | (day << 16)) >>> 0;
}
