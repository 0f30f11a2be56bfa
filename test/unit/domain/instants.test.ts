import { expect, test } from 'vitest';
import { dateOfInstant, instantInVietnam, parseInstant } from '../../../src/domain/instants.js';

test.each([
  ['2026-11-24T08:30+07:00', '2026-11-24', '2026-11-24T08:30+07:00'],
  ['2026-11-24T08:30:59+07:00', '2026-11-24', '2026-11-24T08:30+07:00'],
  ['2026-11-24T16:59Z', '2026-11-24', '2026-11-24T23:59+07:00'],
  ['2026-11-24T17:00Z', '2026-11-25', '2026-11-25T00:00+07:00'],
  ['2026-12-31T23:30Z', '2027-01-01', '2027-01-01T06:30+07:00'],
  ['2028-02-28T20:00Z', '2028-02-29', '2028-02-29T03:00+07:00'],
])('%s is the %s in Viet Nam', (text, date, shown) => {
  const instant = parseInstant(text);
  expect(instant).toBeDefined();
  expect(dateOfInstant(instant ?? 0)).toBe(date);
  expect(instantInVietnam(instant ?? 0)).toBe(shown);
});

test.each([
  ['no offset', '2026-11-24T08:30'],
  ['a date', '2026-11-24'],
  ['no such day', '2026-02-30T08:30Z'],
  ['no such hour', '2026-11-24T24:00Z'],
  ['no such minute', '2026-11-24T08:60Z'],
  ['a blank', '2026-11-24 08:30Z'],
  ['nothing', ''],
])('%s is no moment', (_, text) => expect(parseInstant(text)).toBeUndefined());
