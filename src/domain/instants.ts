import { dateInVietnam, type IsoDate, parseIsoDate } from './dates.js';

/** A moment is written as a local date and time with its offset: `2026-11-24T08:30+07:00`, or in UTC with `Z`. */
const instantPattern =
  /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Milliseconds since 1970 in UTC; undefined when the text is no moment, or names none for lack of an offset. Never throws. */
export function parseInstant(text: string): number | undefined {
  const date = instantPattern.exec(text)?.[1];
  return date !== undefined && parseIsoDate(date) !== undefined ? Date.parse(text) : undefined;
}

/** The calendar date in Viet Nam at that moment, which may be the day after the one that UTC has. */
export function dateOfInstant(milliseconds: number): IsoDate {
  return dateInVietnam(new Date(milliseconds));
}

/** A moment as Viet Nam's clocks show it: `2026-11-24T08:30+07:00`. Seconds are dropped. */
export function instantInVietnam(milliseconds: number): string {
  const shifted = new Date(milliseconds + 7 * 3_600_000).toISOString();
  return `${shifted.slice(0, 16)}+07:00`;
}
