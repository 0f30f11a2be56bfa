import { describe, expect, test } from 'vitest';
import type { HttpResult } from '../../../../src/domain/http.js';
import { maxPages } from '../../../../src/fleet/fetch/limits.js';
import type { SourceFetch } from '../../../../src/fleet/fetch/source-fetch.js';
import { createWalk } from '../../../../src/fleet/fetch/walk.js';
import { answer, cursor, fetched, items, link, offset, source } from './made-console.js';

describe('a list that isn’t whole', () => {
  const table: readonly {
    readonly name: string;
    readonly fetch: SourceFetch;
    readonly answers: readonly HttpResult[];
    readonly key: string;
    readonly exit: number;
    readonly requests: number;
  }[] = [
    {
      name: 'a link back to a page already fetched',
      fetch: source(link),
      answers: [
        answer({ items: items(1), '@odata.nextLink': '?b' }),
        answer({ items: items(2), '@odata.nextLink': '/base/list' }),
      ],
      key: 'fetch.repeated',
      exit: 4,
      requests: 2,
    },
    {
      name: 'new links, old records',
      fetch: source(offset),
      answers: [answer({ items: items(1, 2) })],
      key: 'fetch.nothing_new',
      exit: 4,
      requests: 2,
    },
    {
      name: 'empty pages that go on',
      fetch: source(cursor),
      answers: [1, 2, 3, 4].map((next) => answer({ items: [], paging: { next } })),
      key: 'fetch.empty_pages',
      exit: 4,
      requests: 3,
    },
    ...[
      'https://evil.example/base/list?p=2',
      'http://console.example/base/list?p=2',
      'https://console.example:8443/list',
      '//evil.example/list',
      'https://user@console.example/base/list',
      'file:///etc/passwd',
    ].map((href) => ({
      name: `a link to another origin: ${href}`,
      fetch: source(link),
      answers: [answer({ items: items(1), '@odata.nextLink': href })],
      key: 'fetch.other_origin',
      exit: 2,
      requests: 1,
    })),
    {
      name: 'a mark that is an object',
      fetch: source(cursor),
      answers: [answer({ items: items(1), paging: { next: {} } })],
      key: 'fetch.bad_next',
      exit: 2,
      requests: 1,
    },
    {
      name: 'fewer records than the total, end by an empty page',
      fetch: source(offset, { total: 'total' }),
      answers: [answer({ items: items(1, 2), total: 5 }), answer({ items: [], total: 0 })],
      key: 'fetch.incomplete',
      exit: 4,
      requests: 2,
    },
    {
      name: 'as many records as the total, but one twice',
      fetch: source(offset, { total: 'total' }),
      answers: [answer({ items: items(1, 2), total: 4 }), answer({ items: items(2, 3), total: 4 })],
      key: 'fetch.incomplete',
      exit: 4,
      requests: 2,
    },
    {
      name: 'no list at the place',
      fetch: source({ style: 'none' }),
      answers: [answer({ item: [] })],
      key: 'fetch.no_records',
      exit: 2,
      requests: 1,
    },
    {
      name: 'the list is inherited, not the page’s own',
      fetch: source({ style: 'none' }, { records: 'constructor' }),
      answers: [answer({})],
      key: 'fetch.no_records',
      exit: 2,
      requests: 1,
    },
    ...[401, 403].map((status) => ({
      name: `HTTP ${status}, never tried again`,
      fetch: source(link),
      answers: [answer('', { status })],
      key: 'fetch.unauthorised',
      exit: 2,
      requests: 1,
    })),
    ...[204, 206, 302, 404].map((status) => ({
      name: `HTTP ${status}`,
      fetch: source(link),
      answers: [answer('{}', { status })],
      key: 'fetch.refused',
      exit: 2,
      requests: 1,
    })),
    ...['text/html', 'application/jsonp', ''].map((type) => ({
      name: `content type «${type}»`,
      fetch: source(link),
      answers: [answer('{"items":[]}', { headers: { 'content-type': type } })],
      key: 'fetch.not_json',
      exit: 2,
      requests: 1,
    })),
    {
      name: 'JSON that is always cut off',
      fetch: source(link),
      answers: [answer('{"items":[{')],
      key: 'fetch.gave_up',
      exit: 4,
      requests: 5,
    },
    {
      name: 'a server that is always at fault',
      fetch: source(link),
      answers: [answer('', { status: 503 })],
      key: 'fetch.gave_up',
      exit: 4,
      requests: 5,
    },
    {
      name: 'a certificate that doesn’t hold, never tried again',
      fetch: source(link),
      answers: [{ kind: 'problem', reason: 'untrusted', detail: 'X' }],
      key: 'fetch.untrusted',
      exit: 2,
      requests: 1,
    },
  ];
  test.each(table)('$name', async ({ fetch, answers, key, exit, requests }) => {
    const found = await fetched(fetch, answers);
    expect({ key: found.problem?.key, exit: found.exit, requests: found.asked.length }).toEqual({
      key,
      exit,
      requests,
    });
  });

  test('an endless list ends at the limit of pages', () => {
    let page = 0;
    const walk = createWalk('https://console.example', source(cursor));
    let step = walk.next();
    while (step.kind === 'ask') {
      page += 1;
      walk.add(step.url, { records: [`{"id":${page}}`], total: undefined, next: `${page}` }, 10);
      step = walk.next();
    }
    expect({ page, step }).toMatchObject({
      page: maxPages,
      step: { kind: 'stop', problem: { message: { key: 'fetch.too_many_pages' }, exit: 4 } },
    });
  });

  test('a list beyond the limit of bytes', () => {
    const walk = createWalk('https://console.example', source(cursor));
    const step = walk.next();
    if (step.kind !== 'ask') throw new Error('nothing asked');
    walk.add(step.url, { records: ['1'], total: undefined, next: 'a' }, 257 * 1024 * 1024);
    expect(walk.next()).toMatchObject({ problem: { message: { key: 'fetch.too_many_bytes' } } });
  });
});
