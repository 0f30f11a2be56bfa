/** A text in capitals, as names of bodies and titles of signers stand. */
export function capitals(text: string): string {
  return text.normalize('NFC').toLocaleUpperCase('vi');
}
