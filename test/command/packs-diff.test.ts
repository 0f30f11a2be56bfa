import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import PacksDiff from '../../src/cli/commands/packs/diff.js';
import { textWidth } from '../../src/cli/text-width.js';
import { runCommand, runJson } from './run-command.js';

const bundled = fileURLToPath(new URL('../../rules/packs/', import.meta.url));
let folder: string;
let edition: string;

/** A draft of the next edition: a level, an interval and a clause changed, a requirement gone. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-diff-'));
  edition = join(folder, 'vn-2026');
  await cp(join(bundled, 'vn-2026'), edition, { recursive: true });
  await change('classification.yaml', /(id: "331-12\.1"[\s\S]*?level: )2/, '$13');
  await change('requirements/level-2.yaml', /interval: "P1Y"/, 'interval: "P6M"');
  await change('requirements/level-2.yaml', /id: "4\.1\.a"/, 'id: "4.1.k"');
});
afterAll(() => rm(folder, { recursive: true }));

async function change(file: string, find: RegExp, put: string): Promise<void> {
  const text = await readFile(join(edition, file), 'utf8');
  if (!find.test(text)) throw new Error(`${file} has no ${find}`);
  await writeFile(join(edition, file), text.replace(find, put));
}

describe('two editions', () => {
  test('JSON: what became of each requirement, level and interval', async () => {
    const { exit, json } = await runJson(PacksDiff, 'vn-2026', edition, '--level', '2');
    expect(exit).toBe(0);
    expect(json.from.id).toBe('vn-2026');
    expect(json.from.digest).not.toBe(json.to.digest);
    const criteria = json.parts.find(({ part }: { part: string }) => part === 'criteria');
    expect(criteria.changed).toMatchObject([
      { id: '331-12.1', changes: [{ field: 'level', from: 2, to: 3 }] },
    ]);
    const [catalogue, annex] = json.requirements;
    expect(catalogue).toMatchObject({
      level: 2,
      annex: false,
      comparable: true,
      unchanged: 129,
      moved: [{ from: { id: '4.1.a' }, to: { id: '4.1.k' } }],
      changed: [{ from: { id: '4.1.b' }, fields: ['parameters'] }],
      added: [],
      removed: [],
    });
    expect(annex).toMatchObject({ annex: true, level: 2, moved: [], changed: [] });
  });

  test.each(['vi', 'en'])('counts, then lists, within 80 columns (%s)', async (language) => {
    const { exit, stdout } = await runCommand(PacksDiff, 'vn-2026', edition, '--lang', language);
    expect(exit).toBe(0);
    expect(stdout.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
    for (const said of ['> 4.1.a → 4.1.k', '~ 4.1.b', '~ 331-12.1']) expect(stdout).toContain(said);
    expect(stdout).toContain(
      language === 'vi' ? 'ít nhất 6 tháng một lần' : 'at least every 6 months',
    );
    expect(stdout).toContain(language === 'vi' ? 'cấp độ: 2 → 3' : 'level: 2 → 3');
  });
});

describe('the law before and the law now', () => {
  test.each(['vi', 'en'])('says that no answer carries over (%s)', async (language) => {
    const { exit, stdout } = await runCommand(PacksDiff, 'vn-2016', 'vn-2026', '--lang', language);
    expect(exit).toBe(0);
    expect(stdout).toContain('TCVN 11930:2017');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      language === 'vi' ? 'phải rà soát lại từ đầu' : 'every system is reviewed anew',
    );
    expect(stdout.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
    // Hundreds of lines that say "everything is new" would bury the rest.
    expect(stdout).not.toContain('+ 3.1.a');
  });

  test('every requirement is removed or added; a level asked for is listed', async () => {
    const { json } = await runJson(PacksDiff, 'vn-2016', 'vn-2026');
    for (const each of json.requirements.filter((one: { annex: boolean }) => !one.annex)) {
      expect(each).toMatchObject({ comparable: false, unchanged: 0, moved: [], changed: [] });
      expect(each.added).toHaveLength(each.to.requirements);
      expect(each.removed).toHaveLength(each.from.requirements);
    }
    const { stdout } = await runCommand(PacksDiff, 'vn-2016', 'vn-2026', '--level', '1');
    expect(stdout).toContain('+ 3.1.a');
    expect(stdout).not.toContain('+ 4.1.a');
  });
});

test.each([
  { name: 'an unknown pack', words: ['vn-2026', 'vn-2027'], code: 'pack.missing' },
  {
    name: 'a level that there is not',
    words: ['vn-2016', 'vn-2026', '--level', '6'],
    code: 'cli.bad_number',
  },
])('$name: exit 2', async ({ words, code }) => {
  const { exit, error } = await runCommand(PacksDiff, ...words);
  expect({ exit, code: error?.code }).toEqual({ exit: 2, code });
});
