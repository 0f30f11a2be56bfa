import { suggestion } from '../documents/schemas.js';
import type { FolderListing } from '../domain/files.js';
import type { Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';

/** Name of the inventory in an agency's folder; no other spelling counts, so that every system reads the same. */
export const inventoryFile = 'inventory.yaml';

/** Name of the folder with endpoint exports in an agency's folder. */
export const endpointsFolder = 'endpoints';

/** Name of the folder with answers on catalogues of requirements in an agency's folder. */
export const checklistsFolder = 'checklists';

/** What the operating system or an office program leaves beside the files of people; notes for people in Markdown. */
const ignored = /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$|\.md$/i;

/** The listing without what nobody handed in: hidden files, lock files, thumbnails, notes. */
export function handedIn(listing: FolderListing): FolderListing {
  return {
    folders: listing.folders.filter((name) => !ignored.test(name)),
    files: listing.files.filter((name) => !ignored.test(name)),
  };
}

/** What to do with a file beside the inventory that isn't read. */
export function strayFileHint(name: string): Message {
  if (looksLikeInventory(name)) return message('submission.stray.rename', { name: inventoryFile });
  if (/\.(?:csv|tsv|json|ndjson|jsonl|parquet)$/i.test(name)) {
    return message('submission.stray.move', { folder: endpointsFolder });
  }
  if (/\.(?:xlsx?|ods|docx?|pdf)$/i.test(name)) {
    return message('submission.stray.office', { name: inventoryFile, folder: endpointsFolder });
  }
  if (/\.(?:zip|rar|7z|gz)$/i.test(name)) return message('submission.stray.archive');
  return message('submission.stray.other', { name: inventoryFile, folder: endpointsFolder });
}

/** Whether a file's name is the inventory's with a slip: `inventory.yml`, `Inventory.YAML`, `inventory.yaml.txt`. */
export function looksLikeInventory(name: string): boolean {
  return /^inventory\b.*\.ya?ml(?:\.txt)?$/i.test(name) || isNear(name, inventoryFile);
}

/** The folder that a name was meant to be: `endpoints` or `checklists` with a slip. */
export function meantFolder(name: string): string | undefined {
  return [endpointsFolder, checklistsFolder].find((known) => isNear(name, known));
}

function isNear(name: string, known: string): boolean {
  return suggestion(name, [known]) !== undefined;
}
