import { stat } from 'node:fs/promises';

/** Whether there is a folder of this name. One that may be written to and not listed (a drop box) counts too. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // Not there, or on a share that can't be reached: either way nothing can be put there.
    return false;
  }
}
