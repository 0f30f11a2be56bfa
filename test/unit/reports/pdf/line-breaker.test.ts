import { describe, expect, test } from 'vitest';
import {
  breakLines,
  type Line,
  type Run,
  widestWord,
} from '../../../../src/reports/pdf/line-breaker.js';

/** Each letter is one point wide, in bold two. */
const measure = (text: string, face: string): number =>
  Array.from(text).length * (face === 'bold' ? 2 : 1);

const plain = (text: string): readonly Run[] => [{ text, face: 'regular' }];

function textsOf(lines: readonly Line[]): readonly string[] {
  return lines.map(({ segments }) => segments.map(({ text }) => text).join(''));
}

describe('texts become lines', () => {
  test.each([
    { name: 'nothing is one empty line', text: '', width: 10, lines: [''] },
    { name: 'what fits stays on one line', text: 'Lạng Sơn', width: 8, lines: ['Lạng Sơn'] },
    { name: 'parted at blanks', text: 'Sở Y tế tỉnh', width: 7, lines: ['Sở Y tế ', 'tỉnh'] },
    {
      name: 'runs of blanks inside a line stay',
      text: 'Số:    /BB',
      width: 20,
      lines: ['Số:    /BB'],
    },
    {
      name: 'a line feed forces a break',
      text: 'một\nhai\n\nba',
      width: 9,
      lines: ['một ', 'hai ', ' ', 'ba'],
    },
    {
      name: 'a short number of law is not parted at its signs',
      text: 'theo 331/2026/NĐ-CP',
      width: 15,
      lines: ['theo ', '331/2026/NĐ-CP'],
    },
    {
      name: 'a long path is parted after its signs',
      text: 'xem agencies/so-y-te/endpoints/ksc.csv',
      width: 20,
      lines: ['xem agencies/so-y-', 'te/endpoints/ksc.csv'],
    },
    {
      name: 'a long dotted blank fills the line',
      text: `tại ${'…'.repeat(24)},`,
      width: 10,
      lines: [`tại ${'…'.repeat(6)}`, '…'.repeat(10), `${'…'.repeat(8)},`],
    },
    {
      name: 'a word without signs is parted anywhere',
      text: 'a xxxxxxxxxxxx',
      width: 5,
      lines: ['a xxx', 'xxxxx', 'xxxx'],
    },
    {
      name: 'a no-break blank holds words together',
      text: 'ba 10\u00A0km',
      width: 7,
      lines: ['ba ', '10\u00A0km'],
    },
  ])('$name', ({ text, width, lines }) => {
    expect(textsOf(breakLines(plain(text), measure, width))).toEqual(lines);
  });

  test('the first line may be narrower', () => {
    const lines = breakLines(plain('một hai ba bốn'), measure, 10, 5);
    expect(textsOf(lines)).toEqual(['một ', 'hai ba bốn']);
  });

  test('ten thousand letters without a blank lose none and no line is too wide', () => {
    const lines = breakLines(plain('ư'.repeat(10_000)), measure, 37);
    expect(textsOf(lines).join('')).toBe('ư'.repeat(10_000));
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(37);
  });

  test('a word in two faces is not parted between them', () => {
    const runs: readonly Run[] = [
      { text: 'xem ', face: 'regular' },
      { text: 'Điều', face: 'bold' },
      { text: ', khoản', face: 'regular' },
    ];
    const lines = breakLines(runs, measure, 12);
    expect(lines.map(({ segments }) => segments.map(({ text, face }) => [text, face]))).toEqual([
      [['xem ', 'regular']],
      [
        ['Điều', 'bold'],
        [', ', 'regular'],
      ],
      [['khoản', 'regular']],
    ]);
  });

  test('only lines that go on are to be justified, and their blanks are counted without the last', () => {
    const [first, second, third] = breakLines(plain('a b c\nd e f g'), measure, 5);
    expect(first).toMatchObject({ ends: true, blanks: 2, width: 5 });
    expect(second).toMatchObject({ ends: false, blanks: 2, width: 5 });
    expect(third).toMatchObject({ ends: true, blanks: 0, width: 1 });
  });
});

test.each([
  { name: 'the longest word', text: 'hệ thống nghiêm trọng', widest: 6 },
  {
    name: 'long words count between their signs',
    text: 'agencies/endpoints/ksc-export-2026.csv',
    widest: 10,
  },
  { name: 'endless words do not count', text: `a ${'x'.repeat(400)}`, widest: 1 },
  { name: 'nothing', text: '', widest: 0 },
])('what a column must be wide enough for: $name', ({ text, widest }) => {
  expect(widestWord(text, (word) => word.length)).toBe(widest);
});
