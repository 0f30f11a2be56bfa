import { fold } from '../../domain/text.js';

/** Longest id that the schemas allow. */
export const maxIdLength = 80;

/** An id as the schemas write it. */
const idPattern = /^[a-z0-9][a-z0-9_.-]*$/;

export function isId(text: string): boolean {
  return idPattern.test(text) && text.length <= maxIdLength;
}

/**
 * An id made of a name's words after the agency's id, so that no other agency is likely to have it; numbered when `taken`
 * has it already. Always a valid id.
 */
export function suggestId(
  name: string,
  agency: string | undefined,
  taken: ReadonlySet<string>,
): string {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const joined = [agency, words].filter((part) => part).join('-') || 'he-thong';
  // Room for a number.
  const base = joined.slice(0, maxIdLength - 5).replace(/-+$/, '');
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}
