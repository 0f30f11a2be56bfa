/** Height of a line of 10-point text, in points. */
const lineHeight = 13.2;
const padding = 5;

/** Letters in a column of a width, which is counted in digits of the font: letters are a little narrower on average. */
const lettersPerDigit = 1.1;

/** Height in points of a row in which each text is wrapped at its column's width. */
export function rowHeight(
  cells: readonly { readonly text: string; readonly width: number }[],
): number {
  const lines = Math.max(1, ...cells.map(({ text, width }) => lineCount(text, width)));
  return Math.round((lines * lineHeight + padding) * 10) / 10;
}

function lineCount(text: string, width: number): number {
  const room = Math.max(1, Math.floor(width * lettersPerDigit));
  return text.split('\n').reduce((sum, line) => sum + wrappedLines(line, room), 0);
}

/** Lines that words fill when each line takes as many as fit; a word longer than a line is broken. */
function wrappedLines(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    const length = [...word].length;
    if (used > 0 && used + 1 + length > room) {
      lines += 1;
      used = 0;
    }
    const before = used === 0 ? 0 : used + 1;
    const over = Math.floor(Math.max(0, before + length - 1) / room);
    lines += over;
    used = before + length - over * room;
  }
  return lines;
}
