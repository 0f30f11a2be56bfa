import { expect, test } from 'vitest';
import { webWords } from '../../../src/reports/web/web-words.js';
import { sayIn } from '../../../src/web/report/say.js';

const say = sayIn(webWords('vi'), (value) => new Intl.NumberFormat('vi-VN').format(value));

test.each([
  {
    name: 'numbers as the language writes them',
    params: { shown: 3, count: 5519 },
    text: '3 trong 5.519 dòng',
  },
  {
    name: 'a value is never a template',
    params: { shown: '{count}', count: 1 },
    text: '{count} trong 1 dòng',
  },
  { name: 'a missing value leaves its place', params: { count: 1 }, text: '{shown} trong 1 dòng' },
])('$name', ({ params, text }) => {
  expect(say('list.shown', params)).toBe(text);
});
