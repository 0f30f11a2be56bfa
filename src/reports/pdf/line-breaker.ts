import type { FaceName } from '../pages/typeface.js';

/** A piece of text in one face, printable. */
export interface Run {
  readonly text: string;
  readonly face: FaceName;
}

/** A piece of a line. */
export interface Segment extends Run {
  /** In points, blanks included. */
  readonly width: number;
}

export interface Line {
  readonly segments: readonly Segment[];
  /** In points, without the blanks at its end. */
  readonly width: number;
  /** Blanks between its words, each of which takes its share when the line is justified. */
  readonly blanks: number;
  /** Ends a paragraph or stands before a forced break: is not justified. */
  readonly ends: boolean;
}

/** Width of a text in points in a face, at the size that the lines are to have. */
export type Measure = (text: string, face: FaceName) => number;

interface Word {
  readonly parts: readonly Segment[];
  readonly width: number;
}

/** From this many letters on, a word without blanks (a path, an address) may be parted after its signs. */
const longWord = 20;

/** What a path, an address or a dotted blank is parted after. */
const signs = /(?<=[/\\_:;,?&=@|)\]}…-])/u;

/**
 * Parts runs of text into lines not wider than `width` points, the first one not wider than `firstWidth`: at blanks, after
 * the signs of long words, and anywhere in a word that is wider than a line. Line feeds force a break. Runs of blanks inside a line stay.
 * Every character is in exactly one line, a blank instead of each line feed. An empty text is one empty line.
 */
export function breakLines(
  runs: readonly Run[],
  measure: Measure,
  width: number,
  firstWidth: number = width,
): readonly Line[] {
  const lines: Line[] = [];
  let parts: Segment[] = [];
  let used = 0;
  const room = (): number => (lines.length === 0 ? firstWidth : width);
  const end = (ends: boolean): void => {
    lines.push(finishLine(parts, measure, ends));
    parts = [];
    used = 0;
  };
  const add = (word: Word): void => {
    parts.push(...word.parts);
    used += word.width;
  };
  for (const token of tokens(runs, measure)) {
    if (token === 'break') {
      add(lineFeed(parts.at(-1)?.face ?? 'regular', measure));
      end(true);
      continue;
    }
    const isWhole =
      token.blank || fits(token, room() - used) || (fits(token, width) && !isLong(token));
    const words = isWhole ? [token] : partWord(token, measure);
    for (const word of words) {
      if (token.blank || fits(word, room() - used)) add(word);
      else if (fits(word, width)) {
        if (used > 0) end(false);
        add(word);
      } else {
        for (const letter of letters(word, measure)) {
          if (used > 0 && !fits(letter, room() - used)) end(false);
          add(letter);
        }
      }
    }
  }
  end(true);
  return lines;
}

/** Where a line was broken by force stands a blank, so that who copies or hears the text has the words apart. */
function lineFeed(face: FaceName, measure: Measure): Word {
  const width = measure(' ', face);
  return { parts: [{ text: ' ', face, width }], width };
}

/** Rounding must not push a word that fits exactly to the next line. */
const tolerance = 0.01;

function fits(word: { readonly width: number }, room: number): boolean {
  return word.width <= room + tolerance;
}

function* tokens(
  runs: readonly Run[],
  measure: Measure,
): Generator<(Word & { readonly blank: boolean }) | 'break'> {
  let parts: Segment[] = [];
  const word = (): (Word & { readonly blank: boolean })[] => {
    if (parts.length === 0) return [];
    const made = { parts, width: sum(parts), blank: false };
    parts = [];
    return [made];
  };
  for (const { text, face } of runs) {
    for (const [token] of text.matchAll(/\n| +|[^\n ]+/gu)) {
      const part = { text: token, face, width: token === '\n' ? 0 : measure(token, face) };
      if (token === '\n') {
        yield* word();
        yield 'break';
      } else if (token.startsWith(' ')) {
        yield* word();
        yield { parts: [part], width: part.width, blank: true };
      } else parts.push(part);
    }
  }
  yield* word();
}

function isLong({ parts }: Word): boolean {
  return parts.reduce((sum, { text }) => sum + text.length, 0) >= longWord;
}

/** A word, in the pieces after whose ends it may be parted. */
function partWord(word: Word, measure: Measure): readonly Word[] {
  return word.parts.flatMap(({ text, face }) =>
    text
      .split(signs)
      .filter((piece) => piece !== '')
      .map((piece): Word => {
        const width = measure(piece, face);
        return { parts: [{ text: piece, face, width }], width };
      }),
  );
}

function* letters(word: Word, measure: Measure): Generator<Word> {
  for (const { text, face } of word.parts) {
    for (const letter of text) {
      const width = measure(letter, face);
      yield { parts: [{ text: letter, face, width }], width };
    }
  }
}

function finishLine(parts: readonly Segment[], measure: Measure, ends: boolean): Line {
  const joined: Run[] = [];
  for (const { text, face } of parts) {
    const last = joined.at(-1);
    if (last?.face === face) joined[joined.length - 1] = { text: last.text + text, face };
    else joined.push({ text, face });
  }
  const segments = joined.map((run) => ({ ...run, width: measure(run.text, run.face) }));
  const whole = joined.map(({ text }) => text).join('');
  const trailing = / *$/.exec(whole)?.[0] ?? '';
  const last = segments.at(-1);
  return {
    segments,
    width: sum(segments) - (last ? measure(trailing, last.face) : 0),
    blanks: whole.trim().split(' ').length - 1,
    ends,
  };
}

function sum(parts: readonly Segment[]): number {
  return parts.reduce((total, { width }) => total + width, 0);
}

/** The longest part of a text that should not be parted, in points: its words, long ones between their signs. */
export function widestWord(text: string, width: (word: string) => number): number {
  let widest = 0;
  for (const [word] of text.matchAll(/[^\s]+/gu)) {
    const pieces = word.length < longWord ? [word] : word.split(signs);
    for (const piece of pieces) {
      if (piece.length <= longWord) widest = Math.max(widest, width(piece));
    }
  }
  return widest;
}
