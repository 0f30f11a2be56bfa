import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import ChecklistExport from '../../src/cli/commands/checklist/export.js';
import ChecklistImport from '../../src/cli/commands/checklist/import.js';
import Validate from '../../src/cli/commands/validate.js';
import { readWorkbook } from '../../src/documents/spreadsheet/read-workbook.js';
import { type AgencySpec, soundSystem, workspaceFiles, writeFiles } from '../support/workspace.js';
import { runCommand, runJson } from './run-command.js';

// Two agencies; the first has a system of level 2 and one whose level nobody knows.

const dated = ['--as-of', '2026-11-24'] as const;

let folder: string;
let number = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-checklist-'));
});
afterAll(() => rm(folder, { recursive: true }));

let work: string;
beforeEach(async () => {
  number += 1;
  work = join(folder, String(number));
  const agencies: AgencySpec[] = [
    {
      id: 'so-a',
      name: 'Sở A',
      checklists: {},
      systems: [soundSystem('so-a-qlvb'), { id: 'so-a-la', name: 'Lạ', facts: {} }],
    },
    { id: 'so-b', name: 'Sở B', checklists: {} },
  ];
  await writeFiles(join(work, 'ws'), workspaceFiles({ agencies }));
});

const ws = () => join(work, 'ws');
const agency = () => join(work, 'ws/agencies/so-a');
const checklist = () => join(agency(), 'checklists/so-a-qlvb.self_assessment.yaml');

async function exported(...more: readonly string[]): Promise<string> {
  const format = more.includes('csv') ? 'csv' : 'xlsx';
  const out = join(work, `phieu.${format}`);
  const words = [agency(), '--system', 'so-a-qlvb', '--out', out, '--force', ...dated, ...more];
  const { exit, stderr } = await runCommand(ChecklistExport, ...words);
  expect([exit, stderr]).toEqual([0, '']);
  return out;
}

/** The text file without answers; exported once. */
let blank: string | undefined;

/** The exported text file with some lines' answer cells filled in: number of the requirement's row, then cells from G. */
async function filledIn(rows: Readonly<Record<number, readonly string[]>>, name = 'dien.csv') {
  blank ??= await readFile(await exported('--format', 'csv', '--lang', 'vi'), 'utf8');
  const text = blank;
  let at = 0;
  // A field in quotes may hold line breaks: only rows of requirements begin with a number.
  const lines = text.split(/\r\n/).map((line) => {
    const cells = rows[Number(/^(\d+);/.exec(line)?.[1] ?? 0)];
    if (!cells) return line;
    at += 1;
    return line.replace(
      /;{10}(d:[0-9a-f]{16})$/,
      `;${[...cells, ...Array(8).fill('')].slice(0, 8).join(';')};;$1`,
    );
  });
  expect(at).toBe(Object.keys(rows).length);
  const out = join(work, name);
  await writeFile(out, lines.join('\r\n'));
  return out;
}

const sound = ['Đáp ứng', 'QĐ 12/QĐ-SA', '', '01/10/2026', 'Phòng CNTT'];
const into = (path: string, ...more: readonly string[]) =>
  [path, '--workspace', agency(), ...dated, ...more] as const;

