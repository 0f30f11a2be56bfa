/**
 * A text as part of a line of Markdown: what Markdown or HTML would take for markup is shown as it is, line breaks and
 * characters that can't be seen become blanks. In NFC.
 */
export function inlineMarkdown(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .replace(/[\\`*[\]<>|~#]/g, (each) => `\\${each}`)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&/g, '&amp;');
}

/** The same for a text that begins a line: it makes no list, no rule and no heading. */
export function markdownLine(text: string): string {
  return inlineMarkdown(text)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+])(?=\s|$)|^([-=])(?=\2*\s*$)/, '\\$1$2');
}
