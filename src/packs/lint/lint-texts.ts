import type { ParsedDocument } from '../../documents/document.js';
import { message } from '../../messages/catalogue.js';
import type { PackProblem } from './problem.js';

/**
 * Texts with blanks at an end, anywhere in the pack: an id that looks right and matches nothing, a sentence that ends in a
 * line break. That texts are NFC needs no check: reading a document makes them so.
 */
export function textProblems(
  documents: ReadonlyMap<string, ParsedDocument>,
): readonly PackProblem[] {
  return [...documents].flatMap(([file, document]) => untrimmed(file, '', document.value));
}

function untrimmed(file: string, pointer: string, value: unknown): readonly PackProblem[] {
  if (typeof value === 'string') {
    return value === value.trim() ? [] : [{ file, pointer, message: message('pack.untrimmed') }];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) =>
    untrimmed(file, `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`, item),
  );
}
