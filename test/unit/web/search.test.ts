import { describe, expect, test } from 'vitest';
import { createSearch, foldWords } from '../../../src/web/tables/search.js';

const find = (query: string, ...rows: readonly (readonly string[])[]) =>
  createSearch()(rows, (texts) => texts, query);

describe('one text', () => {
  test.each([
    { query: 'so y te', text: 'Sở Y tế', fits: true },
    { query: 'SỞ Y TẾ', text: 'Sở Y tế', fits: true },
    { query: 'so y t', text: 'Sở Y tế', fits: true },
    { query: 'dong dang', text: 'Khu kinh tế cửa khẩu Đồng Đăng', fits: true },
    { query: 'te so', text: 'Sở Y tế', fits: true },
    { query: 'ke', text: 'Sở Y tế', fits: false },
    { query: 'o', text: 'Sở Y tế', fits: false },
    { query: '331', text: 'Điều 18 NĐ 331/2026', fits: true },
    { query: 'NĐ 331/2026', text: 'Điều 18 NĐ 331/2026', fits: true },
    { query: 'CL-01', text: 'CL-01', fits: true },
    { query: 'cl-0', text: 'CL-01', fits: true },
    { query: '', text: 'anything', fits: true },
    { query: '  -  ', text: 'anything', fits: true },
    { query: 'Sở Y tế'.normalize('NFD'), text: 'Sở Y tế', fits: true },
    { query: 'so', text: 'Sở Y tế'.normalize('NFD'), fits: true },
  ])('"$query" in "$text": $fits', ({ query, text, fits }) => {
    expect(find(query, [text])).toEqual(fits ? [[text]] : []);
  });
});

describe('many rows', () => {
  const health = ['Sở Y tế', 'Không có phần mềm chống mã độc'];
  const scattered = ['Sở Nội vụ', 'ý kiến về tệp'];

  test('the whole query in one text comes before its words anywhere', () => {
    expect(find('so y te', health, scattered)).toEqual([health]);
  });

  test('words in different texts are found where no text has them all', () => {
    expect(find('ma doc so y te', health, scattered)).toEqual([health]);
    expect(find('te so', scattered)).toEqual([scattered]);
  });

  test('a query that nothing fits finds nothing', () => {
    expect(find('so y te khac', health, scattered)).toEqual([]);
  });
});

test('a text’s words stand apart, without marks', () => {
  expect(foldWords(' Điểm a, khoản 2 (Đ.12)')).toBe(' diem a khoan 2 d 12');
});
