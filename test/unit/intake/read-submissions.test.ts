import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.js';
import { AppError } from '../../../src/domain/diagnostic.js';
import { maxEndpointBytes, maxEndpointFiles } from '../../../src/intake/limits.js';
import { readSubmissions } from '../../../src/intake/read-submissions.js';
import { readWorkspace } from '../../../src/intake/read-workspace.js';
import { brief, type Content, declarations, memoryFiles, schemas } from './support.js';

const agencyList = `schema_version: 1
agencies:
  - {id: so-a, name: Sở A, kind: department}
  - {id: so-b, name: Sở B, kind: department}
  - {id: old-c, name: Cơ quan C, kind: department, valid_to: "2025-06-30", successor: so-b}
`;
const base = {
  'tuanthu.yaml': 'schema_version: 1\ntitle: T\npacks: [p]\ncollection: {due: "2026-11-20"}\n',
  'agencies.yaml': agencyList,
};

/** An inventory of one system, `<agency>-x`, with further lines at its end (line 7 and on). */
const inventory = (agency: string, more = '', submitted = '2026-11-18'): string =>
  `schema_version: 1\nagency: ${agency}\nsubmitted_on: "${submitted}"\nsystems:\n  - {id: ${agency}-x, name: X, facts: {}}\n\n${more}`;

const whole = {
  'agencies/so-a/inventory.yaml': inventory('so-a'),
  'agencies/so-a/endpoints/k.csv': 'Name\n',
  'agencies/so-b/inventory.yaml': inventory('so-b'),
  'agencies/so-b/endpoints/k.csv': 'Name\n',
};

async function read(
  contents: Readonly<Record<string, Content>>,
  failing: Parameters<typeof memoryFiles>[1] = {},
) {
  const files = memoryFiles({ ...base, ...contents }, failing);
  const workspace = await readWorkspace(files, schemas);
  return readSubmissions(files, workspace, { schemas, declarations, asOf: isoDate('2026-11-24') });
}

/** The first agency's submission, beside a whole one of the second. */
async function readFirst(
  contents: Readonly<Record<string, Content>>,
  failing: Parameters<typeof memoryFiles>[1] = {},
) {
  const b = Object.entries(whole).filter(([path]) => path.includes('so-b'));
  const { agencies } = await read({ ...Object.fromEntries(b), ...contents }, failing);
  const [first, second] = agencies;
  if (!first) throw new Error('no agency');
  expect(second).toMatchObject({ status: 'submitted', diagnostics: [] });
  return first;
}

