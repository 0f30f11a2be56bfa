import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, realpathSync } from 'node:fs';
import { readdir, realpath, stat, writeFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type FileDigest,
  FileProblem,
  type FileProblemReason,
  type Files,
  type Scratch,
} from '../domain/files.js';

/**
 * The files below one folder. A path that leaves it (`..`, an absolute path, a symbolic link to outside) is refused as
 * `unreadable`: what agencies hand in may not reach the rest of the disk. Only ordinary files are read, because a pipe or
 * a device can block for ever. `root` need not exist: then its listing is undefined.
 */
export function openFolder(root: string | URL): Files {
  const base = resolve(root instanceof URL ? fileURLToPath(root) : root);
  return {
    list: (folder) => list(base, folder),
    read: (path, maxBytes) => read(base, path, maxBytes),
    digest: (path, headBytes) => digest(base, path, headBytes),
    nativePath(path) {
      const lexical = inside(base, path);
      try {
        return checkInside(realpathSync(base), realpathSync(lexical), path);
      } catch (error) {
        throw problem(path, error);
      }
    },
  };
}

/** Puts each file under a new name into a folder that exists; whoever made the folder removes it. */
export function openScratch(folder: string): Scratch {
  const mark = randomUUID();
  let count = 0;
  return {
    async place(bytes) {
      const path = join(folder, `${mark}-${count++}`);
      await writeFile(path, bytes, { mode: 0o600, flag: 'wx' });
      return path;
    },
  };
}

async function list(base: string, folder: string): ReturnType<Files['list']> {
  try {
    const place = await locate(base, folder);
    const folders: string[] = [];
    const files: string[] = [];
    for (const entry of await readdir(place, { withFileTypes: true })) {
      // A broken link counts as a file, so that reading it says what is wrong.
      const isFolder = entry.isSymbolicLink()
        ? ((await stat(join(place, entry.name)).catch(() => undefined))?.isDirectory() ?? false)
        : entry.isDirectory();
      (isFolder ? folders : files).push(entry.name);
    }
    return { folders: folders.sort(), files: files.sort() };
  } catch (error) {
    const found = problem(folder, error);
    if (found.reason === 'missing') return undefined;
    throw found;
  }
}

async function read(base: string, path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const place = await locateFile(base, path);
    if ((await stat(place)).size > maxBytes) throw new FileProblem(path, 'too_large');
    // One byte more than allowed: the file may have grown since.
    const bytes = Buffer.concat(await createReadStream(place, { end: maxBytes }).toArray());
    if (bytes.length > maxBytes) throw new FileProblem(path, 'too_large');
    return bytes;
  } catch (error) {
    throw problem(path, error);
  }
}

async function digest(base: string, path: string, headBytes: number): Promise<FileDigest> {
  try {
    const hash = createHash('sha256');
    const head: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of createReadStream(await locateFile(base, path))) {
      const part = chunk as Buffer;
      hash.update(part);
      if (bytes < headBytes) head.push(part.subarray(0, headBytes - bytes));
      bytes += part.length;
    }
    return { sha256: hash.digest('hex'), bytes, head: Buffer.concat(head) };
  } catch (error) {
    throw problem(path, error);
  }
}

async function locateFile(base: string, path: string): Promise<string> {
  const place = await locate(base, path);
  const found = await stat(place);
  if (found.isDirectory()) throw new FileProblem(path, 'is_folder');
  if (!found.isFile()) throw new FileProblem(path, 'unreadable');
  return place;
}

/** The real place of a path, links followed, inside the real root. */
async function locate(base: string, path: string): Promise<string> {
  const lexical = inside(base, path);
  return checkInside(await realpath(base), await realpath(lexical), path);
}

function inside(base: string, path: string): string {
  if (isAbsolute(path)) throw new FileProblem(path, 'unreadable');
  return checkInside(base, resolve(base, path), path);
}

function checkInside(base: string, place: string, path: string): string {
  const way = relative(base, place);
  if (way === '..' || /^\.\.[\\/]/.test(way) || isAbsolute(way)) {
    throw new FileProblem(path, 'unreadable');
  }
  return place;
}

const reasons: Readonly<Record<string, FileProblemReason>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'is_folder',
  EACCES: 'no_permission',
  EPERM: 'no_permission',
};

function problem(path: string, error: unknown): FileProblem {
  if (error instanceof FileProblem) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  return new FileProblem(path, reasons[code] ?? 'unreadable', error);
}
