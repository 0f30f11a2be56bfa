import { textWidth } from './text-width.js';

/** In what room a text has to fit. */
export interface Room {
  /** In the unit of `size`. */
  readonly width: number;
  readonly size: number;
  readonly bold?: boolean;
  /** More lines than that end in an ellipsis. */
  readonly lines: number;
}

const ellipsis = '…';

/** Signs after which a long word may be parted: paths, addresses, names of files. */
const softBreaks = /(?<=[/\\_\-.,:;@])/u;

/**
 * A text in lines that fit, parted at blanks, then after signs inside words, at last between letters. What has no room is
 * left out and said by an ellipsis. Control and format characters are left out (XML forbids the first, the second turn the
 * direction of reading). Never empty: a text without letters gives one empty line.
 */
export function wrapText(text: string, room: Room): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const words = shownText(text).split(' ');
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer, room)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = brokenWord(word, room);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
    if (lines.length > room.lines) break;
  }
  lines.push(line);
  if (lines.length <= room.lines) return lines;
  const kept = lines.slice(0, room.lines);
  return [...kept.slice(0, -1), shortened(kept.at(-1) ?? '', room)];
}

/** A text as it is shown in a picture: NFC, one line, without characters that can't be seen. */
export function shownText(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Cn}]/gu, '')
    .normalize('NFC')
    .trim();
}

/** Whether each word of a text fits into a line unbroken and all of it into the room. */
export function fitsUnbroken(text: string, room: Room): boolean {
  const words = shownText(text).split(' ');
  if (words.some((word) => !fits(word, room))) return false;
  return wrapText(text, { ...room, lines: room.lines + 1 }).length <= room.lines;
}

/** The least width, not above `width`, at which texts take as many lines as at `width`; words stay whole. */
export function balancedWidth(
  texts: readonly string[],
  width: number,
  room: Omit<Room, 'width'>,
): number {
  const longest = (wide: number) =>
    Math.max(
      1,
      ...texts.map(
        (text) => wrapText(text, { ...room, width: wide, lines: room.lines + 1 }).length,
      ),
    );
  const most = longest(width);
  if (most === 1 || most > room.lines) return width;
  const words = texts.flatMap((text) => shownText(text).split(' '));
  const longestWord = Math.max(0, ...words.map((word) => textWidth(word, room.size, room.bold)));
  let best = width;
  for (let next = width - 4; next >= longestWord && longest(next) === most; next -= 4) best = next;
  return Math.ceil(best);
}

function fits(text: string, room: Room): boolean {
  return textWidth(text, room.size, room.bold) <= room.width;
}

function shortened(line: string, room: Room): string {
  const letters = [...line];
  while (letters.length > 0 && !fits(letters.join('') + ellipsis, room)) letters.pop();
  const cut = letters.join('');
  const blank = cut.lastIndexOf(' ');
  return cut.slice(0, blank > 0 ? blank : cut.length) + ellipsis;
}

/** A word in pieces that fit; whole when it does. At least one letter stands in each piece. */
function brokenWord(word: string, room: Room): readonly string[] {
  if (fits(word, room)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const part of word.split(softBreaks)) {
    if (fits(piece + part, room)) {
      piece += part;
      continue;
    }
    if (piece !== '') pieces.push(piece);
    piece = '';
    for (const letter of part) {
      if (piece !== '' && !fits(piece + letter, room)) {
        pieces.push(piece);
        piece = '';
        if (pieces.length > room.lines) return pieces;
      }
      piece += letter;
    }
  }
  return [...pieces, piece];
}
