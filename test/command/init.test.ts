import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Config } from '@oclif/core/config';
import { captureOutput } from '@oclif/test';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import Init from '../../src/cli/commands/init.js';
import Validate from '../../src/cli/commands/validate.js';
import { languages } from '../../src/messages/format.js';

let config: Config;
let folder: string;
let target: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-init-'));
  await writeFile(
    join(folder, 'package.json'),
    '{"name":"t","version":"0.0.0","oclif":{"bin":"t"}}',
  );
  config = await Config.load({ root: folder });
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  target = join(folder, `workspace ${++count}`);
});

const run = (command: typeof Init | typeof Validate, ...words: string[]) =>
  captureOutput(
    async () => (command === Init ? Init.run(words, config) : Validate.run(words, config)),
    { testNodeEnv: 'production' },
  );

const files = async (): Promise<string[]> =>
  (await readdir(target, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(target.length + 1))
    .sort();

describe.each(languages)('in %s', (language) => {
  test('what init writes validates without an error', async () => {
    const made = await run(Init, target, '--lang', language, '--json');
    expect(made.result).toBe(0);
    const result = JSON.parse(made.stdout);
    expect(result).toMatchObject({ folder: target });
    expect([...result.files].sort()).toEqual(await files());

    const { result: exit, stdout } = await run(Validate, target, '--json', '--as-of', '2026-11-24');
    const checked = JSON.parse(stdout);
    expect(exit).toBe(0);
    expect(checked).toMatchObject({
      errors: 0,
      warnings: 1,
      diagnostics: [{ code: 'submission.no_endpoints' }],
    });
    expect(checked.files.map(({ kind }: { kind: string }) => kind)).toEqual([
      'workspace',
      'agencies',
      'inventory',
      'indicators',
    ]);
  });

  test('lines that are commented out are right too', async () => {
    await run(Init, target, '--lang', language);
    const uncomment = async (name: string) => {
      const text = await readFile(join(target, name), 'utf8');
      const commented = /^( *)# ([a-z_]+:(?: [{"\d].*)?| {2,}.*)$/gm;
      await writeFile(join(target, name), text.replace(commented, '$1$2'));
    };
    await uncomment('tuanthu.yaml');
    await uncomment('agencies/so-mau/inventory.yaml');
    const indicators = join(target, 'indicators.yaml');
    const samples = (await readFile(indicators, 'utf8'))
      .replace('indicators: []', 'indicators:')
      .replace(/^#(?= )/gm, '');
    expect(samples).toMatch(/^ {2}- target: /m);
    await writeFile(indicators, samples.replace(/^ (?=[^ ])/gm, '# '));
    const text = await readFile(join(target, 'agencies/so-mau/inventory.yaml'), 'utf8');
    for (const key of [
      'submitted_on',
      'declared_endpoints',
      'endpoint_reports',
      'uses',
      '    dossier',
      '    approval',
      '    security_plan',
    ]) {
      expect(text).toMatch(new RegExp(`^${key}:`, 'm'));
    }
    const { stdout } = await run(Validate, target, '--json', '--as-of', '2026-11-24');
    expect(
      JSON.parse(stdout)
        .diagnostics.map(({ code }: { code: string }) => code)
        .sort(),
    ).toEqual(['submission.report_missing', 'submission.unknown_use']);
  });

  test('schemas are found from each file, without a network', async () => {
    await run(Init, target, '--lang', language);
    const yaml = (await files()).filter((name) => name.endsWith('.yaml'));
    expect(yaml).toHaveLength(4);
    const all = await files();
    for (const name of yaml) {
      const [, schema = ''] =
        /^# yaml-language-server: \$schema=(.+)$/m.exec(
          await readFile(join(target, name), 'utf8'),
        ) ?? [];
      expect(all).toContain(resolve(target, dirname(name), schema).slice(target.length + 1));
    }
    for (const name of all.filter((each) => each.startsWith('schemas/'))) {
      const references = (await readFile(join(target, name), 'utf8')).matchAll(
        /"\$ref": "([^#"]+)/g,
      );
      for (const [, other] of references) expect(all).toContain(`schemas/${other}`);
    }
  });

  test('comments are in that language only', async () => {
    await run(Init, target, '--lang', language);
    const text = await readFile(join(target, 'agencies/so-mau/inventory.yaml'), 'utf8');
    expect(text.includes('Cơ quan tự khai')).toBe(language === 'vi');
    expect(text.includes('Filled in by the agency')).toBe(language === 'en');
  });
});

test('for people: what was made and what comes next', async () => {
  const { stdout } = await run(Init, target, '--lang', 'en');
  expect(stdout).toContain(
    '  tuanthu.yaml\n  agencies.yaml\n  agencies/so-mau/inventory.yaml\n  indicators.yaml\n  HUONG-DAN.md\n',
  );
  expect(stdout).toContain(`tuanthu validate ${target}`);
});

describe('folders that are there', () => {
  test('an empty one and one with hidden entries only are taken', async () => {
    await mkdir(join(target, '.git'), { recursive: true });
    expect((await run(Init, target)).result).toBe(0);
  });

  test('one with files is refused and left as it is', async () => {
    await mkdir(target);
    await writeFile(join(target, 'tuanthu.yaml'), 'mine');
    const { error } = await run(Init, target);
    expect(error).toMatchObject({ code: 'init.not_empty', exit: 2 });
    expect(await files()).toEqual(['tuanthu.yaml']);
    expect(await readFile(join(target, 'tuanthu.yaml'), 'utf8')).toBe('mine');
  });

  test('--force replaces files of the template’s names and no other', async () => {
    await mkdir(target);
    await writeFile(join(target, 'tuanthu.yaml'), 'mine');
    await writeFile(join(target, 'notes.txt'), 'mine');
    expect((await run(Init, target, '--force')).result).toBe(0);
    expect(await readFile(join(target, 'tuanthu.yaml'), 'utf8')).toContain('schema_version: 1');
    expect(await readFile(join(target, 'notes.txt'), 'utf8')).toBe('mine');
  });

  test('a file of that name is no folder', async () => {
    await writeFile(target, 'mine');
    expect((await run(Init, target)).error).toMatchObject({ exit: 2 });
    expect(await readFile(target, 'utf8')).toBe('mine');
  });
});
