import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import ChecklistShow from '../../src/cli/commands/checklist/show.js';
import {
  directoryExport,
  hosts,
  kscExport,
  soundChecklist,
  soundSystem,
  withoutProduct,
  workspaceFiles,
  writeFiles,
} from '../support/workspace.js';
import { runCommand, runJson } from './run-command.js';

// One system: a full self-assessment, an inspection that denies one answer, a console that shows a machine without product.

const dated = ['--system', 'so-a-qlvb', '--as-of', '2026-11-24'] as const;
const system = 'so-a-qlvb';

/** The same checklist as inspectors fill it, of two requirements, the first not met. */
function inspection(): string {
  const lines = soundChecklist(system, 2, { kind: 'inspection', assessor: 'Đoàn' }).split('\n');
  const starts = lines.flatMap((line, i) => (line.startsWith('  - requirement:') ? [i] : []));
  const two = lines.slice(0, starts[2]);
  const at = two.findIndex((line) => line.includes('answer: met'));
  return [...two.slice(0, at), '    answer: not_met', ...two.slice(at + 1)].join('\n');
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-show-'));
  const names = hosts(4, 'PC');
  await writeFiles(
    folder,
    workspaceFiles({
      agencies: [
        {
          id: 'so-a',
          systems: [soundSystem(system), { id: 'so-a-la', name: 'Lạ', facts: {} }],
          endpoints: {
            'ksc.csv': kscExport([
              ...names.slice(1).map((Name) => ({ Name })),
              withoutProduct(names[0] ?? ''),
            ]),
            'ad.csv': directoryExport(names.map((Name) => ({ Name }))),
          },
          checklists: { 'self.yaml': soundChecklist(system, 2), 'tra.yaml': inspection() },
        },
      ],
    }),
  );
});
afterAll(() => rm(folder, { recursive: true }));

test('says what needs a look: the denied answer, and those that endpoint reports speak against', async () => {
  const { exit, stdout } = await runCommand(ChecklistShow, folder, ...dated);
  expect(exit).toBe(0);
  expect(stdout).toContain('the two differ');
  expect(stdout).toMatch(/1 of \d fail/);
  expect(stdout).toMatch(/reports say\s[\s\S]*otherwise/);
  expect(stdout).toContain('the official text prevails');
  expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
});

test('--json holds every requirement, both answers, the reports and what counts', async () => {
  const { json } = await runJson(ChecklistShow, folder, ...dated);
  expect(json.requirements).toHaveLength(131);
  const [denied, agreed, ...rest] = json.requirements;
  expect(denied).toMatchObject({
    state: 'not_met',
    differs: true,
    self_assessment: { answer: 'met', assessor: 'Văn phòng' },
    inspection: { answer: 'not_met', assessor: 'Đoàn' },
  });
  expect(agreed).toMatchObject({ state: 'met', differs: false, inspection: { answer: 'met' } });
  const spoken = rest.filter((each: { contradicted: boolean }) => each.contradicted);
  expect(spoken.length).toBeGreaterThan(0);
  expect(spoken[0]).toMatchObject({ state: 'met', endpoints: { failing: 4, checked: 4 } });
  expect(json.counts).toMatchObject({ not_met: 1, differing: 1, contradicted: spoken.length });
});

test('--all shows every one', async () => {
  const { stdout } = await runCommand(ChecklistShow, folder, ...dated, '--all');
  expect(stdout).toContain('4.15.2.3.a');
});

test.each([
  ['a name with a slip', 'so-a-qlv', 2, 'checklist_show.unknown_system'],
  ['a system without a level', 'so-a-la', 4, 'checklist_show.no_catalogue'],
])('refuses %s', async (_name, id, code, key) => {
  const { exit, error } = await runCommand(
    ChecklistShow,
    folder,
    '--system',
    id,
    '--as-of',
    '2026-11-24',
  );
  expect([exit, error?.code]).toEqual([code, key]);
});
