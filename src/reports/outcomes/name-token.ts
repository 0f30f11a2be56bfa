/**
 * An id as a name without colons (NCName of XML), behind a prefix that begins with a letter: other characters than letters,
 * digits, full stop, hyphen and underscore become `-x23-`, their code. Different ids give different names as long as none
 * holds such a code itself.
 */
export function nameToken(prefix: string, id: string): string {
  const rest = id
    .normalize('NFC')
    .replace(/[^A-Za-z0-9._-]/gu, (letter) => `-x${(letter.codePointAt(0) ?? 0).toString(16)}-`);
  return `${prefix}${rest}`;
}
