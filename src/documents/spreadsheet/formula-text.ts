/**
 * Texts that a spreadsheet may take for a formula when a person edits the cell or opens a text file: they begin with
 * `= + - @` (also in the wide forms of East Asian keyboards), a tab or a carriage return. What begins like that behind
 * apostrophes counts too, so that taking the mark away gives back exactly what was there.
 */
const likeFormula = /^'*[=+\-@\t\r＝＋－＠]/;
const marked = /^'+[=+\-@\t\r＝＋－＠]/;

/** The text with an apostrophe before it when it could run as a formula. */
export function withoutFormula(text: string): string {
  return likeFormula.test(text) ? `'${text}` : text;
}

/** The text as it was before `withoutFormula`. */
export function withFormulaText(text: string): string {
  return marked.test(text) ? text.slice(1) : text;
}
