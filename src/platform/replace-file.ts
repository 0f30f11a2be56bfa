import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../domain/diagnostic.js';
import { message } from '../messages/catalogue.js';
import { writeNew } from './write-new.js';

/** Permission bits of a file's mode. */
const permissionBits = 0o777;

/**
 * Replaces a file's content, whole or not at all, if it still is `expected`; permissions stay. Throws `AppError` (exit 2)
 * when somebody changed or removed the file meanwhile, or the system refuses; the file is then untouched.
 */
export async function replaceFile(
  path: string,
  expected: Uint8Array,
  data: string | Uint8Array,
): Promise<void> {
  const found = await readFile(path).catch(() => undefined);
  if (!found?.equals(expected)) {
    throw new AppError({
      message: message('cli.changed_meanwhile', { path }),
      hints: [message('cli.changed_meanwhile.hint')],
    });
  }
  const { mode } = await stat(path);
  await writeNew(path, data, { force: true, mode: mode & permissionBits });
}
