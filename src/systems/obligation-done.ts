import type { Truth } from '../conditions/condition.js';
import type { IsoDate } from '../domain/dates.js';
import { dateOfInstant, parseInstant } from '../domain/instants.js';
import type { DutyDone } from '../domain/systems.js';
import type { Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { dateFact } from './due-dates.js';
import { ask, type ObligationCase } from './obligation-case.js';
import { missingFact } from './obligation-notes.js';

/** Whether a duty is done. */
export interface Done {
  readonly value: Truth;
  readonly on: IsoDate | null;
  /** The moment, in milliseconds since 1970, where it is known. */
  readonly instant?: number;
  readonly missing: readonly Message[];
}

/**
 * Done when its fact has a date, when something is recorded for it (of the records that `fits` takes), or when its
 * condition is true; unknown when one of these can't be told and none is so; else not done.
 */
export function isDone(
  subject: ObligationCase,
  fits: (record: DutyDone) => boolean = () => true,
): Done {
  const { obligation, records, declarations } = subject;
  const { id, doneOn, doneWhen, unrecorded } = obligation;
  const said = factDate(subject);
  if (said.on) return { value: true, ...said, on: said.on, missing: [] };
  const [first] = recordedDays(subject, fits);
  if (first !== undefined) return { value: true, on: first, missing: [] };
  const condition = ask(doneWhen, subject, false);
  if (condition.value === true) return { value: true, on: null, missing: [] };
  const missing = [
    ...condition.missing,
    ...(doneOn !== undefined && said.on === undefined ? [missingFact(doneOn, declarations)] : []),
    ...(records === undefined ? [message('obligation.missing.inventory')] : []),
    ...(records !== undefined && unrecorded === 'unknown'
      ? [message('obligation.missing.record', { id })]
      : []),
  ];
  return { value: missing.length > 0 ? undefined : false, on: null, missing };
}

/** The last day on which it was done: by its fact, by the records, by an answer to the requirement that it follows. */
export function lastDone(subject: ObligationCase, lastMet: IsoDate | null): IsoDate | undefined {
  const { on } = factDate(subject);
  return [...recordedDays(subject), ...(on ? [on] : []), ...(lastMet ? [lastMet] : [])]
    .filter((each) => each <= subject.asOf)
    .sort()
    .at(-1);
}

/** `on`: null = not done, undefined = not known. Null too when no fact is asked. */
function factDate({ obligation: { doneOn }, facts }: ObligationCase): {
  readonly on: IsoDate | null | undefined;
  readonly instant?: number;
} {
  if (doneOn === undefined) return { on: null };
  const value = facts[doneOn];
  const instant = typeof value === 'string' ? parseInstant(value) : undefined;
  return instant === undefined
    ? { on: dateFact(facts, doneOn) }
    : { on: dateOfInstant(instant), instant };
}

/** Days, in order, on which it is recorded as done by the as-of date. */
function recordedDays(
  { obligation: { id }, records = [], event, asOf }: ObligationCase,
  fits: (record: DutyDone) => boolean = () => true,
): readonly IsoDate[] {
  return records
    .filter((each) => each.obligation === id && each.on <= asOf)
    .filter((each) => event?.on === undefined || each.on >= event.on)
    .filter(fits)
    .map(({ on }) => on)
    .sort();
}
