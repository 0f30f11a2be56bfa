import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import Audit from '../../src/cli/commands/audit.js';
import EndpointsInspect from '../../src/cli/commands/endpoints/inspect.js';
import EndpointsMap from '../../src/cli/commands/endpoints/map.js';
import SourcesList from '../../src/cli/commands/sources/list.js';
import SourcesTest from '../../src/cli/commands/sources/test.js';
import Validate from '../../src/cli/commands/validate.js';
import { askMapping } from '../../src/cli/sources/ask-mapping.js';
import { draftMapping } from '../../src/cli/sources/draft-mapping.js';
import { bundledSources } from '../../src/cli/sources/find-sources.js';
import { textWidth } from '../../src/cli/text-width.js';
import type { Choice, Prompts } from '../../src/platform/prompts.js';
import { workspaceFiles, writeFiles } from '../support/workspace.js';
import { runCommand, runJson } from './run-command.js';

const odd = 'examples/xuat-la/agencies/so-mau/endpoints/khien-tram.csv';
const asOf = ['--as-of', '2026-11-24'];
const flags = ['--id', 'cmc-khien-tram', '--role', 'console', '--product', 'cmc-endpoint'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-map-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A workspace with one agency, whose only export is the odd one. */
async function workspace(name: string, files: Readonly<Record<string, string>> = {}) {
  const place = join(folder, name);
  const spec = {
    agencies: [{ id: 'so-a', endpoints: { 'khien-tram.csv': await readFile(odd, 'utf8') } }],
    files,
  };
  await writeFiles(place, workspaceFiles(spec));
  return place;
}

async function endpointsOf(place: string) {
  const { json } = await runJson(Audit, place, ...asOf);
  return json;
}

describe('the walk: inspect, map, edit three lines, audit', () => {
  test('from an export that nobody knows to machines that are counted', async () => {
    const place = await workspace('walk');
    const seen = await runCommand(EndpointsInspect, odd, ...asOf);
    expect(seen.exit).toBe(2);
    expect(seen.stdout.replace(/\s+/g, ' ')).toContain(`tuanthu endpoints map --init ${odd}`);
    const before = await endpointsOf(place);
    expect(before.agencies[0].endpoints.found).toBe(0);
    expect(JSON.stringify(before.findings)).toContain('fleet.unrecognised');

    const drafted = await runJson(EndpointsMap, '--init', odd, ...flags, '--workspace', place);
    expect(drafted.exit).toBe(0);
    const path = join(place, 'sources/cmc-khien-tram.yaml');
    expect(drafted.json).toMatchObject({ id: 'cmc-khien-tram', path });
    expect(drafted.json.edit_lines).toHaveLength(3);
    expect(await runCommand(Validate, path)).toMatchObject({ exit: 0 });
    // Untouched, it shows that the machines exist and nothing of their protection.
    const untouched = await endpointsOf(place);
    expect(untouched.agencies[0].endpoints).toMatchObject({ found: 6, protected: 0, unknown: 6 });

    const lines = (await readFile(path, 'utf8')).split('\n');
    const edited = drafted.json.edit_lines.map((each: number) => each - 1);
    const change = (index: number, from: string, to: string) => {
      const at = edited[index] as number;
      expect(lines[at]).toContain(from);
      lines[at] = (lines[at] as string).replace(from, to);
    };
    change(0, '# - {fact: realtime', '- {fact: realtime');
    change(1, '# - {fact: signatures_date', '- {fact: signatures_date');
    change(
      2,
      '{"yes": [], "no": [], unknown: [Xanh, "Đỏ", "Vàng"]}',
      '{"yes": [Xanh], "no": ["Đỏ"], unknown: ["Vàng"]}',
    );
    await writeFile(path, lines.join('\n'));

    const again = await runJson(EndpointsInspect, odd, '--workspace', place, ...asOf);
    expect(again.exit).toBe(0);
    expect(again.json.files[0]).toMatchObject({
      source: { id: 'cmc-khien-tram' },
      rows: { read: 7, used: 6, refused: [{ reason: 'summary_row', count: 1 }] },
      odd_words: [],
    });
    const audited = await endpointsOf(place);
    expect(audited.agencies[0].endpoints).toMatchObject({
      found: 6,
      protected: 4,
      unprotected: 1,
      unknown: 1,
    });
    expect(audited.inputs.map((each: { path: string }) => each.path)).toContain(
      'sources/cmc-khien-tram.yaml',
    );
    expect(audited.agencies[0].endpoints.sources).toMatchObject([{ source: 'cmc-khien-tram' }]);
  });
});

describe('map --init', () => {
  test('without a place the draft is printed, and fits the schema as it stands', async () => {
    const { exit, stdout } = await runCommand(EndpointsMap, '--init', odd);
    expect(exit).toBe(0);
    expect(parse(stdout)).toMatchObject({ id: 'khien-tram', role: 'list', grade: 'E' });
    expect(stdout).toContain('# FILL IN: ');
  });

  test.each(['vi', 'en'])('says what to do next in 80 columns but for paths (%s)', async (lang) => {
    const place = await workspace(`said-${lang}`);
    const words = ['--init', odd, ...flags, '--workspace', place, '--lang', lang];
    const { stdout } = await runCommand(EndpointsMap, ...words);
    for (const said of ['21', 'tuanthu endpoints inspect', 'tuanthu audit'])
      expect(stdout).toContain(said);
    const words80 = stdout.split('\n').filter((line) => / /.test(line.trim()));
    expect(words80.filter((line) => textWidth(line) > 80 && !line.includes(place))).toEqual([]);
  });

  test('nothing is overwritten without --force', async () => {
    const place = await workspace('twice');
    const words = ['--init', odd, ...flags, '--workspace', place];
    expect(await runCommand(EndpointsMap, ...words)).toMatchObject({ exit: 0 });
    expect((await runCommand(EndpointsMap, ...words)).error).toMatchObject({
      code: 'cli.file_exists',
    });
    expect(await runCommand(EndpointsMap, ...words, '--force')).toMatchObject({ exit: 0 });
  });

  test('a list that a source reads already: said, and the draft reads it all the same', async () => {
    const path = join(folder, 'list.csv');
    await writeFile(path, 'Tên máy;Hệ điều hành;Khối\nA-01;Windows 10;x\n');
    const { exit, stderr, stdout } = await runCommand(EndpointsMap, '--init', path);
    expect(exit).toBe(0);
    expect(stderr).toContain('"vietnamese-list"');
    expect(parse(stdout).recognise.all_of).toContain('Hệ điều hành');
  });

  test('UTF-16, JSON and a sheet', async () => {
    const text = 'Trạm\tTên trạm\tKhiên\n1\tA-01\tXanh\n2\tA-02\tĐỏ\n';
    const wide = join(folder, 'wide.txt');
    await writeFile(wide, Buffer.from(`\ufeff${text}`, 'utf16le'));
    const json = join(folder, 'odd.json');
    const record = (name: string) => ({
      computer: { name },
      shieldState: 'on',
      lastSeen: '2026-11-20',
    });
    await writeFile(json, JSON.stringify({ rows: [record('A-01'), record('A-02')] }));
    const columns = async (path: string) =>
      parse((await runCommand(EndpointsMap, '--init', path)).stdout).columns;
    expect(await columns(wide)).toMatchObject([{ fact: 'host', headers: ['Tên trạm'] }]);
    expect(await columns(json)).toMatchObject([
      { fact: 'host', headers: ['computer.name'] },
      { fact: 'last_seen', headers: ['lastSeen'] },
    ]);
  });

  test.each([
    ['a file that is not there', ['--init', 'nowhere.csv'], 'endpoints_map.no_table'],
    ['a file without columns', ['--init', '.npmrc'], 'endpoints_map.no_table'],
    ['a taken id', ['--init', odd, '--id', 'ksc-device-list'], 'endpoints_map.bad_id'],
    ['an id with capitals', ['--init', odd, '--id', 'Khien'], 'endpoints_map.bad_id'],
    [
      'a product that is none',
      ['--init', odd, '--product', 'bkav'],
      'endpoints_map.unknown_product',
    ],
    [
      'a file that is not called after the id',
      ['--init', odd, '--id', 'khien', '--out', 'x.yaml'],
      'endpoints_map.bad_out',
    ],
  ])('%s: exit 2', async (_name, words, code) => {
    expect((await runCommand(EndpointsMap, ...words)).error).toMatchObject({ code, exit: 2 });
  });

  test('a person at the terminal is asked for what the file can not say', async () => {
    const asked: string[] = [];
    const answers = new Map<string, unknown>([
      ['Where does this file come from?', 'console'],
      ['Which product’s console is it?', 'cmc-endpoint'],
      ['“Khiên chắn” has', 'realtime'],
      ['“Cập nhật lần cuối” the date', 'signatures_date'],
      ['«Xanh»', 'yes'],
    ]);
    const said = (message: string, choices: readonly Choice<unknown>[]) => {
      asked.push(message);
      const found = [...answers].find(([part]) => message.includes(part))?.[1];
      const word = /"(Xanh|Đỏ|Vàng)"/.exec(message)?.[1];
      const value = word === undefined ? found : { Xanh: 'yes', Đỏ: 'no', Vàng: 'unknown' }[word];
      const byHeader = message.includes('Khiên chắn') ? 'realtime' : 'signatures_date';
      const chosen = choices.find((each) => each.value === (value ?? byHeader));
      if (!chosen) throw new Error(`no answer to: ${message}`);
      return chosen.value;
    };
    const prompts: Prompts = {
      say: async () => undefined,
      choose: async ({ message, choices }) =>
        said(message, choices as readonly Choice<unknown>[]) as never,
      tick: async () => [],
      type: async () => '',
    };
    const { sources } = await bundledSources();
    const { text, edit } = await draftMapping({
      file: odd,
      id: 'cmc-khien-tram',
      out: undefined,
      role: undefined,
      product: undefined,
      language: 'en',
      sources,
      own: [],
      ask: (...each) => askMapping(...each, 'en', prompts),
    });
    expect(asked).toHaveLength(7);
    expect(edit).toEqual([]);
    const value = parse(text);
    expect(value).toMatchObject({ role: 'console', grade: 'A', product: 'cmc-endpoint' });
    expect(value.words.khien_chan).toEqual({ yes: ['Xanh'], no: ['Đỏ'], unknown: ['Vàng'] });
    expect(value.columns.map(({ fact }: { fact: string }) => fact)).toContain('realtime');
  });
});

describe('a mapping of one’s own', () => {
  const mapping = (changes: Readonly<Record<string, string>>, id = 'rieng') =>
    Object.entries({
      schema_version: '1',
      id,
      title: '{vi: "Thử", en: "Test"}',
      citation: '"thử"',
      certainty: 'reading',
      format: 'table',
      role: 'console',
      grade: 'A',
      sees: 'one_product',
      product: 'cmc-endpoint',
      recognise: '{all_of: ["Tên trạm", "Khiên chắn"]}',
      columns: '[{fact: host, headers: ["Tên trạm"], as: text}]',
      words: '{}',
      dates: '[dmy]',
      observed_at: '[]',
      ...changes,
    })
      .map(([key, value]) => `${key}: ${value}\n`)
      .join('');

  test.each([
    ['a list claims a console’s grade', { role: 'list', grade: 'B' }, 'source.own.too_strong', 8],
    ['a directory too', { role: 'directory', grade: 'D' }, 'source.own.too_strong', 8],
    ['an inventory claims grade A', { role: 'inventory' }, 'source.own.too_strong', 8],
    ['the file says its grade itself', { grade: 'from_file' }, 'source.own.too_strong', 8],
    ['a product that is none', { product: 'cmc-enpoint' }, 'source.own.unknown_product', 10],
    [
      'a console that another source reads',
      { product: 'sentinelone' },
      'source.own.same_console',
      2,
    ],
    [
      'a fact of the normalised format',
      {
        columns:
          '[{fact: host, headers: [a], as: text}, {fact: origin_role, headers: [b], as: text}]',
      },
      'source.own.origin_fact',
      12,
    ],
    [
      'a fact that is none',
      { columns: '[{fact: hosts, headers: [a], as: text}]' },
      'source.invalid',
      12,
    ],
    ['a key that is none', { columms: '[]' }, 'schema.unknown_key', 16],
  ])('%s: an error with its line', async (name, changes, code, line) => {
    const place = await workspace(`bad-${name.replace(/\W+/g, '-')}`, {
      'sources/rieng.yaml': mapping(changes),
    });
    const checked = await runJson(Validate, place);
    expect(checked.exit).toBe(2);
    const [found] = checked.json.diagnostics.filter((each: { code: string }) => each.code === code);
    expect(found).toMatchObject({
      severity: 'error',
      file: join(place, 'sources/rieng.yaml'),
      line,
    });
    const alone = await runJson(Validate, join(place, 'sources/rieng.yaml'));
    expect(alone.json.diagnostics).toContainEqual(expect.objectContaining({ code, line }));
  });

  test('the audit goes on without a broken one, and the file that needed it is an error of its agency', async () => {
    const place = await workspace('broken', { 'sources/rieng.yaml': mapping({ role: 'list' }) });
    const audited = await runJson(Audit, place, ...asOf);
    expect(audited.stderr).toContain('sources/rieng.yaml:8');
    expect(JSON.stringify(audited.json.findings)).toContain('fleet.unrecognised');
    expect(audited.json.agencies[0]).toMatchObject({ submission: { status: 'partly' } });
    expect(audited.json.agencies[0].verdict).not.toBe('met');
  });

  test('one that bears a bundled id never replaces it: the error names both files', async () => {
    const place = await workspace('taken', {
      'sources/ksc-device-list.yaml': mapping({}, 'ksc-device-list'),
    });
    const { json } = await runJson(Validate, place);
    expect(JSON.stringify(json.diagnostics)).toContain('rules/sources/ksc-device-list.yaml');
    const list = await runJson(SourcesList, '--workspace', place);
    const same = list.json.sources.filter(({ id }: { id: string }) => id === 'ksc-device-list');
    expect(same).toHaveLength(1);
    expect(same[0].title).not.toBe('Test');
  });

  test('is listed, tested with its cases, and validated', async () => {
    const place = await workspace('good', {
      'sources/rieng.yaml': mapping({}),
      'sources/rieng.cases.yaml': `schema_version: 1
cases:
  - id: normal
    name: {vi: "Thường", en: "Normal"}
    content: |
      Tên trạm;Khiên chắn
      A-01;Xanh
    expect:
      rows_read: 1
      unknown_columns: ["Khiên chắn"]
      machines:
        - {host: "A-01"}
`,
    });
    const list = await runJson(SourcesList, '--workspace', place);
    expect(list.json.sources[0]).toMatchObject({ id: 'rieng', cases: 1 });
    expect(await runCommand(SourcesTest, 'rieng', '--workspace', place)).toMatchObject({ exit: 0 });
    const { json } = await runJson(Validate, place);
    const own = json.files.filter(({ kind }: { kind: string }) => kind === 'source');
    expect(own).toHaveLength(2);
    expect(own.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
  });

  test('a folder without mappings changes nothing', async () => {
    const place = await workspace('none');
    await mkdir(join(place, 'sources'));
    await copyFile(odd, join(place, 'sources', 'note.txt'));
    expect((await runJson(Validate, place)).json.diagnostics).toEqual([]);
  });
});
