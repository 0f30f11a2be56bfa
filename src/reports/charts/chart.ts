import type { TargetOutcome } from '../../domain/rates.js';

/** A chart as data; `draw-chart.ts` makes a picture of it. Texts are in the reader's language. */
export type Chart = CoverageChart | StackedChart | HeatMap | TrendChart;

/**
 * How far rates are, as intervals against their thresholds, one bar each: from 0 to `lower` certain, to `upper` possible.
 * Shares are whole-number fractions; a null rate means no data.
 */
export interface CoverageChart {
  readonly kind: 'coverage';
  readonly rows: readonly {
    readonly label: string;
    readonly rate: {
      readonly numerator: number;
      readonly denominator: number;
      readonly unknown: number;
    } | null;
    /** Percent; null for none. */
    readonly threshold: number | null;
    readonly outcome: TargetOutcome;
    /** Stands at the bar's end: `89% (606/680)`. */
    readonly figure: string;
    /** Stands beside the others to be compared: no sign of an outcome, whatever `outcome` says. */
    readonly beside?: boolean;
  }[];
  /** Rows close together, thresholds as marks only: for a page that must hold much. */
  readonly dense?: boolean;
  readonly words: { readonly certain: string; readonly possible: string; readonly target: string };
}

/** Counts that add up, one bar a row: endpoints by verdict, agencies by outcome, findings by severity. */
export interface StackedChart {
  readonly kind: 'stacked';
  readonly series: readonly { readonly label: string; readonly tone: ChartTone }[];
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
  /** The scale reaches at least so far, so that several charts can be compared. */
  readonly most?: number;
  /** Rows close together, without a scale: for a page that must hold much. */
  readonly dense?: boolean;
}

/** Shares in percent (0–100) by row and column; null = nothing to say. The number stands in each cell. */
export interface HeatMap {
  readonly kind: 'heat';
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly values: readonly (number | null)[];
  }[];
  readonly words: { readonly low: string; readonly high: string };
}

/** A share in percent over dates, one line a series; null = no figure on that date. */
export interface TrendChart {
  readonly kind: 'trend';
  readonly dates: readonly string[];
  readonly series: readonly {
    readonly label: string;
    readonly values: readonly (number | null)[];
    readonly threshold: number | null;
  }[];
}

export type ChartTone = 'good' | 'warn' | 'bad' | 'unknown' | 'neutral';
