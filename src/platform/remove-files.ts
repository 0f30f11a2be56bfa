import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes files of a folder by name; one that isn't there is no error. */
export async function removeFiles(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rm(join(folder, name), { force: true });
}