test('whole hand-ins: every current agency in order, inputs with digests, nothing to remark', async () => {
  const submissions = await read(whole);
  expect(submissions.diagnostics).toEqual([]);
  expect(submissions.duplicateSystems).toEqual([]);
  expect(submissions.agencies.map(({ agency }) => agency.id)).toEqual(['so-a', 'so-b']);
  expect(submissions.agencies[0]).toMatchObject({
    status: 'submitted',
    late: false,
    submittedOn: '2026-11-18',
    inventory: { agency: 'so-a', path: 'agencies/so-a/inventory.yaml' },
    endpointFiles: [{ path: 'agencies/so-a/endpoints/k.csv' }],
    diagnostics: [],
    inputs: [
      { path: 'agencies/so-a/endpoints/k.csv', bytes: 5 },
      { path: 'agencies/so-a/inventory.yaml', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ],
  });
});

describe('status', () => {
  const yaml = 'agencies/so-a/inventory.yaml';
  const csv = 'agencies/so-a/endpoints/k.csv';
  test.each<{ name: string; files: Record<string, Content>; status: string; found: string[] }>([
    { name: 'no folder', files: {}, status: 'not_submitted', found: [] },
    {
      name: 'only what programs leave behind',
      files: {
        'agencies/so-a/Thumbs.db': 'x',
        'agencies/so-a/desktop.ini': 'x',
        'agencies/so-a/.DS_Store': 'x',
        'agencies/so-a/~$inventory.yaml': 'x',
        'agencies/so-a/endpoints/.gitkeep': '',
      },
      status: 'not_submitted',
      found: [],
    },
    {
      name: 'only a note',
      files: { 'agencies/so-a/README.md': 'x' },
      status: 'not_submitted',
      found: [],
    },
    {
      name: 'no endpoint export',
      files: { [yaml]: inventory('so-a') },
      status: 'partly',
      found: ['submission.no_endpoints - warning → submission.no_endpoints.hint'],
    },
    {
      name: 'no endpoint at all, and said so',
      files: { [yaml]: inventory('so-a', 'declared_endpoints: {count: 0, register: R}') },
      status: 'submitted',
      found: [],
    },
    {
      name: 'no inventory',
      files: { [csv]: 'x' },
      status: 'partly',
      found: ['submission.no_inventory - error → submission.no_inventory.hint'],
    },
    {
      name: 'inventory of another spelling',
      files: { [csv]: 'x', 'agencies/so-a/Inventory.YAML': inventory('so-a') },
      status: 'partly',
      found: [
        'submission.no_inventory - error → submission.no_inventory.rename',
        'submission.stray - warning → submission.stray.rename',
      ],
    },
    {
      name: 'inventory as a folder',
      files: { [csv]: 'x', [`${yaml}/a`]: 'x' },
      status: 'partly',
      found: [
        'submission.no_inventory - error → submission.no_inventory.hint',
        'submission.stray_folder - info',
      ],
    },
    {
      name: 'only a spreadsheet',
      files: { 'agencies/so-a/kê khai.xlsx': 'x' },
      status: 'partly',
      found: [
        'submission.no_inventory - error → submission.no_inventory.hint',
        'submission.stray - warning → submission.stray.office',
      ],
    },
    {
      name: 'broken inventory',
      files: { [csv]: 'x', [yaml]: 'systems: [' },
      status: 'partly',
      found: ['document.syntax 1 error → document.syntax.hint'],
    },
    {
      name: 'inventory that may not be read',
      files: { [csv]: 'x', [yaml]: { fails: 'no_permission' } },
      status: 'partly',
      found: ['file.no_permission - error → intake.no_permission.hint'],
    },
    {
      name: 'a wrong fact',
      files: { [csv]: 'x', [yaml]: inventory('so-a').replace('{}}', '{harm_rights: grave}}') },
      status: 'submitted',
      found: ['inventory.fact_unknown_word 5 error → inventory.fact.hint'],
    },
    {
      name: 'an empty export',
      files: { [yaml]: inventory('so-a'), [csv]: '' },
      status: 'partly',
      found: ['fleet.empty - error → fleet.empty.hint'],
    },
    {
      name: 'an export that may not be read beside a good one',
      files: {
        [yaml]: inventory('so-a'),
        [csv]: 'x',
        'agencies/so-a/endpoints/a.csv': { fails: 'no_permission' },
      },
      status: 'partly',
      found: ['file.no_permission - error → intake.no_permission.hint'],
    },
    {
      name: 'a folder among the exports',
      files: { [yaml]: inventory('so-a'), [csv]: 'x', 'agencies/so-a/endpoints/2026/a.csv': 'x' },
      status: 'partly',
      found: ['submission.endpoint_subfolder - error → submission.endpoint_subfolder.hint'],
    },
    {
      name: 'a promised export with another name',
      files: {
        [yaml]: inventory(
          'so-a',
          'endpoint_reports: [{file: endpoints/K.csv, exported_on: "2026-11-17"}]',
        ),
        [csv]: 'x',
      },
      status: 'partly',
      found: ['submission.report_missing 7 error → schema.did_you_mean'],
    },
    {
      name: 'an export named across the folder',
      files: {
        [yaml]: inventory(
          'so-a',
          'endpoint_reports: [{file: ../so-b/endpoints/k.csv, exported_on: "2026-11-17"}]',
        ),
        [csv]: 'x',
      },
      status: 'partly',
      found: ['submission.report_missing 7 error → submission.report_missing.hint'],
    },
    {
      name: 'a mistyped folder of exports',
      files: { [yaml]: inventory('so-a'), 'agencies/so-a/endpoint/k.csv': 'x' },
      status: 'partly',
      found: [
        'submission.no_endpoints - warning → submission.no_endpoints.hint',
        'submission.stray_folder - warning → submission.stray.rename',
      ],
    },
  ])('$name: $status', async ({ files, status, found }) => {
    const submission = await readFirst(files);
    expect(submission.status).toBe(status);
    expect(submission.diagnostics.map(brief)).toEqual(found);
    for (const each of submission.diagnostics) expect(each.file).toMatch(/^agencies\/so-a(\/|$)/);
  });
});

describe('what is not read', () => {
  test.each([
    { name: 'inventory.yml', hint: 'submission.stray.rename' },
    { name: 'inventory.yaml.txt', hint: 'submission.stray.rename' },
    { name: 'inventory (1).yaml', hint: 'submission.stray.rename' },
    { name: 'ksc.csv', hint: 'submission.stray.move' },
    { name: 'Báo cáo.docx', hint: 'submission.stray.office' },
    { name: 'hồ sơ.zip', hint: 'submission.stray.archive' },
    { name: 'anh.png', hint: 'submission.stray.other' },
  ])('$name → $hint', async ({ name, hint }) => {
    const { diagnostics } = await readFirst({ ...whole, [`agencies/so-a/${name}`]: 'x' });
    expect(diagnostics).toMatchObject([
      {
        code: 'submission.stray',
        severity: 'warning',
        file: `agencies/so-a/${name}`,
        hint: { key: hint },
      },
    ]);
  });

  test('folders and files that belong to no current agency', async () => {
    const { agencies, diagnostics } = await read({
      ...whole,
      'agencies/so-aa/inventory.yaml': inventory('so-aa'),
      'agencies/old-c/inventory.yaml': inventory('old-c'),
      'agencies/whatever-else/inventory.yaml': 'x',
      'agencies/so-b.zip': 'x',
      'agencies/README.md': 'x',
    });
    expect(agencies).toHaveLength(2);
    expect(diagnostics.map((each) => `${each.file} ${brief(each)}`)).toEqual([
      'agencies/old-c submission.not_current - warning → submission.not_current.successor',
      'agencies/so-aa submission.unknown_folder - error → schema.did_you_mean',
      'agencies/whatever-else submission.unknown_folder - error → submission.unknown_folder.hint',
      'agencies/so-b.zip submission.stray - warning → submission.loose_file.hint',
    ]);
    expect(diagnostics[0]?.hint?.params).toEqual({ successor: 'so-b' });
  });

  test('a date far from the hand-ins: many bodies that do not exist then are one remark', async () => {
    const gone = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `gone-${letter}`);
    const list = gone.map(
      (id) => `  - {id: ${id}, name: ${id}, kind: district, valid_to: "2025-06-30"}\n`,
    );
    const { diagnostics } = await read({
      ...whole,
      'agencies.yaml': `${base['agencies.yaml']}${list.join('')}`,
      ...Object.fromEntries(gone.map((id) => [`agencies/${id}/inventory.yaml`, inventory(id)])),
    });
    expect(diagnostics.map(brief)).toEqual([
      'submission.many_not_current - warning → submission.many_not_current.hint',
    ]);
    expect(diagnostics[0]?.message.params).toEqual({ count: 6, names: gone.join(', ') });
  });

  test('a folder in capitals is not the agency’s, even where the file system opens it', async () => {
    const sensitive = memoryFiles({ ...base, 'agencies/SO-A/inventory.yaml': inventory('so-a') });
    const files = {
      ...sensitive,
      list: (folder: string) => sensitive.list(folder.replace('/so-a', '/SO-A')),
      read: (path: string, maxBytes: number) =>
        sensitive.read(path.replace('/so-a', '/SO-A'), maxBytes),
    };
    const workspace = await readWorkspace(files, schemas);
    const asOf = isoDate('2026-11-24');
    const { agencies, diagnostics } = await readSubmissions(files, workspace, { schemas, asOf });
    expect(agencies[0]?.status).toBe('not_submitted');
    expect(diagnostics[0]?.hint).toEqual({ key: 'schema.did_you_mean', params: { name: 'so-a' } });
  });
});

