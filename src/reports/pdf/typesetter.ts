import type { RichText } from '../document.js';
import { tightLeading } from '../pages/measures.js';
import type { FaceName, Typefaces } from '../pages/typeface.js';
import { breakLines, type Line, type Measure, type Run, widestWord } from './line-breaker.js';
import { printableLine, printablePiece, printableText } from './printable-text.js';

export interface TextStyle {
  readonly face: FaceName;
  /** In points. */
  readonly size: number;
  /** Height of a line in sizes. */
  readonly leading?: number;
}

/** A text broken into lines at a width, with what is needed to draw it. */
export interface SetText {
  readonly lines: readonly Line[];
  readonly size: number;
  /** In points. */
  readonly lineHeight: number;
  /** From the top of a line to where its letters stand. */
  readonly ascent: number;
  readonly height: number;
}

/** Longer texts are not worth the search. */
const mostBalanced = 5;

/** Makes texts printable, measures them and breaks them into lines. Keeps nothing. */
export class Typesetter {
  readonly faces: Typefaces;

  constructor(faces: Typefaces) {
    this.faces = faces;
  }

  /** On one line, for titles and bookmarks. */
  oneLine(text: string): string {
    return printableLine(text, this.faces.regular);
  }

  width(text: string, { face, size }: TextStyle): number {
    return this.faces[face].width(printableText(text, this.faces.regular), size);
  }

  /** Lines at most `width` points wide; the first one leaves `indent` free. */
  set(text: RichText, style: TextStyle, width: number, indent = 0): SetText {
    const { size, leading = tightLeading } = style;
    const measure: Measure = (each, face) => this.faces[face].width(each, size);
    const lines = breakLines(this.#runs(text, style.face), measure, width, width - indent);
    const { ascent, descent } = this.faces[style.face];
    const lineHeight = size * leading;
    return {
      lines,
      size,
      lineHeight,
      ascent: (lineHeight - (ascent + descent) * size) / 2 + ascent * size,
      height: lines.length * lineHeight,
    };
  }

  /** The same for centred texts of a few lines: the lines are about equally long, so that no word stands alone. */
  balanced(text: RichText, style: TextStyle, width: number): SetText {
    const widest = this.set(text, style, width);
    const count = widest.lines.length;
    if (count < 2 || count > mostBalanced) return widest;
    let best = widest;
    let tooNarrow = Math.max(width / 2, this.#widestWord(text, style));
    for (let enough = width; enough - tooNarrow > style.size / 4; ) {
      const middle = (enough + tooNarrow) / 2;
      const tried = this.set(text, style, middle);
      if (tried.lines.length > count) tooNarrow = middle;
      else {
        enough = middle;
        best = tried;
      }
    }
    return best;
  }

  #widestWord(text: RichText, { face, size }: TextStyle): number {
    return Math.max(
      0,
      ...this.#runs(text, face).map((run) =>
        widestWord(run.text, (word) => this.faces[run.face].width(word, size)),
      ),
    );
  }

  #runs(text: RichText, face: FaceName): readonly Run[] {
    if (typeof text === 'string') return [{ text: printableText(text, this.faces.regular), face }];
    return text.map((run) => ({
      text: printablePiece(run.text, this.faces.regular),
      face: faceOf(face, run.bold === true, run.italic === true),
    }));
  }
}

function faceOf(base: FaceName, bold: boolean, italic: boolean): FaceName {
  const isBold = bold || base === 'bold' || base === 'boldItalic';
  const isItalic = italic || base === 'italic' || base === 'boldItalic';
  if (isBold) return isItalic ? 'boldItalic' : 'bold';
  return isItalic ? 'italic' : 'regular';
}
