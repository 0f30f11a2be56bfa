import { formatDate, parseIsoDate } from '../domain/dates.js';
import type { Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';

/** A moment on Viet Nam's clocks (`2026-11-24T05:00+07:00`) in words. */
export function momentText(at: string): Message {
  const date = parseIsoDate(at.slice(0, 10));
  return message('deadlines.note.at', {
    time: at.slice(11, 16),
    date: date ? formatDate(date) : at,
  });
}
