import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.js';
import { AppError } from '../../../src/domain/diagnostic.js';
import { currentAgencies } from '../../../src/intake/agencies.js';
import { readWorkspace } from '../../../src/intake/read-workspace.js';
import { openFolder } from '../../../src/platform/files.js';
import { brief, type Content, memoryFiles, schemas } from './support.js';

const settings = 'schema_version: 1\ntitle: T\npacks: [vn-2026]\n';
const agencies = (...lines: string[]): string =>
  `schema_version: 1\nagencies:\n${lines.map((line) => `  - {name: N, kind: commune, ${line}}\n`).join('')}`;
const good = { 'tuanthu.yaml': settings, 'agencies.yaml': agencies('id: a') };

async function failure(files: ReturnType<typeof memoryFiles>): Promise<AppError> {
  const error = await readWorkspace(files, schemas, ['vn-2026']).catch((thrown: unknown) => thrown);
  if (error instanceof AppError) return error;
  throw new Error(`not refused: ${JSON.stringify(error)}`);
}

test('a minimal workspace has defaults and two inputs', async () => {
  const workspace = await readWorkspace(memoryFiles(good), schemas);
  expect(workspace).toMatchObject({
    title: 'T',
    packs: ['vn-2026'],
    parameters: {},
    submissions: 'agencies',
    agenciesPath: 'agencies.yaml',
    agencies: [{ id: 'a', name: 'N', kind: 'commune', at: { path: 'agencies.yaml', line: 3 } }],
    inputs: [
      {
        path: 'tuanthu.yaml',
        bytes: settings.length,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      { path: 'agencies.yaml' },
    ],
    diagnostics: [],
  });
  expect(workspace).not.toHaveProperty('due');
});

test('everything that can be set', async () => {
  const text = `${settings}agencies: ./lists/bodies.yaml\nsubmissions: hand-ins/\ncollection: {due: "2026-11-20"}\nparameters: {days: 5, strict: true}\n`;
  const files = memoryFiles({ 'tuanthu.yaml': text, 'lists/bodies.yaml': agencies('id: a') });
  expect(await readWorkspace(files, schemas)).toMatchObject({
    due: '2026-11-20',
    submissions: 'hand-ins',
    parameters: { days: 5, strict: true },
    agenciesPath: 'lists/bodies.yaml',
  });
});

describe('a workspace that can’t be used names every reason', () => {
  test.each<{ name: string; files: Record<string, Content>; file: string; found: string[] }>([
    {
      name: 'no tuanthu.yaml',
      files: {},
      file: 'tuanthu.yaml',
      found: ['file.missing - error → intake.missing.hint'],
    },
    {
      name: 'tuanthu.yaml may not be read',
      files: { ...good, 'tuanthu.yaml': { fails: 'no_permission' } },
      file: 'tuanthu.yaml',
      found: ['file.no_permission - error → intake.no_permission.hint'],
    },
    {
      name: 'tuanthu.yaml is empty',
      files: { ...good, 'tuanthu.yaml': '' },
      file: 'tuanthu.yaml',
      found: ['document.empty - error → document.empty.hint'],
    },
    {
      name: 'a mistyped key',
      files: { ...good, 'tuanthu.yaml': `${settings}submisions: agencies\n` },
      file: 'tuanthu.yaml',
      found: ['schema.unknown_key 4 error → schema.did_you_mean'],
    },
    {
      name: 'a mistyped pack',
      files: { ...good, 'tuanthu.yaml': settings.replace('vn-2026', 'vn-2062') },
      file: 'tuanthu.yaml',
      found: ['workspace.unknown_pack 3 error → schema.did_you_mean'],
    },
    {
      name: 'a prototype key among the parameters',
      files: { ...good, 'tuanthu.yaml': `${settings}parameters: {constructor: 1}\n` },
      file: 'tuanthu.yaml',
      found: ['document.forbidden_key 4 error → document.forbidden_key.hint'],
    },
    {
      name: 'paths that leave the workspace',
      files: {
        ...good,
        'tuanthu.yaml': `${settings}agencies: ../agencies.yaml\nsubmissions: /srv/agencies\n`,
      },
      file: 'tuanthu.yaml',
      found: [
        'workspace.path_outside 4 error → workspace.path_outside.hint',
        'workspace.path_outside 5 error → workspace.path_outside.hint',
      ],
    },
    {
      name: 'hand-ins on another drive',
      files: { ...good, 'tuanthu.yaml': `${settings}submissions: D:\\ho-so\n` },
      file: 'tuanthu.yaml',
      found: ['workspace.path_outside 4 error → workspace.path_outside.hint'],
    },
    {
      name: 'no list of agencies',
      files: { 'tuanthu.yaml': settings },
      file: 'agencies.yaml',
      found: ['file.missing - error → intake.missing.hint'],
    },
    {
      name: 'no agency in the list',
      files: { ...good, 'agencies.yaml': 'schema_version: 1\nagencies: []\n' },
      file: 'agencies.yaml',
      found: ['schema.invalid 2 error → schema.expected'],
    },
    {
      name: 'an id given twice',
      files: { ...good, 'agencies.yaml': agencies('id: a', 'id: b', 'id: a') },
      file: 'agencies.yaml',
      found: ['agencies.duplicate_id 5 error → agencies.duplicate_id.hint'],
    },
    {
      name: 'a mistyped parent',
      files: { ...good, 'agencies.yaml': agencies('id: so-y-te', 'id: b, parent: so-y-tee') },
      file: 'agencies.yaml',
      found: ['agencies.unknown_agency 4 error → schema.did_you_mean'],
    },
    {
      name: 'a successor that nobody knows',
      files: {
        ...good,
        'agencies.yaml': agencies('id: a, valid_to: "2025-06-30", successor: zzzzzz'),
      },
      file: 'agencies.yaml',
      found: ['agencies.unknown_agency 3 error → agencies.unknown_agency.hint'],
    },
    {
      name: 'its own parent',
      files: { ...good, 'agencies.yaml': agencies('id: a, parent: a') },
      file: 'agencies.yaml',
      found: ['agencies.circle 3 error → agencies.circle.hint'],
    },
    {
      name: 'parents in a circle',
      files: {
        ...good,
        'agencies.yaml': agencies('id: a, parent: b', 'id: b, parent: a', 'id: c, parent: a'),
      },
      file: 'agencies.yaml',
      found: [
        'agencies.circle 3 error → agencies.circle.hint',
        'agencies.circle 4 error → agencies.circle.hint',
      ],
    },
    {
      name: 'ended before it began',
      files: {
        ...good,
        'agencies.yaml': agencies('id: a, valid_from: "2025-07-01", valid_to: "2025-06-30"'),
      },
      file: 'agencies.yaml',
      found: ['agencies.ends_before_start 3 error → agencies.ends_before_start.hint'],
    },
  ])('$name', async ({ files, file, found }) => {
    const error = await failure(memoryFiles(files));
    expect(error).toMatchObject({
      code: 'workspace.unusable',
      exit: 2,
      hints: [{ key: 'workspace.unusable.hint' }],
    });
    expect(error.diagnostics.map(brief)).toEqual(found);
    for (const each of error.diagnostics) expect(each.file).toBe(file);
  });

  test('the place of the first of two equal ids is in the message', async () => {
    const error = await failure(
      memoryFiles({ ...good, 'agencies.yaml': agencies('id: a', 'id: a') }),
    );
    expect(error.diagnostics[0]?.message.params).toEqual({ id: 'a', other: 'agencies.yaml:3' });
  });
});

test('a successor without a last day is only warned of', async () => {
  const files = memoryFiles({ ...good, 'agencies.yaml': agencies('id: a, successor: b', 'id: b') });
  const { diagnostics } = await readWorkspace(files, schemas);
  expect(diagnostics.map(brief)).toEqual([
    'agencies.successor_without_end 3 warning → agencies.successor_without_end.hint',
  ]);
});

describe('on a real disk', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tuanthu-workspace-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('50 MB on one line are refused unread', async () => {
    await writeFile(join(folder, 'tuanthu.yaml'), `title: ${'x'.repeat(50 * 1024 * 1024)}`);
    const error = await failure(openFolder(folder));
    expect(error.diagnostics.map(brief)).toEqual([
      'file.too_large - error → intake.too_large.hint',
    ]);
    expect(error.diagnostics[0]).toMatchObject({
      file: 'tuanthu.yaml',
      message: { params: { limit: '2 MB' } },
    });
  });

  test('a folder where a file is needed', async () => {
    await writeFile(join(folder, 'tuanthu.yaml'), settings);
    await mkdir(join(folder, 'agencies.yaml'));
    const error = await failure(openFolder(folder));
    expect(error.diagnostics.map(brief)).toEqual([
      'file.is_folder - error → intake.is_folder.hint',
    ]);
  });

  test('no such workspace', async () => {
    const error = await failure(openFolder(join(folder, 'nowhere')));
    expect(error.diagnostics.map(brief)).toEqual(['file.missing - error → intake.missing.hint']);
  });
});

test.each([
  { asOf: '2025-06-30', ids: ['always', 'old'] },
  { asOf: '2025-07-01', ids: ['always', 'new'] },
])('on $asOf: $ids', async ({ asOf, ids }) => {
  const list = agencies(
    'id: always',
    'id: old, valid_to: "2025-06-30"',
    'id: new, valid_from: "2025-07-01"',
  );
  const workspace = await readWorkspace(memoryFiles({ ...good, 'agencies.yaml': list }), schemas);
  expect(currentAgencies(workspace.agencies, isoDate(asOf)).map(({ id }) => id)).toEqual(ids);
});
