import type { Line } from './line-breaker.js';

/** Wider than this many ems, the holes between words would be worse than a ragged edge. */
const widest = 0.6;

/**
 * Points to add to each blank of a line so that it fills `width` points at a size; 0 for a paragraph's last line, for a line
 * without blanks and where the words would stand too far apart.
 */
export function justifiedSpace(line: Line, width: number, size: number): number {
  if (line.ends || line.blanks <= 0 || line.width >= width) return 0;
  const space = (width - line.width) / line.blanks;
  return space > widest * size ? 0 : space;
}
