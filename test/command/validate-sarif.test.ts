import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, beforeAll, expect, test } from 'vitest';
import PacksLint from '../../src/cli/commands/packs/lint.js';
import Validate from '../../src/cli/commands/validate.js';
import { runCommand } from './run-command.js';

const fixture = 'test/fixtures/intake/one-mistyped-fact';
const dated = ['--as-of', '2026-11-24'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-sarif-'));
});
afterAll(() => rm(folder, { recursive: true }));

function results(sarif: string) {
  return (JSON.parse(sarif) as Log).runs.flatMap((run) => run.results ?? []);
}

test('validate writes what it found beside its usual words, with the same exit code', async () => {
  const path = join(folder, 'new', 'a.sarif');
  const plain = await runCommand(Validate, fixture, ...dated);
  const ran = await runCommand(Validate, fixture, ...dated, '--output', `sarif:${path}`);
  expect(ran).toEqual({ ...plain, exit: 2 });
  expect(results(await readFile(path, 'utf8'))).toMatchObject([
    {
      ruleId: 'inventory.unknown_fact',
      level: 'error',
      message: { text: expect.stringContaining('has_user_acounts') },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: `${fixture}/agencies/so-mau/inventory.yaml` },
            region: { startLine: 8, startColumn: 7 },
          },
        },
      ],
    },
  ]);
});

test('to standard output: nothing else goes there', async () => {
  const { exit, stdout, stderr } = await runCommand(Validate, fixture, ...dated, '-o', 'sarif:-');
  expect(exit).toBe(2);
  expect(results(stdout)).toHaveLength(1);
  expect(stderr).toContain('has_user_acounts');
});

test('several at once, and beside --json', async () => {
  const [a, b] = [join(folder, 'b.sarif'), join(folder, 'b.json')];
  const words = ['-o', `sarif:${a}`, '-o', `sarif:${b}`, '--json'];
  const { stdout } = await runCommand(Validate, fixture, ...dated, ...words);
  expect(JSON.parse(stdout)).toMatchObject({ errors: 1 });
  expect(await readFile(a, 'utf8')).toBe(await readFile(b, 'utf8'));
});

test('a path that is not there: an error that is also in the log, which says that nothing was checked', async () => {
  const path = join(folder, 'missing.sarif');
  const { exit } = await runCommand(
    Validate,
    join(folder, 'none'),
    ...dated,
    '-o',
    `sarif:${path}`,
  );
  expect(exit).toBe(2);
  const log = JSON.parse(await readFile(path, 'utf8')) as Log;
  expect(log.runs[0]?.invocations).toEqual([{ executionSuccessful: false }]);
  expect(log.runs[0]?.results).toHaveLength(1);
});

test('an existing file is replaced with --force only', async () => {
  const path = join(folder, 'kept.sarif');
  await writeFile(path, 'kept');
  const refused = await runCommand(Validate, fixture, ...dated, '-o', `sarif:${path}`);
  expect([refused.exit, refused.error?.code]).toEqual([2, 'cli.file_exists']);
  expect(await readFile(path, 'utf8')).toBe('kept');
  await runCommand(Validate, fixture, ...dated, '-o', `sarif:${path}`, '--force');
  expect(results(await readFile(path, 'utf8'))).toHaveLength(1);
});

test.each([
  ['no path', ['-o', 'sarif:'], 'report.bad_output'],
  ['a path without format', ['-o', 'a.sarif'], 'report.bad_output'],
  ['another format', ['-o', 'pdf:a.pdf'], 'report.bad_output'],
  ['another ending', ['-o', 'sarif:a.pdf'], 'report.output_ending'],
  ['twice the same', ['-o', 'sarif:a.sarif', '-o', 'sarif:a.sarif'], 'report.same_output'],
  ['standard output taken by --json', ['-o', 'sarif:-', '--json'], 'report.stdout_json'],
])('%s: refused before anything is read', async (_, words, code) => {
  const { exit, error } = await runCommand(Validate, join(folder, 'none'), ...words);
  expect([exit, error?.code]).toEqual([2, code]);
});

test('packs lint: a sound pack gives a log without results', async () => {
  const path = join(folder, 'packs.sarif');
  const { exit } = await runCommand(PacksLint, 'lang-son-plan-72', '-o', `sarif:${path}`);
  expect(exit).toBe(0);
  expect(results(await readFile(path, 'utf8'))).toEqual([]);
});

test('packs lint: what is wrong, with its place', async () => {
  const pack = await mkdtemp(join(folder, 'goi-'));
  await writeFile(join(pack, 'pack.yaml'), 'id: goi-sai\nversoin: 1\n');
  const { exit, stdout } = await runCommand(PacksLint, pack, '-o', 'sarif:-');
  expect(exit).toBe(2);
  expect(results(stdout)).toContainEqual(
    expect.objectContaining({
      ruleId: 'schema.unknown_key',
      locations: [
        expect.objectContaining({
          physicalLocation: expect.objectContaining({ region: { startLine: 2, startColumn: 1 } }),
        }),
      ],
    }),
  );
});
