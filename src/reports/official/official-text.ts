import type { Language } from '../../domain/text.js';
import { type MessageKey, message, type ParamsOf } from '../../messages/catalogue.js';
import { formatMessage } from '../../messages/format.js';
import type { Block, ParagraphBlock, RichText } from '../document.js';

/** Says texts of the catalogue in one language; keys and parameters are checked by the compiler. */
export type Speaker = <Key extends MessageKey>(key: Key, ...params: ParamsOf<Key>) => string;

export function speaker(language: Language): Speaker {
  return (key, ...params) => formatMessage(message(key, ...params), language);
}

/** A paragraph of the body. */
export function paragraph(text: RichText): ParagraphBlock {
  return { kind: 'paragraph', style: 'body', text };
}

/** A smaller paragraph in italics. */
export function note(text: RichText): ParagraphBlock {
  return { kind: 'paragraph', style: 'note', text };
}

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}

const romans: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 1 → `I`, as sections and annexes are numbered; for small whole numbers from 1. */
export function roman(number: number): string {
  const [value, letters] = romans.find(([each]) => each <= number) ?? [0, ''];
  return value === 0 ? '' : letters + roman(number - value);
}

/** Items of a list as one sentence: each ends with a semicolon, the last with a full stop. */
export function punctuated(items: readonly string[]): readonly string[] {
  return items.map((item, index) => `${item}${index === items.length - 1 ? '.' : ';'}`);
}
