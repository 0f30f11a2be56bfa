import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type DeadlineOptions,
  type Deadlines,
  findDeadlines,
} from '../../../src/audit/deadlines.js';
import { judgeProvince, readProvince } from '../../../src/audit/read-province.js';
import { unknownDuties } from '../../../src/audit/unknown-duties.js';
import { isoDate } from '../../../src/domain/dates.js';
import { formatMessage } from '../../../src/messages/format.js';
import { readHolidays } from '../../../src/packs/read-holidays.js';
import { openFolder } from '../../../src/platform/files.js';
import { schemas } from '../../support/audit.js';
import {
  asOf,
  silent,
  soundSystem,
  unapprovedSystem,
  type WorkspaceSpec,
  workspaceFiles,
  writeFiles,
} from '../../support/workspace.js';

const bundled = openFolder(new URL('../../../', import.meta.url));
const holidays = await readHolidays(bundled, schemas);

async function province(spec: WorkspaceSpec, date: string, only: readonly string[] = []) {
  const folder = await mkdtemp(join(tmpdir(), 'tuanthu-deadlines-'));
  try {
    await writeFiles(folder, workspaceFiles(spec));
    const workspace = openFolder(folder);
    return await readProvince({ workspace, bundled, schemas, asOf: isoDate(date), only });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function deadlines(
  spec: WorkspaceSpec,
  {
    date = asOf,
    only = [],
    ...options
  }: Partial<DeadlineOptions> & {
    readonly date?: string;
    readonly only?: readonly string[];
  } = {},
): Promise<Deadlines> {
  const read = await province(spec, date, only);
  const soon = { months: 0, days: 30 };
  return findDeadlines(read, judgeProvince(read), { holidays, soon, ...options });
}

const of = ({ items }: Deadlines, id: string) => items.filter((each) => each.id === id);

test('each system, each agency, the province', async () => {
  const found = await deadlines({
    agencies: [{ id: 'so-a', systems: [unapprovedSystem('so-a-x'), soundSystem('so-a-y')] }],
  });
  expect(of(found, 'OB-APPROVE-RUNNING')).toMatchObject([
    {
      status: 'overdue',
      due: '2026-08-19',
      daysLeft: -97,
      agency: { id: 'so-a' },
      system: { id: 'so-a-x' },
      severity: 'high',
    },
  ]);
  expect(of(found, 'OB-REPORT-OWNER')).toMatchObject([
    { status: 'due_soon', due: '2026-12-19', lastWorkingDay: '2026-12-18', system: null },
  ]);
  expect(of(found, 'OB-REPORT-MPS')).toMatchObject([{ agency: null, due: '2026-12-24' }]);
  expect(found.items[0]).toMatchObject({ status: 'overdue', due: '2026-08-19' });
});

test('records count by agency, and in any inventory for the province', async () => {
  const record = (obligation: string) => ({ obligation, on: '2026-12-18', period: '2026' });
  const found = await deadlines(
    {
      agencies: [
        { id: 'so-a', inventory: { duties_done: [record('OB-REPORT-OWNER')] } },
        { id: 'so-b', inventory: { duties_done: [record('OB-REPORT-MPS')] } },
      ],
    },
    { date: '2026-12-28' },
  );
  expect(of(found, 'OB-REPORT-OWNER')).toMatchObject([
    { agency: { id: 'so-b' }, status: 'overdue', daysLeft: -9, next: '2027-12-19' },
    { agency: { id: 'so-a' }, status: 'upcoming', due: '2027-12-19' },
  ]);
  expect(of(found, 'OB-REPORT-MPS')).toMatchObject([{ status: 'upcoming', due: '2027-12-24' }]);
  expect(of(found, 'OB-REPORT-SPECIALISED')).toMatchObject([{ status: 'overdue' }]);
});

test('an agency that handed in nothing is unknown, not late, and keeps its date', async () => {
  const found = await deadlines({ agencies: [silent('so-a')] }, { date: '2026-12-28' });
  expect(of(found, 'OB-REPORT-OWNER')).toMatchObject([{ status: 'unknown', due: '2026-12-19' }]);
  expect(of(found, 'OB-REPORT-MPS')).toMatchObject([{ status: 'unknown' }]);
  expect(found.totals.overdue).toBe(0);
});

test('only some agencies: nothing of the province', async () => {
  const spec = { agencies: [{ id: 'so-a' }, { id: 'so-b' }] };
  const found = await deadlines(spec, { only: ['so-b'] });
  expect(new Set(found.items.map(({ agency }) => agency?.id))).toEqual(new Set(['so-b']));
});

test('a window leaves out what is later; what is late stays; totals stay whole', async () => {
  const spec = { agencies: [{ id: 'so-a', systems: [unapprovedSystem('so-a-x')] }] };
  const whole = await deadlines(spec);
  const window = { months: 0, days: 26 };
  const near = await deadlines(spec, { within: window, soon: window });
  const known = near.items.filter(({ status }) => status !== 'unknown');
  expect(known.map(({ id }) => id)).toEqual([
    'OB-APPROVE-RUNNING',
    'OB-REPORT-OWNER',
    'OB-REPORT-SPECIALISED',
  ]);
  expect(near.totals.overdue).toBe(whole.totals.overdue);
  const late = await deadlines(spec, { overdueOnly: true });
  expect(late.items.map(({ id }) => id)).toEqual(['OB-APPROVE-RUNNING']);
  const one = await deadlines(spec, { systems: ['so-a-x'] });
  expect(one.items.every(({ system }) => system?.id === 'so-a-x')).toBe(true);
});

test('a level kept from the old law has until the middle of 2027, and no rhythm before', async () => {
  const approval = { level: 2, number: '1/QĐ', date: '2024-05-06', authority: 'specialised_unit' };
  const kept = soundSystem('so-a-x', { approval, in_operation_since: '2020-01-01' });
  const found = await deadlines({ agencies: [{ id: 'so-a', systems: [kept], checklists: {} }] });
  expect(of(found, 'OB-TR-KEPT')).toMatchObject([
    { status: 'upcoming', due: '2027-06-30', latest: '2027-07-01', certainty: 'open' },
  ]);
  expect(of(found, 'OB-SCAN')).toEqual([]);
  expect(of(found, 'OBO-D09-APPROVE')).toEqual([]);
});

test('old deadlines of a directive count days, where the old pack is named', async () => {
  const system = { ...unapprovedSystem('so-a-x'), in_operation_since: '2020-01-01' };
  const found = await deadlines({ agencies: [{ id: 'so-a', systems: [system] }] });
  expect(of(found, 'OBO-D09-APPROVE')).toMatchObject([{ status: 'overdue', daysLeft: -785 }]);
});

test('incidents: one item each, by the moment', async () => {
  const incidents = [
    { id: 'sc-1', detected_at: '2026-11-22T23:30+07:00', serious: true },
    {
      id: 'sc-2',
      detected_at: '2026-11-20T08:00+07:00',
      serious: true,
      first_notice_at: '2026-11-21T07:59+07:00',
      result_reported_at: '2026-11-22T07:00Z',
    },
    { id: 'sc-3', detected_at: '2026-11-25T08:00+07:00', serious: true },
  ];
  const found = await deadlines({
    agencies: [{ id: 'so-a', systems: [soundSystem('so-a-x', { incidents })] }],
  });
  expect(of(found, 'OB-INCIDENT-24H')).toMatchObject(
    [{ event: 'sc-1', status: 'due_soon', due: '2026-11-23', at: '2026-11-23T23:30+07:00' }].map(
      (each) => ({ ...each, status: 'overdue' }),
    ),
  );
  expect(of(found, 'OB-INCIDENT-72H')).toMatchObject([
    { event: 'sc-1', status: 'due_soon', due: '2026-11-25' },
  ]);
});

test('answers to requirements that hold only for a while are due together', async () => {
  const spec = { agencies: [{ id: 'so-a', systems: [soundSystem('so-a-x')] }] };
  const found = await deadlines(spec);
  const expiring = found.items.filter(({ kind }) => kind === 'requirements');
  expect(expiring.map(({ due, status }) => ({ due, status }))).toEqual([
    { due: '2026-12-10', status: 'due_soon' },
    { due: '2027-11-10', status: 'upcoming' },
  ]);
  const titles = expiring.map(({ title }) => formatMessage(title, 'en'));
  expect(titles[0]).toMatch(/^Requirements whose interval ends, to be reviewed: \d+ \(/);
  const afterwards = await deadlines(spec, { date: '2026-12-11' });
  const late = afterwards.items.filter(({ kind }) => kind === 'requirements');
  expect(late[0]).toMatchObject({ due: '2026-12-10', status: 'overdue', daysLeft: -1 });
});

test('what is recorded under an id that isn’t one, or elsewhere than it belongs, is said', async () => {
  const on = '2026-11-01';
  const read = await province(
    {
      agencies: [
        {
          id: 'so-a',
          systems: [
            soundSystem('so-a-x', {
              duties_done: [
                { obligation: 'OB-SCAN', on },
                { obligation: 'OB-REPORT-OWNER', on },
              ],
            }),
          ],
          inventory: { duties_done: [{ obligation: 'OB-REPORT-OWNR', on }] },
        },
      ],
    },
    asOf,
  );
  const inventory = read.chosen[0]?.inventory;
  const found = inventory ? unknownDuties(inventory, read.packs) : [];
  expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    'duties.unknown /duties_done/0/obligation',
    'duties.wrong_subject /systems/0/duties_done/1/obligation',
  ]);
  expect(found[0]?.hint && formatMessage(found[0].hint, 'en')).toContain('OB-REPORT-OWNER');
});
