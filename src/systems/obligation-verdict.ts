import { addDuration, daysBetween, type IsoDate } from '../domain/dates.js';
import { instantInVietnam } from '../domain/instants.js';
import { isWorkingDay, lastWorkingDay } from '../domain/working-days.js';
import type { DueDates } from './due-dates.js';
import type { ObligationCase } from './obligation-case.js';
import type { Done } from './obligation-done.js';
import type { ObligationResult, ObligationStatus } from './obligation-result.js';

/** A result without what follows from the obligation itself. */
export type Verdict = Omit<ObligationResult, 'obligation' | 'pack' | 'certainty'>;

type Parts = Partial<Omit<Verdict, 'status' | 'daysLeft' | 'daysLeftLatest'>>;

/** A verdict with everything empty that isn't given, and the days counted. */
export function verdict(
  status: ObligationStatus,
  { asOf, event }: Pick<ObligationCase, 'asOf' | 'event'>,
  parts: Parts = {},
): Verdict {
  const left = (date: IsoDate | null | undefined) => (date ? daysBetween(asOf, date) : null);
  return {
    status,
    due: null,
    latest: null,
    at: null,
    next: null,
    doneOn: null,
    doneLate: false,
    lastWorkingDay: null,
    period: null,
    event: event?.label ?? null,
    why: [],
    missing: [],
    ...parts,
    daysLeft: left(parts.due),
    daysLeftLatest: left(parts.latest),
  };
}

/** Done: late when it came after the later of the two readings. */
export function doneVerdict(
  subject: ObligationCase,
  done: Done,
  due: DueDates | undefined,
  parts: Parts = {},
): Verdict {
  const byMoment = due?.instant !== undefined && done.instant !== undefined;
  const late = byMoment
    ? (done.instant ?? 0) > (due.instant ?? 0)
    : due !== undefined && done.on !== null && done.on > due.latest;
  return verdict('done', subject, {
    ...(due && dates(due)),
    ...parts,
    doneOn: done.on,
    doneLate: late,
  });
}

/**
 * Not known to be done: where the as-of date stands to its days. The last good day itself is not late. `officeHours`: a day
 * off before it is worth telling.
 */
export function openVerdict(
  subject: ObligationCase,
  due: DueDates,
  done: Pick<Done, 'value' | 'on' | 'missing'>,
  parts: Parts = {},
  officeHours = true,
): Verdict {
  const { asOf, soon, holidays } = subject;
  const all: Parts = { ...dates(due), ...parts, doneOn: done.on, missing: done.missing };
  if (asOf > due.safe) {
    return verdict(done.value === undefined ? 'unknown' : 'overdue', subject, all);
  }
  const near = due.safe <= addDuration(asOf, soon);
  return verdict(near ? 'due_soon' : 'upcoming', subject, {
    ...all,
    lastWorkingDay:
      officeHours && !isWorkingDay(due.safe, holidays) ? lastWorkingDay(due.safe, holidays) : null,
  });
}

function dates({ safe, latest, instant }: DueDates): Parts {
  return { due: safe, latest, at: instant === undefined ? null : instantInVietnam(instant) };
}
