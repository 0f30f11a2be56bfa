import { createHash } from 'node:crypto';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Files } from '../../../src/domain/files.js';
import { today } from '../../../src/platform/clock.js';
import { openFolder } from '../../../src/platform/files.js';
import { writeNew } from '../../../src/platform/write-new.js';

let folder: string;
let files: Files;

// inside/: a.txt (5 bytes), B.txt, sub/, and links: to a file, to a folder, to nothing, to a file and a folder outside.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-files-'));
  const inside = join(folder, 'inside');
  await mkdir(join(inside, 'sub'), { recursive: true });
  await mkdir(join(folder, 'inside-too'));
  await writeFile(join(folder, 'outside.txt'), 'secret');
  await writeFile(join(folder, 'inside-too/b.txt'), 'secret');
  await writeFile(join(inside, 'a.txt'), 'hello');
  await writeFile(join(inside, 'B.txt'), '');
  await writeFile(join(inside, '..odd'), 'odd');
  await symlink('a.txt', join(inside, 'link.txt'));
  await symlink('sub', join(inside, 'link-folder'));
  await symlink('nothing', join(inside, 'broken'));
  await symlink('../outside.txt', join(inside, 'out.txt'));
  await symlink('..', join(inside, 'up'));
  files = openFolder(inside);
});
afterAll(() => rm(folder, { recursive: true }));

describe('openFolder', () => {
  test('lists in code-unit order, links by what they lead to', async () => {
    expect(await files.list('')).toEqual({
      folders: ['link-folder', 'sub', 'up'],
      files: ['..odd', 'B.txt', 'a.txt', 'broken', 'link.txt', 'out.txt'],
    });
  });

  test.each(['nowhere', 'a.txt'])('no folder %s', async (path) => {
    expect(await files.list(path)).toBeUndefined();
  });

  test('no root', async () => {
    expect(await openFolder(join(folder, 'nowhere')).list('')).toBeUndefined();
  });

  test('takes a URL', async () => {
    const listing = await openFolder(pathToFileURL(join(folder, 'inside-too/'))).list('');
    expect(listing).toEqual({ folders: [], files: ['b.txt'] });
  });

  test.each(['a.txt', 'link.txt', './sub/../a.txt'])('reads %s', async (path) => {
    expect(Buffer.from(await files.read(path, 5)).toString()).toBe('hello');
  });

  test('reads a name that only begins like the way up', async () => {
    expect(Buffer.from(await files.read('..odd', 5)).toString()).toBe('odd');
  });

  test.each([
    { path: 'nowhere.txt', reason: 'missing' },
    { path: 'broken', reason: 'missing' },
    { path: 'a.txt/b', reason: 'missing' },
    { path: 'sub', reason: 'is_folder' },
    { path: '../outside.txt', reason: 'unreadable' },
    { path: '../inside-too/b.txt', reason: 'unreadable' },
    { path: 'out.txt', reason: 'unreadable' },
    { path: 'up/outside.txt', reason: 'unreadable' },
    { path: '/etc/hostname', reason: 'unreadable' },
    { path: 'a\0b', reason: 'unreadable' },
  ])('$path is $reason', async ({ path, reason }) => {
    const problem = { name: 'FileProblem', reason, path };
    await expect(files.read(path, 100)).rejects.toMatchObject(problem);
    await expect(files.digest(path, 100)).rejects.toMatchObject(problem);
  });

  test.each(['up', '..', '/'])('does not list %s', async (path) => {
    await expect(files.list(path)).rejects.toMatchObject({ reason: 'unreadable' });
  });

  test('refuses a file over the limit', async () => {
    await expect(files.read('a.txt', 4)).rejects.toMatchObject({ reason: 'too_large' });
  });

  test('digests as a stream', async () => {
    const big = Buffer.alloc(300_000, 'x');
    await writeFile(join(folder, 'inside/sub/big'), big);
    expect(await files.digest('sub/big', 100_000)).toEqual({
      sha256: createHash('sha256').update(big).digest('hex'),
      bytes: 300_000,
      head: big.subarray(0, 100_000),
    });
    expect(await files.digest('B.txt', 10)).toMatchObject({ bytes: 0, head: Buffer.alloc(0) });
  });

  test('gives the path for others, inside only', () => {
    expect(files.nativePath('link.txt')).toMatch(/inside\/a\.txt$/);
    expect(() => files.nativePath('out.txt')).toThrow('unreadable');
    expect(() => files.nativePath('../outside.txt')).toThrow('unreadable');
    expect(() => files.nativePath('nowhere')).toThrow('missing');
  });
});

describe('writeNew', () => {
  test('makes folders, writes, leaves nothing else', async () => {
    await writeNew(join(folder, 'new/deep/report.txt'), 'một');
    expect(await readdir(join(folder, 'new/deep'))).toEqual(['report.txt']);
    expect(await readFile(join(folder, 'new/deep/report.txt'), 'utf8')).toBe('một');
  });

  test('keeps what is there, unless told', async () => {
    const path = join(folder, 'kept.txt');
    await writeNew(path, 'first');
    await expect(writeNew(path, 'second')).rejects.toMatchObject({
      code: 'cli.file_exists',
      exit: 2,
    });
    expect(await readFile(path, 'utf8')).toBe('first');
    await writeNew(path, new TextEncoder().encode('third'), { force: true });
    expect(await readFile(path, 'utf8')).toBe('third');
  });

  test('of two at once only one wins', async () => {
    const path = join(folder, 'race.txt');
    const ends = await Promise.allSettled(['a', 'b', 'c'].map((text) => writeNew(path, text)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'cli.file_exists' },
    });
  });

  test('a folder of that name', async () => {
    const path = join(folder, 'inside-too');
    await expect(writeNew(path, '')).rejects.toMatchObject({ code: 'cli.file_exists' });
    await expect(writeNew(path, '', { force: true })).rejects.toMatchObject({
      code: 'cli.target_is_folder',
    });
  });

  test('a file where a folder is needed', async () => {
    await expect(writeNew(join(folder, 'outside.txt/x'), '')).rejects.toMatchObject({
      code: 'cli.cannot_write',
      exit: 2,
      report: { params: { reason: expect.stringMatching(/^E(NOTDIR|EXIST)$/) } },
    });
  });

  test('permission bits', async () => {
    const path = join(folder, 'key.pem');
    await writeNew(path, 'key', { mode: 0o600 });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await chmod(path, 0o644);
  });
});

test('today is a date in Viet Nam', () => {
  expect(today()).toMatch(/^20\d\d-\d\d-\d\d$/);
});
