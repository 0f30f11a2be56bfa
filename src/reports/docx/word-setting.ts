import type { Language } from '../../domain/text.js';
import type { PageGeometry } from '../pages/measures.js';
import type { Typefaces } from '../pages/typeface.js';

/** What blocks of one section are written for. */
export interface WordSetting {
  readonly language: Language;
  readonly geometry: PageGeometry;
  readonly faces: Pick<Typefaces, 'regular' | 'bold' | 'italic'>;
  /** Numbers of lists and pictures, in order through the whole document: 1, 2, … */
  readonly next: () => number;
}

/** Word's unit of lengths: a twentieth of a point, whole. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** Word's unit of letters' sizes. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** Height of lines as Word counts it, in 240ths of a single line. */
export function lineUnits(lines: number): number {
  return Math.round(lines * 240);
}
