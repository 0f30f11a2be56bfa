/** Anything that stands on a page from edge to edge: a line, a row, a chart. `Canvas` is what it is drawn on. */
export interface Piece<Canvas> {
  /** In points. */
  readonly height: number;
  /** Room above it, in points; none at a page's top. */
  readonly space: number;
  /** Must not be the last of a page: stands with the next one. */
  readonly keep: boolean;
  /** Drawn on top of each further page on which pieces with the same one stand. */
  readonly repeat: Repeat<Canvas> | null;
  readonly draw: (canvas: Canvas, top: number, place: Place) => void;
}

export interface Repeat<Canvas> {
  readonly height: number;
  readonly draw: (canvas: Canvas, top: number) => void;
}

/** Whether the piece is the first or the last on its page. */
export interface Place {
  readonly first: boolean;
  readonly last: boolean;
}

/** A piece with its distance from the top of the written area, in points. */
export interface Placed<Canvas> {
  readonly piece: Piece<Canvas>;
  readonly top: number;
}

export interface Page<Canvas> {
  /** Drawn before the pieces, on top. */
  readonly repeat: Repeat<Canvas> | null;
  readonly pieces: readonly Placed<Canvas>[];
}

interface OpenPage<Canvas> {
  readonly repeat: Repeat<Canvas> | null;
  readonly pieces: Placed<Canvas>[];
  bottom: number;
}

/** Rounding must not push a piece that fits exactly to the next page. */
const tolerance = 0.01;

/**
 * Puts pieces on pages of a height, in order. `page_break` begins a page unless it is empty. Pieces that are to stay together are parted only when they
 * are higher than a page together; a piece higher than a page stands alone on one. No piece is left out; without pieces there is one empty page.
 */
export function paginate<Canvas>(
  flow: readonly (Piece<Canvas> | 'page_break')[],
  height: number,
): readonly Page<Canvas>[] {
  const pages: OpenPage<Canvas>[] = [];
  let page: OpenPage<Canvas> = { repeat: null, pieces: [], bottom: 0 };
  const turn = (next: Piece<Canvas> | undefined): void => {
    pages.push(page);
    const last = page.pieces.at(-1)?.piece;
    const repeat = next?.repeat && last?.repeat === next.repeat ? next.repeat : null;
    page = { repeat, pieces: [], bottom: repeat?.height ?? 0 };
  };
  const place = (piece: Piece<Canvas>): void => {
    const space = page.pieces.length === 0 ? 0 : piece.space;
    page.pieces.push({ piece, top: page.bottom + space });
    page.bottom += space + piece.height;
  };
  const fits = (pieces: readonly Piece<Canvas>[]): boolean => {
    let bottom = page.bottom;
    for (const [index, piece] of pieces.entries()) {
      bottom += piece.height + (page.pieces.length === 0 && index === 0 ? 0 : piece.space);
    }
    return bottom <= height + tolerance;
  };
  for (let index = 0; index < flow.length; ) {
    const group = keptTogether(flow, index);
    if (group.length === 0) {
      if (page.pieces.length > 0) turn(undefined);
      index += 1;
      continue;
    }
    if (!fits(group) && page.pieces.length > 0) turn(group[0]);
    for (const piece of group) {
      if (page.pieces.length > 0 && !fits([piece])) turn(piece);
      place(piece);
    }
    index += group.length;
  }
  if (page.pieces.length > 0 || pages.length === 0) pages.push(page);
  return pages;
}

/** The pieces from `start` on that must stand together; none at a page break. */
function keptTogether<Canvas>(
  flow: readonly (Piece<Canvas> | 'page_break')[],
  start: number,
): readonly Piece<Canvas>[] {
  const group: Piece<Canvas>[] = [];
  for (let index = start; index < flow.length; index++) {
    const piece = flow[index];
    if (piece === undefined || piece === 'page_break') break;
    group.push(piece);
    if (!piece.keep) break;
  }
  return group;
}
