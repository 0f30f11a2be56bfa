import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareIds } from '../../../src/domain/order.js';
import { fold } from '../../../src/domain/text.js';
import { en } from '../../../src/messages/en.js';
import { vi } from '../../../src/messages/vi.js';

test('ids sort naturally: 6.2 before 6.10', () => {
  expect(['6.10', '6.2', 'EP-10', 'EP-2', '331-13.2.c'].sort(compareIds)).toEqual([
    '6.2',
    '6.10',
    '331-13.2.c',
    'EP-2',
    'EP-10',
  ]);
});

test('the order of ids is total: antisymmetric, transitive, and 0 only for the same id', () => {
  const id = fc.stringMatching(/^[A-C0-2.-]{0,6}$/);
  fc.assert(
    fc.property(id, id, id, (a, b, c) => {
      expect(Math.sign(compareIds(a, b)) + Math.sign(compareIds(b, a))).toBe(0);
      if (compareIds(a, b) <= 0 && compareIds(b, c) <= 0)
        expect(compareIds(a, c)).toBeLessThanOrEqual(0);
      if (a !== b) expect(compareIds(a, b)).not.toBe(0);
    }),
  );
});

test('words compare without diacritics, case and extra blanks, whatever their Unicode form', () => {
  expect(fold('  Đang  HOẠT động ')).toBe('dang hoat dong');
  expect(fold('Tên máy'.normalize('NFD'))).toBe(fold('Tên máy'.normalize('NFC')));
});

const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test('both languages have the same texts with the same parameters, in NFC, none empty', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  for (const [key, text] of Object.entries(vi)) {
    const english = en[key as keyof typeof vi];
    expect([key, new Set(placeholders(english))]).toEqual([key, new Set(placeholders(text))]);
    expect([
      key,
      text.normalize('NFC') === text,
      text.trim() === '',
      english.trim() === '',
    ]).toEqual([key, true, false, false]);
  }
});
