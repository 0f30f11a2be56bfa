import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/audit/assessment.js';
import { textWidth } from '../../src/cli/text-width.js';
import { audit, type Said } from '../support/command.js';
import { assessmentOf, openProgram, type Program } from '../support/program.js';
import {
  type AgencySpec,
  asOf,
  directoryExport,
  hosts,
  kscExport,
  listExport,
  normalisedExport,
  silent,
  soundEndpoints,
  soundSystem,
  unapprovedSystem,
  unclearSystem,
  type WorkspaceSpec,
  withoutProduct,
  workspaceFiles,
  writeFiles,
} from '../support/workspace.js';

let program: Program;
let made = 0;

beforeAll(async () => {
  program = await openProgram('audit');
});
afterAll(() => program.remove());

/** Writes a workspace to a folder of its own. */
function place(spec: WorkspaceSpec): Promise<string> {
  made += 1;
  return writeFiles(join(program.folder, `w${made}`), workspaceFiles(spec));
}

/** Audits a workspace in this process. */
async function audited(spec: WorkspaceSpec, ...flags: readonly string[]): Promise<Said> {
  return audit([await place(spec), ...flags]);
}

/** The assessment of a workspace, and the exit code. */
async function assessed(
  spec: WorkspaceSpec,
  ...flags: readonly string[]
): Promise<{ assessment: Assessment; code: number }> {
  const said = await audited(spec, '--json', ...flags);
  return { assessment: JSON.parse(said.stdout) as Assessment, code: said.code };
}

const missing: AgencySpec = { id: 'so-b', systems: [unapprovedSystem('so-b-x')] };
const unclear: AgencySpec = { id: 'so-c', systems: [unclearSystem('so-c-x')] };

describe('exit codes of a finished audit', () => {
  const table: readonly {
    readonly name: string;
    readonly agencies: readonly AgencySpec[];
    readonly code: number;
    readonly flags?: readonly string[];
  }[] = [
    { name: 'all targets met', agencies: [{ id: 'so-a' }], code: 0 },
    { name: 'one target missed', agencies: [{ id: 'so-a' }, missing], code: 3 },
    { name: 'inconclusive only', agencies: [{ id: 'so-a' }, unclear], code: 4 },
    { name: 'an agency not submitted', agencies: [{ id: 'so-a' }, silent('so-d')], code: 4 },
    { name: 'missed, and not submitted', agencies: [missing, silent('so-d')], code: 3 },
    { name: 'nobody submitted', agencies: [silent('so-d')], code: 4 },
    {
      name: 'no agency exists on that date',
      agencies: [silent('so-d', { entry: { valid_from: '2027-01-01' } })],
      code: 4,
    },
    { name: 'missed, --no-fail', agencies: [missing], flags: ['--no-fail'], code: 0 },
    { name: 'inconclusive, --no-fail', agencies: [unclear], flags: ['--no-fail'], code: 0 },
    {
      name: 'only the agency asked for counts',
      agencies: [{ id: 'so-a' }, missing],
      flags: ['--agency', 'so-a'],
      code: 0,
    },
    {
      name: 'an agency that hands in no systems and no endpoints has no data',
      agencies: [{ id: 'so-a', systems: [], endpoints: {} }],
      code: 4,
    },
  ];

  test.each(table)('$name: $code', async ({ agencies, flags = [], code }) => {
    const said = await audited({ agencies }, ...flags);
    expect({ code: said.code, stderr: said.stderr }).toEqual({ code, stderr: '' });
    expect(said.stdout).not.toBe('');
  });
});

