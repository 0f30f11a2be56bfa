import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import EndpointsInspect from '../../src/cli/commands/endpoints/inspect.js';
import SourcesList from '../../src/cli/commands/sources/list.js';
import SourcesShow from '../../src/cli/commands/sources/show.js';
import SourcesTest from '../../src/cli/commands/sources/test.js';
import { textWidth } from '../../src/cli/text-width.js';
import { runCommand, runJson } from './run-command.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-sources-'));
});
afterAll(() => rm(folder, { recursive: true }));

const tooWide = (stdout: string) => stdout.split('\n').filter((line) => textWidth(line) > 80);

/** A file in the test's folder; returns its path. */
async function put(name: string, ...lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  return path;
}

describe('sources list and show', () => {
  test('every source has cases and says how certain it is', async () => {
    const { exit, json } = await runJson(SourcesList);
    expect(exit).toBe(0);
    expect(json.sources.length).toBeGreaterThanOrEqual(19);
    for (const source of json.sources) {
      expect(source.cases).toBeGreaterThan(0);
      expect(source.certainty).toMatch(/^(text|secondary|recalled)$/);
    }
  });

  test.each(['vi', 'en'])('both fit 80 columns (%s)', async (language) => {
    const list = await runCommand(SourcesList, '--lang', language);
    expect(tooWide(list.stdout)).toEqual([]);
    const { json } = await runJson(SourcesList);
    for (const { id } of json.sources) {
      const { exit, stdout } = await runCommand(SourcesShow, id, '--lang', language);
      expect(exit).toBe(0);
      expect(tooWide(stdout)).toEqual([]);
    }
  });

  test('columns, words and what is not used', async () => {
    const { stdout } = await runCommand(SourcesShow, 'crowdstrike-hosts');
    expect(stdout).toMatch(/mode +words: reduced +reduced_functionality_mode/);
    expect(stdout).toMatch(/kinds +server +Server, Domain Controller/);
    expect(stdout).toContain('Columns known and not used: cid');
  });

  test('bits, conditions, given values, records left out, pages', async () => {
    const centre = await runCommand(SourcesShow, 'windows-security-center', '--lang', 'en');
    expect(centre.stdout).toMatch(/realtime +bits & 0x4F000: states +productState/);
    expect(centre.stdout.replace(/\s+/g, ' ')).toContain(
      'PSComputerName (when PSComputerName is not: localhost,',
    );
    const health = await runCommand(SourcesShow, 'defender-antivirus-health', '--lang', 'en');
    expect(health.stdout).toContain('Records on a page unless asked otherwise: 20');
    expect(health.stdout.replace(/\s+/g, ' ')).toContain('→ Microsoft Defender for Endpoint');
    const { json } = await runJson(SourcesShow, 'defender-machines');
    expect(json).toMatchObject({
      each: [],
      replay: null,
      leave_out: [{ header: 'mergedIntoMachineId', reason: 'merged_record' }],
      page_size: null,
    });
    const hosts = await runCommand(SourcesShow, 'fleet-hosts', '--lang', 'en');
    expect(hosts.stdout).toMatch(/contains: kind +mobile +ios, ipados, android/);
  });

  test('an unknown id names the nearest', async () => {
    const { exit, error } = await runCommand(SourcesShow, 'fleet-host');
    expect(exit).toBe(2);
    expect(error?.hints[0]?.params).toEqual({ name: 'fleet-hosts' });
  });
});

describe('sources test', () => {
  test('all cases of all sources pass', async () => {
    const { exit, json } = await runJson(SourcesTest);
    expect(exit).toBe(0);
    expect(json.sources.filter(({ failed }: { failed: number }) => failed > 0)).toEqual([]);
  });

  test('only those that were named', async () => {
    const { exit, stdout } = await runCommand(SourcesTest, 'fleet-hosts', 'normalised');
    expect(exit).toBe(0);
    expect(stdout).toMatch(
      /^fleet-hosts: (\d+)\/\1 cases pass\nnormalised: (\d+)\/\2 cases pass\n$/,
    );
  });
});

