import { addDuration, type IsoDate } from '../../src/domain/dates.js';

/** A reading of the office clock (UTC+7): whole seconds since 1970-01-01 00:00 on that clock. */
export type Moment = number;

export const secondsPerDay = 86_400;

/** Seconds that the Vietnamese clock is ahead of UTC, all year. */
const utcOffset = 7 * 3600;

/** `date` at `secondOfDay` on the office clock. */
export function momentOf(date: IsoDate, secondOfDay: number): Moment {
  return Date.parse(`${date}T00:00:00Z`) / 1000 + secondOfDay;
}

export function daysBefore(date: IsoDate, days: number): IsoDate {
  return addDuration(date, { months: 0, days: Math.abs(days) }, days < 0 ? 1 : -1);
}

/** `2026-11-20` */
export function isoDay(moment: Moment): string {
  return clock(moment).toISOString().slice(0, 10);
}

/** `2026-11-20 09:05:07`, the office clock without a zone. */
export function isoLocal(moment: Moment): string {
  return clock(moment).toISOString().slice(0, 19).replace('T', ' ');
}

/** `2026-11-20T02:05:07Z`: the instant, in UTC. */
export function isoInstant(moment: Moment): string {
  return `${clock(unixTime(moment)).toISOString().slice(0, 19)}Z`;
}

/** `2026-11-20T02:05:07.1234567Z`: the instant as Microsoft's APIs write it; `fraction` gives its seven digits. */
export function isoInstantFine(moment: Moment, fraction: number): string {
  return `${isoInstant(moment).slice(0, -1)}.${String(fraction).padStart(7, '0')}Z`;
}

/** Whole seconds since 1970 in UTC. */
export function unixTime(moment: Moment): number {
  return moment - utcOffset;
}

/** `Fri Nov 20 02:05:07 2026 UTC`: the instant as C's `ctime` writes it, blanks before days of one digit. */
export function ctimeInstant(moment: Moment): string {
  const [weekday = '', day = '', month = '', year = '', time = ''] = clock(unixTime(moment))
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${weekday} ${month} ${String(Number(day)).padStart(2, ' ')} ${time} ${year} UTC`;
}

/** `20/11/2026` */
export function vietnameseDay(moment: Moment): string {
  const [year, month, day] = isoDay(moment).split('-');
  return `${day}/${month}/${year}`;
}

/** `20/11/2026 09:05` */
export function vietnameseMinute(moment: Moment): string {
  return `${vietnameseDay(moment)} ${isoLocal(moment).slice(11, 16)}`;
}

/** `20/11/2026 09:05:07` */
export function vietnameseSecond(moment: Moment): string {
  return `${vietnameseDay(moment)} ${isoLocal(moment).slice(11)}`;
}

/** `11/20/2026 09:05:07 AM`, two digits everywhere. */
export function americanLong(moment: Moment): string {
  const date = clock(moment);
  const day = `${pad(date.getUTCMonth() + 1)}/${pad(date.getUTCDate())}/${date.getUTCFullYear()}`;
  return `${day} ${pad(twelve(date))}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())} ${half(date)}`;
}

/** `11/5/2026 9:05:07 AM`, no leading zeros in date and hour. */
export function americanShort(moment: Moment): string {
  const date = clock(moment);
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
  return `${day} ${twelve(date)}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())} ${half(date)}`;
}

function clock(moment: Moment): Date {
  return new Date(moment * 1000);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function twelve(date: Date): number {
  return date.getUTCHours() % 12 === 0 ? 12 : date.getUTCHours() % 12;
}

function half(date: Date): string {
  return date.getUTCHours() < 12 ? 'AM' : 'PM';
}