describe('what can’t be audited ends with 2 and says why', () => {
  const sound = [{ id: 'so-a' }];
  const table: readonly {
    readonly name: string;
    readonly spec?: Partial<WorkspaceSpec>;
    readonly flags?: readonly string[];
    readonly says: readonly string[];
  }[] = [
    {
      name: 'workspace file broken',
      spec: { settings: 'title: [\n' },
      says: ['tuanthu.yaml:2', 'Sai cú pháp YAML'],
    },
    { name: 'workspace file empty', spec: { settings: '' }, says: ['tuanthu.yaml'] },
    {
      name: 'unknown key',
      spec: { settings: { titel: 'x' } },
      says: ['tuanthu.yaml:', '«titel»', '«title»'],
    },
    {
      name: 'list of agencies missing',
      spec: { settings: { agencies: 'khong-co.yaml' } },
      says: ['khong-co.yaml', 'Không tìm thấy'],
    },
    {
      name: 'list of agencies broken',
      spec: { files: { 'agencies.yaml': 'agencies: []\nschema_version: 1\n' } },
      says: ['agencies.yaml:1', 'ít nhất 1 mục'],
    },
    {
      name: 'list of agencies outside',
      spec: { settings: { agencies: '../agencies.yaml' } },
      says: ['«../agencies.yaml»', 'bên trong'],
    },
    {
      name: 'unknown pack',
      spec: { settings: { packs: ['vn-20266'] } },
      says: ['tuanthu.yaml:4', '«vn-20266»', '«vn-2026»'],
    },
    {
      name: 'parameter weaker than the floor',
      spec: { settings: { parameters: { signature_fail_days: 8 } } },
      says: ['tuanthu.yaml:', 'signature_fail_days', '8', '7'],
    },
    {
      name: 'target weaker than the floor',
      spec: { settings: { parameters: { 'sec-endpoints-protected': 80 } } },
      says: ['tuanthu.yaml:', 'sec-endpoints-protected', '80', '90'],
    },
    {
      name: 'unknown parameter',
      spec: { settings: { parameters: { signature_fail_day: 3 } } },
      says: ['tuanthu.yaml:', '«signature_fail_day»', '«signature_fail_days»'],
    },
    {
      name: 'parameter of the wrong type',
      spec: { settings: { parameters: { signature_fail_days: '3m' } } },
      says: ['signature_fail_days', '3m'],
    },
    {
      name: 'unknown agency',
      flags: ['--agency', 'so-aa'],
      says: ['«so-aa»', '«so-a»'],
    },
    {
      name: 'unknown agency beside a known one',
      flags: ['--agency', 'so-a', '--agency', 'zzzzzz'],
      says: ['«zzzzzz»', 'agencies.yaml'],
    },
    {
      name: '--no-fail forgives no invalid input',
      flags: ['--no-fail', '--agency', 'x'],
      says: ['«x»'],
    },
    { name: 'impossible date', flags: ['--as-of', '2026-02-30'], says: ['--as-of', '2026-02-30'] },
    { name: 'Vietnamese date', flags: ['--as-of', '24/11/2026'], says: ['--as-of'] },
  ];

  test.each(table)('$name', async ({ spec = {}, flags = [], says }) => {
    const said = await audited({ agencies: sound, ...spec }, ...flags);
    expect({ code: said.code, stdout: said.stdout }).toEqual({ code: 2, stdout: '' });
    for (const text of says) expect(said.stderr).toContain(text);
    expect(said.stderr).not.toMatch(/\bat .*\.[jt]s:/);
  });

  test('a former agency: its successor is named', async () => {
    const former = silent('huyen-x', { entry: { valid_to: '2025-06-30', successor: 'so-a' } });
    const said = await audited({ agencies: [...sound, former] }, '--agency', 'huyen-x');
    expect(said.code).toBe(2);
    expect(said.stderr).toContain('so-a');
  });

  test.each([
    { name: 'folder missing', path: 'khong-co', says: 'khong-co' },
    { name: 'file instead of a folder', path: 'tuanthu.yaml', says: 'tuanthu.yaml' },
    { name: 'folder without tuanthu.yaml', path: 'agencies', says: 'tuanthu.yaml' },
  ])('$name', async ({ path, says }) => {
    const folder = await place({ agencies: sound });
    const said = await audit([join(folder, path)]);
    expect({ code: said.code, stdout: said.stdout }).toEqual({ code: 2, stdout: '' });
    expect(said.stderr).toContain(says);
  });

  test('as JSON: one object on standard output, nothing beside it', async () => {
    const spec = { agencies: sound, settings: { parameters: { signature_fail_days: 8 } } };
    const said = await audited(spec, '--json', '--lang', 'en');
    expect({ code: said.code, stderr: said.stderr }).toEqual({ code: 2, stderr: '' });
    expect(JSON.parse(said.stdout)).toMatchObject({
      error: {
        exit: 2,
        diagnostics: [{ file: 'tuanthu.yaml', pointer: '/parameters/signature_fail_days' }],
      },
    });
  });
});

