import { describe, expect, test } from 'vitest';
import { parseSort, type SortKey, sortRows, sortText } from '../../../src/web/tables/sort-rows.js';

const collator = new Intl.Collator('vi-VN', { numeric: true });
const sorted = (keys: readonly SortKey[], descending = false) =>
  sortRows(keys, (key) => key, descending, collator);

describe('rows in order', () => {
  test.each([
    { name: 'numbers', keys: [10, 9, 100], up: [9, 10, 100] },
    { name: 'numbers in texts', keys: ['5.10', '5.9', '5.2'], up: ['5.2', '5.9', '5.10'] },
    { name: 'Vietnamese', keys: ['Đ', 'E', 'D', 'Ă', 'A'], up: ['A', 'Ă', 'D', 'Đ', 'E'] },
  ])('$name', ({ keys, up }) => {
    expect(sorted(keys)).toEqual(up);
    expect(sorted(keys, true)).toEqual(up.toReversed());
  });

  test('rows without a key come last either way', () => {
    expect(sorted([null, 2, null, 1])).toEqual([1, 2, null, null]);
    expect(sorted([null, 2, null, 1], true)).toEqual([2, 1, null, null]);
  });

  test('equal rows keep their order, and the rows given stay as they are', () => {
    const rows = [
      { key: 1, id: 'a' },
      { key: 0, id: 'b' },
      { key: 1, id: 'c' },
    ];
    const ids = (descending: boolean) =>
      sortRows(rows, ({ key }) => key, descending, collator).map(({ id }) => id);
    expect(ids(false)).toEqual(['b', 'a', 'c']);
    expect(ids(true)).toEqual(['a', 'c', 'b']);
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});

test.each(['name', '-name'])('the order "%s" is read as it is written', (text) => {
  const order = parseSort(text);
  expect(order && sortText(order)).toBe(text);
});

test('no text is no order', () => {
  expect(parseSort('')).toBeNull();
});
