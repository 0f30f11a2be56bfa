import type { WebReport } from '../../reports/web/web-report.js';

type Words = WebReport['words'];

/** A text of the application, with its `{name}` places filled. */
export type Say = (word: keyof Words, params?: Readonly<Record<string, string | number>>) => string;

/** Says texts of one language; numbers are written as the language writes them. One pass: values are never templates. */
export function sayIn(words: Words, number: (value: number) => string): Say {
  return (word, params = {}) =>
    words[word].replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = params[name];
      if (value === undefined) return place;
      return typeof value === 'number' ? number(value) : value;
    });
}
