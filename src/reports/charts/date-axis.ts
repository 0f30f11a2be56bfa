import { formatDate, parseIsoDate } from '../../domain/dates.js';
import type { ChartSetting } from './canvas.js';
import { fontSizes, type Mark, textLines } from './marks.js';
import { textWidth } from './text-width.js';
import { shownText } from './wrap-text.js';

/** Where dates stand between the first (0) and the last (1), as far apart as they are in time; evenly when one isn't a date. */
export function datePlaces(dates: readonly string[]): readonly number[] {
  const days = dates.map(dayNumber);
  const first = days[0] ?? Number.NaN;
  const span = (days.at(-1) ?? Number.NaN) - first;
  if (dates.length === 1) return [0.5];
  const dated = span > 0 && days.every((day) => day >= first && day <= first + span);
  return days.map((day, index) => (dated ? (day - first) / span : index / (dates.length - 1)));
}

/** Labels of the dates that have room; the last before all, then the first, then those between. */
export function dateMarks(
  dates: readonly string[],
  xs: readonly number[],
  place: { readonly y: number; readonly width: number },
  { palette }: ChartSetting,
): readonly Mark[] {
  const size = fontSizes.small;
  const order = [dates.length - 1, ...dates.keys()].filter((index) => index >= 0);
  const taken: { readonly from: number; readonly to: number }[] = [];
  return order.flatMap((index) => {
    const label = dateLabel(dates[index] ?? '');
    const half = textWidth(label, size) / 2;
    const x = Math.min(Math.max(xs[index] ?? 0, half), place.width - half);
    if (taken.some(({ from, to }) => x + half > from && x - half < to)) return [];
    taken.push({ from: x - half - 10, to: x + half + 10 });
    return textLines([label], { x, y: place.y, align: 'center', fill: palette.faintText, size });
  });
}

/** A date as people write it; anything else as it is. */
export function dateLabel(date: string): string {
  const parsed = parseIsoDate(date);
  return parsed === undefined || parsed === null ? shownText(date) : formatDate(parsed);
}

/** Days since 1970 of `YYYY-MM-DD` or `dd/MM/yyyy`; NaN for anything else. */
function dayNumber(date: string): number {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(date) ?? [];
  const iso = year === undefined ? date : `${year}-${month}-${day}`;
  return parseIsoDate(iso) ? Date.parse(`${iso}T00:00:00Z`) / 86_400_000 : Number.NaN;
}
