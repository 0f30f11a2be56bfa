import { addDuration, type IsoDate } from '../../domain/dates.js';
import type { Level } from '../../domain/rules.js';
import type { InformationSystem } from '../../domain/systems.js';
import type { DataPeriod } from './period.js';
import type { PeriodicRule } from './report.js';
import type { AnnualReportOptions } from './source.js';

/** What decides whether a system counts as periodically assessed. */
export interface PeriodicReading {
  readonly asOf: IsoDate;
  readonly period: DataPeriod;
  readonly periodicRule: PeriodicRule;
  readonly periodicIntervals: NonNullable<AnnualReportOptions['periodicIntervals']>;
}

/**
 * Whether a system counts as periodically assessed: an assessment within the data period, or one not older on the date than
 * the plan's interval for the level. Nothing after the date counts. Null: there is one, but no interval or no level is known.
 */
export function periodicDone(
  { assessments, approval, declaredLevel }: InformationSystem,
  computedLevel: Level | null,
  { asOf, period, periodicRule, periodicIntervals }: PeriodicReading,
): boolean | null {
  const dates = assessments
    .filter(({ kind, date }) => kind === 'periodic' && date <= asOf)
    .map(({ date }) => date);
  if (periodicRule === 'within_data_period') {
    return dates.some((date) => period.start <= date && date <= period.end);
  }
  if (dates.length === 0) return false;
  const level = approval?.level ?? declaredLevel ?? computedLevel;
  const interval = level === null ? undefined : periodicIntervals.get(level);
  return interval ? dates.some((date) => addDuration(date, interval.duration) >= asOf) : null;
}
