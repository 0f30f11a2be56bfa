import type { HttpClient, HttpLimits, HttpProblem } from '../../domain/http.js';
import { message } from '../../messages/catalogue.js';
import { answerProblem, wayProblem } from './answer-problem.js';
import { type FetchProblem, notWhole } from './fetch-problem.js';
import { maxAttempts, maxFetchMilliseconds, maxWaitMilliseconds } from './limits.js';
import { type PageReading, readPage } from './read-page.js';
import { mayPass, waitAfter, wayMayPass } from './retry.js';
import type { SourceFetch } from './source-fetch.js';
import type { Walk } from './walk.js';

/** What fetching needs from outside. */
export interface FetchJob {
  readonly fetch: SourceFetch;
  /** Fresh, or told the pages of an earlier run. */
  readonly walk: Walk;
  /** The token's header and those that the user gives. */
  readonly headers: Readonly<Record<string, string>>;
  readonly client: HttpClient;
  readonly limits: HttpLimits;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Keeps a page; the next one is asked for only when it is kept. */
  readonly onPage: (page: FetchedPage) => Promise<void>;
}

/** A page as it came. */
export interface FetchedPage {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly reading: PageReading;
}

/**
 * Reads page after page until the list is whole; returns undefined then, and otherwise why it isn't. Every page that could be
 * read has been given to `onPage` by then. Throws only what `onPage` throws.
 */
export async function fetchPages(job: FetchJob): Promise<FetchProblem | undefined> {
  const started = job.now();
  for (;;) {
    const step = job.walk.next();
    if (step.kind === 'end') return undefined;
    if (step.kind === 'stop') return step.problem;
    const page = await askPatiently(step.url, job, started + maxFetchMilliseconds);
    if ('message' in page) return page;
    job.walk.add(page.url, page.reading, page.bytes.length);
    await job.onPage(page);
  }
}

type Attempt =
  | FetchedPage
  | { readonly problem: FetchProblem; readonly again: boolean; readonly retryAfter?: string };

/** One page, asked for again after a wait while that may help. `deadline` is in milliseconds since 1970. */
async function askPatiently(
  url: string,
  job: FetchJob,
  deadline: number,
): Promise<FetchedPage | FetchProblem> {
  for (let failures = 1; ; failures += 1) {
    const found = await ask(url, job);
    if ('url' in found) return found;
    if (!found.again) return found.problem;
    const { hints, message: last } = found.problem;
    if (failures >= maxAttempts) {
      return notWhole(message('fetch.gave_up', { attempts: failures, last }), ...hints);
    }
    const wait = waitAfter(failures, found.retryAfter, job.now());
    if (wait > maxWaitMilliseconds || job.now() + wait > deadline) {
      const seconds = Math.ceil(wait / 1000);
      return notWhole(message('fetch.wait_too_long', { seconds, last }), ...hints);
    }
    await job.sleep(wait);
  }
}

async function ask(url: string, job: FetchJob): Promise<Attempt> {
  const result = await job.client.get(url, job.headers, job.limits);
  if (result.kind === 'problem') return onTheWay(result);
  const problem = answerProblem(result);
  if (problem) {
    const retryAfter = result.headers['retry-after'];
    return {
      problem,
      again: mayPass(result.status),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
  }
  const reading = readPage(result.body, job.fetch);
  if ('problem' in reading) return { problem: reading.problem, again: reading.cause === 'json' };
  return { url, bytes: result.body, reading };
}

function onTheWay(problem: HttpProblem): Attempt {
  return { problem: wayProblem(problem), again: wayMayPass(problem.reason) };
}
