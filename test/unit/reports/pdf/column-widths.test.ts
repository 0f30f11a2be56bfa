import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnWidths } from '../../../../src/reports/pages/column-widths.js';

test.each([
  {
    name: 'by weight',
    columns: [
      [1, 0],
      [3, 0],
    ],
    total: 100,
    widths: [25, 75],
  },
  {
    name: 'never narrower than a word',
    columns: [
      [1, 40],
      [3, 0],
    ],
    total: 100,
    widths: [40, 60],
  },
  {
    name: 'a column made too narrow by another one gets its word too',
    columns: [
      [1, 50],
      [1, 24],
      [2, 10],
    ],
    total: 100,
    widths: [50, 24, 26],
  },
  {
    name: 'all shrink alike when the words do not fit',
    columns: [
      [1, 150],
      [9, 50],
    ],
    total: 100,
    widths: [75, 25],
  },
  {
    name: 'a weight that is no share counts as one',
    columns: [
      [0, 0],
      [Number.NaN, 0],
    ],
    total: 100,
    widths: [50, 50],
  },
  { name: 'no column', columns: [], total: 100, widths: [] },
])('columns: $name', ({ columns, total, widths }) => {
  const needs = columns.map(([weight = 0, minimum = 0]) => ({ weight, minimum }));
  expect(columnWidths(needs, total)).toEqual(widths);
});

test('columns always fill the table, and keep their words where all words fit', () => {
  const need = fc.record({
    weight: fc.integer({ min: 0, max: 20 }),
    minimum: fc.integer({ min: 1, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(need, { minLength: 1, maxLength: 12 }), (needs) => {
      const widths = columnWidths(needs, 480);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(480, 6);
      const needed = needs.reduce((sum, { minimum }) => sum + minimum, 0);
      for (const [index, width] of widths.entries()) {
        if (needed <= 480)
          expect(width).toBeGreaterThanOrEqual((needs[index]?.minimum ?? 0) - 1e-6);
      }
    }),
  );
});
