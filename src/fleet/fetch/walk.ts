import { createHash } from 'node:crypto';
import { message } from '../../messages/catalogue.js';
import { type FetchProblem, notWhole, wrongInput } from './fetch-problem.js';
import { maxEmptyPages, maxNextLength, maxPages, maxTotalBytes } from './limits.js';
import type { PageReading } from './read-page.js';
import { firstAddress, linkedAddress, withParameter } from './request-address.js';
import type { SourceFetch } from './source-fetch.js';

/** What to do next: ask for an address, nothing more, or give up. */
export type Step =
  | { readonly kind: 'ask'; readonly url: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'stop'; readonly problem: FetchProblem };

/**
 * The way through a list that comes in pages: told each page, it says what to ask for next. It asks for nothing twice, ends at
 * the limits, and believes neither a link that goes round nor a page that repeats. Pages of an earlier run are told to it in
 * the same way, so going on is the same as never having stopped. No input, no output.
 */
export interface Walk {
  readonly pages: number;
  readonly records: number;
  /** Records that differ from each other. */
  readonly distinct: number;
  /** The largest number of records in all that a page said. */
  readonly total: number | undefined;
  next(): Step;
  /** Takes in the page that came for the last step's address. */
  add(url: string, page: PageReading, bytes: number): void;
}

export function createWalk(base: string, fetch: SourceFetch): Walk {
  const first = firstAddress(base, fetch);
  const asked = new Set<string>();
  const seen = new Set<string>();
  let records = 0;
  let bytes = 0;
  let total: number | undefined;
  let empty = 0;
  let stale = false;
  let last: { readonly url: string; readonly page: PageReading } | undefined;

  const next = (): Step => {
    if (!last) return { kind: 'ask', url: first };
    if (stale) return stop(notWhole(message('fetch.nothing_new', { page: asked.size })));
    if (bytes > maxTotalBytes) {
      return stop(notWhole(message('fetch.too_many_bytes', { megabytes: maxTotalBytes >> 20 })));
    }
    const address = after(last.url, last.page);
    if (typeof address !== 'string') {
      if (address) return stop(address);
      return total !== undefined && seen.size < total
        ? stop(notWhole(message('fetch.incomplete', { records: seen.size, total })))
        : { kind: 'end' };
    }
    if (empty >= maxEmptyPages) return stop(notWhole(message('fetch.empty_pages', { empty })));
    if (asked.has(address)) return stop(notWhole(message('fetch.repeated', { page: asked.size })));
    if (asked.size >= maxPages)
      return stop(notWhole(message('fetch.too_many_pages', { maxPages })));
    return { kind: 'ask', url: address };
  };

  /** The address behind a page; undefined at the end. */
  const after = (url: string, page: PageReading): string | undefined | FetchProblem => {
    const { paging } = fetch;
    const reached = page.records.length === 0 || (total !== undefined && records >= total);
    switch (paging.style) {
      case 'none':
        return undefined;
      case 'offset':
        return reached ? undefined : withParameter(first, paging.offsetParam, String(records));
      case 'page':
        return reached
          ? undefined
          : withParameter(first, paging.pageParam, String(paging.first + asked.size));
      case 'cursor':
      case 'next_link': {
        if (page.next === undefined) return undefined;
        if (page.next === false || page.next.length > maxNextLength) {
          return wrongInput(message('fetch.bad_next', { place: paging.at }));
        }
        if (paging.style === 'cursor') return withParameter(first, paging.param, page.next);
        return (
          linkedAddress(page.next, url) ??
          wrongInput(
            message('fetch.other_origin', { host: hostOf(page.next, url) }),
            message('fetch.other_origin.hint'),
          )
        );
      }
    }
  };

  return {
    get pages() {
      return asked.size;
    },
    get records() {
      return records;
    },
    get distinct() {
      return seen.size;
    },
    get total() {
      return total;
    },
    next,
    add(url, page, size) {
      const before = seen.size;
      for (const text of page.records) seen.add(digest(text));
      asked.add(url);
      records += page.records.length;
      bytes += size;
      empty = page.records.length === 0 ? empty + 1 : 0;
      stale = page.records.length > 0 && seen.size === before;
      if (page.total !== undefined) total = Math.max(total ?? 0, page.total);
      last = { url, page };
    },
  };
}

function stop(problem: FetchProblem): Step {
  return { kind: 'stop', problem };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function hostOf(link: string, page: string): string {
  return URL.canParse(link, page) ? new URL(link, page).host : link.slice(0, 100);
}
