import type { Language } from '../../domain/text.js';

/** One of two texts, for files that are written in one language only. */
export type PickText = (vi: string, en: string) => string;

export function textPicker(language: Language): PickText {
  return (vi, en) => (language === 'vi' ? vi : en);
}