describe('export', () => {
  test('JSON: the file, the level and where it comes from; the sheets', async () => {
    const out = join(work, 'x/phieu.xlsx');
    const words = [agency(), '--system', 'so-a-qlvb', '--out', out, '--annex', ...dated];
    const { exit, json } = await runJson(ChecklistExport, ...words, '--lang', 'vi');
    expect(exit).toBe(0);
    expect(json).toEqual({
      files: [
        {
          path: out,
          agency: 'so-a',
          systems: [
            {
              system: 'so-a-qlvb',
              pack: 'vn-2026',
              level: 2,
              kind: 'self_assessment',
              requirements: expect.any(Number),
              answered: 0,
            },
          ],
        },
      ],
      diagnostics: [],
    });
    expect(json.files[0].systems[0].requirements).toBeGreaterThan(100);
    const reading = await readWorkbook(await readFile(out));
    if ('problem' in reading) throw new Error(reading.problem.key);
    const { sheets } = reading.workbook;
    expect(sheets.map(({ name }) => name)).toEqual([
      'Hướng dẫn và tiến độ',
      'so-a-qlvb',
      'Phụ lục A cấp 2',
    ]);
    expect(sheets[1]?.rows[0]?.[0]).toMatchObject({ text: expect.stringContaining('cấp độ 2') });
    expect(sheets[1]?.rows[1]?.[0]).toMatchObject({
      text: expect.stringMatching(/^Sở A\. .*phê duyệt/),
    });
  });

  test('nothing is overwritten without --force', async () => {
    const out = await exported();
    const words = [agency(), '--system', 'so-a-qlvb', '--out', out, ...dated];
    expect((await runCommand(ChecklistExport, ...words)).error?.code).toBe('cli.file_exists');
  });

  test('a level that nobody knows: exit 2, naming --level; with it the sheet is made, and a remark', async () => {
    const words = [agency(), '--system', 'so-a-la', '--out', join(work, 'la.xlsx'), ...dated];
    const { exit, error } = await runCommand(ChecklistExport, ...words);
    expect([exit, error?.code]).toEqual([2, 'checklist_export.no_level']);
    const { json } = await runJson(ChecklistExport, ...words, '--level', '1');
    expect(json.files[0].systems[0].level).toBe(1);
    const other = [
      agency(),
      '--system',
      'so-a-qlvb',
      '--level',
      '3',
      '--out',
      join(work, 'c.xlsx'),
    ];
    expect((await runJson(ChecklistExport, ...other, ...dated)).json.diagnostics).toMatchObject([
      { code: 'checklist_export.strange_level', severity: 'warning' },
    ]);
  });

  test('several agencies: a workbook each in the folder; CSV: a file for each system', async () => {
    const out = join(work, 'nhieu');
    const words = [ws(), '--level', '2', '--out', out, ...dated];
    expect((await runCommand(ChecklistExport, ...words)).exit).toBe(0);
    expect((await runCommand(ChecklistExport, ...words, '--format', 'csv')).exit).toBe(0);
    expect((await readdir(out)).sort()).toEqual([
      'checklist-so-a-la.csv',
      'checklist-so-a-qlvb.csv',
      'checklist-so-a.xlsx',
      'checklist-so-b-qlvb.csv',
      'checklist-so-b.xlsx',
    ]);
  });

  test.each([
    ['an unknown system', ['--system', 'so-a-qlv'], 'checklist_export.unknown_system', 2],
    [
      'a pack without catalogues',
      ['--pack', 'endpoint-baseline'],
      'checklist_export.pack_without',
      2,
    ],
    ['an unknown pack', ['--pack', 'vn-2027'], 'pack.missing', 2],
    ['before any is in force', ['--as-of', '2026-08-01'], 'checklist_export.none_in_force', 4],
  ])('%s', async (_, more, code, exit) => {
    const date = more.includes('--as-of') ? [] : dated;
    const ran = await runCommand(ChecklistExport, agency(), '--level', '2', ...date, ...more);
    expect([ran.error?.code, ran.exit]).toEqual([code, exit]);
  });

  test('answers that can’t be relied on are not left out in silence', async () => {
    await mkdir(join(agency(), 'checklists'));
    await writeFile(checklist(), 'schema_version: 1\nsystem: so-a-qlvb\npack: vn-2026\nlevel: 9\n');
    await writeFile(join(agency(), 'checklists/b.yaml'), await readFile(checklist()));
    const { exit, stderr } = await runCommand(
      ChecklistExport,
      agency(),
      '--system',
      'so-a-qlvb',
      '--out',
      join(work, 'b.xlsx'),
      ...dated,
    );
    expect(exit).toBe(2);
    expect(stderr).toContain('b.yaml');
  });
});