describe('time', () => {
  test.each([
    { submitted: '2026-11-20', late: false, found: [] },
    { submitted: '2026-11-21', late: true, found: [] },
    {
      submitted: '2026-11-25',
      late: true,
      found: ['submission.dated_after_audit 3 warning → inventory.dates.hint'],
    },
  ])('handed in on $submitted, late: $late', async ({ submitted, late, found }) => {
    const submission = await readFirst({
      ...whole,
      'agencies/so-a/inventory.yaml': inventory('so-a', '', submitted),
    });
    expect(submission).toMatchObject({ late, submittedOn: submitted });
    expect(submission.diagnostics.map(brief)).toEqual(found);
  });

  test('an unknown date is warned of and not called late', async () => {
    const undated = inventory('so-a').replace(/submitted_on.*\n/, '\n');
    const submission = await readFirst({ ...whole, 'agencies/so-a/inventory.yaml': undated });
    expect(submission).toMatchObject({ late: false, submittedOn: null, status: 'submitted' });
    expect(submission.diagnostics.map(brief)).toEqual([
      'submission.undated 1 warning → submission.undated.hint',
    ]);
  });

  test('export dates find their files, NFC or NFD', async () => {
    const name = 'máy trạm.csv';
    const submission = await readFirst({
      ...whole,
      'agencies/so-a/inventory.yaml': inventory(
        'so-a',
        `endpoint_reports: [{file: "endpoints/${name.normalize('NFC')}", exported_on: "2026-11-17"}]`,
      ),
      [`agencies/so-a/endpoints/${name.normalize('NFD')}`]: 'x',
    });
    expect(submission.diagnostics).toEqual([]);
    expect(submission.endpointFiles).toEqual([
      { path: 'agencies/so-a/endpoints/k.csv' },
      { path: `agencies/so-a/endpoints/${name.normalize('NFD')}`, exportedOn: '2026-11-17' },
    ]);
  });
});

