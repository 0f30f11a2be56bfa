import { AppError, exitCode } from '../../domain/diagnostic.js';
import type { Files } from '../../domain/files.js';
import { type PageRecord, sha256 } from '../../fleet/fetch/fetch-record.js';
import { maxPageBytes } from '../../fleet/fetch/limits.js';
import { readPage } from '../../fleet/fetch/read-page.js';
import type { SourceFetch } from '../../fleet/fetch/source-fetch.js';
import { message } from '../../messages/catalogue.js';

/**
 * All records of the kept pages as one JSON array, one record after the other as the console wrote them. Reads the pages back
 * from the disk, so that what is handed on is what is kept. Throws `AppError` (exit 5) when a page changed meanwhile.
 */
export async function joinPages(
  files: Files,
  pages: readonly PageRecord[],
  fetch: SourceFetch,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [Buffer.from('[')];
  let separator = '\n';
  for (const page of pages) {
    const bytes = await files.read(page.file, maxPageBytes);
    const reading = readPage(bytes, fetch);
    if (sha256(bytes) !== page.sha256 || 'problem' in reading) {
      throw new AppError({
        message: message('fetch.changed_page', { file: page.file }),
        hints: [message('fetch.start_anew')],
        exit: exitCode.integrity,
      });
    }
    for (const record of reading.records) {
      parts.push(Buffer.from(separator + record));
      separator = ',\n';
    }
  }
  parts.push(Buffer.from('\n]\n'));
  return Buffer.concat(parts);
}
