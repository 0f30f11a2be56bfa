/** What is used of fontkit to draw letters, besides what setting type needs. */
declare module 'fontkit' {
  interface Glyph {
    /** Outlines in the font's own units, upwards; `toSVG` gives the `d` of a path. */
    readonly path: { readonly toSVG: () => string };
  }
}
