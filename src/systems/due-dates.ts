import {
  addDuration,
  type Duration,
  type IsoDate,
  parseDuration,
  parseIsoDate,
} from '../domain/dates.js';
import type { Facts } from '../domain/facts.js';
import { dateOfInstant, parseInstant } from '../domain/instants.js';
import { addWorkingDays, type Holidays } from '../domain/working-days.js';
import type { Due, MonthDay, PeriodEnd } from '../packs/obligations.js';

/** Last good days: by the safe reading, and by the latest one, which is never earlier. */
export interface DueDates {
  readonly safe: IsoDate;
  readonly latest: IsoDate;
  /** The very moment, in milliseconds, of a limit in hours. */
  readonly instant?: number;
}

/** Due dates, or why there are none: the fact they hang on is unknown, or hasn't come about. */
export type DueFinding = DueDates | { readonly missing: string } | { readonly pending: string };

/** The forms of a due date that don't come back. */
export type OnceDue = Exclude<
  Due,
  { everyYear: MonthDay } | { every: unknown } | { unset: unknown }
>;

/**
 * When a thing that is due once is due. Days are counted from the day after the event; a working day whose being free isn't
 * sure makes the safe reading earlier than the latest. Never throws.
 */
export function dueOnce(due: OnceDue, facts: Facts, holidays: Holidays): DueFinding {
  if ('on' in due) return { safe: due.on, latest: due.latest ?? due.on };
  if ('withinHours' in due) return dueInHours(due, facts);
  const fact = 'before' in due ? due.before : due.after;
  const event = dateFact(facts, fact);
  if (event === undefined) return { missing: fact };
  if (event === null) return { pending: fact };
  if ('before' in due) return { safe: addDuration(event, oneDay, -1), latest: event };
  if ('workingDays' in due) {
    const count = (reading: 'sure' | 'all') =>
      addWorkingDays(event, due.workingDays, holidays, reading);
    return { safe: count('sure'), latest: count('all') };
  }
  const day = addDuration(event, parseDuration(due.within) ?? none);
  return { safe: day, latest: day };
}

function dueInHours(
  { withinHours, after }: Extract<Due, { withinHours: number }>,
  facts: Facts,
): DueFinding {
  const event = facts[after];
  if (event === null) return { pending: after };
  const start = typeof event === 'string' ? parseInstant(event) : undefined;
  if (start === undefined) return { missing: after };
  const instant = start + withinHours * 3_600_000;
  const day = dateOfInstant(instant);
  // "At once" (0 hours) is no moment that a notice could still meet: the day counts.
  return { safe: day, latest: day, ...(withinHours > 0 && { instant }) };
}

/** A date fact: undefined when unknown or no date, null when known not to have come. */
export function dateFact(facts: Facts, id: string): IsoDate | null | undefined {
  const value = facts[id];
  if (value === null) return null;
  return typeof value === 'string' ? parseIsoDate(value) : undefined;
}

/** Day and month in a year; a day that the month lacks in that year is its last. */
export function dayOfYear({ month, day }: MonthDay, year: number): IsoDate {
  const first = `${year}-${String(month).padStart(2, '0')}-01` as IsoDate;
  const next = addDuration(first, { months: 1, days: 0 });
  const wanted = addDuration(first, { months: 0, days: day - 1 });
  return wanted < next ? wanted : addDuration(next, oneDay, -1);
}

/** An end of a report's period, for a report due in `year`. */
export function periodDay(end: PeriodEnd, year: number): IsoDate {
  return dayOfYear(end, year + end.yearOffset);
}

const oneDay: Duration = { months: 0, days: 1 };
const none: Duration = { months: 0, days: 0 };
