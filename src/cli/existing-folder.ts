import { AppError } from '../domain/diagnostic.js';
import type { Files } from '../domain/files.js';
import { message } from '../messages/catalogue.js';
import { openFolder } from '../platform/files.js';

/** The files of a folder that the person named. Throws `AppError` (exit 2) naming it as typed when there is no such folder. */
export async function existingFolder(path: string): Promise<Files> {
  const files = openFolder(path);
  const listing = await files.list('').catch(() => undefined);
  if (listing) return files;
  throw new AppError({
    message: message('cli.no_folder', { path }),
    hints: [message('cli.no_folder.hint')],
  });
}
