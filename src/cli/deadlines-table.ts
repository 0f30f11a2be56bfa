import type { Deadline } from '../audit/deadline.js';
import { type Deadlines, shownStatuses } from '../audit/deadlines.js';
import { formatDate } from '../domain/dates.js';
import type { Language, Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { formatMessage, text } from '../messages/format.js';
import { momentText } from '../reports/moment-text.js';
import {
  byAgency,
  type DeadlineGroup,
  type DeadlineGrouping,
  deadlineGroups,
} from './deadline-groups.js';
import { type Styles, show } from './print.js';
import { paragraph, tableText } from './table.js';

/** Wider lines are hard to follow from one end to the other. */
const maxWidth = 120;

export interface DeadlinesTableOptions {
  /** Of the workspace. */
  readonly title: string;
  /** Days of the window of what is due soon. */
  readonly soonDays: number;
  /** Names every agency and system, whatever there is to group. */
  readonly all: boolean;
}

/** From so many agencies on, one row for each obligation and day would be a book: then a row for each obligation. */
const manyAgencies = 6;

/**
 * The deadlines for a terminal: a section for each status, worst first; in it one row for each obligation and day, with the
 * agencies that it is due for and how many of their systems; of many agencies one row for each obligation, with its first
 * and last day; then the totals and what the signs mean. Fits `width` columns, at least 80 read well.
 */
export function deadlinesTable(
  { asOf, items, totals }: Deadlines,
  { title, soonDays, all }: DeadlinesTableOptions,
  language: Language,
  width: number,
  styles: Styles,
): string {
  const room = Math.min(width, maxWidth);
  const say = (said: Message) => formatMessage(said, language);
  const sayIf = (said: Message | undefined) => (said ? say(said) : '');
  const agencies = new Set(items.flatMap(({ agency }) => agency?.id ?? []));
  const grouping = all ? 'subject' : agencies.size < manyAgencies ? 'day' : 'duty';
  const heading = message('deadlines.heading', { title, date: formatDate(asOf) });
  const sections = shownStatuses.flatMap((status) => {
    const groups = deadlineGroups(
      items.filter((each) => each.status === status),
      grouping,
    );
    if (groups.length === 0) return [];
    const paint = status === 'overdue' ? styles.bad : styles.caution;
    const urgent = status === 'overdue' || status === 'due_soon';
    const columns = [
      { title: text('deadlines.column.due', language) },
      { title: text('deadlines.column.days', language), ...(urgent && { paint }) },
      { title: text('deadlines.column.what', language), wrap: true },
    ];
    const cells = groups.map((group) => [
      dueText(group, grouping),
      sayIf(daysText(group, grouping)),
      [
        say(whatText(group.first)),
        ...[...notes(group, grouping), ...whom(group, grouping)].map((note) => `- ${say(note)}`),
      ],
    ]);
    const sectionTitle =
      status === 'due_soon'
        ? message('deadlines.section.due_soon', { days: soonDays })
        : message(`deadlines.section.${status}`);
    return ['', styles.heading(say(sectionTitle)), tableText(columns, cells, room, styles.faint)];
  });
  return [
    styles.heading(paragraph(say(heading), room, '')),
    ...(sections.length === 0 ? ['', text('deadlines.none', language)] : sections),
    '',
    paragraph(show(message('deadlines.totals', { ...totals }), language), room, ''),
    styles.faint(paragraph(text('deadlines.legend', language), room, '')),
  ].join('\n');
}

/**
 * Different days of one group are none, or, where a row stands for an obligation, the first of them. `~` marks a day that
 * doesn't follow from the wording.
 */
function dueText({ first, items }: DeadlineGroup, grouping: DeadlineGrouping): string {
  const { due, certainty } = first;
  if (due === null) return '';
  if (grouping !== 'duty' && items.some((each) => each.due !== due)) return '';
  return formatDate(due) + (certainty === 'text' ? '' : '~');
}

/** Nothing where no day is known; of what isn't known to be late, how long its day is past. */
function daysText(
  { first, items }: DeadlineGroup,
  grouping: DeadlineGrouping,
): Message | undefined {
  const { due, daysLeft, status } = first;
  if (daysLeft === null) return undefined;
  if (grouping !== 'duty' && items.some((each) => each.due !== due)) return undefined;
  if (daysLeft === 0) return message('deadlines.today');
  if (daysLeft > 0) return message('deadlines.left_short', { days: daysLeft });
  return status === 'overdue'
    ? message('deadlines.late_short', { days: -daysLeft })
    : message('deadlines.past_short', { days: -daysLeft });
}

function whatText({ kind, title, id }: Deadline): Message {
  return kind === 'requirements'
    ? message('obligation.requirements_expire.short')
    : message('deadlines.what', { title, id });
}

/** What sets the day apart, and what isn't known. */
function notes({ first, items }: DeadlineGroup, grouping: DeadlineGrouping): readonly Message[] {
  const { due, latest, lastWorkingDay, period, missing, status } = first;
  const [firstMissing, ...rest] = missing;
  const last = items
    .map((each) => each.due)
    .reduce((a, b) => (b !== null && (a === null || b > a) ? b : a));
  return [
    ...(grouping === 'duty' && last !== null && last !== due
      ? [message('deadlines.note.last', { date: formatDate(last) })]
      : []),
    ...(latest !== null && latest !== due && items.every((each) => each.due === due)
      ? [message('deadlines.note.latest', { date: formatDate(latest) })]
      : []),
    ...(lastWorkingDay === null
      ? []
      : [message('deadlines.note.working_day', { date: formatDate(lastWorkingDay) })]),
    ...(period === null || items.some((each) => each.period !== period)
      ? []
      : [message('deadlines.note.period', { period })]),
    ...(status === 'unknown' && firstMissing
      ? [
          rest.length === 0
            ? firstMissing
            : message('deadlines.note.missing_more', { first: firstMissing, count: rest.length }),
        ]
      : []),
  ];
}

/**
 * Whom it is due for: a line for each agency with its number of systems. Of agencies as wholes, and of what nobody knows or
 * is only for information, the numbers alone.
 */
function whom({ first, items }: DeadlineGroup, grouping: DeadlineGrouping): readonly Message[] {
  if (!first.agency) return [message('deadlines.province')];
  if (grouping === 'subject') return items.map(subjectText);
  const agencies = byAgency(items);
  const terse =
    grouping === 'duty' ||
    first.status === 'unknown' ||
    first.status === 'information' ||
    first.system === null;
  if (terse && agencies.length > 1) {
    return first.system === null
      ? [message('deadlines.agencies', { count: agencies.length })]
      : [message('deadlines.across', { agencies: agencies.length, count: systemsOf(items) })];
  }
  return agencies.map((agency) => {
    const count = systemsOf(agency.items);
    return count > 1
      ? message('deadlines.systems', { agency: agency.first.agency?.name ?? '', count })
      : subjectText(agency.first);
  });
}

function systemsOf(items: readonly Deadline[]): number {
  return new Set(items.map(({ agency, system }) => `${agency?.id}/${system?.id}`)).size;
}

/** One item's subject, with the event that it is about or the requirements that it counts. */
function subjectText({ kind, agency, system, event, at, title }: Deadline): Message {
  const name = agency?.name ?? '';
  const subject = system
    ? message('deadlines.system', { agency: name, system: system.name })
    : message('deadlines.named', { name });
  const about = [
    ...(kind === 'requirements' ? [title] : []),
    ...(event === null ? [] : [message('deadlines.note.event', { event })]),
    ...(at === null ? [] : [momentText(at)]),
  ];
  return about.reduce((whole, part) => message('deadlines.about', { whole, part }), subject);
}
