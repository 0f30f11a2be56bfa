import type { ReportModel } from '../report-model.js';
import type { WebWords } from './web-words.js';

/**
 * What the screens of the web application show, in one language: the report, the application's own texts, the pictures.
 * A page holds it for each language; a server can hand out the same value.
 */
export interface WebReport {
  readonly model: ReportModel;
  readonly words: WebWords;
  readonly charts: readonly WebChart[];
}

/** A chart of the overview, drawn when the report was made. */
export interface WebChart {
  readonly id: string;
  readonly caption: string;
  /** What a person who doesn't see it must know. */
  readonly alt: string;
  readonly light: WebPictures;
  readonly dark: WebPictures;
}

/** The same picture for wide screens and for phones. */
export interface WebPictures {
  readonly wide: WebPicture;
  readonly narrow: WebPicture;
}

/** A picture as SVG text, in CSS pixels. */
export interface WebPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}
