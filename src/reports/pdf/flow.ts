import type { Language } from '../../domain/text.js';
import type { PageGeometry } from '../pages/measures.js';
import type { Canvas } from './canvas.js';
import type { Piece, Repeat } from './paginate.js';
import type { Typesetter } from './typesetter.js';

/** What stands on pages, one below the other. */
export type FlowPiece = Piece<Canvas>;
export type FlowRepeat = Repeat<Canvas>;
export type Flow = readonly (FlowPiece | 'page_break')[];

/** What a block needs to know to become pieces. */
export interface Setting {
  readonly typesetter: Typesetter;
  readonly geometry: PageGeometry;
  readonly language: Language;
}

/** A piece with what most have. */
export function piece(
  height: number,
  draw: FlowPiece['draw'],
  options: {
    readonly space?: number;
    readonly keep?: boolean;
    readonly repeat?: FlowRepeat | null;
  } = {},
): FlowPiece {
  const { space = 0, keep = false, repeat = null } = options;
  return { height, space, keep, repeat, draw };
}

/** The same pieces, the last of which stands with what follows. */
export function keepWithNext(pieces: readonly FlowPiece[]): readonly FlowPiece[] {
  return pieces.map((each, index) =>
    index === pieces.length - 1 ? { ...each, keep: true } : each,
  );
}
