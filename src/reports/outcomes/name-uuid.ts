import { createHash } from 'node:crypto';

/** This program's own name space for UUIDs of version 5. */
const nameSpace = Buffer.from('6f2d1c0e9b7a4f3586d41f0a7c9e5b32', 'hex');

/** The UUID (RFC 4122, version 5) of a name made of parts: the same parts always give the same one. */
export function nameUuid(...parts: readonly string[]): string {
  const digest = createHash('sha1').update(nameSpace).update(JSON.stringify(parts)).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}
