import { describe, expect, test } from 'vitest';
import { paragraph, tableText, wrapText } from '../../../src/cli/table.js';
import { textWidth } from '../../../src/cli/text-width.js';

const columns = [
  { title: 'Mã' },
  { title: 'Số', align: 'right' as const },
  { title: 'Tên', wrap: true },
];

test('columns take what they need; numbers stand right; no line ends in a blank', () => {
  const rows = [
    ['so-y-te', '9', 'Sở Y tế'],
    ['x', '120', ''],
  ];
  expect(tableText(columns, rows, 80).split('\n')).toEqual([
    'Mã        Số  Tên',
    '─────────────────────',
    'so-y-te    9  Sở Y tế',
    'x        120',
  ]);
});

test('a wrapping column gives way; ids stay whole', () => {
  const rows = [['mot-ma-dai-khong-duoc-ngat', '1', 'một tên dài phải xuống dòng ở dấu cách']];
  const lines = tableText(columns, rows, 50).split('\n');
  expect(lines.every((line) => textWidth(line) <= 50)).toBe(true);
  expect(lines[2]).toContain('mot-ma-dai-khong-duoc-ngat');
  expect(lines.length).toBeGreaterThan(3);
});

test('decomposed letters count once, so that columns stay aligned', () => {
  const rows = [
    ['Sở Y tế'.normalize('NFD'), '1', 'a'],
    ['Sở Y tế', '1', 'a'],
  ];
  const [first, second] = tableText(columns, rows, 80).split('\n').slice(2);
  expect(textWidth(first ?? '')).toBe(textWidth(second ?? ''));
});

test('a cell may have lines of its own, and can’t forge a row', () => {
  const rows = [[['a', 'b'], '1', 'x\ny']];
  expect(tableText(columns, rows, 80).split('\n').slice(2)).toEqual(['a    1  x\\u{a}y', 'b']);
});

test('paint marks what is shown, not the blanks', () => {
  const painted = [
    { title: 'A', paint: (text: string, row: number) => `<${text}${row}>` },
    { title: 'B' },
  ];
  expect(
    tableText(painted, [['x', 'y']], 80)
      .split('\n')
      .at(-1),
  ).toBe('<x0>  y');
});

describe('wrapText', () => {
  test.each([
    { name: 'fits', text: 'a b', width: 3, lines: ['a b'] },
    { name: 'breaks at blanks', text: 'aa bb cc', width: 5, lines: ['aa bb', 'cc'] },
    {
      name: 'breaks a word that is longer',
      text: 'x aaaaaa',
      width: 4,
      lines: ['x', 'aaaa', 'aa'],
    },
    { name: 'nothing', text: '', width: 4, lines: [''] },
  ])('$name', ({ text, width, lines }) => expect(wrapText(text, width)).toEqual(lines));

  test('takes its time in proportion to the text', () => {
    expect(wrapText('ấ'.repeat(20_000), 80)).toHaveLength(250);
  });
});

test('a paragraph is indented, its first line by itself', () => {
  expect(paragraph('một hai ba bốn năm sáu', 24, '    ', '  - ')).toBe(
    '  - một hai ba bốn năm\n    sáu',
  );
});