describe('import', () => {
  test('what was filled in comes into the checklist, and a second time changes nothing', async () => {
    const path = await filledIn({
      1: sound,
      2: ['Không áp dụng', '', 'Không có', '02/10/2026', 'Ông B'],
    });
    const dry = await runJson(ChecklistImport, ...into(path, '--dry-run'));
    expect(dry.json).toMatchObject({
      dry_run: true,
      checklists: [{ changes: true, written: false }],
    });
    await expect(readFile(checklist())).rejects.toThrow();

    const { exit, json } = await runJson(ChecklistImport, ...into(path));
    expect(exit).toBe(0);
    expect(json.checklists).toMatchObject([
      {
        file: path,
        sheet: null,
        agency: 'so-a',
        system: 'so-a-qlvb',
        kind: 'self_assessment',
        level: 2,
        answered: 2,
        added: ['4.1.a', '4.1.b'],
        changed: [],
        kept: 0,
        stale: 0,
        path: checklist(),
        written: true,
      },
    ]);
    const written = await readFile(checklist(), 'utf8');
    expect(written).toContain('evidence: ["QĐ 12/QĐ-SA"]');
    expect((await runJson(ChecklistImport, ...into(path))).json.checklists).toMatchObject([
      { changes: false, unchanged: 2 },
    ]);
    expect(await readFile(checklist(), 'utf8')).toBe(written);
    expect((await runJson(Validate, agency(), ...dated)).json).toMatchObject({
      errors: 0,
      warnings: 0,
    });
    expect((await runJson(Validate, checklist(), ...dated)).json.files).toMatchObject([
      { kind: 'checklist', ok: true },
    ]);
  });

  test('workbook out, in, out: the same file', async () => {
    await runCommand(ChecklistImport, ...into(await filledIn({ 1: sound, 3: sound })));
    const first = await readFile(await exported());
    const before = await readFile(checklist(), 'utf8');
    await rm(checklist());
    expect((await runCommand(ChecklistImport, ...into(join(work, 'phieu.xlsx')))).exit).toBe(0);
    expect(await readFile(checklist(), 'utf8')).toBe(before);
    expect((await readFile(await exported())).equals(first)).toBe(true);
  });

  test('a sheet of an earlier day replaces nothing, unless that is asked for', async () => {
    await runCommand(ChecklistImport, ...into(await filledIn({ 1: sound })));
    const before = await readFile(checklist(), 'utf8');
    await rm(checklist());
    const old = await filledIn({ 1: ['Chưa đáp ứng', '', '', '01/02/2020', 'Phòng CNTT'] });
    await writeFile(checklist(), before);
    const { exit } = await runCommand(ChecklistImport, ...into(old));
    expect(exit).toBe(2);
    expect(await readFile(checklist(), 'utf8')).toBe(before);
    const forced = await runJson(ChecklistImport, ...into(old, '--force'));
    expect(forced.json.checklists).toMatchObject([{ changed: ['4.1.a'] }]);
  });

  test('an answer in the sheet replaces, one that is blank there stays and is named', async () => {
    await runCommand(ChecklistImport, ...into(await filledIn({ 1: sound, 2: sound })));
    const before = await readFile(checklist(), 'utf8');
    await rm(checklist());
    const later = await filledIn({ 1: ['Chưa đáp ứng', '', '', '20/11/2026', 'Phòng CNTT'] });
    await writeFile(checklist(), before);
    const { json } = await runJson(ChecklistImport, ...into(later));
    expect(json.checklists).toMatchObject([{ changed: ['4.1.a'], kept: 1, answered: 2 }]);
    expect(json.diagnostics).toMatchObject([
      {
        code: 'checklist_sheet.cleared',
        severity: 'warning',
        message: expect.stringContaining('G7'),
      },
    ]);
  });

  test('one wrong cell in one sheet: it is named, and nothing at all is written', async () => {
    const good = await filledIn({ 1: sound });
    const text = await readFile(good, 'utf8');
    const bad = join(work, 'sai.csv');
    await writeFile(
      bad,
      text
        .replaceAll('so-a-qlvb', 'so-b-qlvb')
        .replaceAll('so-a', 'so-b')
        .replace('Đáp ứng', 'Đạt'),
    );
    const { exit, error } = await runCommand(
      ChecklistImport,
      good,
      bad,
      '--workspace',
      ws(),
      ...dated,
    );
    expect([exit, error?.code]).toEqual([2, 'checklist_import.nothing_written']);
    expect(error?.diagnostics).toMatchObject([
      { code: 'checklist_sheet.bad_answer', file: bad, line: 6, column: 7 },
    ]);
    await expect(readFile(checklist())).rejects.toThrow();
  });

  test.each([
    ['another agency', 'agency=so-a', 'agency=so-c', 'checklist_sheet.wrong_agency'],
    ['another system', 'system=so-a-qlvb', 'system=so-a-khac', 'checklist_sheet.wrong_system'],
    ['another pack', 'pack=vn-2026', 'pack=vn-2099', 'checklist_sheet.wrong_pack'],
    ['another level', 'level=2', 'level=3', 'checklist_sheet.wrong_level'],
  ])('a sheet of %s', async (_, from, to, code) => {
    const path = await filledIn({ 1: sound });
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
    const { error } = await runCommand(ChecklistImport, ...into(path));
    expect(error?.diagnostics).toMatchObject([{ code, line: 1, column: 16 }]);
  });

  test('the same system in two sheets', async () => {
    const [first, second] = [await filledIn({ 1: sound }), await filledIn({ 1: sound }, 'hai.csv')];
    const { error } = await runCommand(ChecklistImport, first, ...into(second));
    expect(error?.diagnostics).toMatchObject([{ code: 'checklist_sheet.second', file: second }]);
  });

  test('a file that can’t be read, or is about something else, is never written over', async () => {
    const path = await filledIn({ 1: sound });
    await mkdir(join(agency(), 'checklists'));
    await writeFile(checklist(), 'system: "');
    const { error } = await runCommand(ChecklistImport, ...into(path, '--force'));
    expect(error?.diagnostics).toMatchObject([{ severity: 'error', file: checklist() }]);
    expect(await readFile(checklist(), 'utf8')).toBe('system: "');
  });

  test('comments of people, and answers for another level, give way with --force only', async () => {
    const path = await filledIn({ 1: sound });
    const other = `schema_version: 1\nsystem: so-a-qlvb\npack: vn-2026\nlevel: 3\nkind: self_assessment\nassessor: A\ndate: "2026-10-01"\nanswers: []\n`;
    await mkdir(join(agency(), 'checklists'));
    for (const [text, code] of [
      [other, 'checklist_import.other_level'],
      [`# của tôi\n${other.replace('level: 3', 'level: 2')}`, 'checklist_import.comments'],
    ] as const) {
      await writeFile(checklist(), text);
      const { error } = await runCommand(ChecklistImport, ...into(path));
      expect(error?.diagnostics).toMatchObject([{ code, file: checklist() }]);
      expect(await readFile(checklist(), 'utf8')).toBe(text);
      expect((await runCommand(ChecklistImport, ...into(path, '--force'))).exit).toBe(0);
      expect(await readFile(checklist(), 'utf8')).toContain('level: 2');
    }
  });

  test.each([
    ['a file that is not there', undefined, 'file.missing'],
    ['a file of another kind', '%PDF-1.7', 'spreadsheet.not_a_spreadsheet'],
    ['a table of somebody', 'Tên;Tuổi\nA;3\n', 'checklist_sheet.none'],
  ])('%s', async (_, content, code) => {
    const path = join(work, 'x.xlsx');
    if (content !== undefined) await writeFile(path, content);
    const { exit, error } = await runCommand(ChecklistImport, ...into(path));
    expect(exit).toBe(2);
    expect(error?.diagnostics.at(-1)).toMatchObject({ code, file: path });
  });
});
