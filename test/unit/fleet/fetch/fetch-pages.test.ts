import { describe, expect, test } from 'vitest';
import type { HttpResult } from '../../../../src/domain/http.js';
import { answer, fetched, items, link, source } from './made-console.js';

describe('asking again', () => {
  const good = answer({ items: items(1) });
  const busy = (retryAfter?: string, status = 429) =>
    answer('', { status, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } });
  const table: readonly {
    readonly name: string;
    readonly answers: readonly HttpResult[];
    readonly waits: readonly number[];
  }[] = [
    { name: 'as long as the server asks for', answers: [busy('7'), good], waits: [7000] },
    { name: 'at once when it asks for 0', answers: [busy('0'), good], waits: [0] },
    {
      name: 'until the moment it names',
      answers: [busy('Thu, 01 Jan 1970 00:00:42 GMT'), good],
      waits: [42_000],
    },
    {
      name: 'at once when that moment has passed',
      answers: [busy('Wed, 31 Dec 1969 23:59:59 GMT'), good],
      waits: [0],
    },
    {
      name: 'twice as long each time when it says nothing or nonsense',
      answers: [busy(), busy('soon'), busy(undefined, 500), busy(undefined, 503), good],
      waits: [1000, 2000, 4000, 8000],
    },
    {
      name: 'after a connection that broke, was slow, was cut off',
      answers: [
        ...(['unreachable', 'slow', 'cut_off'] as const).map((reason) => ({
          kind: 'problem' as const,
          reason,
          detail: '',
        })),
        good,
      ],
      waits: [1000, 2000, 4000],
    },
    { name: 'after JSON that was cut off', answers: [answer('{"items":[{'), good], waits: [1000] },
  ];
  test.each(table)('$name', async ({ answers, waits }) => {
    const found = await fetched(source(link), answers);
    expect(found).toMatchObject({ problem: undefined, waits, kept: [['{"id":1}']] });
  });

  test('not when the server asks for a wait beyond the limit', async () => {
    const first = answer({ items: items(1), '@odata.nextLink': '?b' });
    const found = await fetched(source(link), [first, busy('601')]);
    expect(found).toMatchObject({ exit: 4, waits: [], kept: [['{"id":1}']] });
    expect(found.problem?.key).toBe('fetch.wait_too_long');
  });

  test('not when the wait goes beyond the end of the whole fetch', async () => {
    const answers = Array.from({ length: 20 }, (_, page) => [
      busy('599'),
      answer({ items: items(page), '@odata.nextLink': `?p=${page}` }),
    ]).flat();
    const found = await fetched(source(link), answers);
    expect(found.problem?.key).toBe('fetch.wait_too_long');
    expect(found.waits).toHaveLength(12);
  });
});
