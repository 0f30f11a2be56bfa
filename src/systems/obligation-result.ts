import type { IsoDate } from '../domain/dates.js';
import type { Certainty } from '../domain/rules.js';
import type { Message } from '../domain/text.js';

/**
 * How a duty stands. `unknown`: a fact is missing, or the law sets no time; never read it as done. `information`: a date
 * of somebody else's. `due_soon` is `upcoming` within the window that the caller names.
 */
export type ObligationStatus =
  | 'done'
  | 'upcoming'
  | 'due_soon'
  | 'overdue'
  | 'unknown'
  | 'not_applicable'
  | 'information';

/** One obligation of one subject (or of one event of it) on one date. */
export interface ObligationResult {
  readonly obligation: string;
  readonly pack: string;
  readonly status: ObligationStatus;
  /** Last good day by the safe reading: of what was missed when overdue, else of what comes next. Null = no date. */
  readonly due: IsoDate | null;
  /** The same by the later reading; equal to `due` where the law has one reading. */
  readonly latest: IsoDate | null;
  /** The very moment of a limit in hours, on Viet Nam's clocks with offset. */
  readonly at: string | null;
  /** Days from the as-of date to `due` and to `latest`: 0 = today is the last day, negative = late. */
  readonly daysLeft: number | null;
  readonly daysLeftLatest: number | null;
  /** Of what comes back: when it is due again after `due`. */
  readonly next: IsoDate | null;
  /** When it was done, or last done; null = not, or nobody says when. */
  readonly doneOn: IsoDate | null;
  /** Done, but after the latest day. */
  readonly doneLate: boolean;
  /** The last working day up to `due`, when offices rest on `due` itself. */
  readonly lastWorkingDay: IsoDate | null;
  /** What a yearly report covers. */
  readonly period: {
    readonly label: string;
    readonly from?: IsoDate;
    readonly to?: IsoDate;
  } | null;
  /** The incident, change or assessment that it is about; null = the subject itself. */
  readonly event: string | null;
  readonly certainty: Certainty;
  /** What decided. */
  readonly why: readonly Message[];
  /** What must be known before more can be said. */
  readonly missing: readonly Message[];
}