/** `count` machines of which the console says that `bare` have no product; the directory knows all. */
function machines(count: number, bare: number): Readonly<Record<string, string>> {
  const names = hosts(count);
  return {
    'ksc.csv': kscExport(names.map((Name, i) => (i < bare ? withoutProduct(Name) : { Name }))),
    'ad.csv': directoryExport(names.map((Name) => ({ Name }))),
  };
}

function installed({ assessment }: { assessment: Assessment }) {
  const target = assessment.agencies[0]?.targets.find(({ id }) => id === 'sec-endpoints-protected');
  if (!target) throw new Error('no such target');
  return target;
}

describe('traps', () => {
  test.each([
    { name: '900/1000 meets 90 %', bare: 100, outcome: 'met', code: 0 },
    { name: '899/1000 doesn’t', bare: 101, outcome: 'not_met', code: 3 },
  ])('4: $name', async ({ bare, outcome, code }) => {
    const found = await assessed({ agencies: [{ id: 'so-a', endpoints: machines(1000, bare) }] });
    expect(found.code).toBe(code);
    expect(installed(found)).toMatchObject({ numerator: 1000 - bare, denominator: 1000, outcome });
  });

  test('4: 899/1000 reads 89 %', async () => {
    const said = await audited({ agencies: [{ id: 'so-a', endpoints: machines(1000, 101) }] });
    expect(said.stdout).toContain('899/1000 89%');
    expect(said.stdout).not.toContain('90%  ');
  });

  test('1: an agency whose folder is empty hasn’t submitted', async () => {
    const folder = await place({ agencies: [{ id: 'so-a' }, silent('so-b')] });
    await mkdir(join(folder, 'agencies/so-b/endpoints'), { recursive: true });
    const { code, stdout } = await audit([folder, '--json']);
    expect(code).toBe(4);
    expect(JSON.parse(stdout).agencies[1]).toMatchObject({
      submission: { status: 'not_submitted' },
      verdict: 'no_data',
    });
  });

  test('1: no folder of hand-ins at all', async () => {
    const spec = { agencies: [{ id: 'so-a' }], settings: { submissions: 'ho-so' } };
    const { code, stderr } = await audited(spec);
    expect(code).toBe(4);
    expect(stderr).toContain('«ho-so»');
  });

  test.each([
    ['without its endpoint reports', { 'ksc.csv': '' }],
    [
      'with a report that holds no row',
      { ...soundEndpoints('SO-A'), 'ad.csv': directoryExport([]) },
    ],
  ])('1: an agency %s meets nothing', async (_name, endpoints) => {
    const found = await assessed({ agencies: [{ id: 'so-a', endpoints }] });
    expect(found.code).toBe(4);
    expect(installed(found).outcome).not.toBe('met');
  });

  test('1: a report that the inventory promises and that isn’t there', async () => {
    const inventory = {
      endpoint_reports: [{ file: 'endpoints/edr.csv', exported_on: '2026-11-17' }],
    };
    const found = await assessed({ agencies: [{ id: 'so-a', inventory }] });
    expect(found.code).toBe(4);
    expect(installed(found).outcome).toBe('inconclusive');
  });

  test('2: an unknown key names the nearest known one', async () => {
    const systems = [soundSystem('so-a-x', { declared_levell: 2 })];
    const said = await audited({ agencies: [{ id: 'so-a', systems }] }, '--agency', 'so-a');
    expect(said.code).toBe(4);
    expect(said.stdout).toContain('«declared_levell»');
    expect(said.stdout).toContain('«declared_level»');
  });

  test('3: zero is a number: a register that counts no endpoint, a limit of 0 days', async () => {
    const none = { declared_endpoints: { count: 0, register: 'Sổ tài sản' } };
    const [empty, strict] = await Promise.resolve([
      await assessed({ agencies: [{ id: 'so-a', inventory: none, endpoints: {} }] }),
      await assessed({
        agencies: [{ id: 'so-a' }],
        settings: { parameters: { signature_fail_days: 0 } },
      }),
    ]);
    expect(empty.assessment.agencies[0]?.submission.status).toBe('submitted');
    expect(strict.assessment.changed_parameters).toEqual([
      { id: 'signature_fail_days', default: 7, value: 0 },
    ]);
    // Signatures of the day before are too old then.
    expect(strict.assessment.agencies[0]?.endpoints).toMatchObject({ protected: 0, degraded: 10 });
  });

  test('5: no endpoint and no system is no data, never 100 %', async () => {
    const { assessment, code } = await assessed({
      agencies: [{ id: 'so-a', systems: [], endpoints: {} }],
    });
    expect(code).toBe(4);
    expect(assessment.province.targets.map((each) => [each.denominator, each.outcome])).toEqual([
      [0, 'no_data'],
      [0, 'no_data'],
      [0, 'no_data'],
    ]);
  });

  test('5: all endpoints excluded is no data, and every exclusion is a question', async () => {
    const inventory = {
      endpoint_exclusions: hosts(10, 'SO-A').map((host) => ({
        host,
        reason: 'retired',
        note: 'x',
      })),
    };
    const found = await assessed({ agencies: [{ id: 'so-a', inventory }] });
    expect(found.code).toBe(4);
    expect(installed(found)).toMatchObject({ denominator: 0, outcome: 'no_data' });
    expect(found.assessment.findings.map(({ rule }) => rule)).toContain('IN-05');
  });

  test('6: one file of many says that there is no product: it counts', async () => {
    const endpoints = {
      'a.csv': kscExport(hosts(8).map((Name) => ({ Name }))),
      'b.csv': kscExport(hosts(2, 'SRV').map(withoutProduct)),
      'c.csv': directoryExport([...hosts(8), ...hosts(2, 'SRV')].map((Name) => ({ Name }))),
    };
    const found = await assessed({ agencies: [{ id: 'so-a', endpoints }] });
    expect(installed(found)).toMatchObject({ numerator: 8, denominator: 10, outcome: 'not_met' });
  });

  test('7: error, fail, unknown and not applicable are four things', async () => {
    const { assessment } = await assessed({
      agencies: [missing, unclear, { id: 'so-e', inventory: 'a: [' }],
    });
    const outcomesOf = (id: string) =>
      assessment.findings
        .filter(({ subject, rule }) => subject.agency === id && /^(?:CL|IN)-/.test(rule))
        .filter(({ subject }) => ['system', 'file'].includes(subject.kind))
        .map(({ outcome }) => outcome);
    expect(['so-b', 'so-c', 'so-e'].map(outcomesOf)).toEqual([['fail'], ['unknown'], ['error']]);
    const rules = assessment.agencies[0]?.systems[0]?.rules ?? [];
    expect(rules).toContainEqual({ id: 'CL-02', outcome: 'not_applicable' });
  });

  test('8: evidence that is too old no longer counts', async () => {
    const old = {
      'Information last updated': '2026-10-20 09:00:00',
      'Last connected to Administration Server': '2026-10-20 09:00:00',
    };
    const names = hosts(10);
    const endpoints = {
      'ksc.csv': kscExport(names.map((Name) => ({ Name, ...old }))),
      'ad.csv': directoryExport(names.map((Name) => ({ Name }))),
    };
    const found = await assessed({ agencies: [{ id: 'so-a', endpoints }] });
    expect(installed(found)).toMatchObject({ numerator: 0, unknown: 10, outcome: 'inconclusive' });
  });

  test('10: an exclusion or a use of something unknown is told', async () => {
    const inventory = {
      endpoint_exclusions: [{ host: 'PC-KHONG-CO', reason: 'retired', note: 'x' }],
      uses: [{ system: 'khong-co-he-thong' }],
    };
    const said = await audited({ agencies: [{ id: 'so-a', inventory }] }, '--agency', 'so-a');
    expect(said.stdout).toContain('PC-KHONG-CO');
    expect(said.stdout).toContain('«khong-co-he-thong»');
  });

  test('11: an id of two systems: both files are named, it counts for nobody', async () => {
    const agencies = ['so-a', 'so-b'].map((id) => ({ id, systems: [soundSystem('trung-ma')] }));
    const { assessment, code } = await assessed({ agencies });
    expect(code).toBe(4);
    for (const [index, other] of [
      [0, 'so-b'],
      [1, 'so-a'],
    ] as const) {
      expect(assessment.agencies[index]?.targets[0]).toMatchObject({ numerator: 0, unknown: 1 });
      const own = assessment.findings.filter(
        ({ subject, rule }) => subject.agency === agencies[index]?.id && rule === 'IN-03',
      );
      expect(JSON.stringify(own)).toContain(`agencies/${other}/inventory.yaml:`);
    }
  });

  test('12: an ignored column is said aloud with --verbose', async () => {
    const endpoints = {
      ...soundEndpoints('SO-A'),
      'ksc2.csv': kscExport([{ Name: 'SO-A-1', 'Cột lạ': 'x' }]),
    };
    const spec = { agencies: [{ id: 'so-a', endpoints }] };
    const loud = await audited(spec, '--verbose');
    expect(loud.stderr).toContain('Cột lạ');
    expect((await audited(spec)).stderr).not.toContain('Cột lạ');
  });

  test('18: 300 agencies load and print, one line each', async () => {
    const agencies = Array.from({ length: 300 }, (_, i) =>
      silent(`xa-${i + 1}`, { name: `Xã số ${i + 1}.` }),
    );
    const said = await audited({ agencies: [{ id: 'so-a' }, ...agencies] });
    expect(said.code).toBe(4);
    for (const { name = '' } of agencies) expect(said.stdout).toContain(name);
  });

  test('19: machines that the register counts and nobody reports stay in the denominator', async () => {
    const inventory = { declared_endpoints: { count: 20, register: 'Sổ tài sản' } };
    const found = await assessed({ agencies: [{ id: 'so-a', inventory }] });
    expect(installed(found)).toMatchObject({ numerator: 10, denominator: 20, unknown: 10 });
    expect(found.code).toBe(4);
    expect(found.assessment.findings.map(({ rule }) => rule)).toContain('IN-07');
  });

  test('19: machines that only a list knows stay in the denominator', async () => {
    const names = hosts(20, 'SO-A');
    const endpoints = {
      ...soundEndpoints('SO-A'),
      'ds.csv': listExport(names.map((name) => ({ 'Tên máy': name }))),
    };
    const found = await assessed({ agencies: [{ id: 'so-a', endpoints }] });
    expect(installed(found)).toMatchObject({ numerator: 10, denominator: 20, unknown: 10 });
  });

  test('20: passive Defender beside a product, alone, and a server', async () => {
    const defender = { product: 'Microsoft Defender Antivirus', realtime: false, mode: 'passive' };
    const endpoints = {
      'a.ndjson': normalisedExport([
        { host: 'HAI', ...defender },
        { host: 'HAI' },
        { host: 'THU-DONG', ...defender, all_products: true },
        { host: 'CHUA-RO', ...defender },
        { host: 'MAY-CHU', kind: 'server', os_name: 'Windows Server 2022 Standard' },
      ]),
      'ad.csv': directoryExport(
        ['HAI', 'THU-DONG', 'CHUA-RO', 'MAY-CHU'].map((Name) => ({ Name })),
      ),
    };
    const { assessment } = await assessed({ agencies: [{ id: 'so-a', endpoints }] });
    const [agency] = assessment.agencies;
    expect(agency?.endpoints).toMatchObject({
      found: 4,
      protected: 2,
      unprotected: 1,
      unknown: 1,
    });
    expect(agency?.endpoints.by_machine.map(({ machine, found }) => [machine, found])).toEqual([
      ['server', 1],
      ['workstation', 3],
    ]);
  });

  test('21: an unquoted 6.10: put it in quotes, with its line', async () => {
    const inventory =
      'schema_version: 1\nagency: so-a\nsystems:\n  - id: 6.10\n    name: "x"\n    facts: {}\n';
    const said = await audited({ agencies: [{ id: 'so-a', inventory }] }, '--agency', 'so-a');
    expect(said.stdout).toContain('agencies/so-a/inventory.yaml:4');
    expect(said.stdout.replaceAll(/\s+/g, ' ')).toContain('Đặt trong dấu ngoặc kép, ví dụ "6.10"');
  });

  test('22: decomposed Vietnamese equals composed', async () => {
    const name = 'Sở Giáo dục và Đào tạo';
    const host = 'MÁY-KẾ-TOÁN';
    const spec = (form: 'NFC' | 'NFD'): WorkspaceSpec => ({
      agencies: [
        {
          id: 'so-a',
          name: name.normalize(form),
          systems: [soundSystem('so-a-x', { name: 'Hệ thống một cửa'.normalize(form) })],
          endpoints: {
            'ksc.csv': kscExport([{ Name: host }]),
            'ds.csv': listExport([{ 'Tên máy': host }]).normalize(form),
          },
        },
      ],
    });
    const [nfc, nfd] = [await assessed(spec('NFC')), await assessed(spec('NFD'))];
    const { inputs: _, ...composed } = nfc.assessment;
    expect(nfd.assessment).toMatchObject(composed);
    expect(nfd.assessment.agencies[0]?.endpoints.found).toBe(1);
  });
});

