import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import EndpointsExplain from '../../src/cli/commands/endpoints/explain.js';
import { textWidth } from '../../src/cli/text-width.js';
import { formatMessage } from '../../src/messages/format.js';
import { auditFolder } from '../support/audit.js';
import {
  asOf,
  directoryExport,
  kscExport,
  normalisedExport,
  type WorkspaceSpec,
  withoutProduct,
  workspaceFiles,
  writeFiles,
} from '../support/workspace.js';
import { runCommand, runJson } from './run-command.js';

let folder: string;
let place: string;
let count = 0;

/** A small workspace in a folder of its own. */
function workspace(spec: WorkspaceSpec): Promise<string> {
  return writeFiles(join(folder, String(count++)), workspaceFiles(spec));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-endpoints-'));
  place = await workspace({
    agencies: [
      {
        id: 'so-a',
        endpoints: {
          'ksc.csv': kscExport([{ Name: 'PC-1' }, withoutProduct('PC-2'), { Name: 'PC-3' }]),
          'ad.csv': directoryExport([{ Name: 'PC-1' }, { Name: 'PC-2' }, { Name: 'PC-9' }]),
          'own.ndjson': normalisedExport([
            {
              host: 'PC\u202e-X',
              product: 'Evil\u001b[31m Shield',
              os_name: 'Windows \u202e11',
              realtime: true,
            },
          ]),
        },
      },
      { id: 'so-b', endpoints: { 'ksc.csv': kscExport([{ Name: 'PC-1' }]) } },
    ],
  });
});
afterAll(() => rm(folder, { recursive: true }));

const explain = (...words: readonly string[]) =>
  runCommand(EndpointsExplain, ...words, '--as-of', asOf);
const explainJson = (...words: readonly string[]) =>
  runJson(EndpointsExplain, ...words, '--as-of', asOf);

describe('a machine of two sources', () => {
  test.each([
    {
      language: 'en',
      says: ['Verdict: Unprotected', 'step V6', 'Merged by host name', 'What to do'],
    },
    {
      language: 'vi',
      says: ['Kết luận: Không được bảo vệ', 'V6', 'Gộp theo tên máy', 'Cách xử lý'],
    },
  ])(
    'says verdict, step, merge and remedy ($language), in 80 columns',
    async ({ language, says }) => {
      const { exit, stdout, stderr } = await explain('PC-2', place, '--lang', language);
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      for (const each of says) expect(stdout).toContain(each);
      expect(stdout).toContain('agencies/so-a/endpoints/ksc.csv');
      expect(stdout).toContain('agencies/so-a/endpoints/ad.csv');
      expect(stdout.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
      expect(stdout).not.toMatch(/endpoint_explain\.|undefined|\{\w+\}/);
    },
  );

  test('--json has the audit’s verdict, finding and remedy', async () => {
    const { exit, json } = await explainJson('PC-2', place);
    expect(exit).toBe(0);
    const { assessment } = await auditFolder(place);
    const [finding] = assessment.findings.filter(({ subject }) => subject.id === json.endpoint.id);
    expect(json.endpoint).toMatchObject({ name: 'PC-2', agency: { id: 'so-a' } });
    expect(json.verdict).toMatchObject({
      verdict: 'unprotected',
      step: { id: 'V6' },
      finding: finding?.id,
      check: finding?.rule,
      remediation: finding?.remediation?.en,
    });
    expect(json.rows).toMatchObject([
      { no: 1, grade: 'A', row: 2, path: 'agencies/so-a/endpoints/ksc.csv', part: null },
      { no: 2, grade: 'E', row: 2, path: 'agencies/so-a/endpoints/ad.csv' },
    ]);
    expect(json.identity.merges).toMatchObject([{ rows: [1, 2] }]);
    expect(json.checks).toHaveLength(20);
    const seen = json.checks.find(({ id }: { id: string }) => id === 'EP-15');
    expect(seen.thresholds).toContainEqual(
      expect.objectContaining({ id: 'seen_fail_days', value: 30 }),
    );
    expect(json.steps.at(-1)).toMatchObject({ id: 'V6', decides: true, holds: true });
  });

  test('a protected machine has no finding', async () => {
    const { json } = await explainJson('PC-3', place);
    expect(json.verdict).toMatchObject({ verdict: 'protected', check: null, finding: null });
  });

  test('its id finds it too', async () => {
    const { json } = await explainJson('PC-2', place);
    const again = await explainJson(json.endpoint.id.toUpperCase(), place);
    expect(again.json).toEqual(json);
  });
});

describe('what was meant', () => {
  test('a name of two agencies lists both and asks for one', async () => {
    const { exit, stdout, error } = await explain('PC-1', place);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(error?.code).toBe('endpoint_explain.several');
    const hints = error?.hints.map((hint) => formatMessage(hint, 'en')) ?? [];
    expect(hints).toHaveLength(3);
    expect(hints[0]).toMatch(/^ep-[0-9a-f]{16}: PC-1, agency so-a$/);
    expect(hints[1]).toMatch(/^ep-[0-9a-f]{16}: PC-1, agency so-b$/);
  });

  test('--agency narrows it', async () => {
    const { exit, json } = await explainJson('PC-1', place, '--agency', 'so-b');
    expect(exit).toBe(0);
    expect(json.endpoint.agency.id).toBe('so-b');
  });

  test('an unknown name suggests the nearest', async () => {
    const { exit, error } = await explain('PX-9', place);
    expect(exit).toBe(2);
    expect(error?.code).toBe('endpoint_explain.not_found');
    expect(error?.hints[0]?.params).toMatchObject({ name: 'PC-9', agency: 'so-a' });
  });

  test('an unknown agency suggests the nearest', async () => {
    const { exit, error } = await explain('PC-1', place, '--agency', 'so-aa');
    expect(exit).toBe(2);
    expect(error?.code).toBe('audit.unknown_agency');
    expect(JSON.stringify(error?.hints)).toContain('so-a');
  });

  test('without checks in force there is nothing to explain', async () => {
    const bare = await workspace({
      agencies: [{ id: 'so-a' }],
      settings: { packs: ['vn-2026', 'vn-2016'] },
    });
    const { exit, error } = await explain('SO-A-1', bare);
    expect(exit).toBe(2);
    expect(error?.code).toBe('audit.no_endpoint_checks');
  });

  test('a folder that is no workspace', async () => {
    const { exit } = await explain('PC-1', join(folder, 'none'));
    expect(exit).toBe(2);
  });
});

test('texts of exports that would take over the terminal are written out', async () => {
  const { exit, stdout } = await explain('PC\u202e-X', place);
  expect(exit).toBe(0);
  expect(stdout).not.toContain('\u001b');
  expect(stdout).not.toContain('\u202e');
  expect(stdout).toContain('\\u{202e}');
  expect(stdout).toContain('\\u{1b}[31m');
});

test('the example of the province', async () => {
  const { assessment } = await auditFolder('examples/lang-son');
  const unprotected = assessment.findings.filter(({ subject }) => subject.kind === 'endpoint');
  const [first] = unprotected;
  if (!first) throw new Error('the example has no finding on an endpoint');
  const { exit, json } = await explainJson(first.subject.id, 'examples/lang-son');
  expect(exit).toBe(0);
  expect(json.verdict.finding).toBe(first.id);
}, 60_000);
