import { describe, expect, test } from 'vitest';
import { readTinos } from '../../../../src/platform/fonts.js';
import { textWidth } from '../../../../src/reports/charts/text-width.js';
import { balancedWidth, wrapText } from '../../../../src/reports/charts/wrap-text.js';
import { typefaces } from '../../../../src/reports/pages/typeface.js';
import { vietnameseLetters } from '../../../support/report-documents.js';
import { agencyNames } from './sample-charts.js';

describe('text width', async () => {
  const { regular, bold } = typefaces(await readTinos());
  const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index));

  test.each([
    ['regular', regular, false],
    ['bold', bold, true],
  ] as const)('%s: never less than the letters need, hardly more', (_, face, isBold) => {
    for (const letter of [...vietnameseLetters, ...printable, ...'–“”‘’≥≤−×·']) {
      const real = face.width(letter, 1000);
      expect.soft(textWidth(letter, 1000, isBold), letter).toBeGreaterThanOrEqual(real - 1);
      expect.soft(textWidth(letter, 1000, isBold), letter).toBeLessThanOrEqual(real + 60);
    }
  });

  test('decomposed letters are as wide as composed ones', () => {
    const text = agencyNames.join(' ');
    expect(textWidth(text.normalize('NFD'), 12)).toBe(textWidth(text, 12));
  });
});

const room = { width: 100, size: 10, lines: 3 };

test.each([
  ['what fits', 'Sở Y tế', ['Sở Y tế']],
  ['blanks', 'UBND phường Tam Thanh, Lạng Sơn', ['UBND phường Tam', 'Thanh, Lạng Sơn']],
  ['a path', 'agencies/so-y-te/endpoints/ksc.csv', ['agencies/so-y-te/', 'endpoints/ksc.csv']],
  ['nothing', '', ['']],
  ['controls and breaks', 'a\u0000b\u202Ec\nd', ['a bc d']],
])('%s', (_, text, lines) => {
  expect(wrapText(text, room)).toEqual(lines);
});

test('a word without end is parted between letters, what has no room is said by an ellipsis', () => {
  const lines = wrapText('x'.repeat(10_000), room);
  expect(lines).toHaveLength(3);
  expect(lines[2]).toMatch(/^x+…$/);
  for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(100);
});

test('a text that is too long ends after a whole word', () => {
  const lines = wrapText(agencyNames.join(' '), { width: 120, size: 10, lines: 2 });
  expect(lines).toHaveLength(2);
  expect(agencyNames.join(' ')).toContain(lines[1]?.replace(/…$/, ' '));
});

test('a label of two lines gets lines of like length', () => {
  const [, , name = ''] = agencyNames;
  const letters = { size: 10, lines: 3 };
  const width = balancedWidth([name], 200, letters);
  const [first = '', second = '', ...rest] = wrapText(name, { ...letters, width });
  expect(rest).toEqual([]);
  expect(width).toBeLessThan(200);
  const longer = Math.max(textWidth(first, 10), textWidth(second, 10));
  expect(Math.min(textWidth(first, 10), textWidth(second, 10)) / longer).toBeGreaterThan(0.7);
});