describe('endpoints inspect', () => {
  const header =
    'Name\tReal-time protection status\tLast connected to Administration Server\tMàu\tStatus\tname';
  let good: string;
  beforeAll(async () => {
    good = await put(
      'ksc.csv',
      'Báo cáo',
      header,
      'PC01\tRunning\t11/20/2026 9:00 PM\tđỏ\tOK\tx',
      'PC02\tRuning\t11/20/2026 9:00 PM\t\tOK\t',
      'PC03\tRunning\t11/20/2026 9:00 PM\t\tOK\t\tmore',
    );
  });

  test('layout, source and why, columns, rows, words, dates', async () => {
    const { exit, json } = await runJson(EndpointsInspect, good, '--as-of', '2026-11-24');
    expect(exit).toBe(0);
    expect(json.files).toHaveLength(1);
    expect(json.files[0]).toMatchObject({
      path: good,
      kind: 'table',
      source: { id: 'ksc-device-list', certainty: 'secondary' },
      recognised_by: ['Name', 'Last connected to Administration Server', 'name'],
      layout: { encoding: 'utf-8', delimiter: '\t', header_line: 2 },
      columns: [
        { header: 'Name', use: 'read', facts: ['host'] },
        { header: 'Real-time protection status', use: 'read', facts: ['realtime'] },
        { use: 'read', facts: ['last_seen'] },
        { header: 'Màu', use: 'unknown', facts: [] },
        { header: 'Status', use: 'ignored', facts: [] },
        { header: 'name', use: 'repeated', facts: [] },
      ],
      rows: {
        read: 3,
        used: 2,
        refused: [{ reason: 'too_many_cells', count: 1, first_rows: [3] }],
      },
      date_order: 'mdy',
      odd_words: [{ fact: 'realtime', word: 'Runing', times: 1 }],
      first_rows: [
        { row: 1, facts: { host: 'PC01', realtime: true, last_seen: '2026-11-20T14:00:00.000Z' } },
        { row: 2, facts: { host: 'PC02' } },
      ],
    });
  });

  test.each(['vi', 'en'])('the text says it all in 80 columns (%s)', async (language) => {
    const words = [good, '--as-of', '2026-11-24', '--lang', language];
    const { stdout, stderr } = await runCommand(EndpointsInspect, ...words);
    expect(stderr).toBe('');
    expect(tooWide(stdout.replace(good, ''))).toEqual([]);
    for (const said of ['ksc-device-list', 'TAB', 'Màu', 'Runing', 'PC01'])
      expect(stdout).toContain(said);
  });

  test('a file that is not recognised: its headers, the nearest source, exit 2', async () => {
    const path = await put('x.csv', 'hostname,uuid,colour', 'pc01,x,red');
    const { exit, json } = await runJson(EndpointsInspect, path);
    expect(exit).toBe(2);
    expect(json.files[0]).toMatchObject({
      kind: 'unrecognised',
      source: null,
      headers_seen: ['hostname', 'uuid', 'colour'],
      nearest: { id: 'fleet-hosts', missing: ['osquery_version'] },
      rows: null,
    });
  });

  test('one bad file does not hide the others; records have no columns', async () => {
    const record = { host: 'PC01', observed_at: '2026-11-20', colour: 'red' };
    const paths = [
      await put('empty.csv', ''),
      join(folder, 'missing.csv'),
      await put('broken.json', '[{"host":"PC01","realtime":true},{"host":"PC'),
      await put('good.ndjson', JSON.stringify(record)),
    ];
    const { exit, json } = await runJson(EndpointsInspect, ...paths, '--as-of', '2026-11-24');
    expect(exit).toBe(2);
    const found = json.files.map(
      ({ kind, rows, diagnostics }: Record<string, unknown>) =>
        [kind, (rows as { used: number } | null)?.used ?? null, diagnostics] as const,
    );
    expect(found).toMatchObject([
      ['empty', null, []],
      [null, null, [{ code: 'file.missing' }]],
      ['json', null, [{ code: 'fleet.unreadable' }]],
      ['json', 1, [{ code: 'fleet.ignored_columns' }]],
    ]);
  });

  test('a name with line breaks and colours can not forge output', async () => {
    const path = await put('evil.csv', 'Name,DistinguishedName', '"PC\u001b[31m\nPC99",x');
    const { stdout } = await runCommand(EndpointsInspect, path);
    expect(stdout).not.toContain('\u001b[31m');
    expect(stdout).not.toMatch(/^PC99/m);
  });
});
