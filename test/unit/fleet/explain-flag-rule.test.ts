import { expect, test } from 'vitest';
import { type FlagWord, flagRule, strongest } from '../../../src/fleet/explain/flag-rule.js';

const calm = { doubt: false, stale: false };
const word = (says: boolean, grade: FlagWord['grade'], day: string | null, row = 1): FlagWord => ({
  row,
  says,
  grade,
  at: day === null ? null : `2026-11-${day}T09:00+07:00`,
  implied: false,
});

test.each([
  { rule: 'silent', words: [], taken: null },
  { rule: 'other', words: [], taken: true },
  { rule: 'agreed', words: [word(true, 'A', '20'), word(true, 'C', '22')], taken: true },
  { rule: 'newer', words: [word(true, 'A', '18'), word(false, 'A', '20')], taken: false },
  { rule: 'tie', words: [word(true, 'A', '20'), word(false, 'A', '20')], taken: false },
  { rule: 'stronger', words: [word(true, 'A', '18'), word(false, 'B', '20')], taken: true },
  { rule: 'weak_yes', words: [word(false, 'A', '02'), word(true, 'C', '20')], taken: false },
  { rule: 'stronger', words: [word(false, 'A', '20'), word(true, 'C', '02')], taken: false },
  {
    rule: 'doubt',
    words: [word(true, 'A', '02'), word(false, 'C', '20')],
    taken: null,
    doubt: true,
  },
  {
    rule: 'undated',
    words: [word(true, 'A', '20'), word(false, 'A', null)],
    taken: null,
    doubt: true,
  },
  {
    rule: 'orphan',
    words: [word(true, 'B', '20'), word(false, 'C', '20')],
    taken: null,
    doubt: true,
  },
  { rule: 'stale', words: [word(true, 'A', '01')], taken: null, stale: true },
  { rule: 'other', words: [word(true, 'A', '20')], taken: null },
  { rule: 'other', words: [word(true, 'A', '20')], taken: false },
])('$rule: $words.length words, taken as $taken', ({ rule, words, taken, ...found }) => {
  expect(flagRule(words, taken, { ...calm, ...found })).toBe(rule);
  expect(flagRule(words.toReversed(), taken, { ...calm, ...found })).toBe(rule);
});

test('the strongest grade counts before the newest day, and a dated word before an undated one', () => {
  const words = [word(true, 'C', '22'), word(false, 'A', null), word(true, 'A', '03')];
  expect(strongest(words)).toBe(words[2]);
  expect(strongest([])).toBeUndefined();
});
