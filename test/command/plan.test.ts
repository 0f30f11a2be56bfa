import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import Plan from '../../src/cli/commands/plan.js';
import Validate from '../../src/cli/commands/validate.js';
import { textWidth } from '../../src/cli/text-width.js';
import { parseDocument } from '../../src/documents/document.js';
import { auditFolder, schemas } from '../support/audit.js';
import { asOf, type WorkspaceSpec, workspaceFiles, writeFiles } from '../support/workspace.js';
import { runCommand, runJson } from './run-command.js';

let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-plan-'));
});
afterAll(() => rm(folder, { recursive: true }));

const reported = [
  'gov-online-services-with-dossiers',
  'gov-dossiers-handled-online',
  'gov-internal-work-on-platform',
  'econ-share-of-grdp',
  'econ-e-invoice',
  'soc-fibre-households',
  'soc-smartphones',
  'soc-bank-accounts',
  'gate-vehicles-and-traders',
  'gate-agencies',
];
const from = { source: 'Báo cáo', reported_by: 'Văn phòng UBND tỉnh', date: '2026-11-01' };
const sector = (name: string, numerator: number) => ({ sector: name, numerator, denominator: 100 });
const all = [
  ...reported.map((target) => ({ target, numerator: 100, denominator: 100, ...from })),
  {
    target: 'econ-share-per-sector',
    ...from,
    rows: [sector('Nông nghiệp', 2), sector('Du lịch', 3)],
  },
];

/** A small workspace whose only agency meets every computed target, with these reported figures. */
async function workspace(
  indicators: readonly object[] | undefined,
  spec: Partial<WorkspaceSpec> = {},
): Promise<string> {
  const files = workspaceFiles({
    agencies: [{ id: 'so-a' }],
    ...spec,
    files: {
      ...(indicators && { 'indicators.yaml': stringify({ schema_version: 1, indicators }) }),
      ...spec.files,
    },
  });
  return writeFiles(join(folder, `w${++count}`), files);
}

test('every target met: exit 0, JSON as published', async () => {
  const { exit, json, stderr } = await runJson(Plan, await workspace(all), '--as-of', asOf);
  expect(stderr).toBe('');
  const bytes = new TextEncoder().encode(JSON.stringify(json));
  expect(schemas.check(parseDocument(bytes, 'plan.json'), 'plan-report')).toEqual([]);
  expect(json.areas.map((area: { id: string }) => area.id)).toEqual([
    'digital_government',
    'digital_economy',
    'digital_society',
    'digital_border_gate',
    'information_security',
  ]);
  const [security] = json.areas.slice(-1);
  // Which of the audit's targets a sound agency meets is the audit's own matter; here all figures are there.
  expect(security.targets.map((target: { measured_by: string }) => target.measured_by)).toEqual([
    'audit',
    'audit',
    'audit',
  ]);
  expect(json.totals.targets).toBe(14);
  expect(json.totals.no_data).toBe(0);
  expect(exit).toBe({ met: 0, not_met: 3, inconclusive: 4 }[json.outcome as 'met']);
});

test('the audit goes on judging computed targets only', async () => {
  const { assessment } = await auditFolder(await workspace(all));
  const judged = assessment.province.targets.map(({ id }) => id);
  expect(judged).toEqual([
    'sec-systems-classified',
    'sec-systems-protected-by-level',
    'sec-endpoints-protected',
  ]);
});

test('one share missed: exit 3, and 0 with --no-fail', async () => {
  const [first, ...others] = all;
  const place = await workspace([{ ...first, numerator: 84 }, ...others]);
  const { exit, stdout } = await runCommand(Plan, place, '--as-of', asOf);
  expect(exit).toBe(3);
  expect(stdout).toMatch(
    /^x Online public services that received dossiers +≥ 85 % {2}not met 84%$/m,
  );
  expect(stdout.replace(/\s+/g, ' ')).toContain('1 more needed for 85 % (services).');
  expect((await runCommand(Plan, place, '--as-of', asOf, '--no-fail')).exit).toBe(0);
});

test('nothing reported: who must report what', async () => {
  const { stdout, stderr } = await runCommand(
    Plan,
    await workspace(undefined),
    '--as-of',
    asOf,
    '--lang',
    'vi',
  );
  const flat = stdout.replace(/\s+/g, ' ');
  for (const said of [
    'số 72-KH/BCĐ ngày 23/05/2023',
    'Ban Chỉ đạo về chuyển đổi số tỉnh Lạng Sơn',
    'Kỳ kế hoạch 01/01/2023 - 31/12/2023 đã hết',
    '- Doanh nghiệp dùng hóa đơn điện tử ≥ 100% chưa có số liệu',
    'Cần báo cáo: doanh nghiệp dùng hóa đơn điện tử / doanh nghiệp đang hoạt động.',
    'do các sở, ban, ngành và UBND các huyện, thành phố báo cáo',
    'chưa có số liệu 11.',
  ]) {
    expect(flat).toContain(said);
  }
  expect(stderr).toBe('');
});

