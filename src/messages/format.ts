import type { Language, LocalizedText, Message, MessageParam } from '../domain/text.js';
import type { Catalogue, MessageKey } from './catalogue.js';
import { en } from './en.js';
import { vi } from './vi.js';

const catalogues: Readonly<Record<Language, Catalogue>> = { vi, en };

/** The languages of the product, default first. */
export const languages = Object.keys(catalogues) as Language[];

/**
 * The text of a message in one language. Parameters that are texts in both languages, or messages themselves, are put
 * in that language. A key that the catalogue lacks (an assessment written by a later version) is shown as it is.
 * One pass: a parameter's value is never read as a template. Never throws.
 */
export function formatMessage(message: Message, language: Language): string {
  const template = catalogues[language][message.key as MessageKey] as string | undefined;
  if (template === undefined) return message.key;
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(message.params, name) ? message.params[name] : undefined;
    return value === undefined ? place : formatParam(value, language);
  });
}

/** Whether the catalogue has a message's key. */
export function isKnownMessage(key: string): boolean {
  return Object.hasOwn(catalogues.vi, key);
}

/** The text of a catalogue key without parameters. */
export function text(key: MessageKey, language: Language): string {
  return catalogues[language][key];
}

/** A text given in both languages, in one of them. */
export function localized(both: LocalizedText, language: Language): string {
  return both[language];
}

function formatParam(value: MessageParam, language: Language): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatNumber(value, language);
  return 'key' in value ? formatMessage(value, language) : value[language];
}

/** Making one takes long, and a report writes thousands of numbers. */
const numberFormats: Readonly<Record<Language, Intl.NumberFormat>> = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en-GB'),
};

/** A number as the language writes it: 9.035 in Vietnamese, 9,035 in English. */
export function formatNumber(value: number, language: Language): string {
  return numberFormats[language].format(value);
}
