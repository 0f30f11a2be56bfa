import { tidyText } from '../../documents/tidy-text.js';

/**
 * Evidence in one cell: an item a line. A line break within an item becomes `↵`; where an item has that sign itself, or
 * the sign `␛` that marks it, `␛` stands before it.
 */
export function evidenceText(items: readonly string[]): string {
  return items.map((item) => item.replace(/[␛↵]/g, '␛$&').replaceAll('\n', '↵')).join('\n');
}

/** The items of a cell, tidy; blank lines are none. */
export function readEvidence(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) =>
      tidyText(line.replace(/␛([␛↵])|↵/g, (_, sign: string | undefined) => sign ?? '\n')),
    )
    .filter((item) => item !== '');
}
