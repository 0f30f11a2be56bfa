import type { HttpResult } from '../../../../src/domain/http.js';
import { fetchPages } from '../../../../src/fleet/fetch/fetch-pages.js';
import { requestOf } from '../../../../src/fleet/fetch/request-address.js';
import type { Paging, SourceFetch } from '../../../../src/fleet/fetch/source-fetch.js';
import { createWalk } from '../../../../src/fleet/fetch/walk.js';

export const offset: Paging = {
  style: 'offset',
  offsetParam: 'offset',
  limitParam: 'limit',
  limit: 2,
};
export const numbered = {
  style: 'page',
  pageParam: 'page',
  limitParam: 'size',
  limit: 2,
  first: 1,
} as const satisfies Paging;
export const link: Paging = { style: 'next_link', at: '@odata.nextLink' };
export const cursor: Paging = { style: 'cursor', at: 'paging.next', param: 'from' };

/** A source of a made console. */
export function source(paging: Paging, more: Partial<SourceFetch> = {}): SourceFetch {
  return {
    path: '/list',
    auth: { scheme: 'bearer' },
    records: 'items',
    paging,
    citation: 'x',
    certainty: 'text',
    ...more,
  };
}

/** An answer of status 200 with JSON, unless told otherwise. */
export function answer(body: unknown, more: Readonly<Record<string, unknown>> = {}): HttpResult {
  return {
    kind: 'answer',
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    ...more,
  } as HttpResult;
}

/** Fetches with a client that gives these answers in turn (the last one for ever). */
export async function fetched(fetch: SourceFetch, answers: readonly HttpResult[]) {
  let clock = 0;
  const asked: string[] = [];
  const waits: number[] = [];
  const kept: (readonly string[])[] = [];
  const walk = createWalk('https://console.example/base/', fetch);
  const problem = await fetchPages({
    fetch,
    walk,
    headers: { Authorization: 'Bearer secret' },
    client: {
      async get(url) {
        asked.push(requestOf(url));
        return answers[Math.min(asked.length, answers.length) - 1] ?? answer({});
      },
    },
    limits: { maxBytes: 1, idleMilliseconds: 1, totalMilliseconds: 1 },
    now: () => clock,
    async sleep(milliseconds) {
      waits.push(milliseconds);
      clock += milliseconds;
    },
    async onPage({ reading }) {
      kept.push(reading.records);
    },
  });
  return { asked, waits, kept, walk, problem: problem?.message, exit: problem?.exit };
}

/** Records with these ids. */
export const items = (...ids: readonly number[]) => ids.map((id) => ({ id }));
