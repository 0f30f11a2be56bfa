import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isId, suggestId } from '../../../src/cli/wizard/suggest-id.js';
import { typedAnswer } from '../../../src/cli/wizard/typed-answer.js';
import type { ClassificationFact } from '../../../src/packs/types.js';
import { replaceFile } from '../../../src/platform/replace-file.js';

const question = { vi: '?', en: '?' };
const count: ClassificationFact = { id: 'n', type: 'int', min: 0, question };

describe('typedAnswer', () => {
  test.each<[line: string, fact: Partial<ClassificationFact>, answer: unknown]>([
    ['1200', {}, 1200],
    [' 0 ', {}, 0],
    ['100.000', {}, 100_000],
    ['1,234,567', {}, 1_234_567],
    ['1 200', {}, 1200],
    ['1.23', {}, undefined],
    ['1.234,567', {}, undefined],
    ['-1', {}, undefined],
    ['1e3', {}, undefined],
    ['12345678901234567', {}, undefined],
    ['', {}, undefined],
    ['x', {}, undefined],
    ['x', { nullable: true }, null],
    ['3', { max: 2 }, undefined],
    ['2,5', { type: 'number' }, 2.5],
    ['nhiều', { type: 'number' }, undefined],
    ['46, 150', { type: 'set', itemType: 'int', min: 1, max: 198 }, [46, 150]],
    ['0', { type: 'set', itemType: 'int', min: 1 }, []],
    ['46, 199', { type: 'set', itemType: 'int', min: 1, max: 198 }, undefined],
    ['2026-02-29', { type: 'date' }, undefined],
    ['2026-02-28', { type: 'date' }, '2026-02-28'],
    ['P6M', { type: 'duration' }, 'P6M'],
    ['6 tháng', { type: 'duration' }, undefined],
    ['So\u031B\u0309', { type: 'text' }, 'Sở'],
  ])('%o for %o', (line, fact, answer) => {
    expect(typedAnswer({ ...count, ...fact }, line)).toEqual(answer);
  });
});

describe('suggestId', () => {
  test.each([
    ['Hệ thống Đặt lịch khám (2026)', 'so-y-te', [], 'so-y-te-he-thong-dat-lich-kham-2026'],
    ['Đặt lịch', undefined, [], 'dat-lich'],
    ['Đặt lịch', 'a', ['a-dat-lich', 'a-dat-lich-2'], 'a-dat-lich-3'],
    ['!!!', undefined, [], 'he-thong'],
  ])('%s', (name, agency, taken, id) => {
    expect(suggestId(name, agency, new Set(taken))).toBe(id);
  });

  test('a long name: still an id, numbered too', () => {
    const id = suggestId('Hệ thống '.repeat(30), 'so-y-te', new Set());
    expect(isId(id)).toBe(true);
    expect(isId(suggestId('Hệ thống '.repeat(30), 'so-y-te', new Set([id])))).toBe(true);
  });

  test.each(['', 'Sở', 'a b', '-a', 'a'.repeat(81)])('no id: "%s"', (text) => {
    expect(isId(text)).toBe(false);
  });
});

describe('replaceFile', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tuanthu-replace-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const bytes = (text: string) => new TextEncoder().encode(text);

  test('replaces what was expected; permissions stay', async () => {
    const path = join(folder, 'a');
    await writeFile(path, 'old');
    await chmod(path, 0o600);
    await replaceFile(path, bytes('old'), 'new');
    expect(await readFile(path, 'utf8')).toBe('new');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['changed', 'other'],
    ['removed', undefined],
  ])('%s meanwhile: untouched, exit 2', async (name, there) => {
    const path = join(folder, name);
    if (there !== undefined) await writeFile(path, there);
    await expect(replaceFile(path, bytes('old'), 'new')).rejects.toMatchObject({
      code: 'cli.changed_meanwhile',
      exit: 2,
    });
    expect(await readFile(path, 'utf8').catch(() => undefined)).toBe(there);
  });
});
