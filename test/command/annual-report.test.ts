import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import AnnualReport from '../../src/cli/commands/annual-report.js';
import { readDocument } from '../../src/documents/schemas.js';
import { schemas } from '../support/audit.js';
import {
  silent,
  soundSystem,
  unapprovedSystem,
  workspaceFiles,
  writeFiles,
} from '../support/workspace.js';
import { runCommand, runJson } from './run-command.js';

let folder: string;
let workspace: string;
let sound: string;

/** Answers to requirements of a monthly rhythm still hold on the date of the data. */
const data = ['--year', '2026', '--as-of', '2026-11-24'] as const;
const dates = [...data, '--sent-on', '2026-12-18'] as const;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-report-'));
  workspace = await writeFiles(
    join(folder, 'mixed'),
    workspaceFiles({
      agencies: [
        {
          id: 'so-a',
          systems: [
            soundSystem('so-a-qlvb'),
            unapprovedSystem('so-a-moi'),
            { ...soundSystem('so-a-cu'), lifecycle: 'retired', retired_on: '2026-03-01' },
          ],
        },
        silent('so-b'),
        { id: 'so-c', inventory: 'schema_version: 1\nagency: so-c\nsystems: 5\n' },
      ],
    }),
  );
  sound = await writeFiles(join(folder, 'sound'), workspaceFiles({ agencies: [{ id: 'so-a' }] }));
});

afterAll(() => rm(folder, { recursive: true }));

test('a realistic workspace fits the published schema', async () => {
  const { exit, stdout } = await runCommand(AnnualReport, workspace, ...dates, '--json');
  const document = readDocument(
    new TextEncoder().encode(stdout),
    'r.json',
    schemas,
    'annual-report',
  );
  expect(document.diagnostics).toEqual([]);
  expect(exit).toBe(4);
});

test('figures, missing agencies, what blocks and where', async () => {
  const { json } = await runJson(AnnualReport, workspace, ...dates);
  const values = json.summary.map(({ value }: { value: unknown }) => value);
  expect(values).toEqual([3, 3, 2, 2, 2, 0, null]);
  expect(json.agencies.missing).toEqual([
    { id: 'so-b', name: 'Cơ quan so-b', reason: 'not_submitted' },
    { id: 'so-c', name: 'Cơ quan so-c', reason: 'inventory_lost' },
  ]);
  expect(json.draft).toBe(true);
  const dated = json.checks.find(({ id }: { id: string }) => id === 'CHK-04');
  expect(dated.items[0]).toMatchObject({
    system: 'so-a-moi',
    at: { path: 'agencies/so-a/inventory.yaml' },
  });
  expect(dated.items[0].at.line).toBeGreaterThan(1);
});

test.each([
  ['what blocks', [], 4],
  ['what blocks, forgiven', ['--no-fail'], 0],
])('exit code: %s', async (_, flags, exit) => {
  expect((await runCommand(AnnualReport, workspace, ...dates, ...flags)).exit).toBe(exit);
});

test.each([
  ['in time, warnings only', '2026-12-24', 0],
  ['late', '2026-12-25', 4],
])('exit code: %s', async (_, sentOn, exit) => {
  const ran = await runCommand(AnnualReport, sound, ...data, '--sent-on', sentOn);
  expect(ran.exit).toBe(exit);
});

test('fits eighty columns, says the days left and the first line to mend', async () => {
  const { stdout } = await runCommand(AnnualReport, workspace, ...dates, '--lang', 'vi');
  expect(stdout).toContain('BẢN NHÁP — chưa đủ điều kiện gửi');
  expect(stdout).toContain('còn 6 ngày');
  expect(stdout).toMatch(/agencies\/so-a\/inventory\.yaml:\d+/);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

describe('--out', () => {
  test.each([
    ['md', '# M'],
    ['json', '{'],
    ['xlsx', 'PK'],
  ])('writes .%s by its name, and never over a file', async (extension, start) => {
    const out = join(folder, `bao-cao.${extension}`);
    const run = (...more: string[]) =>
      runCommand(AnnualReport, workspace, ...dates, '--lang', 'en', '--out', out, ...more);
    expect((await run()).stdout).toBe(`Written: ${out}\n`);
    expect((await readFile(out, 'latin1')).startsWith(start)).toBe(true);
    expect((await run()).error?.code).toBe('cli.file_exists');
    expect((await run('--force')).error).toBeUndefined();
  });
});

describe('--owner', () => {
  test('an owner by name', async () => {
    const { json } = await runJson(AnnualReport, workspace, ...dates, '--owner', 'ubnd tỉnh');
    expect([json.parameters.owner, json.systems.length]).toEqual(['UBND tỉnh', 3]);
  });

  test('an agency by id', async () => {
    const { json } = await runJson(AnnualReport, workspace, ...dates, '--owner', 'so-a');
    expect([json.parameters.agency, json.agencies.total]).toEqual(['so-a', 1]);
  });

  test('neither', async () => {
    const { error } = await runCommand(AnnualReport, workspace, ...dates, '--owner', 'UBND tỉn');
    expect([error?.code, error?.hints.map(({ key }) => key)]).toEqual([
      'annual_report.unknown_owner',
      ['schema.did_you_mean', 'annual_report.known_owners'],
    ]);
  });
});

test.each([
  ['a year without a form', ['--year', '2024'], 'annual_report.no_form'],
  [
    'a date of another year',
    ['--year', '2026', '--as-of', '2026-12-15'],
    'annual_report.as_of_year',
  ],
  ['no interval', ['--periodic-rule', 'valid_at_cutoff'], 'annual_report.interval_needed'],
  ['a wrong interval', ['--periodic-interval', '6=P1Y'], 'annual_report.bad_interval'],
  ['minutes or months', ['--periodic-interval', '3m'], 'annual_report.bad_interval'],
])('refuses %s', async (_, flags, code) => {
  const ran = await runCommand(AnnualReport, sound, '--sent-on', '2026-12-18', ...flags);
  expect([ran.exit, ran.error?.code]).toEqual([2, code]);
});

test('annex D lists every mandatory requirement of a system that has answers', async () => {
  const { json } = await runJson(AnnualReport, workspace, ...dates);
  const { rows, unanswered } = json.annexes.D;
  const answered = rows.filter(({ system }: { system: string }) => system === 'so-a-qlvb');
  const row = json.systems.find(({ system }: { system: string }) => system === 'so-a-qlvb');
  expect(answered).toHaveLength(row.requirements.applicable);
  expect(unanswered.map(({ system }: { system: string }) => system)).toContain('so-a-moi');
});

test('a level of its own interval', async () => {
  const { json } = await runJson(
    AnnualReport,
    sound,
    ...dates,
    ...['--periodic-rule', 'valid_at_cutoff'],
    ...['--periodic-interval', 'P1Y', '--periodic-interval', '3=P6M'],
  );
  expect(json.parameters.periodic_intervals).toEqual({
    '1': 'P1Y',
    '2': 'P1Y',
    '3': 'P6M',
    '4': 'P1Y',
    '5': 'P1Y',
  });
});
