import { fold } from '../../domain/text.js';
import type { DateForm } from '../source.js';
import { noDateWords } from '../stages/dates.js';

const mac = /^[0-9A-F]{2}(?:[:.-]?[0-9A-F]{2}){5}$/i;
const uuid = /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i;
const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:]+:[0-9a-f:]*)$/i;
const number = /^[+-]?\d[\d.,]*%?$/;
const slash =
  /^(\d{1,2})[/-](\d{1,2})[/-]\d{4}(?:\s+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*(?:AM|PM|SA|CH))?)?$/i;

/** Forms of dates that a text shows by itself, as the database reads them; a slash date in both orders it may have. */
const forms: readonly (readonly [form: DateForm, pattern: RegExp])[] = [
  ['iso', /^\d{4}-\d{2}-\d{2}(?:[ T].*)?$/],
  ['dashed_utc', /^\d{2}-\d{2}-\d{4} \d{2}-\d{2}-\d{2}$/],
  ['json_date', /^\/Date\(\d+(?:[+-]\d{4})?\)\/$/],
  ['ctime', /^[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} \d{2}:\d{2}:\d{2} \d{4} UTC$/],
  ['epoch', /^1[5-9]\d{8}$/],
  ['epoch_ms', /^1[5-9]\d{11}$/],
  ['filetime', /^13\d{16}$/],
];
const relative =
  /^\d{1,4} (?:minute|hour|day|week|month|phut|gio|ngay|tuan|thang)s? (?:ago|truoc)$/;

/** Other ways to write a day, which no form of the mapping language reads. */
const unreadable = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:\s|$)/;

/** Whether a cell is a date, a number, an address or an id: no name of a column. */
export function looksLikeValue(cell: string): boolean {
  return (
    [mac, uuid, address, number, slash, unreadable].some((pattern) => pattern.test(cell)) ||
    forms.some(([, pattern]) => pattern.test(cell))
  );
}

export function isMac(text: string): boolean {
  return mac.test(text);
}

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

export function isNumber(text: string): boolean {
  return number.test(text);
}

/** This many of a hundred values must have a form for the column to have it: the others are mistakes or "never". */
const enough = 80;

/** Whether nearly all values pass; false when there are none. */
export function mostly(values: readonly string[], test: (value: string) => boolean): boolean {
  return values.length > 0 && 100 * values.filter(test).length >= enough * values.length;
}

/** What the values of a column of dates are. `open`: neither order of day and month is refuted. */
export interface DateColumn {
  readonly forms: readonly DateForm[];
  readonly open: boolean;
}

/** The forms in which a column writes its dates; undefined when it holds none that can be read. */
export function datesIn(values: readonly string[]): DateColumn | undefined {
  const said = values.filter((value) => !noDateWords.includes(fold(value)));
  if (!mostly(said, (value) => formOf(value) !== undefined)) return undefined;
  const found = new Set(said.flatMap((value) => formOf(value) ?? []));
  const days = said.flatMap((value) => {
    const parts = slash.exec(value);
    return parts ? [{ first: Number(parts[1]), second: Number(parts[2]) }] : [];
  });
  const dmy = days.every(({ second }) => second <= 12);
  const mdy = days.every(({ first }) => first <= 12);
  const slashes: readonly DateForm[] =
    days.length === 0 ? [] : dmy === mdy ? ['dmy', 'mdy'] : dmy ? ['dmy'] : ['mdy'];
  return {
    forms: [...slashes, ...[...found].filter((form): form is DateForm => form !== 'slash')],
    open: slashes.length === 2,
  };
}

function formOf(value: string): DateForm | 'slash' | undefined {
  if (slash.test(value)) return 'slash';
  if (relative.test(fold(value))) return 'relative';
  return forms.find(([, pattern]) => pattern.test(value))?.[0];
}