describe('one bad thing never stops the rest', () => {
  test('a folder that may not be listed', async () => {
    const submission = await readFirst(whole, { 'agencies/so-a': 'no_permission' });
    expect(submission).toMatchObject({ status: 'partly', inventory: null, late: false });
    expect(submission.diagnostics.map(brief)).toEqual([
      'file.no_permission - error → intake.no_permission.hint',
    ]);
  });

  test('a failure that nobody foresaw', async () => {
    const submission = await readFirst(whole, { 'agencies/so-a': new TypeError('boom') });
    expect(submission).toMatchObject({ status: 'partly', inventory: null });
    expect(submission.diagnostics).toMatchObject([
      {
        code: 'submission.failed',
        severity: 'error',
        file: 'agencies/so-a',
        message: { params: { detail: 'boom' } },
      },
    ]);
  });

  test('an export beyond the limit is left out', async () => {
    const files = memoryFiles({ ...base, ...whole });
    const workspace = await readWorkspace(files, schemas);
    const huge = {
      ...files,
      digest: async () => ({ sha256: '', bytes: maxEndpointBytes + 1, head: new Uint8Array() }),
    };
    const { agencies } = await readSubmissions(huge, workspace, {
      schemas,
      asOf: isoDate('2026-11-24'),
    });
    expect(agencies[0]).toMatchObject({ status: 'partly', endpointFiles: [] });
    expect(agencies[0]?.diagnostics).toMatchObject([
      { code: 'file.too_large', message: { params: { limit: '2048 MB' } } },
    ]);
  });

  test('more exports than the limit are named', async () => {
    const many = Object.fromEntries(
      Array.from({ length: maxEndpointFiles + 1 }, (_, i) => [
        `agencies/so-a/endpoints/e${i}.csv`,
        'x',
      ]),
    );
    const submission = await readFirst({
      'agencies/so-a/inventory.yaml': inventory('so-a'),
      ...many,
    });
    expect(submission.endpointFiles).toHaveLength(maxEndpointFiles);
    expect(submission.status).toBe('partly');
    expect(submission.diagnostics.map(brief)).toEqual([
      'submission.too_many_endpoint_files - error → submission.too_many_endpoint_files.hint',
    ]);
  });

  test('no folder of hand-ins: nobody submitted, and it is said', async () => {
    const { agencies, diagnostics } = await read({});
    expect(agencies.map(({ status }) => status)).toEqual(['not_submitted', 'not_submitted']);
    expect(diagnostics.map(brief)).toEqual([
      'submission.no_folder - error → submission.no_folder.hint',
    ]);
  });

  test('a folder of hand-ins that may not be listed ends it: nobody can be called not submitted', async () => {
    await expect(read(whole, { agencies: 'no_permission' })).rejects.toThrow(AppError);
    await expect(read(whole, { agencies: 'no_permission' })).rejects.toMatchObject({
      code: 'submission.folder_unreadable',
      exit: 2,
    });
  });
});

