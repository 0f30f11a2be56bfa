import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgencyResult, Assessment } from '../../src/audit/assessment.js';
import { auditTable } from '../../src/cli/audit-table.js';
import { stylesFor } from '../../src/cli/print.js';
import { textWidth } from '../../src/cli/text-width.js';
import { FileProblem } from '../../src/domain/files.js';
import type { Finding } from '../../src/domain/rules.js';
import { openFolder } from '../../src/platform/files.js';
import { reportModel } from '../../src/reports/model.js';
import { auditFiles } from '../support/audit.js';
import { assessmentOf, type Ended, openProgram, type Program } from '../support/program.js';
import {
  type AgencySpec,
  asOf,
  unapprovedSystem,
  type WorkspaceSpec,
  workspaceFiles,
  writeFiles,
} from '../support/workspace.js';
import { type BrokenInput, brokenInventories, brokenReports } from './broken-inputs.js';

// One province in which every agency but a few hands in one broken file. Nothing of it may stop the audit, touch the
// figures of the others, or read as a target met.

const sound: readonly AgencySpec[] = [
  { id: 'so-a' },
  { id: 'so-b', systems: [unapprovedSystem('so-b-x')] },
  { id: 'so-z' },
];

/** What a process may take here; half of what Node takes by itself. */
const smallHeap = { NODE_OPTIONS: '--max-old-space-size=512' };

interface Case extends BrokenInput {
  readonly id: string;
  readonly path: string;
}

const inventories: readonly Case[] = brokenInventories.map((each, i) => {
  const id = `hong-${i + 1}`;
  return { ...each, id, path: `agencies/${id}/inventory.yaml` };
});
const reports: readonly Case[] = brokenReports.map((each, i) => {
  const id = `may-${i + 1}`;
  return { ...each, id, path: `agencies/${id}/endpoints/broken.csv` };
});
const cases = [...inventories, ...reports];

async function put(folder: string, { id, path, put: content }: Case): Promise<void> {
  const place = join(folder, path);
  await mkdir(dirname(place), { recursive: true });
  if (typeof content === 'function') await content(place);
  else {
    const text = typeof content === 'string' ? content.replaceAll('AGENCY', id) : content;
    await writeFile(place, text);
  }
}

async function workspace(folder: string, broken: readonly Case[]): Promise<string> {
  const [first, second, last] = sound as [AgencySpec, AgencySpec, AgencySpec];
  const spec: WorkspaceSpec = {
    agencies: [
      first,
      ...broken.map((each) =>
        inventories.includes(each) ? { id: each.id, inventory: null } : { id: each.id },
      ),
      second,
      last,
    ],
  };
  await writeFiles(folder, workspaceFiles(spec));
  for (const each of broken) await put(folder, each);
  return folder;
}

let program: Program;
let folder: string;
let ended: Ended;
let assessment: Assessment;
let alone: Assessment;
const isSound = ({ id }: AgencyResult) => sound.some((each) => each.id === id);

beforeAll(async () => {
  program = await openProgram('broken');
  folder = await workspace(join(program.folder, 'all'), cases);
  await workspace(join(program.folder, 'sound'), []);
  ended = await program.run(['audit', folder, '--as-of', asOf, '--json'], { env: smallHeap });
  assessment = assessmentOf(ended);
  alone = assessmentOf(await program.run(['audit', 'sound', '--as-of', asOf, '--json']));
});
afterAll(() => program.remove());

test('the audit ends as it would without the broken files', () => {
  expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 3, stderr: '' });
  expect(assessment.agencies).toHaveLength(sound.length + cases.length);
  expect(ended.took).toBeLessThan(60_000);
});

test('the figures of all other agencies stay the same', () => {
  expect(assessment.agencies.filter(isSound)).toEqual(alone.agencies);
  const own = ({ subject }: Finding) => sound.some(({ id }) => id === subject.agency);
  expect(assessment.findings.filter(own)).toEqual(alone.findings);
});

test('the province is not conclusive because of them, and says how many', () => {
  const { agencies } = assessment.province;
  const used = cases.filter((each) => each.used && each.says.startsWith('fleet.')).length;
  expect(agencies.not_submitted).toBe(0);
  expect(agencies.partly + agencies.submitted).toBe(sound.length + cases.length);
  expect(agencies.submitted).toBeGreaterThanOrEqual(sound.length + used);
});

