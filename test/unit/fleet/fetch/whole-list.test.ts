import { describe, expect, test } from 'vitest';
import type { SourceFetch } from '../../../../src/fleet/fetch/source-fetch.js';
import { answer, cursor, fetched, items, link, numbered, offset, source } from './made-console.js';

const { records: _, ...listItself } = source({ style: 'none' });

describe('a list comes whole', () => {
  const table: readonly {
    readonly name: string;
    readonly fetch: SourceFetch;
    readonly answers: readonly unknown[];
    readonly asked: readonly string[];
  }[] = [
    {
      name: 'one page, constant parameters',
      fetch: source({ style: 'none' }, { query: { view: 'full' } }),
      answers: [{ items: items(1) }],
      asked: ['/base/list?view=full'],
    },
    {
      name: 'the page itself is the list',
      fetch: listItself,
      answers: [items(1, 2)],
      asked: ['/base/list'],
    },
    {
      name: 'next links, absolute and relative, then none',
      fetch: source(link),
      answers: [
        { items: items(1), '@odata.nextLink': 'https://console.example/base/list?skip=1' },
        { items: items(2), '@odata.nextLink': '?skip=2' },
        { items: items(3) },
      ],
      asked: ['/base/list', '/base/list?skip=1', '/base/list?skip=2'],
    },
    {
      name: 'a page without records on the way',
      fetch: source(link),
      answers: [
        { items: items(1), '@odata.nextLink': '?skip=1' },
        { items: [], '@odata.nextLink': '?skip=2' },
        { items: items(2), '@odata.nextLink': '' },
      ],
      asked: ['/base/list', '/base/list?skip=1', '/base/list?skip=2'],
    },
    {
      name: 'a cursor, which is escaped, until it is null',
      fetch: source(cursor),
      answers: [
        { items: items(1), paging: { next: 'a&b=c' } },
        { items: items(2), paging: { next: null } },
      ],
      asked: ['/base/list', '/base/list?from=a%26b%3Dc'],
    },
    {
      name: 'offsets until the total is reached',
      fetch: source(offset, { total: 'total' }),
      answers: [
        { items: items(1, 2), total: 4 },
        { items: items(3, 4), total: '4' },
      ],
      asked: ['/base/list?offset=0&limit=2', '/base/list?offset=2&limit=2'],
    },
    {
      name: 'offsets without a total until a page is empty, by what really came',
      fetch: source(offset),
      answers: [{ items: items(1) }, { items: items(2, 3) }, { items: [] }],
      asked: [
        '/base/list?offset=0&limit=2',
        '/base/list?offset=1&limit=2',
        '/base/list?offset=3&limit=2',
      ],
    },
    {
      name: 'page numbers until a page is empty',
      fetch: source(numbered),
      answers: [{ items: items(1, 2) }, { items: items(3) }, { items: [] }],
      asked: ['/base/list?page=1&size=2', '/base/list?page=2&size=2', '/base/list?page=3&size=2'],
    },
    {
      name: 'page numbers from 0',
      fetch: source({ ...numbered, first: 0 }, { total: 'total' }),
      answers: [{ items: items(1, 2), total: 2 }],
      asked: ['/base/list?page=0&size=2'],
    },
    {
      name: 'an empty list',
      fetch: source(offset, { total: 'total' }),
      answers: [{ items: [], total: 0 }],
      asked: ['/base/list?offset=0&limit=2'],
    },
  ];
  test.each(table)('$name', async ({ fetch, answers, asked }) => {
    const found = await fetched(
      fetch,
      answers.map((body) => answer(body)),
    );
    expect(found).toMatchObject({ problem: undefined, asked, waits: [] });
  });
});

test('what a record says stays as it was written', async () => {
  const page = '{"n": 1, "items": [ {"id": 12345678901234567890, "t": "a]\\"}," } , [1.0] ,"x"]}';
  const { kept } = await fetched(source({ style: 'none' }), [answer(page)]);
  expect(kept).toEqual([['{"id": 12345678901234567890, "t": "a]\\"}," }', '[1.0]', '"x"']]);
});
