import { beforeAll, describe, expect, test } from 'vitest';
import { readTinos } from '../../../../src/platform/fonts.js';
import { Typeface } from '../../../../src/reports/pages/typeface.js';
import {
  printableLine,
  printablePiece,
  printableText,
} from '../../../../src/reports/pdf/printable-text.js';
import { vietnameseLetters } from '../../../support/report-documents.js';

let tinos: Typeface;
beforeAll(async () => {
  tinos = new Typeface((await readTinos()).regular);
});

describe('what is printed', () => {
  test.each([
    { name: 'Vietnamese stays', text: 'Đồng Đăng, 24/11/2026', printed: 'Đồng Đăng, 24/11/2026' },
    {
      name: 'decomposed Vietnamese is composed',
      text: 'Lạng Sơn'.normalize('NFD'),
      printed: 'Lạng Sơn',
    },
    {
      name: 'direction marks go',
      text: 'trước\u202Etext.exe\u202Csau',
      printed: 'trướctext.exesau',
    },
    { name: 'controls go', text: 'a\u0000b\u0007\u001B[31m', printed: 'ab[31m' },
    { name: 'joiners and soft hyphens go', text: 'a\u200Bb\u00ADc\uFEFF', printed: 'abc' },
    {
      name: 'line separators are line feeds',
      text: 'một\u2028hai\u2029ba',
      printed: 'một\nhai\nba',
    },
    {
      name: 'what the font lacks is seen to be lacking',
      text: 'máy 💻, 部門',
      printed: 'máy □, □□',
    },
    { name: 'an emoji of several parts', text: '\u{1F468}\u200D\u{1F4BB}\uFE0F.', printed: '□□.' },
    { name: 'private use, where the font hides ligatures', text: '\uF001', printed: '□' },
    { name: 'half a pair', text: 'a\uD83Db', printed: 'ab' },
    { name: 'blanks at the ends', text: '  a b ', printed: 'a b' },
  ])('$name', ({ text, printed }) => {
    expect(printableText(text, tinos)).toBe(printed);
  });

  test('on one line', () => {
    expect(printableLine('một\nhai', tinos)).toBe('một hai');
  });

  test.each([
    [' và ', ' và '],
    ['Điều ', 'Điều '],
    ['  💻', ' □'],
    ['  ', ' '],
    ['', ''],
  ])('a piece of a text keeps the blanks at its ends: %j', (text, printed) => {
    expect(printablePiece(text, tinos)).toBe(printed);
  });

  test('the font has every letter of Vietnamese', () => {
    expect(printableText(vietnameseLetters, tinos)).toBe(vietnameseLetters);
  });
});

test('letters are as wide as in Times New Roman, without kerning', () => {
  // Widths of Times New Roman in 2048ths: A 1479, V 1479, T 1251, o 1024.
  expect(tinos.width('AV', 2048)).toBeCloseTo(2958, 6);
  expect(tinos.width('To', 2048)).toBeCloseTo(2275, 6);
  expect(tinos.width('Tổ', 2048)).toBeCloseTo(2275, 6);
});
