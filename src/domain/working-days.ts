import { addDuration, type IsoDate } from './dates.js';
import type { Certainty } from './rules.js';

/**
 * The days on which offices rest: weekends, holidays of the same date every year, holidays of single years. Dates that
 * follow the moon, or that are announced year by year, are only as sure as their certainty says.
 */
export interface Holidays {
  /** Days of the week that are free: 0 = Sunday … 6 = Saturday. */
  readonly weekend: readonly number[];
  readonly everyYear: readonly {
    readonly month: number;
    readonly day: number;
    readonly certainty: Certainty;
  }[];
  readonly dates: readonly { readonly date: IsoDate; readonly certainty: Certainty }[];
}

/** Which holidays are believed: `sure` leaves out those recalled or open, so that a limit can only come out too early. */
export type HolidayReading = 'sure' | 'all';

/** Whether offices work on a day. */
export function isWorkingDay(
  date: IsoDate,
  { weekend, everyYear, dates }: Holidays,
  reading: HolidayReading = 'all',
): boolean {
  const believed = (certainty: Certainty) =>
    reading === 'all' || certainty === 'text' || certainty === 'secondary';
  const [, month, day] = date.split('-').map(Number);
  return !(
    weekend.includes(new Date(`${date}T00:00:00Z`).getUTCDay()) ||
    everyYear.some(
      (each) => each.month === month && each.day === day && believed(each.certainty),
    ) ||
    dates.some((each) => each.date === date && believed(each.certainty))
  );
}

/** The `count`-th working day after `date`, which itself isn't counted. `count` 0 gives `date`, whatever day it is. */
export function addWorkingDays(
  date: IsoDate,
  count: number,
  holidays: Holidays,
  reading: HolidayReading = 'all',
): IsoDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDuration(day, { months: 0, days: 1 });
    if (isWorkingDay(day, holidays, reading)) left -= 1;
  }
  return day;
}

/** The last working day up to `date`, `date` itself when offices work on it. */
export function lastWorkingDay(date: IsoDate, holidays: Holidays): IsoDate {
  let day = date;
  while (!isWorkingDay(day, holidays)) day = addDuration(day, { months: 0, days: 1 }, -1);
  return day;
}
