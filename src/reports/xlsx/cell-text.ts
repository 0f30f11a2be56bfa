import { withoutFormula } from '../../documents/spreadsheet/formula-text.js';
import { maxCellLength } from '../../documents/spreadsheet/limits.js';
import { tidyText } from '../../documents/tidy-text.js';

/** Marks that turn the direction of writing: in a name they make a cell read as something else. */
const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Room for the apostrophe that may be put before the text. */
const longest = maxCellLength - 1;

/**
 * Anybody's text as a cell of a workbook or of a text table: NFC, nothing that could run as a formula, nothing that can't
 * be stored or hides what follows, no longer than a cell can be; a text that is cut ends with `…`. Never throws.
 */
export function cellText(text: string): string {
  const tidy = tidyText(text.replace(directionMarks, ''));
  return withoutFormula(tidy.length <= longest ? tidy : `${whole(tidy.slice(0, longest - 1))}…`);
}

/** Without half of a surrogate pair at the end. */
function whole(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}
