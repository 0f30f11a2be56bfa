import type { TargetOutcome } from '../../domain/rates.js';
import { line, type Mark } from './marks.js';

/** How wide and high a sign is. */
export const signSize = 9;

/** Strokes of each sign in a square from 0 to 1: a tick, a cross, a question mark, a dash. */
const strokes: Readonly<
  Record<TargetOutcome, readonly (readonly (readonly [number, number])[])[]>
> = {
  met: [
    [
      [0.05, 0.55],
      [0.38, 0.9],
      [0.95, 0.1],
    ],
  ],
  not_met: [
    [
      [0.1, 0.1],
      [0.9, 0.9],
    ],
    [
      [0.9, 0.1],
      [0.1, 0.9],
    ],
  ],
  inconclusive: [
    [
      [0.2, 0.25],
      [0.32, 0.08],
      [0.55, 0],
      [0.75, 0.1],
      [0.82, 0.28],
      [0.72, 0.45],
      [0.5, 0.6],
      [0.5, 0.72],
    ],
    [
      [0.5, 0.86],
      [0.5, 1.02],
    ],
  ],
  no_data: [
    [
      [0.1, 0.5],
      [0.9, 0.5],
    ],
  ],
};

/** A sign for an outcome, so that colour isn't the only one to say it; drawn, because the typeface has no such letters. */
export function outcomeSign(
  outcome: TargetOutcome,
  x: number,
  y: number,
  colour: string,
): readonly Mark[] {
  return strokes[outcome].map((points) =>
    line(
      points.map(([across, down]) => [x + across * signSize, y + (down - 0.5) * signSize] as const),
      colour,
      1.8,
    ),
  );
}
