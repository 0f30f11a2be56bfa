import type { IsoDate } from '../domain/dates.js';
import type { RecordPlace } from './agencies.js';

/** What one body reported toward a target: a numerator, a denominator, and where they come from. */
export interface ReportedFigure {
  /** Null for a target that isn't counted for each sector. */
  readonly sector: string | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly source: string;
  readonly reportedBy: string;
  readonly date: IsoDate;
  readonly note?: string;
  readonly at: RecordPlace;
}

/** The reported figures of one target: one figure, or one for each sector. */
export interface Indicator {
  /** Id of a target whose figures are reported. */
  readonly target: string;
  /** Where it differs from the pack's. */
  readonly unit?: string;
  readonly figures: readonly ReportedFigure[];
}

/** The file as it is written; the schema vouches for it. */
export interface WrittenIndicators {
  readonly plan?: string;
  readonly indicators: readonly WrittenIndicator[];
}

/** One entry; `numerator` and `denominator`, or `rows`. */
export interface WrittenIndicator extends Omit<WrittenFigure, 'numerator' | 'denominator'> {
  readonly target: string;
  readonly unit?: string;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly rows?: readonly (Pick<WrittenFigure, 'numerator' | 'denominator'> &
    Partial<WrittenFigure> & { readonly sector: string })[];
}

export interface WrittenFigure {
  readonly numerator: number;
  readonly denominator: number;
  readonly source: string;
  readonly reported_by: string;
  readonly date: IsoDate;
  readonly note?: string;
}
