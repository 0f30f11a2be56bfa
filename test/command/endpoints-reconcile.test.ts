import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import EndpointsReconcile from '../../src/cli/commands/endpoints/reconcile.js';
import { textWidth } from '../../src/cli/text-width.js';
import { readWorkbook } from '../../src/documents/spreadsheet/read-workbook.js';
import { auditFolder } from '../support/audit.js';
import {
  asOf,
  directoryExport,
  hosts,
  kscExport,
  type WorkspaceSpec,
  workspaceFiles,
  writeFiles,
} from '../support/workspace.js';
import { runCommand, runJson } from './run-command.js';

let folder: string;
let place: string;
let count = 0;

function workspace(spec: WorkspaceSpec): Promise<string> {
  return writeFiles(join(folder, String(count++)), workspaceFiles(spec));
}

const named = (names: readonly string[]) => names.map((Name) => ({ Name }));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-reconcile-'));
  place = await workspace({
    agencies: [
      {
        id: 'so-a',
        inventory: {
          declared_endpoints: { count: 12, register: 'Sổ tài sản', date: '2026-11-01' },
        },
        endpoints: {
          'ksc.csv': kscExport([...named(hosts(6)), { Name: '=PC-ONLY' }, { Name: 'PC-1' }]),
          'ad.csv': directoryExport([
            ...named(hosts(4)),
            { Name: 'PC-AD' },
            { Name: 'PC-SILENT', LastLogonDate: '2026-08-01 08:00:00' },
            { Name: 'PC-GONE', LastLogonDate: '2026-01-01 08:00:00', Enabled: 'False' },
            { Name: 'SRV-1', OperatingSystem: 'Windows Server 2022 Standard' },
          ]),
        },
      },
      { id: 'so-b', endpoints: { 'ksc.csv': kscExport(named(hosts(3, 'B'))) } },
    ],
  });
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...words: readonly string[]) =>
  runCommand(EndpointsReconcile, ...words, '--as-of', asOf);
const runOne = async (...words: readonly string[]) => {
  const { exit, json } = await runJson(EndpointsReconcile, ...words, '--as-of', asOf);
  return { exit, json, agency: json.agencies[0] };
};
const names = (machines: readonly { readonly name: string }[]) => machines.map(({ name }) => name);

describe('what each side knows', () => {
  test('counts, lists and the audit’s own figures', async () => {
    const { exit, agency } = await runOne(place, '--agency', 'so-a');
    expect(exit).toBe(0);
    expect(agency.machines).toMatchObject({
      found: 11,
      out_of_scope: 1,
      register: 7,
      register_active: 6,
      register_stale: 1,
      console: 7,
      both: 4,
      only_register: 3,
      only_console: 3,
      stale: 1,
    });
    expect(agency.coverage).toEqual({ seen: 4, of: 6 });
    expect(names(agency.lists.only_register)).toEqual(['PC-AD', 'SRV-1', 'PC-SILENT']);
    expect(names(agency.lists.only_console)).toEqual(['=PC-ONLY', 'PC-5', 'PC-6']);
    expect(names(agency.lists.stale)).toEqual(['PC-SILENT']);
    expect(agency.lists.excluded).toMatchObject([
      { name: 'PC-GONE', exclusion: 'account_disabled' },
    ]);
    expect(agency.merges).toMatchObject({ rows: 16, machines: 11, merged: 5, repeated: 1 });
    expect(agency.by_machine).toContainEqual(
      expect.objectContaining({ machine: 'server', register: 1, console: 0, both: 0 }),
    );
    const { assessment } = await auditFolder(place);
    const [audited] = assessment.agencies;
    expect(agency).toMatchObject({
      in_scope: audited?.endpoints.in_scope,
      found: audited?.endpoints.found,
      unreported: audited?.endpoints.unreported,
      declared: audited?.endpoints.declared,
      self_reported: false,
      excluded: audited?.endpoints.excluded,
    });
  });

  test('Chapman’s estimate is a remark: (6+1)(7+1)/(4+1) − 1', async () => {
    const { agency } = await runOne(place, '--agency', 'so-a');
    expect(agency.estimate).toEqual({ total: 10, union: 9 });
    expect(agency.warnings).toEqual([]);
  });

  test('a console alone is self-reported, and nothing is estimated', async () => {
    const { agency } = await runOne(place, '--agency', 'so-b');
    expect(agency).toMatchObject({
      self_reported: true,
      estimate: null,
      coverage: { seen: 0, of: 0 },
    });
    expect(agency.warnings.map(({ code }: { code: string }) => code)).toEqual([
      'reconcile.warning.self_reported',
    ]);
  });
});