describe('--as-of', () => {
  test('before the law: systems are not judged, it is said, nothing is met', async () => {
    const spec = { agencies: [{ id: 'so-a', endpoints: {} }] };
    const { assessment, code } = await assessed(spec, '--as-of', '2026-08-18');
    expect(code).toBe(4);
    expect(assessment.packs.find(({ id }) => id === 'vn-2026')?.in_force).toBe(false);
    expect(assessment.agencies[0]?.systems[0]).toMatchObject({ level_status: 'not_judged' });
    expect(assessment.agencies[0]?.targets[0]).toMatchObject({
      outcome: 'inconclusive',
      unknown: 1,
    });
    const said = await audited(spec, '--as-of', '2026-08-18');
    expect(said.stdout).toContain('vn-2026');
    expect(said.stdout).toContain('hiệu lực');
  });

  test('on the law’s first day it binds', async () => {
    const { assessment } = await assessed({ agencies: [{ id: 'so-a' }] }, '--as-of', '2026-08-19');
    expect(assessment.packs.map((pack) => pack.in_force)).toEqual([true, false, true, true]);
    expect(assessment.agencies[0]?.systems[0]?.level_status).not.toBe('not_judged');
  });

  test('before 2023 no target binds: no figure is made up', async () => {
    const { assessment, code } = await assessed(
      { agencies: [{ id: 'so-a' }] },
      '--as-of',
      '2022-12-31',
    );
    expect(code).toBe(4);
    expect(assessment.packs.map((pack) => pack.in_force)).toEqual([false, true, false, false]);
    expect(assessment.province.verdict).toBe('no_data');
    const said = await audited({ agencies: [{ id: 'so-a' }] }, '--as-of', '2022-12-31');
    expect(said.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'khi gói còn hiệu lực: vn-2026, endpoint-baseline, lang-son-plan-72.',
    );
  });

  test.each([
    ['2026-10-11', 'fail', 3],
    ['2026-10-12', 'pass', 4],
  ])('a decision of 12 October, on %s: %s', async (date, outcome, code) => {
    const { security_plan: _, ...system } = soundSystem('so-a-x') as Record<string, unknown>;
    const found = await assessed(
      { agencies: [{ id: 'so-a', systems: [system] }] },
      '--as-of',
      date,
    );
    const { metrics } = found.assessment.agencies[0]?.systems[0] ?? {};
    expect(metrics?.['systems_classified']).toBe(outcome);
    expect(found.code).toBe(code);
  });

  test.each([
    ['2025-06-30', ['huyen-cu']],
    ['2025-07-01', ['xa-moi']],
  ])('on %s the agencies %j exist', async (date, ids) => {
    const agencies = [
      silent('huyen-cu', { entry: { valid_to: '2025-06-30', successor: 'xa-moi' } }),
      silent('xa-moi', { entry: { valid_from: '2025-07-01' } }),
    ];
    const { assessment } = await assessed({ agencies }, '--as-of', date);
    expect(assessment.agencies.map(({ id }) => id)).toEqual(ids);
  });
});

