import type { Diagnostic } from '../domain/diagnostic.js';
import type { FolderListing } from '../domain/files.js';
import { message } from '../messages/catalogue.js';
import {
  checklistsFolder,
  endpointsFolder,
  inventoryFile,
  meantFolder,
  strayFileHint,
} from './folder-names.js';
import { fileRemark } from './problem.js';

/**
 * Remarks on what stands in an agency's folder and isn't read. A folder of another name is likely to hold supporting
 * documents, which is fine and only said for the record, unless its name is that of a known folder with a slip.
 */
export function strayDiagnostics(folder: string, seen: FolderListing): Diagnostic[] {
  const files = seen.files
    .filter((name) => name !== inventoryFile)
    .map((name) =>
      fileRemark(
        'warning',
        `${folder}/${name}`,
        message('submission.stray', { name }),
        strayFileHint(name),
      ),
    );
  const folders = seen.folders
    .filter((name) => name !== endpointsFolder && name !== checklistsFolder)
    .map((name) => {
      const meant = meantFolder(name);
      const hint = meant ? message('submission.stray.rename', { name: meant }) : undefined;
      const found = message('submission.stray_folder', { name });
      return fileRemark(meant ? 'warning' : 'info', `${folder}/${name}`, found, hint);
    });
  return [...files, ...folders];
}
