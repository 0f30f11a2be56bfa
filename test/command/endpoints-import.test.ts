import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import EndpointsImport from '../../src/cli/commands/endpoints/import.js';
import EndpointsInspect from '../../src/cli/commands/endpoints/inspect.js';
import { runCommand, runJson } from './run-command.js';

let folder: string;
let console: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-import-'));
  console = await put(
    'ksc.csv',
    'Name\tReal-time protection status\tLast connected to Administration Server',
    'PC01\tRunning\t11/20/2026 9:00 PM',
    'PC02\tRuning\t11/20/2026 9:00 PM',
    'PC03\tRunning\t11/20/2026 9:00 PM\tmore',
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function put(name: string, ...lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  return path;
}

const asOf = ['--as-of', '2026-11-24'];

test('every row is accounted for: written, or refused with the reason on the error stream', async () => {
  const out = join(folder, 'ksc.ndjson');
  const words = [console, '--out', out, '--agency', 'so-a', ...asOf];
  const { exit, json, stderr } = await runJson(EndpointsImport, ...words);
  expect(exit).toBe(0);
  expect(json).toEqual({
    path: out,
    records: 2,
    files: [{ path: console, part: null, source: 'ksc-device-list', read: 3, refused: 1 }],
  });
  expect(stderr).toContain('ksc.csv:3');
  expect(stderr).toContain('Runing');
  const records = (await readFile(out, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(records).toMatchObject([
    {
      agency: 'so-a',
      host: 'PC01',
      realtime: true,
      grade: 'A',
      source: 'ksc-device-list',
      role: 'console',
      product_id: 'kaspersky-endpoint-security',
      observed_at: '2026-11-20T14:00:00Z',
    },
    { host: 'PC02', realtime: null },
  ]);
  const seen = await runJson(EndpointsInspect, out, ...asOf);
  expect(seen.json.files[0]).toMatchObject({ source: { id: 'normalised' }, rows: { used: 2 } });
});

test('days that the file only counts back from: --exported-on', async () => {
  const relative = await put(
    'relative.csv',
    'Name\tNetwork Agent is installed\tLast connected to Administration Server',
    'PC01\tYes\t5 minutes ago',
  );
  const out = join(folder, 'relative.csv.ndjson');
  const words = [relative, '--out', out, '--exported-on', '2026-11-20', ...asOf];
  expect(await runCommand(EndpointsImport, ...words)).toMatchObject({ exit: 0 });
  expect(await readFile(out, 'utf8')).toContain('"last_seen":"2026-11-19T16:55:00Z"');
});

test.each([
  { name: 'a file that nobody knows', lines: ['màu,cỡ', 'đỏ,1'], code: 'fleet.unrecognised' },
  {
    name: 'a file that breaks',
    lines: ['[{"host":"A","realtime":true},{"ho'],
    code: 'fleet.unreadable',
  },
  { name: 'no row of use', lines: ['host,observed_at', ',2026-11-20'], code: 'fleet.rows_refused' },
])(
  '$name: exit 2, and nothing is written, not even of the good file',
  async ({ lines, code, name }) => {
    const bad = await put(`bad-${code}.txt`, ...lines);
    const out = join(folder, `out-${code}.csv`);
    const files = name === 'no row of use' ? [bad] : [console, bad];
    const { error } = await runCommand(EndpointsImport, ...files, '--out', out, ...asOf);
    expect(error).toMatchObject({ code: 'endpoints_import.nothing_written', exit: 2 });
    expect(error?.diagnostics).toContainEqual(expect.objectContaining({ code }));
    const left = (await readdir(folder)).filter((file) => file.includes(`out-${code}`));
    expect(left).toEqual([]);
  },
);

test('what is there stays there without --force; the ending says the format', async () => {
  const out = await put('kept.csv', 'mine');
  const kept = await runCommand(EndpointsImport, console, '--out', out, ...asOf);
  expect(kept.error).toMatchObject({ code: 'cli.file_exists', exit: 2 });
  expect(await readFile(out, 'utf8')).toBe('mine');
  const forced = await runCommand(EndpointsImport, console, '--out', out, '--force', ...asOf);
  expect(forced.exit).toBe(0);
  expect(await readFile(out, 'utf8')).toMatch(/^host,/);
  const other = await runCommand(EndpointsImport, console, '--out', join(folder, 'x.xlsx'));
  expect(other.error).toMatchObject({ code: 'endpoints_import.bad_ending', exit: 2 });
});

test('a hundred thousand rows take seconds', async () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => `PC${i}\tRunning\t11/20/2026 9:00 PM`);
  const header = 'Name\tReal-time protection status\tLast connected to Administration Server';
  const many = await put('many.csv', header, ...rows);
  const out = join(folder, 'many.ndjson');
  const { json } = await runJson(EndpointsImport, many, '--out', out, ...asOf);
  expect(json.records).toBe(100_000);
}, 30_000);
