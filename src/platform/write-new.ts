import { randomUUID } from 'node:crypto';
import { link, lstat, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../domain/diagnostic.js';
import { message } from '../messages/catalogue.js';
import { onInterrupt, unlessInterrupted } from './signals.js';

export interface WriteOptions {
  /** Replace a file that is there. */
  readonly force?: boolean;
  /** Permission bits of the new file, before the umask; 0o600 for a file that holds a key. Default 0o666. */
  readonly mode?: number;
}

/**
 * Writes a file whole or not at all: to a temporary name beside it, synced, then renamed. Makes missing parent folders.
 * Throws `AppError` (exit 2) when the file exists and `force` isn't set, when a folder has that name, or when the system
 * refuses; what was there before is then untouched.
 */
export async function writeNew(
  path: string,
  data: string | Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  await placeNew(path, (temporary) => writeSynced(temporary, data, options.mode ?? 0o666), options);
}

/** Throws `AppError` (exit 2) when `writeNew` would refuse because something is there; for looking before long work. */
export async function checkFree(
  path: string,
  options: Pick<WriteOptions, 'force'> = {},
): Promise<void> {
  if (await isFolder(path)) {
    throw new AppError({ message: message('cli.target_is_folder', { path }) });
  }
  if (!options.force && (await exists(resolve(path)))) throw alreadyThere(path);
}

/** Whether a folder of that name is there. Never throws. */
export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/** The same for a file that `make` writes itself under the name it is given: it gets its own name once it is whole. */
export async function placeNew(
  path: string,
  make: (temporary: string) => Promise<void>,
  options: Pick<WriteOptions, 'force'> = {},
): Promise<void> {
  await unlessInterrupted();
  const target = resolve(path);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  const forget = onInterrupt(() => rm(temporary, { force: true }));
  try {
    if (!options.force && (await exists(target))) throw alreadyThere(path);
    await mkdir(dirname(target), { recursive: true });
    await make(temporary);
    if (options.force) await rename(temporary, target);
    else await publish(temporary, target, path);
  } catch (error) {
    throw error instanceof AppError ? error : cannotWrite(path, error);
  } finally {
    // The reason of a failure must not give way to a complaint about tidying up.
    await rm(temporary, { force: true }).catch(() => undefined);
    forget();
  }
}

async function writeSynced(path: string, data: string | Uint8Array, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives the file its name only if nobody took that name meanwhile. Some file systems have no links: there, look first. */
async function publish(temporary: string, target: string, path: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || (await exists(target))) {
      throw alreadyThere(path);
    }
    await rename(temporary, target);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function alreadyThere(path: string): AppError {
  return new AppError({
    message: message('cli.file_exists', { path }),
    hints: [message('cli.file_exists.hint')],
  });
}

function cannotWrite(path: string, cause: unknown): AppError {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'EISDIR' || code === 'ENOTEMPTY') {
    return new AppError({ message: message('cli.target_is_folder', { path }), cause });
  }
  return new AppError({
    message: message('cli.cannot_write', { path, reason: code ?? String(cause) }),
    hints: [message('cli.cannot_write.hint')],
    cause,
  });
}
