import { describe, expect, test } from 'vitest';
import { addressText, parseRoute, routeHref } from '../../../src/web/routes/route.js';

describe('an address', () => {
  test.each([
    { fragment: '', screen: 'overview', path: [], query: {} },
    { fragment: '#/', screen: 'overview', path: [], query: {} },
    { fragment: '#/?kind=commune', screen: 'overview', path: [], query: { kind: 'commune' } },
    { fragment: '#/agency/so-y-te', screen: 'agency', path: ['so-y-te'], query: {} },
    {
      fragment: '#/findings?q=ma+doc&severity=critical%7Chigh',
      screen: 'findings',
      path: [],
      query: { q: 'ma doc', severity: 'critical|high' },
    },
    { fragment: '#/article/a%2Fb%3Fc', screen: 'article', path: ['a/b?c'], query: {} },
    { fragment: '#/article/100%', screen: 'article', path: ['100%'], query: {} },
    { fragment: '#/findings?q=a?b', screen: 'findings', path: [], query: { q: 'a?b' } },
  ])('$fragment', ({ fragment, ...route }) => {
    expect(parseRoute(fragment)).toEqual(route);
  });

  test.each(['#/nonsense', '#main', '#/constructor', '#/__proto__'])('%s names nothing', (text) => {
    expect(parseRoute(text)).toBeNull();
  });
});

test.each([
  { name: 'a citation', part: 'Điểm a, khoản 2 Điều 12 NĐ 331/2026' },
  { name: 'a finding', part: 'CL-01:system:so-y-te:mot-cua' },
  { name: 'markup', part: '"><script>?#&%' },
  { name: 'half a character', part: 'nửa \uD83D cặp' },
  { name: 'a whole one', part: '💻' },
])('what is written is read again: $name', ({ part }) => {
  const href = routeHref('article', [part], { q: 'a b&c', sort: '' });
  expect(parseRoute(href)).toEqual({
    screen: 'article',
    path: [addressText(part)],
    query: { q: 'a b&c' },
  });
  expect(href).not.toMatch(/[\s"<>]/);
});

test('only halves of characters are replaced', () => {
  expect(addressText('a\uD83Db 💻 ế')).toBe('a\uFFFDb 💻 ế');
});
