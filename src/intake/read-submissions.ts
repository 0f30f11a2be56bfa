import { maxDocumentBytes } from '../documents/limits.js';
import { suggestion } from '../documents/schemas.js';
import { AppError, type Diagnostic } from '../domain/diagnostic.js';
import { FileProblem, type Files, type FolderListing } from '../domain/files.js';
import { message } from '../messages/catalogue.js';
import { type Agency, currentAgencies } from './agencies.js';
import { crossCheck, successorHint, type UsableReading } from './cross-check.js';
import { handedIn } from './folder-names.js';
import { fileRemark } from './problem.js';
import { fileProblem } from './read-file.js';
import {
  notSubmitted,
  readSubmission,
  type SubmissionOptions,
  type SubmissionReading,
} from './read-submission.js';
import type { Workspace } from './read-workspace.js';
import type { Submissions } from './submission.js';

/**
 * What every current agency handed in. A broken file never stops the rest; it becomes diagnostics of its agency. Throws
 * `AppError` (exit 2) only when the folder of hand-ins can't be listed: then nobody may be called "not submitted".
 * `onProgress` is told after each agency.
 */
export async function readSubmissions(
  files: Files,
  workspace: Workspace,
  options: SubmissionOptions,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Submissions> {
  const { submissions: folder, agencies, due } = workspace;
  const listing = await listSubmissions(files, folder);
  const folders = new Set(listing?.folders);
  const current = currentAgencies(agencies, options.asOf);
  const readings: SubmissionReading[] = [];
  for (const agency of current) {
    // By the listing: a name that only differs in case must not count where the file system would find it all the same.
    readings.push(
      folders.has(agency.id)
        ? await readSubmission(files, `${folder}/${agency.id}`, agency, due, options)
        : { submission: notSubmitted(agency) },
    );
    onProgress(readings.length, current.length);
  }
  const usable = readings.flatMap(({ inventory }) => (isUsable(inventory) ? [inventory] : []));
  const crossed = crossCheck(usable, agencies, current, usable.length === current.length);
  return {
    agencies: readings.map(({ submission }) => ({
      ...submission,
      diagnostics: [
        ...submission.diagnostics,
        ...(crossed.diagnostics.get(submission.agency.id) ?? []),
      ],
    })),
    diagnostics: listing ? strays(folder, listing, agencies, current) : [noFolder(folder)],
    duplicateSystems: crossed.duplicates,
  };
}

async function listSubmissions(files: Files, folder: string): Promise<FolderListing | undefined> {
  try {
    const listing = await files.list(folder);
    return listing && handedIn(listing);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    throw new AppError({
      message: message('submission.folder_unreadable', { folder }),
      diagnostics: [fileProblem(error, maxDocumentBytes)],
      cause: error,
    });
  }
}

function isUsable(reading: SubmissionReading['inventory']): reading is UsableReading {
  return reading?.inventory !== undefined;
}

function noFolder(folder: string): Diagnostic {
  const found = message('submission.no_folder', { folder });
  return fileRemark('error', folder, found, message('submission.no_folder.hint'));
}

/** Remarks on what stands in the folder of hand-ins and belongs to no current agency. */
function strays(
  folder: string,
  listing: FolderListing,
  agencies: readonly Agency[],
  current: readonly Agency[],
): Diagnostic[] {
  const known = new Map(agencies.map((agency) => [agency.id, agency]));
  const expected = new Set(current.map(({ id }) => id));
  const others = listing.folders.filter((name) => !expected.has(name));
  const formers = others.flatMap((name) => known.get(name) ?? []);
  const folders = [
    ...(formers.length > maxFormersNamed
      ? [manyFormers(folder, formers)]
      : formers.map((former) =>
          fileRemark(
            'warning',
            `${folder}/${former.id}`,
            message('submission.not_current', { name: former.name }),
            successorHint(former),
          ),
        )),
    ...others
      .filter((name) => !known.has(name))
      .map((name) => {
        const hint = suggestion(name, [...expected]) ?? message('submission.unknown_folder.hint');
        const found = message('submission.unknown_folder', { name });
        return fileRemark('error', `${folder}/${name}`, found, hint);
      }),
  ];
  const files = listing.files.map((name) =>
    fileRemark(
      'warning',
      `${folder}/${name}`,
      message('submission.stray', { name }),
      message('submission.loose_file.hint'),
    ),
  );
  return [...folders, ...files];
}

/** So many bodies that don't exist on the date are told one by one; more mean a date far from the hand-ins'. */
const maxFormersNamed = 5;

function manyFormers(folder: string, formers: readonly Agency[]): Diagnostic {
  const found = message('submission.many_not_current', {
    count: formers.length,
    names: formers.map(({ id }) => id).join(', '),
  });
  return fileRemark('warning', folder, found, message('submission.many_not_current.hint'));
}