/** Texts of messages as they stand in the published assessment. */
interface Texts {
  readonly key: string;
  readonly vi: string;
  readonly en: string;
}

function findingsOf({ id, says }: Case): Finding[] {
  return assessment.findings.filter(
    ({ subject, message }) =>
      subject.agency === id && subject.kind === 'file' && message.key === says,
  );
}

function textsOf(finding: Finding): readonly Texts[] {
  const notes = finding.evidence.flatMap(({ note }) => note ?? []);
  return [finding.message, ...notes] as unknown as readonly Texts[];
}

describe.each([
  ['inventory', inventories],
  ['endpoint report', reports],
] as const)('%s', (_kind, table) => {
  test.each(table)('$name', (each) => {
    const [finding] = findingsOf(each);
    if (!finding) {
      const found = assessment.findings.filter(({ subject }) => subject.agency === each.id);
      throw new Error(
        `nothing says ${each.says}, but: ${JSON.stringify(found.map((f) => f.message))}`,
      );
    }
    // The file, or the folder from which the file is missing.
    expect(finding.evidence[0]?.path).toMatch(/^agencies\/[^/]+(\/|$)/);
    expect(each.path.startsWith(String(finding.evidence[0]?.path))).toBe(true);
    if (each.line !== undefined) expect(finding.evidence[0]?.row).toBe(each.line);
    const texts = textsOf(finding);
    for (const { vi, en } of texts) {
      expect(vi).not.toMatch(/[{}]$|^$|undefined|\bat .*\.js:/);
      expect(en).not.toMatch(/[{}]$|^$|undefined|\bat .*\.js:/);
      expect(vi).not.toBe(en);
    }
    const joined = {
      vi: texts.map(({ vi }) => vi).join(' '),
      en: texts.map(({ en }) => en).join(' '),
    };
    const [vi = '', en = ''] = each.words ?? [];
    expect(joined.vi).toContain(vi);
    expect(joined.en).toContain(en);
    expect(finding.remediation?.vi).toMatch(/./);
    const agency = assessment.agencies.find(({ id }) => id === each.id);
    if (!each.used) expect(agency?.verdict).toBe('inconclusive');
    expect(agency?.verdict).not.toBe('no_data');
  });
});

test.each(['vi', 'en'] as const)('the table in %s: no line over 80 columns', (language) => {
  const text = auditTable(reportModel(assessment, language), language, 80, stylesFor('stdout'));
  expect(text).not.toMatch(/\bat .*\.js:|undefined|\[object|NaN/);
  expect(Math.max(...text.split('\n').map(textWidth))).toBeLessThanOrEqual(80);
});

describe('alone, in a process of its own', () => {
  const heavy = ['brackets 1,500 deep', '60,000 keys', 'a pipe', 'a header of a million columns'];

  test.each(cases.filter(({ name }) => heavy.includes(name)))('$path: $name', async (each) => {
    const place = await workspace(join(program.folder, `alone-${each.id}`), [each]);
    const args = ['audit', place, '--as-of', asOf, '--agency', 'so-a', '--agency', each.id];
    const { code, took, stderr } = await program.run(args, { env: smallHeap });
    expect({ code, stderr }).toEqual({ code: 4, stderr: '' });
    expect(took).toBeLessThan(10_000);
  });
});

// A fake, because the tests may run as root, who may read everything.
test('a file that may not be read: its agency alone suffers, and the message says what is missing', async () => {
  const place = await workspace(join(program.folder, 'locked'), []);
  const real = openFolder(place);
  const locked = 'agencies/so-a/inventory.yaml';
  const { assessment: found } = await auditFiles({
    ...real,
    read: async (path, maxBytes) => {
      if (path === locked) throw new FileProblem(path, 'no_permission');
      return real.read(path, maxBytes);
    },
  });
  expect(found.agencies.map(({ verdict }) => verdict)).toEqual(['inconclusive', 'not_met', 'met']);
  const finding = found.findings.find(({ message }) => message.key === 'file.no_permission');
  expect(finding?.evidence[0]).toMatchObject({
    path: locked,
    note: { key: 'intake.no_permission.hint' },
  });
});
