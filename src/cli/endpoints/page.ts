import { formatDate, parseIsoDate } from '../../domain/dates.js';
import type { Language, Message, MessageParam } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { type Styles, show } from '../print.js';
import { paragraph } from '../table.js';

/** How a text is laid out: its language, columns, marks. */
export interface Page {
  readonly language: Language;
  readonly width: number;
  readonly styles: Styles;
}

/** A message as an indented paragraph. */
export function said(
  each: Message,
  { language, width }: Page,
  indent = '  ',
  first = indent,
): string {
  return paragraph(show(each, language), width, indent, first);
}

/** A moment or that there is none, for a message. */
export function momentText(moment: string | null): MessageParam {
  return moment === null ? message('endpoint_explain.undated') : shownMoment(moment);
}

/** `2026-11-24T08:30+07:00` as people read it: `24/11/2026 08:30`. */
export function shownMoment(moment: string): string {
  const date = parseIsoDate(moment.slice(0, 10));
  return date ? `${formatDate(date)} ${moment.slice(11, 16)}` : moment;
}
