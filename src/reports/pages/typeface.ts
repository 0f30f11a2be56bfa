import { create, type Font } from 'fontkit';
import type { ReportFonts } from '../format.js';

export type FaceName = keyof ReportFonts;

export type Typefaces = Readonly<Record<FaceName, Typeface>>;

/** What pdfkit reads of a glyph. */
interface Glyph {
  readonly id: number;
  /** In the font's own units. */
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

/** A letter as the font draws it. */
interface Letter {
  /** In thousandths of the size. */
  readonly advance: number;
  readonly glyph: Glyph;
  /** Takes its share of a justified line. */
  readonly isBlank: boolean;
}

interface Position {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}

/** What pdfkit asks of a font to encode a text; it scales the positions in place. */
interface Layout {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly Position[];
  readonly advanceWidth: number;
}

/** Private use: the font hides some ligatures there, which must not come back when the text is copied. */
const privateUse = /\p{Co}/u;

/**
 * One face of the font: what it can draw and how wide it is. Letters are set one by one, without kerning, as Word sets
 * Times New Roman: the font kerns "To" but not "Tổ", and "11" in columns of figures.
 */
export class Typeface {
  readonly font: Font;
  /** Of the highest and the lowest letters above and below the line, as shares of the size; both positive. */
  readonly ascent: number;
  readonly descent: number;
  readonly #letters = new Map<number, Letter | null>();
  readonly #preferred = new Map<number, number>();
  readonly #missing: Letter;

  /** Throws when the bytes are no font. */
  constructor(file: Uint8Array) {
    this.font = create(file);
    this.ascent = this.font.ascent / this.font.unitsPerEm;
    this.descent = -this.font.descent / this.font.unitsPerEm;
    this.#missing = this.#letterOf(0, 0xfffd);
    // One glyph can stand for several characters (blank and no-break blank); the lowest is what a copied text shall have.
    for (const codePoint of [...this.font.characterSet].sort((a, b) => a - b)) {
      if (privateUse.test(String.fromCodePoint(codePoint))) continue;
      const { id } = this.font.glyphForCodePoint(codePoint);
      if (!this.#preferred.has(id)) this.#preferred.set(id, codePoint);
    }
  }

  /** Whether the font has a picture of the character. */
  draws(codePoint: number): boolean {
    return this.#letter(codePoint) !== null;
  }

  /** Width of a text in points at a size in points. A character that the font lacks is as wide as its "missing" sign. */
  width(text: string, size: number): number {
    let sum = 0;
    for (const character of text) sum += this.advance(character.codePointAt(0) ?? 0);
    return (sum * size) / 1000;
  }

  /** Width of one character in thousandths of the size. */
  advance(codePoint: number): number {
    return (this.#letter(codePoint) ?? this.#missing).advance;
  }

  /**
   * A font for one document of pdfkit that sets letters the same way; its `wordSpace` (points at size 1, that is in ems)
   * is added to every blank, for justified lines.
   */
  forDocument(): DocumentFont {
    const font: DocumentFont = Object.create(this.font, {
      wordSpace: { value: 0, writable: true },
      layout: { value: (text: string) => this.#layout(text, font.wordSpace) },
    });
    return font;
  }

  #layout(text: string, wordSpace: number): Layout {
    const extra = wordSpace * this.font.unitsPerEm;
    const glyphs: Glyph[] = [];
    const positions: Position[] = [];
    for (const character of text) {
      const { glyph, isBlank } = this.#letter(character.codePointAt(0) ?? 0) ?? this.#missing;
      const xAdvance = isBlank ? glyph.advanceWidth + extra : glyph.advanceWidth;
      glyphs.push(glyph);
      positions.push({ xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 });
    }
    return {
      glyphs,
      positions,
      get advanceWidth() {
        return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
      },
    };
  }

  #letter(codePoint: number): Letter | null {
    const known = this.#letters.get(codePoint);
    if (known !== undefined) return known;
    const { id } = this.font.glyphForCodePoint(codePoint);
    const isLacking = id === 0 || privateUse.test(String.fromCodePoint(codePoint));
    const letter = isLacking
      ? null
      : {
          ...this.#letterOf(id, this.#preferred.get(id) ?? codePoint),
          isBlank: codePoint === 0x20,
        };
    this.#letters.set(codePoint, letter);
    return letter;
  }

  #letterOf(id: number, codePoint: number): Letter {
    const { advanceWidth } = this.font.getGlyph(id);
    return {
      advance: (advanceWidth * 1000) / this.font.unitsPerEm,
      glyph: { id, advanceWidth, codePoints: [codePoint] },
      isBlank: false,
    };
  }
}

export interface DocumentFont extends Font {
  wordSpace: number;
}

/** Parsed once for each file: 250 documents of one command share them. */
const parsed = new WeakMap<Uint8Array, Typeface>();

/** The faces of the fonts, parsed or taken from the last time that the same bytes (the same object) were given. */
export function typefaces(fonts: ReportFonts): Typefaces {
  return {
    regular: typeface(fonts.regular),
    bold: typeface(fonts.bold),
    italic: typeface(fonts.italic),
    boldItalic: typeface(fonts.boldItalic),
  };
}

function typeface(file: Uint8Array): Typeface {
  const known = parsed.get(file);
  if (known) return known;
  const made = new Typeface(file);
  parsed.set(file, made);
  return made;
}