describe('the process', () => {
  const small: WorkspaceSpec = {
    agencies: [{ id: 'so-a' }, missing, unclear, silent('so-d'), { id: 'so-e', inventory: 'a: [' }],
  };
  const args = (folder: string) => ['audit', folder, '--as-of', asOf];

  test('the same bytes whatever the zone, language, order of files, folder and way to it', async () => {
    const files = workspaceFiles(small);
    const here = await writeFiles(join(program.folder, 'here'), files);
    await writeFiles(join(program.folder, 'there/here'), files, 'reversed');
    const base = await program.run([...args(here), '--json'], { env: { TZ: 'UTC', LC_ALL: 'C' } });
    const runs = await Promise.all([
      program.run([...args('here'), '--json'], {
        cwd: join(program.folder, 'there'),
        env: { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      }),
      program.run([...args('.'), '--json', '--verbose'], {
        cwd: here,
        env: { TZ: 'Pacific/Kiritimati', LANG: 'vi_VN.UTF-8' },
      }),
    ]);
    for (const run of runs) {
      expect(run.code).toBe(3);
      expect(run.stdout).toBe(base.stdout);
    }
    expect(base.stdout).not.toContain(program.folder);
  });

  test('15, 16, 23: no terminal, --json with --verbose: one JSON text on standard output', async () => {
    const folder = await place(small);
    const ended = await program.run([...args(folder), '--json', '--verbose']);
    expect(ended.code).toBe(3);
    expect(assessmentOf(ended).agencies).toHaveLength(5);
  });

  test.each([
    { name: 'none without a terminal', env: {}, coloured: false },
    { name: 'with FORCE_COLOR', env: { FORCE_COLOR: '1' }, coloured: true },
    { name: 'none with NO_COLOR', env: { FORCE_COLOR: '1', NO_COLOR: '1' }, coloured: false },
  ])('colour: $name', async ({ env, coloured }) => {
    const folder = await place({ agencies: [silent('so-d')] });
    const { stdout, stderr } = await program.run(args(folder), { env });
    expect(stdout.includes('\u001b[')).toBe(coloured);
    expect(stderr).toBe('');
  });

  test('colours take no room', async () => {
    const folder = await place(small);
    const [plain, coloured] = await Promise.all([
      program.run(args(folder)),
      program.run(args(folder), { env: { FORCE_COLOR: '1' } }),
    ]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
    expect(coloured.stdout.replaceAll(/\u001b\[[\d;]*m/g, '')).toBe(plain.stdout);
  });

  test('missing argument: 2, and the argument is explained', async () => {
    const { stdout, stderr, code } = await program.run(['audit']);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain('THƯ_MỤC');
  });
});

describe('hostile names', () => {
  const names = {
    dai: 'Ủy ban '.repeat(1430),
    lien: 'X'.repeat(10_000),
    nguoc: 'Sở \u202eقانون\u202c ngược',
    esc: 'Sở \u001b[31m\u001b]0;x\u0007đỏ',
    congthuc: "=cmd|' /C calc'!A0",
    emoji: 'Sở 👩‍👩‍👧‍👦🇻🇳 vui 🏥🏥🏥🏥🏥🏥🏥🏥🏥',
    nfd: 'Ủy ban nhân dân phường Đồng Kinh Bắc'.normalize('NFD'),
    rong: '省'.repeat(40),
    dong: 'Sở\nhai dòng\r\n+ Sở giả   3/3 100%',
  };
  const agencies = Object.entries(names).map(([id, name], i) =>
    i % 2 === 0
      ? silent(id, { name })
      : { id, name, systems: [unapprovedSystem(`${id}-x`)], endpoints: machines(3, 3) },
  );
  const spec: WorkspaceSpec = {
    agencies,
    settings: { title: `Tỉnh \u001b[2J${'dài '.repeat(60)}` },
  };

  test.each(['vi', 'en'])(
    'no line of the table over 80 columns, nothing forged (%s)',
    async (lang) => {
      const { stdout, code, stderr } = await audited(spec, '--lang', lang);
      expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
      const lines = stdout.split('\n');
      expect(lines.filter((line) => textWidth(line) > 80)).toEqual([]);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      expect(lines.some((line) => line.startsWith('+ Sở giả'))).toBe(false);
    },
  );

  test('findings escape them too, and JSON keeps them', async () => {
    const { stdout } = await audited(
      spec,
      '--agency',
      'esc',
      '--agency',
      'dong',
      '--agency',
      'nguoc',
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    const { assessment } = await assessed(spec);
    expect(assessment.agencies.map(({ name }) => name)).toEqual(
      Object.values(names).map((name) => name.normalize('NFC')),
    );
  });

  test('hostile host names and file names stay text', async () => {
    const host = "x'); DROP TABLE observation; --";
    const folder = await place({
      agencies: [
        {
          id: 'so-a',
          endpoints: {
            'k\u001b[31m*?[a].csv': kscExport([withoutProduct(host), withoutProduct('=1+1')]),
          },
        },
      ],
    });
    await writeFile(
      join(folder, 'agencies/so-a/endpoints/$(touch x).csv'),
      directoryExport([{ Name: host }]),
    );
    await symlink('/etc', join(folder, 'agencies/etc'));
    const { stdout, stderr, code } = await audit([folder, '--agency', 'so-a']);
    expect(code).toBe(3);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(stdout.toLowerCase()).toContain(host.toLowerCase());
  });
});
