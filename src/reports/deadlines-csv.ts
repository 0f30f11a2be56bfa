import type { Deadline } from '../audit/deadline.js';
import type { Deadlines } from '../audit/deadlines.js';
import { csvText } from '../documents/spreadsheet/csv.js';
import { withoutFormula } from '../documents/spreadsheet/formula-text.js';
import type { CellContent } from '../documents/spreadsheet/workbook.js';
import type { IsoDate } from '../domain/dates.js';
import type { Language, Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { formatMessage, text } from '../messages/format.js';

/** The deadlines as a table for Excel and LibreOffice, a row each; formulas in names are made plain text. */
export function deadlinesCsv({ items }: Deadlines, language: Language): string {
  const keys = Object.keys(columns) as (keyof typeof columns)[];
  const rows = items.map((item) => keys.map((key) => plain(columns[key](item, language))));
  return csvText([keys.map((key) => text(`deadlines.csv.${key}`, language)), ...rows]);
}

const columns = {
  status: ({ status }, language) => say(message(`obligation.status.${status}`), language),
  due: ({ due }) => day(due),
  latest: ({ latest }) => day(latest),
  days: ({ daysLeft }) => daysLeft ?? null,
  id: ({ id }) => id,
  title: ({ title }, language) => say(title, language),
  agency_id: ({ agency }) => agency?.id ?? null,
  agency: ({ agency }, language) => agency?.name ?? text('deadlines.province', language),
  system_id: ({ system }) => system?.id ?? null,
  system: ({ system }) => system?.name ?? null,
  event: ({ event }) => event ?? null,
  who: ({ who }, language) => say(message(`obligation.who.${who}`), language),
  done_on: ({ doneOn }) => day(doneOn),
  period: ({ period }) => period ?? null,
  certainty: ({ certainty }, language) =>
    text(certainty === 'text' ? 'pack.certainty.text' : `report.certainty.${certainty}`, language),
  citations: ({ citations }) => citations.map((each) => each.text).join('; '),
  missing: ({ missing }, language) => missing.map((each) => say(each, language)).join(' '),
} as const satisfies Readonly<Record<string, (item: Deadline, language: Language) => CellContent>>;

function plain(cell: CellContent): CellContent {
  return typeof cell === 'string' ? withoutFormula(cell) : cell;
}

function day(date: IsoDate | null): CellContent {
  return date === null ? null : { date };
}

function say(message: Message, language: Language): string {
  return formatMessage(message, language);
}
