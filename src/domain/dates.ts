/**
 * Calendar dates and ISO 8601 durations. Legal dates are calendar dates in Asia/Ho_Chi_Minh; a date is the text
 * `YYYY-MM-DD`, so that comparing texts compares dates. No clock is read here: `today` comes in from outside.
 */

/** A calendar date, `YYYY-MM-DD`, that exists. */
export type IsoDate = string & { readonly __isoDate: unique symbol };

/** Years 1900–2199: a date outside is a slip of the keyboard, not a date of this domain. */
const datePattern = /^(19\d\d|20\d\d|21\d\d)-(\d\d)-(\d\d)$/;

/** The date if `text` is an existing calendar date in the form `YYYY-MM-DD`; otherwise undefined. Never throws. */
export function parseIsoDate(text: string): IsoDate | undefined {
  const parts = datePattern.exec(text);
  if (!parts) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return undefined;
  return text as IsoDate;
}

/** Like `parseIsoDate` for texts already checked, such as a schema-validated field. Throws RangeError otherwise. */
export function isoDate(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new RangeError(`not a calendar date: ${text}`);
  return date;
}

/** An ISO 8601 duration of years, months, weeks and days, for example `P6M`. Weeks don't mix with the rest. */
export interface Duration {
  readonly months: number;
  readonly days: number;
}

const durationPattern = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/;
const weekPattern = /^P(\d{1,4})W$/;

/**
 * The duration written as ISO 8601 (`P30D`, `P6M`, `P1Y6M`, `P2W`); otherwise undefined. Never throws.
 * A bare number with a letter ("3m") is refused: it could mean minutes or months.
 */
export function parseDuration(text: string): Duration | undefined {
  const weeks = weekPattern.exec(text);
  if (weeks) return { months: 0, days: Number(weeks[1]) * 7 };
  const parts = durationPattern.exec(text);
  if (!parts) return undefined;
  return {
    months: Number(parts[1] ?? 0) * 12 + Number(parts[2] ?? 0),
    days: Number(parts[3] ?? 0),
  };
}

/**
 * `date` plus a duration: months first, clamped to the month's last day (31 January + P1M = 28 or 29 February), then
 * days. The same rule as SQL's `date + INTERVAL`. `sign` −1 subtracts.
 */
export function addDuration(date: IsoDate, duration: Duration, sign: 1 | -1 = 1): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const monthIndex = year * 12 + (month - 1) + sign * duration.months;
  const toYear = Math.floor(monthIndex / 12);
  const toMonth = monthIndex - toYear * 12;
  const lastDay = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  const result = new Date(Date.UTC(toYear, toMonth, Math.min(day, lastDay)));
  result.setUTCDate(result.getUTCDate() + sign * duration.days);
  return result.toISOString().slice(0, 10) as IsoDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The calendar date of an instant in Viet Nam (UTC+7 all year, no daylight saving). */
export function dateInVietnam(instant: Date): IsoDate {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) as IsoDate;
}

/** A date as officials write it: `dd/MM/yyyy`. */
export function formatDate(date: IsoDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** When something binds: both ends included; null `to` = no end known. */
export interface Effective {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export function isInForce(effective: Effective, asOf: IsoDate): boolean {
  return effective.from <= asOf && (effective.to === null || asOf <= effective.to);
}
