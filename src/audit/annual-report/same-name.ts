import { nfc } from '../../domain/text.js';

/**
 * A key under which spellings of one party's name meet: NFC, lower case, single blanks. Marks stay: two communes may differ
 * by nothing else (Tân Thanh, Tân Thành).
 */
export function nameKey(name: string): string {
  return nfc(name).toLowerCase().replace(/\s+/g, ' ').trim();
}
