import { withFormulaText } from '../../documents/spreadsheet/formula-text.js';
import { maxCellLength } from '../../documents/spreadsheet/limits.js';
import type { ReadCell } from '../../documents/spreadsheet/workbook.js';
import { tidyText } from '../../documents/tidy-text.js';
import { formatDate, type IsoDate, parseIsoDate } from '../../domain/dates.js';
import type { Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';

/** A cell's content as wanted, undefined when it is empty; or why not. `said` is worth telling although it was understood. */
export type CellReading<Value> =
  | { readonly value: Value | undefined; readonly said?: Message }
  | { readonly problem: Message; readonly hint?: Message };

/** The text of a cell, tidy; a number or date that Excel made of what was typed comes back as it looks. */
export function readText(cell: ReadCell | undefined): CellReading<string> {
  if (cell === undefined) return { value: undefined };
  switch (cell.kind) {
    case 'empty':
      return { value: undefined };
    case 'text': {
      if (cell.text.length > maxCellLength) {
        return {
          problem: message('sheet_cell.too_long', {
            length: cell.text.length,
            limit: maxCellLength,
          }),
        };
      }
      const text = tidyText(withFormulaText(tidyText(cell.text)));
      return { value: text === '' ? undefined : text };
    }
    case 'number':
      return { value: String(cell.value) };
    case 'boolean':
      return { value: cell.value ? 'TRUE' : 'FALSE' };
    case 'date':
      return cell.date === null ? badDate('?') : { value: formatDate(cell.date) };
    case 'error':
      return {
        problem: message('sheet_cell.error', { found: cell.text }),
        hint: message('sheet_cell.error.hint'),
      };
    case 'formula':
      return {
        problem: message('sheet_cell.formula'),
        hint: message('sheet_cell.formula.hint'),
      };
  }
}

/** The calendar date of a cell: a date of the spreadsheet, its bare number, or a text `31/12/2026` or `2026-12-31`. */
export function readDate(cell: ReadCell | undefined, from1904: boolean): CellReading<IsoDate> {
  if (cell?.kind === 'date') return cell.date === null ? badDate('?') : { value: cell.date };
  if (cell?.kind === 'number') {
    const date = dateOfSerial(cell.value, from1904);
    return date ? { value: date } : badDate(String(cell.value));
  }
  const text = readText(cell);
  if ('problem' in text || text.value === undefined) return text as CellReading<IsoDate>;
  return dateOfText(text.value);
}

function badDate(found: string): CellReading<never> {
  return {
    problem: message('sheet_cell.bad_date', { found: short(found) }),
    hint: message('sheet_cell.bad_date.hint'),
  };
}

function dateOfText(text: string): CellReading<IsoDate> {
  const iso = parseIsoDate(text);
  if (iso) return { value: iso };
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const date = parseIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (!date) return badDate(text);
  // A computer set to American English writes 10/1/2026 for the first of October.
  const doubtful = text.length < 10 && Number(day) <= 12 && Number(day) !== Number(month);
  if (!doubtful) return { value: date };
  return {
    value: date,
    said: message('sheet_cell.date_read', {
      found: text,
      date: { vi: vietnameseDate(date), en: englishDate(date) },
    }),
  };
}

function vietnameseDate(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `ngày ${day} tháng ${month} năm ${year}`;
}

function englishDate(date: IsoDate): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** Day number 25569 of the usual calendar of spreadsheets is 1 January 1970 (ECMA-376 Part 1, 18.17.4.1). */
const serialOf1970 = 25_569;
/** The other calendar begins so many days later. */
const daysTo1904 = 1462;

function dateOfSerial(serial: number, from1904: boolean): IsoDate | undefined {
  const days = Math.floor(serial) - serialOf1970 + (from1904 ? daysTo1904 : 0);
  const date = new Date(days * 86_400_000);
  return Number.isNaN(date.getTime()) ? undefined : parseIsoDate(date.toISOString().slice(0, 10));
}

/** A text as a message shows it: on one line, cut at 60 characters. */
export function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
