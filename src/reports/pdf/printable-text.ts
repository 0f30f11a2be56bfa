import { tidyText } from '../../documents/tidy-text.js';
import type { Typeface } from '../pages/typeface.js';

/** Stands for each character that the font has no picture of. */
const missingSign = '□';

/** Marks of direction, joiners, soft hyphens, variants of emoji: they would change the text unseen, and draw nothing. */
const unseen = /\p{Cf}|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;

/** Composed letters of Vietnamese and what a keyboard has: texts of these alone, nearly all, need no look at each character. */
const plain = /^[\x20-\x7EÀ-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ]*$/;

/**
 * A text as it can be printed: tidy and NFC, without unseen characters, lines parted by a line feed, `missingSign` for what
 * the font lacks. Never throws.
 */
export function printableText(text: string, typeface: Typeface): string {
  if (plain.test(text)) return text.trim();
  const tidy = tidyText(text.replace(unseen, '').replace(/[\u2028\u2029\u0085]/g, '\n'));
  return tidy.replace(/[^\n]/gu, (character) =>
    typeface.draws(character.codePointAt(0) ?? 0) ? character : missingSign,
  );
}

/** The same on one line. */
export function printableLine(text: string, typeface: Typeface): string {
  return printableText(text, typeface).replaceAll('\n', ' ');
}

/** A piece of a longer text: the blank at either end stays, as one blank. */
export function printablePiece(text: string, typeface: Typeface): string {
  const inner = printableText(text, typeface);
  if (inner === '') return /\s/.test(text) ? ' ' : '';
  return `${/^\s/.test(text) ? ' ' : ''}${inner}${/\s$/.test(text) ? ' ' : ''}`;
}
