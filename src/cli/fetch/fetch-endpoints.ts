import { AppError, type Diagnostic, exitCode } from '../../domain/diagnostic.js';
import type { HttpClient } from '../../domain/http.js';
import { dateOfInstant } from '../../domain/instants.js';
import type { Language } from '../../domain/text.js';
import { fetchPages } from '../../fleet/fetch/fetch-pages.js';
import { type FetchRecord, instant, pageRecord, sha256 } from '../../fleet/fetch/fetch-record.js';
import { maxPageBytes } from '../../fleet/fetch/limits.js';
import { firstAddress, requestOf } from '../../fleet/fetch/request-address.js';
import type { SourceFetch } from '../../fleet/fetch/source-fetch.js';
import { createWalk } from '../../fleet/fetch/walk.js';
import { message } from '../../messages/catalogue.js';
import { now } from '../../platform/clock.js';
import { write } from '../../platform/output.js';
import { onInterrupt } from '../../platform/signals.js';
import { sleep } from '../../platform/sleep.js';
import { show } from '../print.js';
import type { Progress } from '../progress.js';
import type { FetchFolder } from './fetch-folder.js';
import { joinPages } from './join-pages.js';
import { resumeWalk } from './resume-walk.js';

/** Seconds without a byte after which a connection counts as dead, whatever one answer may take in all. */
const maxIdleSeconds = 60;

/** What one fetch is made of. */
export interface FetchOptions {
  readonly source: string;
  readonly fetch: SourceFetch;
  /** The console's address, checked (`consoleAddress`). */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly client: HttpClient;
  /** Longest wait for one answer, in seconds. */
  readonly timeout: number;
  readonly folder: FetchFolder;
  readonly progress: Progress;
  readonly language: Language;
}

/** A whole fetch. */
export interface Fetched {
  readonly record: FetchRecord;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Fetches everything, page by page into the folder, and joins the pages at the end. Throws `AppError` when it can't: what came
 * until then is kept, and the record says that it isn't whole.
 */
export async function fetchEndpoints(options: FetchOptions): Promise<Fetched> {
  const { source, fetch, address, folder, progress } = options;
  const walk = createWalk(address, fetch);
  const { earlier } = folder;
  const begun = now();
  if (earlier) await resumeWalk(walk, earlier, { source, address, fetch, folder, now: begun });
  let record: FetchRecord = {
    schemaVersion: 1,
    source,
    address,
    firstRequest: requestOf(firstAddress(address, fetch)),
    started: earlier?.started ?? instant(begun),
    resumed: earlier ? [...earlier.resumed, instant(begun)] : [],
    finished: null,
    complete: false,
    total: earlier?.total ?? null,
    records: earlier?.records ?? 0,
    distinct: earlier?.distinct ?? 0,
    problem: null,
    pages: earlier?.pages ?? [],
    report: null,
  };
  const label = message('fetch.progress', { source });
  progress.start(label);
  const forget = onInterrupt(async () => {
    const kept = { pages: record.pages.length, folder: folder.path };
    if (kept.pages === 0) return;
    await write('stderr', `${show(message('fetch.interrupted', kept), options.language)}\n`);
  });
  const problem = await fetchPages({
    fetch,
    walk,
    headers: options.headers,
    client: options.client,
    limits: {
      maxBytes: maxPageBytes,
      idleMilliseconds: Math.min(options.timeout, maxIdleSeconds) * 1000,
      totalMilliseconds: options.timeout * 1000,
    },
    now,
    async sleep(milliseconds) {
      progress.start(message('fetch.waiting', { seconds: Math.ceil(milliseconds / 1000) }));
      await sleep(milliseconds);
      progress.start(label);
    },
    async onPage(page) {
      const { records, distinct, total = null } = walk;
      const pages = [...record.pages, pageRecord(page, record.pages.length + 1, now())];
      record = { ...record, records, distinct, total, pages };
      await folder.keepPage(page.bytes, record);
      progress.update(records, total ?? 0);
    },
  }).finally(forget);
  if (problem) {
    const hints = [...problem.hints];
    if (record.pages.length > 0) {
      await folder.keepRecord({ ...record, problem: problem.message.key });
      hints.push(message('fetch.kept', { pages: record.pages.length, folder: folder.path }));
    }
    throw new AppError({ message: problem.message, hints, exit: problem.exit });
  }
  return finish(options, record);
}

async function finish(
  { source, fetch, folder }: FetchOptions,
  record: FetchRecord,
): Promise<Fetched> {
  const data = await joinPages(folder.files, record.pages, fetch);
  const file = `${source}-${dateOfInstant(Date.parse(record.started))}.json`;
  await folder.keepReport(file, data);
  const whole: FetchRecord = {
    ...record,
    finished: instant(now()),
    complete: true,
    report: { file, bytes: data.length, sha256: sha256(data) },
  };
  await folder.keepRecord(whole);
  return { record: whole, diagnostics: remarks(whole) };
}

function remarks({ records, distinct }: FetchRecord): readonly Diagnostic[] {
  const remark = (code: 'fetch.no_machine' | 'fetch.twice', twice: number): Diagnostic => ({
    code,
    severity: 'warning',
    message: code === 'fetch.twice' ? message(code, { twice }) : message(code),
  });
  if (records === 0) return [remark('fetch.no_machine', 0)];
  return distinct < records ? [remark('fetch.twice', records - distinct)] : [];
}

/** A list without a machine concludes nothing. */
export function exitOf({ record }: Fetched): typeof exitCode.ok | typeof exitCode.inconclusive {
  return record.records === 0 ? exitCode.inconclusive : exitCode.ok;
}