test('a target that has no figures is never met: exit 4 where nothing is missed', async () => {
  const { exit, json } = await runJson(Plan, await workspace(all.slice(1)), '--as-of', asOf);
  expect(json.totals.no_data).toBe(1);
  expect(exit).toBe(json.totals.not_met > 0 ? 3 : 4);
});

test.each(['vi', 'en'])('fits 80 columns, sectors and long names too (%s)', async (language) => {
  const long = 'Bán buôn, bán lẻ, sửa chữa ô tô, mô tô, xe máy và xe có động cơ khác '
    .repeat(3)
    .trim();
  const place = await workspace([
    { target: 'econ-share-per-sector', ...from, rows: [sector(long, 1), sector('Du lịch', 3)] },
  ]);
  const { stdout } = await runCommand(Plan, place, '--as-of', asOf, '--lang', language);
  expect(stdout.replace(/\s+/g, ' ')).toContain('Du lịch 3/100 (3%)');
  expect(stdout.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
});

test.each([
  ['plan.pdf', []],
  ['plan.md', ['--format', 'table']],
])('%s %j: refused, nothing is written', async (name, flags) => {
  const place = await workspace(all);
  const out = join(folder, `wrong-${name}`);
  expect((await runCommand(Plan, place, '--as-of', asOf, ...flags, '--out', out)).exit).toBe(2);
  await expect(readFile(out)).rejects.toThrow();
});

test('Markdown into a file, and not over one that is there', async () => {
  const place = await workspace(all);
  const out = join(folder, 'plan.md');
  const words = [place, '--as-of', asOf, '--format', 'md', '--out', out, '--no-fail'];
  const { exit, stdout } = await runCommand(Plan, ...words);
  expect(exit).toBe(0);
  expect(stdout).toBe(`Written: ${out}\n`);
  const text = await readFile(out, 'utf8');
  expect(text).toMatch(/^# Plan for 2023 of .*no\. 72-KH\/BCĐ/);
  expect(text.match(/^## /gm)).toHaveLength(5);
  expect(text).toContain('| Enterprises using e-invoices | 100% | 100/100 enterprises<br>');
  const again = await runCommand(Plan, ...words);
  expect(again.error?.code).toBe('cli.file_exists');
  expect((await runCommand(Plan, ...words, '--force')).exit).toBe(0);
});

test('hostile names stay text in Markdown', async () => {
  const place = await workspace([
    { target: 'econ-share-per-sector', ...from, rows: [sector('<b>|x|</b>\u001b[31m', 3)] },
  ]);
  const { stdout } = await runCommand(Plan, place, '--as-of', asOf, '--format', 'md');
  expect(stdout).toContain('\\<b\\>\\|x\\|\\</b\\>');
  expect(stdout).not.toContain('\u001b');
});

test('figures that are wrong end the run before the audit, with file and line', async () => {
  const wrong = { target: 'sec-systems-classified', numerator: 1, denominator: 1, ...from };
  const { exit, error } = await runCommand(Plan, await workspace([wrong]), '--as-of', asOf);
  expect(exit).toBe(2);
  expect(error?.diagnostics).toMatchObject([
    { code: 'indicators.computed_target', file: 'indicators.yaml', line: 3 },
  ]);
});

test.each([
  { name: 'not named by the workspace', words: ['--pack', 'vn-2026'], code: 'plan.not_a_plan' },
  { name: 'not in force', words: ['--as-of', '2022-12-31'], code: 'plan.none' },
  {
    name: 'named and not in force',
    words: ['--as-of', '2022-12-31', '--pack', 'lang-son-plan-72'],
    code: 'plan.not_in_force',
  },
])('a plan that is $name: exit 2', async ({ words, code }) => {
  const { exit, error } = await runCommand(Plan, await workspace(all), ...words);
  expect({ exit, code: error?.code }).toEqual({ exit: 2, code });
});

test('validate reads the figures, in a workspace and alone', async () => {
  const place = await workspace([
    { ...all[0], target: 'gov-dossiers-handled-onlin' },
    ...all.slice(2),
  ]);
  const whole = await runJson(Validate, place, '--as-of', asOf);
  expect(whole.exit).toBe(2);
  expect(whole.json.files).toContainEqual({
    path: `${place}/indicators.yaml`,
    kind: 'indicators',
    ok: false,
  });
  const alone = await runJson(Validate, join(place, 'indicators.yaml'), '--as-of', asOf);
  expect(alone.json.diagnostics).toMatchObject([
    {
      code: 'indicators.unknown_target',
      line: 3,
      hint: 'Did you mean "gov-dossiers-handled-online"?',
    },
  ]);
});
