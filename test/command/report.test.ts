import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import Audit from '../../src/cli/commands/audit.js';
import ReportCommand from '../../src/cli/commands/report.js';
import { assessmentJson } from '../../src/reports/published-json.js';
import { auditFolder } from '../support/audit.js';
import { workspaceFiles, writeFiles } from '../support/workspace.js';
import { runCommand, runJson } from './run-command.js';

let folder: string;
let result: string;
let workspace: string;
let count = 0;
const place = (name: string) => join(folder, `${++count}-${name}`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-report-'));
  const files = workspaceFiles({
    agencies: [
      { id: 'so-a', name: 'Sở A' },
      { id: 'so-b', name: 'Sở B', inventory: null, endpoints: {} },
      { id: 'xa-c', name: 'UBND xã C', systems: [] },
    ],
  });
  workspace = await writeFiles(join(folder, 'workspace'), files);
  const { assessment } = await auditFolder(workspace);
  result = join(folder, 'result.json');
  await writeFile(result, JSON.stringify(assessmentJson(assessment)));
});
afterAll(() => rm(folder, { recursive: true }));

describe('what is asked wrongly', () => {
  test.each([
    { name: 'no path', output: 'pdf', code: 'report.bad_output' },
    { name: 'an empty path', output: 'pdf:', code: 'report.bad_output' },
    { name: 'an unknown format', output: 'pfd:a.pdf', code: 'report.unknown_format' },
    { name: 'a way out of the folder', output: '..:a', code: 'report.bad_output' },
    { name: 'another ending', output: 'md:report.pdf', code: 'report.output_ending' },
  ])('$name: exit 2', async ({ output, code }) => {
    const { exit, error } = await runCommand(ReportCommand, result, '-o', output);
    expect(exit).toBe(2);
    expect(error?.code).toBe(code);
    expect(error?.hints.length).toBeGreaterThan(0);
  });

  test.each([
    { name: 'an agency', words: ['--agency', 'so-z'], code: 'report.unknown_agency' },
    { name: 'a kind', words: ['--kind', 'planet'], code: 'report.unknown_kind' },
    { name: 'a system', words: ['--system', 'none'], code: 'report.unknown_system' },
    { name: 'a document', words: ['--document', 'novel'], code: 'report.unknown_document' },
  ])('$name that is not there: exit 2, nothing written', async ({ words, code }) => {
    const path = place('a.md');
    const { exit, error } = await runCommand(ReportCommand, result, '-o', `md:${path}`, ...words);
    expect(exit).toBe(2);
    expect(error?.code).toBe(code);
    await expect(readFile(path)).rejects.toThrow();
  });

  test('the nearest name is offered', async () => {
    const { error } = await runCommand(ReportCommand, result, '-o', 'htm:a.html');
    expect(error?.hints[0]?.params).toEqual({ name: 'html' });
  });

  test.each([
    { name: 'missing', path: () => join(folder, 'none.json'), code: 'file.missing' },
    {
      name: 'no JSON',
      path: () => join(workspace, 'tuanthu.yaml'),
      code: 'report.not_an_assessment',
    },
    { name: 'a folder without a result', path: () => workspace, code: 'file.missing' },
  ])('a result that is $name: exit 2', async ({ path, code }) => {
    const { exit, error } = await runCommand(ReportCommand, path(), '-o', 'json:-');
    expect(exit).toBe(2);
    expect(error?.code).toBe(code);
  });

  test('two outputs to one place', async () => {
    const path = place('a.json');
    const words = ['-o', `json:${path}`, '-o', `json:${path}`];
    expect((await runCommand(ReportCommand, result, ...words)).error?.code).toBe(
      'report.same_output',
    );
  });

  test('standard output twice', async () => {
    const { error } = await runCommand(ReportCommand, result, '-o', 'json:-', '--json');
    expect(error?.code).toBe('report.stdout_json');
  });

  test('several documents into one file', async () => {
    const words = ['--document', 'inspection', '-o', `md:${place('a.md')}`];
    const { exit, error } = await runCommand(ReportCommand, result, ...words);
    expect([exit, error?.code]).toEqual([2, 'report.needs_folder']);
  });

  test('a document that no chosen format writes', async () => {
    const words = ['--document', 'inspection', '-o', `csv:${place('a.csv')}`];
    expect((await runCommand(ReportCommand, result, ...words)).error?.code).toBe(
      'report.document_unused',
    );
  });
});

