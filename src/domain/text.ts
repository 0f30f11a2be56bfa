/** A text in both languages of the product. Vietnamese is written first; neither may be empty. */
export interface LocalizedText {
  readonly vi: string;
  readonly en: string;
}

/** The languages in which the product speaks. `vi` is the default. */
export type Language = keyof LocalizedText;

/**
 * A reference to a text of the catalogue in `messages/`, bound to a language only when it is shown.
 * `params` fill the `{name}` places of that text; a `LocalizedText` is shown in the reader's language.
 */
export interface Message {
  readonly key: string;
  readonly params: Readonly<Record<string, MessageParam>>;
}

export type MessageParam = string | number | LocalizedText | Message;

/** NFC form of a text, so that Vietnamese typed on macOS (decomposed) equals the same word typed elsewhere. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/**
 * A key for comparing words that people type: NFC, without diacritics and `đ`, lower case, single blanks,
 * no blanks at the ends. "Đang  hoạt động" and "dang hoat dong" give the same key. Not for display.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
