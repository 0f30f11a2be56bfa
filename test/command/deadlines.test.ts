import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import DeadlinesCommand from '../../src/cli/commands/deadlines.js';
import Explain from '../../src/cli/commands/explain.js';
import PacksShow from '../../src/cli/commands/packs/show.js';
import { textWidth } from '../../src/cli/text-width.js';
import { AppError } from '../../src/domain/diagnostic.js';
import { formatMessage } from '../../src/messages/format.js';
import { parseIcal, values } from '../support/ical-lines.js';
import {
  asOf,
  silent,
  soundSystem,
  unapprovedSystem,
  workspaceFiles,
  writeFiles,
} from '../support/workspace.js';
import { runCommand, runJson } from './run-command.js';

let folder: string;
let late: string;
let calm: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-deadlines-'));
  late = join(folder, 'late');
  calm = join(folder, 'calm');
  await writeFiles(
    late,
    workspaceFiles({
      settings: { packs: ['vn-2026', 'endpoint-baseline', 'lang-son-plan-72'] },
      agencies: [
        {
          id: 'so-a',
          name: '=Sở A',
          systems: [
            unapprovedSystem('so-a-x'),
            unapprovedSystem('so-a-y'),
            soundSystem('so-a-z', {
              name: 'Cổng; "dịch vụ", công',
              incidents: [{ id: 'sc-1', detected_at: '2026-11-20T22:00Z', serious: true }],
            }),
          ],
        },
        { id: 'so-b', systems: [unapprovedSystem('so-b-x')] },
        silent('so-c'),
      ],
    }),
  );
  await writeFiles(
    calm,
    workspaceFiles({
      settings: { packs: ['endpoint-baseline', 'lang-son-plan-72'] },
      agencies: [{ id: 'so-a' }],
    }),
  );
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...words: readonly string[]) =>
  runCommand(
    DeadlinesCommand,
    late,
    ...(words.includes('--as-of') ? [] : ['--as-of', asOf]),
    ...words,
  );
const runData = (...words: readonly string[]) =>
  runJson(DeadlinesCommand, late, '--as-of', asOf, ...words);

