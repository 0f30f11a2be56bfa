/** Sentences read badly on longer lines, however wide the terminal. */
export const maxTextWidth = 100;

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** East Asian wide characters and emoji take two columns of a terminal. */
const wide =
  /[\p{Emoji_Presentation}\u{1100}-\u{115f}\u{2e80}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{ffe0}-\u{ffe6}]/u;

/** Columns that a text takes in a terminal: marks that sit on a letter take none. */
export function textWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

/** The text cut to `width` columns, with "…" in the last one when something was cut. Reads no more than it shows. */
export function cutTo(text: string, width: number): string {
  let kept = '';
  let used = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    const room = textWidth(segment);
    if (used + room > width) return `${kept}…`;
    // The last column is for the sign, unless the text ends here.
    if (used + room <= width - 1) kept = text.slice(0, index + segment.length);
    used += room;
  }
  return text;
}

/** The text broken at blanks into lines of at most `width` columns; its own line breaks stay. A longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && textWidth(longer) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}
