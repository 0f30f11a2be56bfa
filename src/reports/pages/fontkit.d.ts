/** What is used of fontkit, which brings no types. */
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number;
    /** In the font's own units. */
    readonly advanceWidth: number;
    readonly codePoints: readonly number[];
    /** Outlines in the font's own units, upwards; `toSVG` gives the `d` of a path. */
    readonly path: { readonly toSVG: () => string };
  }

  export interface Font {
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly characterSet: readonly number[];
    readonly getGlyph: (id: number) => Glyph;
    readonly glyphForCodePoint: (codePoint: number) => Glyph;
  }

  /** Reads a TrueType or OpenType file. Throws for what isn't one. */
  export function create(file: Uint8Array): Font;
}
