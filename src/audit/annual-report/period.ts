import { addDuration, daysBetween, type IsoDate, isoDate } from '../../domain/dates.js';
import type { DayOfYear, ReportSchedule } from '../../packs/annual-report-form.js';
import type { ReportDeadline } from './report.js';

/** The data period of a report year; both days included. Decree 331/2026 Art. 35.3. */
export interface DataPeriod {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

export function dataPeriod({ dataPeriod: rule }: ReportSchedule, reportYear: number): DataPeriod {
  return {
    start: dayIn(reportYear + rule.start.yearOffset, rule.start),
    end: dayIn(reportYear + rule.end.yearOffset, rule.end),
  };
}

/**
 * The usual date of the data, 14 December (Art. 35.3): to find the law that binds, and with it the form and its period, one
 * needs a date first.
 */
export function usualDataDate(reportYear: number): IsoDate {
  return dayIn(reportYear, { month: 12, day: 14 });
}

/**
 * The deadlines of a report year. The one that binds: of an agency's report, towards the owner; of any other, towards the
 * ministry. Art. 35.4.
 */
export function reportDeadlines(
  schedule: ReportSchedule,
  reportYear: number,
  sentOn: IsoDate | undefined,
  ofAgency: boolean,
): readonly ReportDeadline[] {
  return schedule.deadlines.map(({ id, from, to, lastDay, citation }) => {
    const day = dayIn(reportYear, lastDay);
    return {
      id,
      from,
      to,
      last_day: day,
      last_working_day: lastWorkingDay(day),
      days_left: sentOn === undefined ? null : daysBetween(sentOn, day),
      binding: (id === 'to_owner') === ofAgency,
      citation,
    };
  });
}

/** The last Monday to Friday that isn't after `date`. Holidays and exchanged working days are not looked at. */
export function lastWorkingDay(date: IsoDate): IsoDate {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0;
  return addDuration(date, { months: 0, days: back }, -1);
}

function dayIn(year: number, { month, day }: DayOfYear): IsoDate {
  const two = (number: number): string => String(number).padStart(2, '0');
  return isoDate(`${year}-${two(month)}-${two(day)}`);
}