test('audit with a document and no output for it: exit 2', async () => {
  const { exit, error } = await runCommand(Audit, workspace, '--document', 'summary');
  expect([exit, error?.code]).toEqual([2, 'report.document_unused']);
});

describe('what is written', () => {
  test('JSON to standard output is the assessment', async () => {
    const { exit, stdout } = await runCommand(ReportCommand, result, '-o', 'json:-');
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(await readFile(result, 'utf8')));
  });

  test('a folder holds one inspection for each agency', async () => {
    const target = place('inspections');
    const words = ['--document', 'inspection', '-o', `md:${target}`];
    const { exit, json } = await runJson(ReportCommand, result, ...words);
    expect(exit).toBe(0);
    const files = await readdir(target);
    expect(files.sort()).toEqual(
      ['inspection-so-a.md', 'inspection-so-b.md', 'inspection-xa-c.md'].sort(),
    );
    expect(json.written.map(({ subject }: { subject: string }) => subject).sort()).toEqual([
      'so-a',
      'so-b',
      'xa-c',
    ]);
  });

  test('one agency goes into one file, as its inspection', async () => {
    const path = place('a.md');
    const words = ['--agency', 'so-a', '-o', `md:${path}`];
    expect((await runCommand(ReportCommand, result, ...words)).exit).toBe(0);
    const text = await readFile(path, 'utf8');
    expect(text).toContain('Sở A');
    expect(text).not.toContain('Sở B');
  });

  test('nothing is overwritten, and nothing else is written then', async () => {
    const taken = place('taken.csv');
    const free = place('free.json');
    await writeFile(taken, 'mine');
    const words = ['-o', `json:${free}`, '-o', `csv:${taken}`];
    const { exit, error } = await runCommand(ReportCommand, result, ...words);
    expect([exit, error?.code]).toEqual([2, 'cli.file_exists']);
    expect(await readFile(taken, 'utf8')).toBe('mine');
    await expect(readFile(free)).rejects.toThrow();
    expect((await runCommand(ReportCommand, result, ...words, '--force')).exit).toBe(0);
    expect(await readFile(taken, 'utf8')).not.toBe('mine');
  });

  test('a folder with a result in it serves as one', async () => {
    const run = await writeFiles(place('run'), {
      'assessment.json': await readFile(result, 'utf8'),
    });
    expect((await runCommand(ReportCommand, run, '-o', 'json:-')).exit).toBe(0);
  });

  test('an agency in order gets no reminder', async () => {
    const target = place('reminders');
    const words = ['--document', 'reminder', '-o', `md:${target}`];
    expect((await runCommand(ReportCommand, result, ...words)).exit).toBe(0);
    const files = await readdir(target);
    expect(files).toContain('reminder-so-b.md');
    expect(files).not.toContain('reminder-so-a.md');
  });

  test('no reminder at all is said', async () => {
    const words = ['--agency', 'so-a', '--document', 'reminder', '-o', `md:${place('none')}`];
    const { exit, stderr } = await runCommand(ReportCommand, result, ...words);
    expect(exit).toBe(0);
    expect(stderr).toContain('no file was written');
  });

  test('audit writes the same report as from its result', async () => {
    const direct = place('direct.json');
    const { exit } = await runCommand(
      Audit,
      workspace,
      '--as-of',
      '2026-11-24',
      '-o',
      `json:${direct}`,
    );
    expect(exit).toBe(4);
    const text = await readFile(direct, 'utf8');
    expect(JSON.parse(text)).toEqual(JSON.parse(await readFile(result, 'utf8')));
  });
});
