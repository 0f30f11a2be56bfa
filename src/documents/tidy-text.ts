/**
 * A text that people typed, in the one form in which it is kept and compared: NFC, lines parted by a line feed, a blank
 * for a tab (LibreOffice loses tabs), without characters that can't be seen or stored in a workbook (controls, halves of
 * surrogate pairs, U+FFFE, U+FFFF), without blanks at its ends. May become empty. Applying it twice changes nothing more.
 */
export function tidyText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/[^\P{C}\p{Cf}\p{Co}\p{Cn}\n]|[\uFFFE\uFFFF]/gu, '')
    .normalize('NFC')
    .trim();
}
