import { AppError, exitCode } from '../../domain/diagnostic.js';
import { type FetchRecord, sha256 } from '../../fleet/fetch/fetch-record.js';
import { maxPageBytes, maxResumeMilliseconds } from '../../fleet/fetch/limits.js';
import { readPage } from '../../fleet/fetch/read-page.js';
import { requestOf } from '../../fleet/fetch/request-address.js';
import type { SourceFetch } from '../../fleet/fetch/source-fetch.js';
import type { Walk } from '../../fleet/fetch/walk.js';
import { message } from '../../messages/catalogue.js';
import type { FetchFolder } from './fetch-folder.js';

/**
 * Tells a fresh walk the pages that an unfinished fetch kept. Throws `AppError`: exit 5 when a page is no longer what was
 * received, exit 2 when the fetch is another one (source, address, description) or too old.
 */
export async function resumeWalk(
  walk: Walk,
  earlier: FetchRecord,
  job: {
    readonly source: string;
    readonly address: string;
    readonly fetch: SourceFetch;
    readonly folder: FetchFolder;
    readonly now: number;
  },
): Promise<void> {
  if (earlier.source !== job.source || earlier.address !== job.address) throw another(job.folder);
  if (job.now - Date.parse(earlier.started) > maxResumeMilliseconds) {
    throw new AppError({
      message: message('fetch.too_old', { started: earlier.started }),
      hints: [message('fetch.start_anew')],
    });
  }
  for (const page of earlier.pages) {
    const bytes = await job.folder.files.read(page.file, maxPageBytes);
    if (sha256(bytes) !== page.sha256) {
      throw new AppError({
        message: message('fetch.changed_page', { file: page.file }),
        hints: [message('fetch.start_anew')],
        exit: exitCode.integrity,
      });
    }
    const step = walk.next();
    const reading = readPage(bytes, job.fetch);
    if (step.kind !== 'ask' || requestOf(step.url) !== page.request || 'problem' in reading) {
      throw another(job.folder);
    }
    walk.add(step.url, reading, bytes.length);
  }
}

function another({ path }: FetchFolder): AppError {
  return new AppError({
    message: message('fetch.another', { path }),
    hints: [message('fetch.start_anew')],
  });
}
