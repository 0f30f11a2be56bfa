import { objectOf } from './plain-json.js';

/**
 * Tools write "never" as a date: 0001, 1600-12-31, 1601-01-01, 1970-01-01, 9999-12-31. No signatures, patch or scan of a
 * machine that still runs is from before this.
 */
const earliest = Date.UTC(2000, 0, 1);

/** Clocks differ a little; a date further ahead than a day is wrong. */
const slack = 86_400_000;

/** Milliseconds since 1970 as ISO 8601 in UTC; undefined when the moment can't be true at `now`. */
export function plausibleInstant(milliseconds: number, now: number): string | undefined {
  if (!(milliseconds >= earliest && milliseconds <= now + slack)) return undefined;
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** A calendar date as `YYYY-MM-DD`; undefined when it doesn't exist or can't be true at `now`. `month` counts from 1. */
export function plausibleDate(
  year: number,
  month: number,
  day: number,
  now: number,
): string | undefined {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return plausibleInstant(at, now)?.slice(0, 10);
}

/**
 * A date as PowerShell puts it into JSON: `/Date(1700000000000)/` (5.1), ISO 8601 with any number of fraction digits (7),
 * or an object that holds one of them in `value`. A text without a zone names no moment and is unknown.
 */
export function powershellDate(value: unknown, now: number): string | undefined {
  const inner = objectOf(value)?.['value'];
  if (inner !== undefined) return powershellDate(inner, now);
  if (typeof value !== 'string') return undefined;
  const ticks = /^\/Date\((-?\d{1,16})(?:[+-]\d{4})?\)\/$/.exec(value)?.[1];
  if (ticks !== undefined) return plausibleInstant(Number(ticks), now);
  const iso = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.exec(value);
  return iso ? plausibleInstant(Date.parse(`${iso[1]}${iso[2]}`), now) : undefined;
}

/** `M/D/YYYY`, as Windows stores the day of an update whatever its language is. */
export function monthDayYear(text: unknown, now: number): string | undefined {
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(String(text).trim());
  return parts
    ? plausibleDate(Number(parts[3]), Number(parts[1]), Number(parts[2]), now)
    : undefined;
}

/** The day of a text that begins with `YYYY-MM-DD`. */
export function leadingDate(text: unknown, now: number): string | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(String(text).trim());
  return parts
    ? plausibleDate(Number(parts[1]), Number(parts[2]), Number(parts[3]), now)
    : undefined;
}
