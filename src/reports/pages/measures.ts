/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** The written area of a page and its paper, in points. */
export interface PageGeometry {
  readonly landscape: boolean;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  /** Of the written area. */
  readonly bodyWidth: number;
  readonly bodyHeight: number;
}

/** A4 upright: margins of 20 mm above and below, 30 mm on the left, 15 mm on the right (Decree 30/2020/NĐ-CP, Annex I, I.3). */
export const portrait: PageGeometry = geometry(false, 210, 297, {
  top: 20,
  bottom: 20,
  left: 30,
  right: 15,
});

/** A4 turned for wide tables: the side to be bound, 30 mm, comes to lie above. */
export const landscape: PageGeometry = geometry(true, 297, 210, {
  top: 30,
  bottom: 15,
  left: 20,
  right: 20,
});

/** Sizes of letters in points, within the ranges of Decree 30/2020/NĐ-CP, Annex I. */
export const sizes = {
  body: 13,
  /** National name, superior, issuer: 12–13. */
  capitals: 12,
  /** Motto, number, place and date: 13–14. */
  motto: 13,
  /** Type and subject of the document: 13–14. */
  title: 14,
  /** Subject of a letter: 12–13. */
  letterSubject: 12,
  note: 12,
  recipientsLabel: 12,
  recipients: 11,
  pageNumber: 13,
  table: 12,
  compactTable: 10,
  caption: 12,
} as const;

/** First lines of paragraphs: 1–1.27 cm. */
export const indent = 10 * mm;

/** Between paragraphs: at least 6 pt. */
export const paragraphSpace = 6;

/** Height of a line of running text, in the size of its letters. The decree allows single to one and a half. */
export const bodyLeading = 1.3;

/** Height of a line where room is short: heads, cells. */
export const tightLeading = 1.18;

function geometry(
  isLandscape: boolean,
  width: number,
  height: number,
  margins: { top: number; bottom: number; left: number; right: number },
): PageGeometry {
  return {
    landscape: isLandscape,
    width: width * mm,
    height: height * mm,
    left: margins.left * mm,
    top: margins.top * mm,
    bodyWidth: (width - margins.left - margins.right) * mm,
    bodyHeight: (height - margins.top - margins.bottom) * mm,
  };
}
