import { join } from 'node:path';
import { maxDocumentBytes } from '../../documents/limits.js';
import { loadSchemas } from '../../documents/schemas.js';
import { AppError } from '../../domain/diagnostic.js';
import type { Files, FolderListing } from '../../domain/files.js';
import {
  type FetchRecord,
  pageFilePattern,
  readRecord,
  recordFile,
  recordText,
} from '../../fleet/fetch/fetch-record.js';
import { message } from '../../messages/catalogue.js';
import { openFolder } from '../../platform/files.js';
import { removeFiles } from '../../platform/remove-files.js';
import { writeNew } from '../../platform/write-new.js';
import { bundled } from '../bundled.js';

/** The folder that keeps what one fetch brings. Nothing is changed in it before the first page is kept. */
export interface FetchFolder {
  readonly path: string;
  readonly files: Files;
  /** What an unfinished fetch left, when it is to be gone on with. */
  readonly earlier: FetchRecord | undefined;
  /** Writes a page, then the record that lists it: a record never lists a page that isn't there. */
  keepPage(bytes: Uint8Array, record: FetchRecord): Promise<void>;
  keepRecord(record: FetchRecord): Promise<void>;
  /** Writes the file that joins the pages; it is new, or that of a fetch that `force` gave up. */
  keepReport(name: string, data: Uint8Array): Promise<void>;
}

/**
 * Opens the folder for a fetch. Throws `AppError` (exit 2) when it holds something else, a whole fetch and not `force`, an
 * unfinished one and neither `resume` nor `force`, or nothing to resume.
 */
export async function openFetchFolder(
  path: string,
  choice: { readonly resume: boolean; readonly force: boolean },
): Promise<FetchFolder> {
  const files = openFolder(path);
  const listing = await files.list('');
  const earlier = await earlierFetch(path, files, listing, choice);
  let outdated = choice.force ? oldFiles(listing, earlier) : [];
  const keepRecord = (record: FetchRecord): Promise<void> =>
    writeNew(join(path, recordFile), recordText(record), { force: true });
  return {
    path,
    files,
    earlier: choice.resume ? earlier : undefined,
    async keepPage(bytes, record) {
      await removeFiles(path, outdated);
      outdated = [];
      const page = record.pages.at(-1);
      if (page) await writeNew(join(path, page.file), bytes, { force: true });
      await keepRecord(record);
    },
    keepRecord,
    keepReport: (name, data) => writeNew(join(path, name), data, { force: true }),
  };
}

async function earlierFetch(
  path: string,
  files: Files,
  listing: FolderListing | undefined,
  { resume, force }: { readonly resume: boolean; readonly force: boolean },
): Promise<FetchRecord | undefined> {
  const isEmpty = !listing || listing.files.length + listing.folders.length === 0;
  if (isEmpty && resume) throw problem('fetch.nothing_to_resume', path);
  if (isEmpty) return undefined;
  if (!listing.files.includes(recordFile)) throw problem('fetch.strange_folder', path);
  const schemas = await loadSchemas(bundled, 'schemas');
  const bytes = await files.read(recordFile, maxDocumentBytes * 4);
  const { record, diagnostics } = readRecord(bytes, recordFile, schemas);
  if (!record && !force) {
    throw new AppError({
      message: message('fetch.broken_record', { path }),
      hints: [message('fetch.start_anew')],
      diagnostics,
    });
  }
  if (record?.complete && !force) throw problem('fetch.already_whole', path);
  if (record && !force && !resume) throw problem('fetch.unfinished', path);
  return record;
}

function problem(
  key:
    | 'fetch.nothing_to_resume'
    | 'fetch.strange_folder'
    | 'fetch.already_whole'
    | 'fetch.unfinished',
  path: string,
): AppError {
  return new AppError({ message: message(key, { path }), hints: [message(`${key}.hint`)] });
}

/** What a fetch given up has left: only names that a fetch writes. */
function oldFiles(
  listing: FolderListing | undefined,
  earlier: FetchRecord | undefined,
): readonly string[] {
  const pages = listing?.files.filter((name) => pageFilePattern.test(name)) ?? [];
  return earlier?.report ? [...pages, earlier.report.file] : pages;
}
