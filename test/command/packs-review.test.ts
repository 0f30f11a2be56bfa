import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import PacksShow from '../../src/cli/commands/packs/show.js';
import { bundledPacks } from '../../src/cli/find-packs.js';
import { packReview } from '../../src/cli/review/pack-review.js';
import { placedRequirements } from '../../src/packs/find-requirements.js';
import { packEntries } from '../../src/packs/pack-entries.js';
import { runCommand, runJson } from './run-command.js';

const packs = await bundledPacks({ catalogues: true });
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-review-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe.each(packs)('$id', (pack) => {
  test.each(['vi', 'en'] as const)('everything with an id is in it, in words (%s)', (language) => {
    const review = packReview(pack, language);
    expect(review).toContain(
      language === 'vi' ? 'văn bản chính thức có giá trị quyết định' : 'the official text prevails',
    );
    const plain = review.replace(/\\/g, '');
    for (const { id } of packEntries(pack)) expect(plain).toContain(id);
    for (const { requirement } of placedRequirements([pack])) {
      expect(plain).toContain(`| ${requirement.clause} |`);
    }
    for (const { number } of pack.instruments) expect(plain).toContain(number);
    // No place of a text is left unfilled.
    expect(/\{\w+\}/.exec(review)?.[0]).toBeUndefined();
    // Every row of a table has as many cells as its head.
    const tables = review.split('\n\n').filter((block) => block.startsWith('| '));
    for (const table of tables) {
      const cells = table
        .trim()
        .split('\n')
        .map((row) => row.replace(/\\\|/g, '').split('|').length);
      expect(new Set(cells).size).toBe(1);
    }
    expect(packReview(pack, language)).toBe(review);
  });
});

test('a criterion as a person of law reads it', async () => {
  const { exit, stdout } = await runCommand(PacksShow, 'vn-2026', '--review', '--lang', 'vi');
  expect(exit).toBe(0);
  const [, block = ''] = stdout.split('### 331-12.1 ');
  const [criterion = ''] = block.split('\n### ');
  expect(criterion).toContain('(cấp độ 2)');
  expect(criterion).toContain(
    '**Căn cứ:** Khoản 1 Điều 12 Nghị định 331/2026/NĐ-CP (theo lời văn).',
  );
  expect(criterion).toContain(
    '- Tất cả các điều kiện sau:\n  - «Hệ thống thuộc loại hình nào? (chọn mọi loại đúng)» gồm',
  );
  expect(criterion).toContain('**Ý kiến:** …');
  // Facts are called by their questions; their names in the program stand in the list at the end.
  expect(criterion).not.toContain('information_types');
  expect(stdout).toContain('| `information_types` |');
});

test('a requirement: figures in words, evidence, room for a comment', async () => {
  const { stdout } = await runCommand(
    PacksShow,
    'vn-2026',
    '--review',
    '--level',
    '2',
    '--lang',
    'vi',
  );
  expect(stdout).toMatch(
    /^\| 4\.1\.b \| \*\*Rà soát .*\| ít nhất 1 năm một lần \| .*<br>.* \| {2}\|$/m,
  );
  expect(stdout).toContain('Yêu cầu cấp độ 2 (TCVN 14423:2026, phần 4)');
  expect(stdout).not.toContain('Yêu cầu cấp độ 3');
});

test('into a file, and not over one that is there', async () => {
  const out = join(folder, 'pack.md');
  const words = ['endpoint-baseline', '--review', '--out', out];
  const { stdout } = await runCommand(PacksShow, ...words);
  expect(stdout).toBe(`Written: ${out}\n`);
  const { json } = await runJson(PacksShow, 'endpoint-baseline', '--review');
  expect(await readFile(out, 'utf8')).toBe(json.review);
  expect((await runCommand(PacksShow, ...words)).error?.code).toBe('cli.file_exists');
  expect((await runCommand(PacksShow, ...words, '--force')).exit).toBe(0);
});

test.each([
  ['--level', '2'],
  ['--out', 'x.md'],
])('%s without --review: exit 2', async (...words) => {
  const { exit, stdout } = await runCommand(PacksShow, 'vn-2026', ...words);
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
});
