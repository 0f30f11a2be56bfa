/**
 * An archive of the parts as they are, not packed: what `unzip` has checked, for a reader that only takes archives.
 * Without check sums, which that reader doesn't ask for.
 */
export function zipStored(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const nameBytes = new TextEncoder().encode(name);
    const local = header(0x04034b50, 30, nameBytes);
    local.view.setUint32(18, content.byteLength, true);
    local.view.setUint32(22, content.byteLength, true);
    local.view.setUint16(26, nameBytes.byteLength, true);
    const entry = header(0x02014b50, 46, nameBytes);
    entry.view.setUint32(20, content.byteLength, true);
    entry.view.setUint32(24, content.byteLength, true);
    entry.view.setUint16(28, nameBytes.byteLength, true);
    entry.view.setUint32(42, offset, true);
    chunks.push(local.bytes, content);
    entries.push(entry.bytes);
    offset += local.bytes.byteLength + content.byteLength;
  }
  const end = header(0x06054b50, 22, new Uint8Array());
  end.view.setUint16(8, entries.length, true);
  end.view.setUint16(10, entries.length, true);
  end.view.setUint32(12, length(entries), true);
  end.view.setUint32(16, offset, true);
  return joined([...chunks, ...entries, end.bytes]);
}

function header(signature: number, size: number, name: Uint8Array) {
  const bytes = new Uint8Array(size + name.byteLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  bytes.set(name, size);
  return { bytes, view };
}

function length(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, each) => sum + each.byteLength, 0);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(length(chunks));
  let at = 0;
  for (const each of chunks) {
    all.set(each, at);
    at += each.byteLength;
  }
  return all;
}