describe('table', () => {
  test('worst first, one row for each duty and day, agencies with their number of systems', async () => {
    const { exit, stdout, stderr } = await run('--within', 'P30D');
    expect(exit).toBe(3);
    expect(stderr).toBe('');
    expect(stdout.indexOf('19/08/2026')).toBeLessThan(stdout.indexOf('19/12/2026'));
    expect(stdout).toContain('97 late');
    expect(stdout).toContain('- =Sở A: 2 systems');
    expect(stdout.match(/OB-APPROVE-RUNNING/g)).toHaveLength(1);
    expect(stdout).toContain('last working day: 18/12/2026');
    expect(stdout).toMatch(/Total: \d+ overdue/);
    for (const line of stdout.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(80);
  });

  test('--all names each system', async () => {
    const { stdout } = await run('--overdue', '--all', '--agency', 'so-a');
    expect(stdout.match(/- =Sở A: Hệ thống quản lý văn bản/g)).toHaveLength(2);
    expect(stdout).toContain('about sc-1');
  });

  test('in Vietnamese', async () => {
    const { stdout } = await run('--overdue', '--lang', 'vi');
    expect(stdout).toContain('Quá hạn');
    expect(stdout).toContain('chậm 97');
  });

  test('nothing within what was asked for', async () => {
    const { stdout, exit } = await run('--overdue', '--system', 'so-a-z', '--as-of', '2026-11-21');
    expect(stdout).toContain('No deadline');
    expect(exit).toBe(4);
  });
});

describe('exit', () => {
  test.each([
    ['something is late', [], 3],
    ['forgiven', ['--no-fail'], 0],
    ['only unknown ones', ['--agency', 'so-c'], 4],
    ['late things out of sight still count', ['--within', 'P1D', '--agency', 'so-b'], 3],
  ] as const)('%s', async (_, words, exit) => expect((await run(...words)).exit).toBe(exit));

  test('no pack with obligations: inconclusive, and said', async () => {
    const ran = await runCommand(DeadlinesCommand, calm, '--as-of', asOf);
    expect(ran.exit).toBe(4);
    expect(ran.stderr).toContain('No pack of tuanthu.yaml has obligations');
  });

  test.each([
    ['a duration in words', ['--within', '30 days'], 'P30D'],
    ['an unknown agency', ['--agency', 'so-d'], 'so-d'],
    ['an unknown system', ['--system', 'so-a-w'], 'so-a-w'],
    ['an unknown format', ['--format', 'pdf'], undefined],
    ['JSON of a calendar', ['--json', '--format', 'ics'], undefined],
  ] as const)('2 for %s', async (_, words, said) => {
    const { exit, error } = await run(...words).catch((thrown) => ({ exit: 2, error: thrown }));
    expect(exit).toBe(2);
    if (said === undefined || !(error instanceof AppError)) return;
    expect(formatMessage(error.report, 'en')).toContain(said);
  });
});

describe('--json', () => {
  test('one documented shape', async () => {
    const { json, exit } = await runData('--overdue');
    expect(exit).toBe(3);
    expect(json).toMatchObject({ as_of: asOf, totals: { overdue: expect.any(Number) } });
    expect(json.deadlines).toHaveLength(json.totals.overdue);
    expect(json.deadlines[0]).toEqual({
      kind: 'obligation',
      id: 'OB-APPROVE-RUNNING',
      title: 'Approve the level of a running system that was never classified',
      who: 'operating_unit',
      agency: { id: 'so-a', name: '=Sở A' },
      system: { id: 'so-a-x', name: 'Hệ thống quản lý văn bản' },
      event: null,
      status: 'overdue',
      due: '2026-08-19',
      latest: '2026-08-19',
      at: null,
      days_left: -97,
      days_left_latest: -97,
      next: null,
      done_on: null,
      last_working_day: null,
      period: null,
      certainty: 'reading',
      severity: 'high',
      citations: expect.any(Array),
      why: [expect.stringContaining('transition')],
      missing: [],
      remediation: expect.any(String),
    });
  });
});

describe('calendar', () => {
  const calendar = async (...words: readonly string[]) =>
    parseIcal((await run('--format', 'ics', '--lang', 'vi', ...words)).stdout);

  test('an all-day event for each dated item, each with an id of its own', async () => {
    const { components, properties } = await calendar();
    const { json } = await runData();
    const dated = json.deadlines.filter(({ due }: { due: string | null }) => due !== null);
    expect(components).toHaveLength(dated.length);
    expect(components.every(({ name }) => name === 'VEVENT')).toBe(true);
    const ids = components.flatMap((each) => values(each, 'UID'));
    expect(new Set(ids).size).toBe(components.length);
    for (const event of components) {
      expect(values(event, 'DTSTAMP')).toEqual(['20261124T000000Z']);
      expect(event.properties.filter(({ name }) => name === 'DTSTART;VALUE=DATE')).toHaveLength(1);
      expect(values(event, 'SUMMARY')).toHaveLength(1);
    }
    expect(properties).toContainEqual({ name: 'PRODID', value: '-//tuanthu//deadlines//VI' });
  });

  test('texts are escaped, what is to come has two alarms, what is late has none', async () => {
    const { components } = await calendar('--system', 'so-a-z');
    const summaries = components.flatMap((each) => values(each, 'SUMMARY'));
    expect(summaries.some((each) => each.includes('Cổng\\; "dịch vụ"\\, công'))).toBe(true);
    for (const event of components) {
      const [day = ''] = values(event, 'DTSTART');
      expect(event.components).toHaveLength(day > '20261124' ? 2 : 0);
      expect(event.components.flatMap((each) => values(each, 'TRIGGER'))).toEqual(
        day > '20261124' ? ['-P7D', '-P1D'] : [],
      );
    }
  });

  test('ids and bytes stay the same from one export to the next', async () => {
    const first = await run('--format', 'ics');
    expect((await run('--format', 'ics')).stdout).toBe(first.stdout);
    const later = await run('--format', 'ics', '--as-of', '2026-11-25');
    const ids = (text: string) =>
      new Set(parseIcal(text).components.flatMap((each) => values(each, 'UID')));
    const before = ids(first.stdout);
    expect([...ids(later.stdout)].filter((id) => !before.has(id))).toEqual([]);
  });
});

describe('csv and files', () => {
  test('a row for each item, formulas made plain', async () => {
    const { stdout } = await run('--format', 'csv', '--overdue');
    const [head = '', ...rows] = stdout.trimEnd().split('\r\n');
    expect(head.startsWith('\uFEFFStatus;Due (safe)')).toBe(true);
    expect(rows[0]).toContain('overdue;19/08/2026;19/08/2026;-97;OB-APPROVE-RUNNING');
    expect(rows[0]).toContain("'=Sở A");
    const { json } = await runData('--overdue');
    expect(rows).toHaveLength(json.deadlines.length);
  });

  test('--out writes, and never over a file that is there', async () => {
    const path = join(folder, 'thoi-han.ics');
    const { stdout, exit } = await run('--format', 'ics', '--out', path);
    expect(exit).toBe(3);
    expect(stdout).toContain('thoi-han.ics');
    expect(parseIcal(await readFile(path, 'utf8')).name).toBe('VCALENDAR');
    await writeFile(path, 'mine');
    const again = await run('--format', 'ics', '--out', path);
    expect(again.exit).toBe(2);
    expect(await readFile(path, 'utf8')).toBe('mine');
    expect((await run('--format', 'csv', '--out', path, '--force')).exit).toBe(2);
    expect(await readFile(path, 'utf8')).toBe('mine');
    expect((await run('--out', path, '--force')).exit).toBe(3);
    expect(parseIcal(await readFile(path, 'utf8')).name).toBe('VCALENDAR');
    const table = join(folder, 'thoi-han.csv');
    expect((await run('--out', table)).exit).toBe(3);
    expect(await readFile(table, 'utf8')).toContain('OB-APPROVE-RUNNING');
  });
});

describe('other commands know obligations', () => {
  test('explain', async () => {
    const { stdout, exit } = await runCommand(Explain, 'ob-tr-kept');
    expect(exit).toBe(0);
    expect(stdout).toContain('OB-TR-KEPT · obligation, severity High');
    expect(stdout).toContain('30/06/2027 by the safe reading, 01/07/2027 by the later one');
  });

  test('packs show', async () => {
    const { json } = await runJson(PacksShow, 'vn-2026');
    expect(json.parts).toContain('obligations');
    expect(json.counts.obligation).toBeGreaterThan(30);
    const ids = json.entries.map(({ id }: { id: string }) => id);
    expect(ids).toContain('OB-REPORT-MPS');
  });
});
