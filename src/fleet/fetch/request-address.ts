import type { SourceFetch } from './source-fetch.js';

/** The address of the first page: the console's base address, the source's path, its constant parameters, those of paging. */
export function firstAddress(base: string, fetch: SourceFetch): string {
  const { paging } = fetch;
  const query: [string, string][] = Object.entries(fetch.query ?? {});
  if (paging.style === 'offset') query.push([paging.offsetParam, '0']);
  if (paging.style === 'page') query.push([paging.pageParam, String(paging.first)]);
  if ('limitParam' in paging) query.push([paging.limitParam, String(paging.limit)]);
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}${fetch.path}`;
  for (const [name, value] of query) url.searchParams.set(name, value);
  return url.href;
}

/** The same address with one parameter set. */
export function withParameter(address: string, name: string, value: string): string {
  const url = new URL(address);
  url.searchParams.set(name, value);
  return url.href;
}

/** A link that a page holds, made whole; undefined when it leads to another origin or carries a name or password. */
export function linkedAddress(link: string, page: string): string | undefined {
  const { origin } = new URL(page);
  if (!URL.canParse(link, page)) return undefined;
  const url = new URL(link, page);
  if (url.origin !== origin || url.username !== '' || url.password !== '') return undefined;
  url.hash = '';
  return url.href;
}

/** Path and parameters of an address: what identifies a request without the console's name. */
export function requestOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}
