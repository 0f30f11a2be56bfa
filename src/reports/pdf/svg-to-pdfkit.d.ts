/** What is used of svg-to-pdfkit, which brings no types. */
declare module 'svg-to-pdfkit' {
  /** Draws an SVG picture on the document's current page. */
  function svgToPdf(
    document: PDFKit.PDFDocument,
    svg: string,
    x: number,
    y: number,
    options: {
      readonly width: number;
      readonly height: number;
      readonly assumePt: boolean;
      readonly fontCallback: (
        family: string,
        bold: boolean,
        italic: boolean,
        options: { fauxItalic: boolean; fauxBold: boolean },
      ) => string;
      readonly warningCallback: (warning: string) => void;
    },
  ): void;

  export = svgToPdf;
}
