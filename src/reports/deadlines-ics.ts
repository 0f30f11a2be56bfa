import ical, { ICalAlarmType } from 'ical-generator';
import type { Deadline } from '../audit/deadline.js';
import type { Deadlines } from '../audit/deadlines.js';
import { formatDate, type IsoDate } from '../domain/dates.js';
import type { Language } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { formatMessage, localized } from '../messages/format.js';
import { momentText } from './moment-text.js';

/** Days before the last good day on which a calendar reminds. */
const alarmDays = [7, 1];

/**
 * The deadlines that have a date as an iCalendar file (RFC 5545): an all-day event each, on the last good day by the safe
 * reading. Ids stay the same from one export to the next, so that a calendar that imports twice has each once; the time
 * stamp is the as-of date's, so that the same data gives the same bytes. UTF-8, lines end with CRLF.
 */
export function deadlinesIcs(
  { asOf, items }: Deadlines,
  title: string,
  language: Language,
): string {
  const calendar = ical({
    name: formatMessage(message('deadlines.calendar.name', { title }), language),
    prodId: { company: 'tuanthu', product: 'deadlines', language: language.toUpperCase() },
  });
  for (const item of items) {
    if (item.due === null) continue;
    const summary = summaryOf(item, language);
    const late = item.status === 'overdue';
    const event = calendar.createEvent({
      id: uid(item, item.due),
      stamp: midnight(asOf),
      start: midnight(item.due),
      allDay: true,
      summary: late
        ? formatMessage(message('deadlines.calendar.overdue', { summary }), language)
        : summary,
      description: descriptionOf(item, language),
      categories: [{ name: formatMessage(message(`obligation.status.${item.status}`), language) }],
    });
    if (item.due <= asOf || item.status === 'information') continue;
    const description = formatMessage(message('deadlines.calendar.alarm', { summary }), language);
    for (const days of alarmDays) {
      event.createAlarm({
        type: ICalAlarmType.display,
        triggerBefore: days * 86_400,
        description,
      });
    }
  }
  return `${calendar.toString()}\r\n`;
}

/** Made of what the event is about only: obligation, agency, system, event, day. */
function uid({ kind, id, agency, system, event }: Deadline, due: IsoDate): string {
  const parts = [kind, id, agency?.id ?? 'province', system?.id, event, due];
  const plain = parts
    .flatMap((part) => (part === undefined || part === null ? [] : [encodeURIComponent(part)]))
    .join('.');
  return `${plain}@tuanthu`;
}

function summaryOf({ title, agency, system }: Deadline, language: Language): string {
  const who = system?.name ?? agency?.name ?? message('deadlines.province');
  return formatMessage(message('deadlines.calendar.summary', { title, who }), language);
}

function descriptionOf(item: Deadline, language: Language): string {
  const { id, agency, who, due, latest, lastWorkingDay, at, event, remediation, citations } = item;
  const lines = [
    ...(agency ? [agency.name] : []),
    message('deadlines.calendar.who', { who: message(`obligation.who.${who}`) }),
    ...(latest !== null && latest !== due
      ? [message('deadlines.note.latest', { date: formatDate(latest) })]
      : []),
    ...(lastWorkingDay !== null
      ? [message('deadlines.note.working_day', { date: formatDate(lastWorkingDay) })]
      : []),
    ...(at === null ? [] : [momentText(at)]),
    ...(event === null ? [] : [message('deadlines.note.event', { event })]),
    'key' in remediation ? remediation : localized(remediation, language),
    ...citations.map(({ text }) => text),
    id,
  ];
  return lines
    .map((line) => (typeof line === 'string' ? line : formatMessage(line, language)))
    .join('\n');
}

function midnight(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}
