import { addDuration, formatDate, type IsoDate } from '../domain/dates.js';
import type { DutyDone } from '../domain/systems.js';
import { message } from '../messages/catalogue.js';
import type { Due } from '../packs/obligations.js';
import { dateFact, dayOfYear, dueOnce, type OnceDue, periodDay } from './due-dates.js';
import type { ObligationCase } from './obligation-case.js';
import { isDone, lastDone } from './obligation-done.js';
import { factNote, missingFact } from './obligation-notes.js';
import { doneVerdict, openVerdict, type Verdict, verdict } from './obligation-verdict.js';
import { rhythmOf } from './rhythms.js';

/** A duty that is due once. One that hangs on an event is the law's of that event's day. */
export function judgeOnce(due: OnceDue, subject: ObligationCase): Verdict {
  const { facts, event, holidays, declarations } = subject;
  const fact = 'before' in due ? due.before : 'after' in due ? due.after : undefined;
  const day = event?.on ?? (fact === undefined ? undefined : dateFact(facts, fact));
  if (fact !== undefined && isOutside(day, subject)) {
    return verdict('not_applicable', subject, { why: [message('obligation.why.other_law')] });
  }
  const found = dueOnce(due, facts, holidays);
  const done = isDone(subject);
  if (done.value === true) {
    return doneVerdict(subject, done, 'safe' in found ? found : undefined);
  }
  if ('safe' in found) {
    // A limit in hours doesn't wait for offices to open.
    return openVerdict(subject, found, done, {}, !('withinHours' in due));
  }
  const { to } = subject.obligation.effective;
  if (to !== null && subject.asOf > to) {
    return verdict('not_applicable', subject, { why: [message('obligation.why.ended')] });
  }
  if ('missing' in found) {
    const missing = [missingFact(found.missing, declarations), ...done.missing];
    return verdict('unknown', subject, { missing });
  }
  // Before an event that hasn't come there is time; after it, the clock hasn't started.
  const why = [factNote(found.pending, null, declarations)];
  return 'before' in due
    ? verdict('upcoming', subject, { why, missing: done.missing })
    : verdict('not_applicable', subject, { why });
}

function isOutside(day: IsoDate | null | undefined, { obligation }: ObligationCase): boolean {
  const { from, to } = obligation.effective;
  return typeof day === 'string' && (day < from || (to !== null && day > to));
}

/** A duty for which the law sets no time: never late, and never more than unknown until it is done. */
export function judgeUnset(
  { unset, since }: Extract<Due, { readonly unset: unknown }>,
  subject: ObligationCase,
): Verdict {
  const done = isDone(subject);
  if (done.value === true) return doneVerdict(subject, done, undefined);
  const open = since === undefined ? undefined : dateFact(subject.facts, since);
  return verdict('unknown', subject, {
    why: open ? [message('obligation.why.open_since', { date: formatDate(open) })] : [],
    missing: [message('obligation.missing.no_time', { text: unset }), ...done.missing],
  });
}

/**
 * A duty of every year. The occurrence that has passed counts until something is recorded for its year; a record without a
 * period is of the calendar year in which it was made; where the duty is about a data period, of the year whose day is nearest
 * (one made in January is late for the year before), and none made before that period began is of that year. `floor`: days
 * before it bound nobody.
 */
export function judgeYearly(
  { everyYear, latest, period }: Extract<Due, { readonly everyYear: unknown }>,
  subject: ObligationCase,
  floor: IsoDate,
): Verdict {
  const { asOf, obligation } = subject;
  const occurrence = (year: number) => {
    const safe = dayOfYear(everyYear, year);
    const covers = period && { from: periodDay(period.from, year), to: periodDay(period.to, year) };
    return {
      due: { safe, latest: latest ? dayOfYear(latest, year) : safe },
      period: { label: String(year), ...covers },
    };
  };
  const halfYear = { months: 6, days: 0 };
  const nearestYear = (on: IsoDate) => {
    const year = Number(on.slice(0, 4));
    if (on < addDuration(dayOfYear(everyYear, year - 1), halfYear)) return year - 1;
    return on < addDuration(dayOfYear(everyYear, year), halfYear) ? year : year + 1;
  };
  const isOf = (year: number) => (record: DutyDone) =>
    (record.period ?? (period ? String(nearestYear(record.on)) : record.on.slice(0, 4))) ===
      String(year) &&
    (!period || record.on >= periodDay(period.from, year));
  const thisYear = Number(asOf.slice(0, 4));
  const year = dayOfYear(everyYear, thisYear) >= asOf ? thisYear : thisYear + 1;
  const past = occurrence(year - 1);
  const coming = occurrence(year);
  if (past.due.safe >= floor) {
    const done = isDone(subject, isOf(year - 1));
    const parts = { next: coming.due.safe, period: past.period };
    if (done.value !== true) return openVerdict(subject, past.due, done, parts);
  }
  const { to } = obligation.effective;
  if (to !== null && coming.due.safe > to) {
    return verdict('not_applicable', subject, { why: [message('obligation.why.ended')] });
  }
  const done = isDone(subject, isOf(year));
  return done.value === true
    ? doneVerdict(subject, done, coming.due, {
        next: occurrence(year + 1).due.safe,
        period: coming.period,
      })
    : openVerdict(subject, coming.due, done, { period: coming.period });
}

/** A duty that comes back a while after it was last done; the first time, a while after its start or after `floor`. */
export function judgeRhythm(
  { every, firstAfter }: Extract<Due, { readonly every: unknown }>,
  subject: ObligationCase,
  floor: IsoDate,
): Verdict {
  const { facts, rhythms, records, declarations, obligation } = subject;
  const found = rhythmOf(every, facts, rhythms);
  if (found === 'none') {
    return verdict('not_applicable', subject, { why: [message('obligation.why.no_interval')] });
  }
  if ('missing' in found) {
    return verdict('unknown', subject, { missing: [missingFact(found.missing, declarations)] });
  }
  const last = lastDone(subject, found.lastMet);
  if (last !== undefined) {
    const safe = addDuration(last, found.interval);
    const done = { value: false, on: last, missing: [] };
    return openVerdict(subject, { safe, latest: safe }, done);
  }
  const start = firstAfter === undefined ? undefined : dateFact(facts, firstAfter);
  if (!start) {
    const { id } = obligation;
    const missing = records
      ? message('obligation.missing.last_done', { id })
      : message('obligation.missing.inventory');
    return verdict('unknown', subject, { missing: [missing] });
  }
  const safe = addDuration(start > floor ? start : floor, found.interval);
  return openVerdict(subject, { safe, latest: safe }, isDone(subject));
}
