import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import PacksLint from '../../src/cli/commands/packs/lint.js';
import PacksList from '../../src/cli/commands/packs/list.js';
import PacksShow from '../../src/cli/commands/packs/show.js';
import PacksTest from '../../src/cli/commands/packs/test.js';
import { textWidth } from '../../src/cli/text-width.js';
import { runCommand, runJson } from './run-command.js';

const bundled = fileURLToPath(new URL('../../rules/packs/', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-packs-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A copy of a bundled pack with one text of one file changed; returns its folder. */
async function copyWith(name: string, file: string, find: string, put: string): Promise<string> {
  const place = join(await mkdtemp(join(folder, 'x-')), name);
  await cp(join(bundled, name), place, { recursive: true });
  const text = await readFile(join(place, file), 'utf8');
  if (!text.includes(find)) throw new Error(`${file} has no: ${find}`);
  await writeFile(join(place, file), text.replace(find, put));
  return place;
}

describe('packs list', () => {
  test('every pack with its parts, and which bind on the date', async () => {
    const { exit, json } = await runJson(PacksList, '--as-of', '2026-08-18');
    expect(exit).toBe(0);
    expect(json.as_of).toBe('2026-08-18');
    const byId = Object.fromEntries(json.packs.map((pack: { id: string }) => [pack.id, pack]));
    expect(byId['vn-2026']).toMatchObject({
      in_force: false,
      effective: { from: '2026-08-19', to: null },
      parts: ['classification', 'approval', 'transition', 'requirements', 'obligations'],
      counts: { requirements: 998, annex_requirements: 109, obligations: expect.any(Number) },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(byId['endpoint-baseline']).toMatchObject({ in_force: true, parts: ['endpoint_checks'] });
    expect(byId['lang-son-plan-72']).toMatchObject({ parts: ['targets'] });
  });

  test.each([
    ['the last day of the old law', '2026-06-30', 'vn-2016'],
    ['the day after: neither', '2026-07-01', undefined],
    ['the first day of the new law', '2026-08-19', 'vn-2026'],
  ])('%s', async (_name, date, binding) => {
    const { json } = await runJson(PacksList, '--as-of', date);
    const ofLevels = json.packs.filter(
      (pack: { id: string; in_force: boolean }) => pack.id.startsWith('vn-') && pack.in_force,
    );
    expect(ofLevels.map(({ id }: { id: string }) => id)).toEqual(binding ? [binding] : []);
  });

  test.each(['vi', 'en'])('the table fits 80 columns (%s)', async (language) => {
    const { exit, stdout } = await runCommand(
      PacksList,
      '--as-of',
      '2026-11-24',
      '--lang',
      language,
    );
    expect(exit).toBe(0);
    expect(stdout).toContain('vn-2026');
    expect(stdout.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
  });
});

describe('packs show', () => {
  test('criteria by level with their citation, instruments with certainty, open points', async () => {
    const { exit, stdout } = await runCommand(
      PacksShow,
      'vn-2026',
      '--as-of',
      '2026-11-24',
      '--lang',
      'vi',
    );
    expect(exit).toBe(0);
    for (const said of [
      '331/2026/NĐ-CP',
      'theo bản tóm tắt',
      '331-15.5',
      'cách hiểu',
      'CL-11',
      'OPEN-13',
      'từ 19/08/2026',
    ]) {
      expect(stdout).toContain(said);
    }
    expect(stdout.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
  });

  test('JSON: ids as in the pack, counts, texts in the language', async () => {
    const { json } = await runJson(PacksShow, 'endpoint-baseline', '--as-of', '2026-11-24');
    expect(json.entries).toHaveLength(json.counts.check);
    expect(json.entries[0]).toMatchObject({
      id: 'EP-01',
      kind: 'check',
      severity: 'critical',
      title: 'Protection product installed',
    });
    expect(json.instruments[0]).toMatchObject({ certainty: 'recalled' });
  });

  test('catalogues are counted by level', async () => {
    const { json } = await runJson(PacksShow, 'vn-2026');
    expect(json.counts).toMatchObject({ requirement: 998, annex_requirement: 109 });
    expect(json.counts.obligation).toBeGreaterThan(0);
    expect(json.catalogues).toHaveLength(10);
    expect(json.catalogues[1]).toEqual({
      level: 2,
      annex: false,
      standard: 'TCVN 14423:2026',
      section: '4',
      use: 'audit',
      groups: 15,
      requirements: 131,
      suggested: 2,
    });
  });

  test('an unknown pack: what was meant', async () => {
    const { exit, error } = await runCommand(PacksShow, 'vn-2025');
    expect(exit).toBe(2);
    expect(error?.code).toBe('pack.missing');
    expect(error?.hints).toMatchObject([{ key: 'cli.did_you_mean', params: { name: 'vn-2026' } }]);
  });
});

describe('packs lint', () => {
  test('the bundled packs have nothing wrong', async () => {
    const { exit, stdout, stderr } = await runCommand(PacksLint);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(
      stdout
        .trim()
        .split('\n')
        .every((line) => line.endsWith(': no errors')),
    ).toBe(true);
  });

  test('looks into the catalogues too', async () => {
    const file = 'requirements/level-1.yaml';
    const place = await copyWith('vn-2026', file, 'interval: "P1Y"', 'interval: "1 năm"');
    const { exit, json } = await runJson(PacksLint, place);
    expect(exit).toBe(2);
    expect(json.diagnostics).toMatchObject([
      { code: 'pack.interval_expected', file: `${place}/${file}`, line: expect.any(Number) },
    ]);
  });

  test('a fault: file as typed, line and column, exit 2', async () => {
    const place = await copyWith(
      'vn-2026',
      'classification.yaml',
      'fact: owner_count,',
      'fact: owner_cnt,',
    );
    const { exit, json } = await runJson(PacksLint, place);
    expect(exit).toBe(2);
    expect(json.packs).toEqual([{ id: 'vn-2026', digest: null, errors: 1, warnings: 0 }]);
    expect(json.diagnostics).toMatchObject([
      {
        code: 'condition.unknown_fact',
        file: `${place}/classification.yaml`,
        line: expect.any(Number),
        column: expect.any(Number),
        pointer: '/gates/2/condition/fact',
        hint: 'Did you mean "owner_count"?',
      },
    ]);
  });

  test('a renamed folder, a stray file and a folder inside', async () => {
    const place = await copyWith('lang-son-plan-72', 'targets.yaml', 'id: sec-', 'id: sec-');
    await writeFile(join(place, 'notes.txt'), '');
    await cp(join(bundled, 'lang-son-plan-72'), join(place, 'old'), { recursive: true });
    const { exit, json } = await runJson(PacksLint, place);
    expect(exit).toBe(2);
    expect(json.diagnostics.map((each: { file: string }) => each.file)).toEqual([
      `${place}/old/`,
      `${place}/notes.txt`,
    ]);
  });

  test('a folder without a pack, and a folder that is not there', async () => {
    const empty = await mkdtemp(join(folder, 'empty-'));
    expect((await runJson(PacksLint, empty)).json.diagnostics).toMatchObject([
      { code: 'pack.missing' },
    ]);
    expect((await runCommand(PacksLint, join(folder, 'nowhere'))).exit).toBe(2);
  });
});

describe('packs test', () => {
  test('the bundled cases pass', async () => {
    const { exit, json } = await runJson(PacksTest);
    expect(exit).toBe(0);
    for (const pack of json.packs) expect(pack).toMatchObject({ readable: true, failed: 0 });
  });

  test('a failing case: its line, expected and found, exit 2', async () => {
    const place = await copyWith(
      'vn-2026',
      'classification.cases.yaml',
      'level: 2\n      matched: ["331-12.1"]',
      'level: 3\n      matched: ["331-12.1"]',
    );
    const { exit, stdout } = await runCommand(PacksTest, place);
    expect(exit).toBe(2);
    expect(stdout).toContain('x TV02  Staff HR system of one department');
    expect(stdout).toContain('level: expected 3, found 2.');
    const { json } = await runJson(PacksTest, place);
    expect(json.packs[0].failed).toBe(1);
    expect(json.packs[0].passed).toBe(json.packs[0].cases.length - 1);
  });

  test('a pack that cannot be read: exit 2, no case', async () => {
    const place = await copyWith(
      'endpoint-baseline',
      'pack.yaml',
      'id: endpoint-baseline',
      'id: other',
    );
    const { exit, json } = await runJson(PacksTest, place);
    expect(exit).toBe(2);
    expect(json.packs).toMatchObject([{ readable: false, cases: [] }]);
  });

  test('no case at all has shown nothing: exit 4', async () => {
    expect((await runCommand(PacksTest, 'lang-son-plan-72')).exit).toBe(4);
  });
});
