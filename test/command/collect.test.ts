import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportText } from '../../src/cli/collect/report-text.js';
import Collect from '../../src/cli/commands/collect.js';
import { plainStyles } from '../../src/cli/print.js';
import { textWidth } from '../../src/cli/text-width.js';
import { collectMachine } from '../../src/collect/collect-machine.js';
import { languages } from '../../src/messages/format.js';
import { machine, now, products, recorded, said } from '../unit/collect/fixtures.js';
import { runCommand, runJson } from './run-command.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-collect-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('this machine, whatever it is', () => {
  test('--json holds the records and what is not known, and nothing of a person', async () => {
    const { exit, json } = await runJson(Collect);
    expect(exit).toBe(0);
    expect(json.records[0]).toMatchObject({ grade: 'C', host: expect.stringMatching(/./) });
    for (const { fact, why, text } of json.not_observed) {
      expect([fact, why, text].every((each) => typeof each === 'string' && each !== '')).toBe(true);
    }
    const schema = JSON.parse(
      await readFile(new URL('../../schemas/endpoint-report.schema.json', import.meta.url), 'utf8'),
    );
    const keys = new Set(json.records.flatMap((each: object) => Object.keys(each)));
    expect([...keys].filter((key) => !Object.hasOwn(schema.properties, key as string))).toEqual([]);
    expect([...keys].filter((key) => /user|command|param|path|\bip/.test(key as string))).toEqual(
      [],
    );
  });

  test('--out writes a new file into the folder, one record a line', async () => {
    const share = join(folder, 'share');
    await mkdir(share);
    const first = await runCommand(Collect, '--out', share);
    const second = await runCommand(Collect, '--out', share);
    expect([first.exit, second.exit]).toEqual([0, 0]);
    const files = await readdir(share);
    expect(files).toHaveLength(2);
    for (const file of files) {
      expect(first.stdout + second.stdout).toContain(file);
      const lines = (await readFile(join(share, file), 'utf8')).split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.map((line) => typeof JSON.parse(line).observed_at)).toEqual(
        lines.map(() => 'string'),
      );
    }
  });

  test.each([
    { name: 'a folder that is not there', make: false },
    { name: 'a file', make: true },
  ])('--out with $name: exit code 2, nothing made', async ({ make }) => {
    const target = join(folder, `not-a-folder-${make}`);
    if (make) await writeFile(target, 'kept');
    const { exit, error, stdout } = await runCommand(Collect, '--out', target);
    expect([exit, error?.code, stdout]).toEqual([2, 'collect.no_folder', '']);
    expect((await readdir(folder)).includes(`not-a-folder-${make}`)).toBe(make);
    if (make) expect(await readFile(target, 'utf8')).toBe('kept');
  });
});

const host = `May-${'x'.repeat(40)}\u001b[31m`;
const report = await collectMachine(
  machine(
    'linux',
    ({ tool }) => {
      if (tool === 'mdatp') return said(recorded('linux/mdatp-healthy.json'));
      if (tool === 'lsblk') return said(recorded('linux/lsblk-luks-lvm.json'));
      return tool === 'nft' ? { ok: false, why: 'no_permission' } : undefined;
    },
    { processes: ['wdavdaemon'], isRoot: false, identity: { hostname: host } },
  ),
  products,
  now,
);

describe('a report for people', () => {
  test.each(languages)('fits 80 columns and hides nothing (%s)', (language) => {
    const text = reportText(report, language, 80, plainStyles);
    const lines = text.split('\n');
    expect(lines.filter((line) => textWidth(line) > 80)).toEqual([]);
    expect(text).not.toContain('\u001b');
    for (const said of ['Microsoft Defender for Endpoint', '7XK2M93', '2026-11-20T00:00:00Z']) {
      expect(text).toContain(said);
    }
    expect(text).not.toMatch(/collect\.|undefined|(?<!\\u)\{\w+\}/);
  });

  test('says what more rights would tell', () => {
    expect(reportText(report, 'en', 200, plainStyles)).toContain(
      'Run again as administrator to learn: Firewall on.',
    );
  });
});
