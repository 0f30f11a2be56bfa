import { parse, stripComments } from 'jsonc-parser';

/**
 * As much of a JSON text as can be understood: the text may end anywhere, have comments and commas too many. Undefined
 * when nothing can. Never throws. For looking at the beginning of a file, not for reading it.
 */
export function parseLooseJson(text: string): unknown {
  try {
    return parse(text, [], { allowTrailingComma: true }) as unknown;
  } catch {
    // Thousands of brackets in one another exhaust the stack.
    return undefined;
  }
}

/** The text with its comments and the commas before a closing bracket taken out, as vendors' samples have them. */
export function plainJson(text: string): string {
  return stripComments(text).replace(
    trailingComma,
    (_, quoted: string | undefined) => quoted ?? '',
  );
}

/** A text in quotes, which stays, or a comma with nothing but blanks before a closing bracket. */
const trailingComma = /("[^"\\]*(?:\\.[^"\\]*)*")|,(?=\s*[}\]])/g;
