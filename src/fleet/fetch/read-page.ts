import { message } from '../../messages/catalogue.js';
import { type FetchProblem, notWhole, wrongInput } from './fetch-problem.js';
import { keysTo, valueAt } from './json-place.js';
import { recordTexts } from './record-texts.js';
import type { SourceFetch } from './source-fetch.js';

/** What one page says. */
export interface PageReading {
  /** Each record as it stands in the page. */
  readonly records: readonly string[];
  /** Records in all, as the page says; undefined when it doesn't. */
  readonly total: number | undefined;
  /** Address or mark of the next page; undefined when there is none, `false` when it is neither text nor number. */
  readonly next: string | undefined | false;
}

/** `json`: it is no valid JSON, which a page cut off in transit isn't either, so asking again may help. */
export type PageProblem = { readonly problem: FetchProblem; readonly cause: 'json' | 'shape' };

/** Reads a page's bytes as the source describes them. Never throws. */
export function readPage(bytes: Uint8Array, fetch: SourceFetch): PageReading | PageProblem {
  let text: string;
  let document: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    document = JSON.parse(text);
  } catch {
    return { problem: notWhole(message('fetch.bad_json')), cause: 'json' };
  }
  const keys = fetch.records === undefined ? [] : keysTo(document, fetch.records);
  const list = fetch.records === undefined ? document : valueAt(document, fetch.records);
  if (!keys || !Array.isArray(list)) {
    const place = fetch.records ?? message('schema.root');
    const problem = wrongInput(
      message('fetch.no_records', { place }),
      message('fetch.no_records.hint'),
    );
    return { problem, cause: 'shape' };
  }
  const { paging } = fetch;
  const next = 'at' in paging ? mark(valueAt(document, paging.at)) : undefined;
  const total = fetch.total === undefined ? undefined : count(valueAt(document, fetch.total));
  return { records: recordTexts(text, keys), total, next };
}

function mark(value: unknown): string | undefined | false {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : false;
}

/** Some consoles write numbers as text. */
function count(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0
    ? number
    : undefined;
}
