import { readFile, writeFile } from 'node:fs/promises';

const byteOrderMark = '\uFEFF';

/** Puts the byte order mark of UTF-8 before a text file's content, once. Leaves a file that isn't there alone. */
export async function markAsUtf8(path: string): Promise<void> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (!content.startsWith(byteOrderMark)) await writeFile(path, byteOrderMark + content);
}