describe('between agencies', () => {
  const both = async (a: string, b: string) => {
    const { agencies, duplicateSystems } = await read({
      ...whole,
      'agencies/so-a/inventory.yaml': a,
      'agencies/so-b/inventory.yaml': b,
    });
    return {
      found: agencies.map(({ diagnostics }) => diagnostics.map(brief)),
      agencies,
      duplicateSystems,
    };
  };

  test('one id for two systems is an error of both, and both stay', async () => {
    const shared = inventory('so-a').replace('so-a-x', 'so-b-x');
    const { found, agencies, duplicateSystems } = await both(shared, inventory('so-b'));
    const error = 'submission.duplicate_system 5 error → submission.duplicate_system.hint';
    expect(found).toEqual([[error], [error]]);
    expect(agencies[0]?.diagnostics[0]).toMatchObject({
      file: 'agencies/so-a/inventory.yaml',
      message: { params: { id: 'so-b-x', others: 'agencies/so-b/inventory.yaml:5' } },
    });
    expect(agencies.map((each) => each.inventory?.systems.length)).toEqual([1, 1]);
    expect(duplicateSystems).toMatchObject([
      {
        id: 'so-b-x',
        places: [
          { agency: 'so-a', line: 5 },
          { agency: 'so-b', line: 5 },
        ],
      },
    ]);
  });

  test.each([
    {
      name: 'a mistyped system',
      more: 'uses: [{system: so-b-y}]',
      found: ['submission.unknown_use 7 error → schema.did_you_mean'],
    },
    {
      name: 'its own system',
      more: 'uses: [{system: so-a-x}]',
      found: ['submission.own_use 7 warning → submission.own_use.hint'],
    },
    { name: 'another’s system', more: 'uses: [{system: so-b-x}]', found: [] },
  ])('uses $name', async ({ more, found }) => {
    expect((await both(inventory('so-a', more), inventory('so-b'))).found).toEqual([found, []]);
  });

  test('an unknown system may be in an inventory that is missing', async () => {
    const { found } = await both(inventory('so-a', 'uses: [{system: so-b-y}]'), 'systems: [');
    expect(found[0]).toEqual(['submission.unknown_use 7 warning → submission.unknown_use.hint']);
  });

  test.each([
    { owner: 'so-a', found: [] },
    { owner: 'so-c', found: ['submission.unknown_owner 5 error → schema.did_you_mean'] },
    {
      owner: 'old-c',
      found: ['submission.owner_not_current 5 warning → submission.not_current.successor'],
    },
    {
      owner: 'so-b',
      found: ['submission.owned_elsewhere 5 warning → submission.owned_elsewhere.hint'],
    },
    { owner: 'so-b}, delegation: {to: T, document: D', found: [] },
  ])('owned by $owner', async ({ owner, found }) => {
    const text = inventory('so-a').replace('facts:', `owner: {name: O, agency: ${owner}}, facts:`);
    expect((await both(text, inventory('so-b'))).found).toEqual([found, []]);
  });
});
