import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Config } from '@oclif/core/config';
import { captureOutput } from '@oclif/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import Validate from '../../src/cli/commands/validate.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fixture = join(root, 'test/fixtures/intake/one-mistyped-fact');
const inventory = join(fixture, 'agencies/so-mau/inventory.yaml');

let config: Config;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-validate-'));
  await writeFile(
    join(folder, 'package.json'),
    '{"name":"t","version":"0.0.0","oclif":{"bin":"t"}}',
  );
  config = await Config.load({ root: folder });
});
afterAll(() => rm(folder, { recursive: true }));

async function validate(...words: string[]) {
  const dated = words.includes('--as-of') ? words : [...words, '--as-of', '2026-11-24'];
  const { result, ...output } = await captureOutput(
    async () => Validate.run([...dated, '--lang', 'en'], config),
    { testNodeEnv: 'production' },
  );
  return { exit: result, ...output };
}

async function json(...words: string[]) {
  const { exit, stdout } = await validate(...words, '--json');
  return { exit, ...JSON.parse(stdout) };
}

test('a workspace: each file once, the slip with its line, paths as typed', async () => {
  const found = await json(fixture);
  expect(found).toMatchObject({ exit: 2, errors: 1, warnings: 0 });
  expect(found.files).toEqual([
    { path: join(fixture, 'tuanthu.yaml'), kind: 'workspace', ok: true },
    { path: join(fixture, 'agencies.yaml'), kind: 'agencies', ok: true },
    { path: inventory, kind: 'inventory', ok: false },
    { path: join(fixture, 'agencies/so-khac/inventory.yaml'), kind: 'inventory', ok: true },
  ]);
  expect(found.diagnostics).toEqual([
    {
      code: 'inventory.unknown_fact',
      severity: 'error',
      message: 'The rule pack has no fact "has_user_acounts".',
      file: inventory,
      line: 8,
      column: 7,
      pointer: '/systems/0/facts/has_user_acounts',
      hint: 'Did you mean "has_user_accounts"?',
    },
  ]);
});

test('for people: located errors on standard error, one line of sums on standard output', async () => {
  const { exit, stdout, stderr } = await validate(fixture);
  expect(exit).toBe(2);
  expect(stdout).toBe('Files checked: 4. Errors: 1. Warnings: 0.\n');
  expect(stderr).toContain(`${inventory}:8:7  The rule pack has no fact "has_user_acounts".`);
});

test('--as-of selects the agencies that exist', async () => {
  const { files, diagnostics } = await json(fixture, '--as-of', '2026-06-30');
  expect(files).toHaveLength(3);
  expect(diagnostics).toContainEqual(
    expect.objectContaining({
      code: 'submission.not_current',
      severity: 'warning',
      file: join(fixture, 'agencies/so-khac'),
    }),
  );
});

test('several paths without a problem: exit 0', async () => {
  const lists = ['examples/lang-son', 'test/fixtures/intake/one-mistyped-fact'];
  const found = await json(...lists.map((path) => join(root, path, 'agencies.yaml')));
  expect(found).toMatchObject({ exit: 0, errors: 0, warnings: 0, diagnostics: [] });
  expect(found.files).toHaveLength(2);
});

describe('one path, its kind', () => {
  test.each([
    { path: 'examples/lang-son/tuanthu.yaml', kinds: ['workspace'], exit: 0 },
    { path: 'examples/lang-son/agencies.yaml', kinds: ['agencies'], exit: 0 },
    { path: 'examples/lang-son/agencies/so-y-te/inventory.yaml', kinds: ['inventory'], exit: 0 },
    {
      path: 'examples/lang-son/agencies/so-y-te',
      kinds: ['inventory', ...Array(9).fill('checklist')],
      exit: 0,
    },
    {
      path: 'examples/lang-son/agencies/so-y-te/checklists/so-y-te-lan.self_assessment.yaml',
      kinds: ['checklist'],
      exit: 0,
    },
    { path: 'rules/sources/active-directory.yaml', kinds: ['source'], exit: 0 },
    { path: 'rules/packs/lang-son-plan-72/', kinds: ['pack', 'pack'], exit: 0 },
    { path: 'rules/packs/lang-son-plan-72/targets.yaml', kinds: ['pack', 'pack'], exit: 0 },
    {
      path: 'test/fixtures/intake/one-mistyped-fact/agencies/so-mau/inventory.yaml',
      kinds: ['inventory'],
      exit: 2,
    },
  ])('$path: $kinds', async ({ path, kinds, exit }) => {
    const found = await json(join(root, path));
    expect(found.files.map(({ kind }: { kind: string }) => kind)).toEqual(kinds);
    expect(found.exit).toBe(exit);
  });
});

describe('nothing that can be checked is an error', () => {
  test.each([
    { path: 'test/fixtures/intake', code: 'validate.unknown_folder' },
    { path: 'test/fixtures/intake/no-known-kind.yaml', code: 'validate.unknown_file' },
    { path: 'test/fixtures/intake/nowhere.yaml', code: 'file.missing' },
    { path: 'test/fixtures/intake/nowhere/inventory.yaml', code: 'file.missing' },
  ])('$path: $code', async ({ path, code }) => {
    const { exit, files, diagnostics } = await json(join(root, path));
    expect({ exit, files }).toEqual({ exit: 2, files: [] });
    expect(diagnostics).toMatchObject([{ code, file: join(root, path) }]);
  });

  test('no path at all', async () => {
    expect((await validate()).error).toMatchObject({ code: 'cli.missing_argument', exit: 2 });
  });
});

test('one bad path doesn’t hide the others; a file named twice counts once', async () => {
  const found = await json(inventory, inventory, join(root, 'nowhere.yaml'));
  expect(found.files).toHaveLength(1);
  expect(found).toMatchObject({ exit: 2, errors: 2 });
});

test('an inventory in its workspace must be its folder’s; anywhere else any agency will do', async () => {
  const copy = join(folder, 'copy');
  await cp(fixture, copy, { recursive: true });
  await cp(
    join(copy, 'agencies/so-khac/inventory.yaml'),
    join(copy, 'agencies/so-mau/inventory.yaml'),
  );
  const wrong = await json(join(copy, 'agencies/so-mau/inventory.yaml'));
  expect(wrong.diagnostics).toMatchObject([{ code: 'inventory.wrong_agency', line: 2 }]);
  await cp(join(copy, 'agencies/so-khac/inventory.yaml'), join(folder, 'inventory.yaml'));
  expect(await json(join(folder, 'inventory.yaml'))).toMatchObject({ exit: 0, errors: 0 });
});

test('facts that no pack in force knows are not passed over in silence', async () => {
  const found = await json(inventory, '--as-of', '2020-01-01');
  expect(found.exit).toBe(0);
  expect(found.diagnostics).toMatchObject([
    { code: 'validate.facts_unchecked', severity: 'warning' },
  ]);
});