describe('warnings', () => {
  const oldDirectory = directoryExport(
    hosts(30, 'OLD').map((Name) => ({ Name, LastLogonDate: '2026-11-02 08:00:00' })),
  );

  test.each([
    {
      code: 'reconcile.warning.dates_apart',
      endpoints: { 'ksc.csv': kscExport(named(hosts(30, 'OLD'))), 'ad.csv': oldDirectory },
    },
    {
      code: 'reconcile.warning.nothing_common',
      endpoints: { 'ksc.csv': kscExport(named(hosts(30, 'NEW'))), 'ad.csv': oldDirectory },
    },
    {
      code: 'reconcile.warning.estimate',
      endpoints: {
        'ksc.csv': kscExport(named([...hosts(20, 'NEW'), 'OLD-1'])),
        'ad.csv': oldDirectory,
      },
    },
  ])('$code', async ({ code, endpoints }) => {
    const found = await workspace({ agencies: [{ id: 'so-a', endpoints }] });
    const { agency } = await runOne(found);
    expect(agency.warnings.map((each: { code: string }) => each.code)).toContain(code);
  });
});

describe('for people', () => {
  test.each(['vi', 'en'])(
    'a table of all agencies, one with its lists, in 80 columns (%s)',
    async (language) => {
      for (const words of [[place], [place, '--agency', 'so-a']]) {
        const { exit, stdout, stderr } = await run(...words, '--lang', language);
        expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
        expect(stdout).not.toMatch(/reconcile\.|undefined|\{\w+\}/);
        expect(stdout.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
      }
    },
  );

  test('a long list is cut and says so', async () => {
    const many = await workspace({
      agencies: [{ id: 'so-a', endpoints: { 'ad.csv': directoryExport(named(hosts(40))) } }],
    });
    const { stdout } = await run(many);
    expect(stdout).toContain('Only in the register (40)');
    expect(stdout).toContain('… and 25 more');
    const { agency } = await runOne(many);
    expect(agency.lists.only_register).toHaveLength(40);
  });
});

describe('--out', () => {
  test('CSV holds every list, formulas made plain; it isn’t overwritten', async () => {
    const out = join(folder, 'lists.csv');
    const { exit } = await run(place, '--out', out);
    expect(exit).toBe(0);
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFFList;Agency id;Agency;Name;Endpoint id;Kind;Last seen;Stale;Left out because;Sources',
    );
    expect(lines).toHaveLength(1 + 3 + 3 + 1 + 1 + 3);
    expect(lines.find((line) => line.includes('PC-ONLY'))).toContain(";'=PC-ONLY;");
    const again = await run(place, '--out', out);
    expect(again.exit).toBe(2);
    expect(again.error?.code).toBe('cli.file_exists');
    expect((await run(place, '--out', out, '--force')).exit).toBe(0);
  });

  test('XLSX holds the same rows', async () => {
    const out = join(folder, 'lists.xlsx');
    await run(place, '--out', out);
    const reading = await readWorkbook(await readFile(out));
    const [sheet] = 'workbook' in reading ? reading.workbook.sheets : [];
    expect(sheet?.rows).toHaveLength(12);
    expect(sheet?.rows[0]?.[3]).toEqual({ kind: 'text', text: 'Name' });
  });

  test('an ending of another format is refused before anything is read', async () => {
    const { exit, error } = await run(join(folder, 'none'), '--out', 'lists.pdf');
    expect(exit).toBe(2);
    expect(error?.code).toBe('cli.out_ending');
  });
});

test.each([{ words: ['--agency', 'so-aa'], code: 'audit.unknown_agency' }])(
  '$code ends with 2',
  async ({ words, code }) => {
    const { exit, error } = await run(place, ...words);
    expect(exit).toBe(2);
    expect(error?.code).toBe(code);
  },
);

test('the example of the province: the denominators are the audit’s', async () => {
  const { exit, json } = await runOne('examples/lang-son');
  expect(exit).toBe(0);
  const { assessment } = await auditFolder('examples/lang-son');
  const scope = (agencies: readonly { id: string; in_scope?: number }[]) =>
    agencies.map(({ id, in_scope }) => [id, in_scope]);
  expect(scope(json.agencies)).toEqual(
    scope(assessment.agencies.map(({ id, endpoints }) => ({ id, in_scope: endpoints.in_scope }))),
  );
}, 60_000);
