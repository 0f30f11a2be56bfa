import type { Language } from '../../domain/text.js';
import type { MessageKey } from '../../messages/catalogue.js';
import { text } from '../../messages/format.js';
import { vi } from '../../messages/vi.js';

type NameIn<Key> = Key extends `web.${infer Name}` ? Name : never;

/** Names of the texts that the web application says itself: the catalogue's keys below `web.`. */
export type WebWord = NameIn<MessageKey>;

/** The application's own texts in one language; `{name}` places are filled by the application. */
export type WebWords = Readonly<Record<WebWord, string>>;

const prefix = 'web.';

/** The application's texts in a language. */
export function webWords(language: Language): WebWords {
  const keys = Object.keys(vi).filter((key) => key.startsWith(prefix)) as MessageKey[];
  return Object.fromEntries(
    keys.map((key) => [key.slice(prefix.length), text(key, language)]),
  ) as WebWords;
}
