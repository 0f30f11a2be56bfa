import { randomBytes } from 'node:crypto';

/** `bytes` random bytes as lower-case hexadecimal digits, two a byte. */
export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
