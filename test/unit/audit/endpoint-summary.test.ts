import { describe, expect, test } from 'vitest';
import { endpointSummary } from '../../../src/audit/endpoint-summary.js';
import { isShort } from '../../../src/audit/second-source.js';
import { isoDate } from '../../../src/domain/dates.js';
import type { FleetResult } from '../../../src/fleet/judge-fleet.js';

const asOf = isoDate('2026-11-24');

type Row = Readonly<Record<string, unknown>>;

const count = (more: Row = {}): Row => ({
  agency: 'so-a',
  machine: 'workstation',
  found: 10,
  out_of_scope: 0,
  protected: 7,
  degraded: 1,
  unprotected: 1,
  unknown: 1,
  installed: 8,
  installed_unknown: 1,
  register: 0,
  console: 10,
  both: 0,
  stale: 0,
  ...more,
});
const source = (id: string, role: string, more: Row = {}): Row => ({
  agency: 'so-a',
  source: id,
  role,
  console: id.split('-')[0],
  files: 1,
  rows: 10,
  used: 10,
  dated: null,
  ...more,
});
const ksc = source('ksc-device-list', 'console');
const directory = source('active-directory', 'directory');

function fleet(more: Partial<Record<keyof FleetResult, readonly Row[]>>): FleetResult {
  const none = { counts: [], exclusions: [], products: [], sources: [], checks: [] };
  const rest = { endpoints: [], files: [], unmatchedExclusions: [], diagnostics: [] };
  return { ...none, ...rest, ...more } as unknown as FleetResult;
}

const declared = (n: number, date: string | null = null) => ({ count: n, register: 'Sổ', date });

describe('the denominator', () => {
  test.each([
    { name: 'what reports show', declaration: null, in_scope: 10, unreported: 0, unknown: 1 },
    {
      name: 'a register that counts more',
      declaration: declared(14),
      in_scope: 14,
      unreported: 4,
      unknown: 5,
    },
    {
      name: 'a register that counts fewer',
      declaration: declared(3),
      in_scope: 10,
      unreported: 0,
      unknown: 1,
    },
    {
      name: 'a register that counts none',
      declaration: declared(0),
      in_scope: 10,
      unreported: 0,
      unknown: 1,
    },
  ])('$name', ({ declaration, in_scope, unreported, unknown }) => {
    const found = endpointSummary(
      fleet({ counts: [count()], sources: [ksc] }),
      'so-a',
      declaration,
      [],
      asOf,
    );
    expect(found).toMatchObject({ in_scope, unreported, unknown });
    expect(found.installed).toEqual({ numerator: 8, denominator: in_scope, unknown });
    expect(found.effective).toEqual({ numerator: 7, denominator: in_scope, unknown });
  });

  test('excluded machines are out of it', () => {
    const counts = [count({ out_of_scope: 2, protected: 5, installed: 6 })];
    const found = endpointSummary(fleet({ counts }), 'so-a', null, [], asOf);
    expect(found).toMatchObject({ found: 10, out_of_scope: 2, in_scope: 8 });
    expect(found.by_machine).toEqual([
      {
        ...{ machine: 'workstation', found: 10, in_scope: 8, protected: 5, unknown: 1 },
        ...{ installed: 6, installed_unknown: 1 },
      },
    ]);
  });

  test('other agencies’ rows count for nothing', () => {
    const counts = [count({ agency: 'so-b' })];
    const found = endpointSummary(fleet({ counts, sources: [ksc] }), 'so-c', null, [], asOf);
    expect(found).toMatchObject({ found: 0, in_scope: 0, self_reported: false });
  });

  test('servers and workstations add up', () => {
    const counts = [
      count(),
      count({
        machine: 'server',
        found: 2,
        protected: 2,
        degraded: 0,
        unprotected: 0,
        unknown: 0,
        installed: 2,
        installed_unknown: 0,
      }),
    ];
    const found = endpointSummary(fleet({ counts }), 'so-a', null, [], asOf);
    expect(found).toMatchObject({ found: 12, protected: 9 });
    expect(found.installed).toEqual({ numerator: 10, denominator: 12, unknown: 1 });
  });
});

test.each<{
  name: string;
  sources: readonly Row[];
  declaration: ReturnType<typeof declared> | null;
  register?: number;
  alone: boolean;
}>([
  { name: 'one console alone', sources: [ksc], declaration: null, alone: true },
  { name: 'two files of one console', sources: [ksc, ksc], declaration: null, alone: true },
  {
    name: 'a collector alone',
    sources: [source('normalised', 'collector')],
    declaration: null,
    alone: true,
  },
  {
    name: 'a console and a directory',
    sources: [ksc, directory],
    declaration: null,
    register: 9,
    alone: false,
  },
  {
    name: 'a console and a directory of half of its machines',
    sources: [ksc, directory],
    declaration: null,
    register: 5,
    alone: false,
  },
  {
    name: 'a console and a directory of fewer than half',
    sources: [ksc, directory],
    declaration: null,
    register: 4,
    alone: true,
  },
  {
    name: 'a console and a directory without a usable row',
    sources: [ksc, source('active-directory', 'directory', { used: 0 })],
    declaration: null,
    alone: true,
  },
  {
    name: 'two exports of Defender for Endpoint',
    sources: [
      source('defender-machines', 'console'),
      source('defender-antivirus-health', 'console'),
    ],
    declaration: null,
    alone: true,
  },
  {
    name: 'Intune by its portal and by Graph',
    sources: [
      source('intune-devices', 'console'),
      source('graph-managed-devices', 'console', { console: 'intune' }),
    ],
    declaration: null,
    alone: true,
  },
  {
    name: 'two consoles, of one no row can be used',
    sources: [ksc, source('sentinelone-agents', 'console', { used: 0 })],
    declaration: null,
    alone: true,
  },
  {
    name: 'two consoles',
    sources: [ksc, source('sentinelone-agents', 'console')],
    declaration: null,
    alone: false,
  },
  {
    name: 'two formats of what collectors say of their own machines',
    sources: [source('normalised', 'collector'), source('mdatp-health', 'collector')],
    declaration: null,
    alone: true,
  },
  {
    name: 'a declared number of none',
    sources: [ksc],
    declaration: declared(0),
    alone: true,
  },
  {
    name: 'a declared number of fewer than half',
    sources: [ksc],
    declaration: declared(4),
    alone: true,
  },
  {
    name: 'two tools',
    sources: [ksc, source('normalised', 'collector')],
    declaration: null,
    alone: false,
  },
  {
    name: 'one stray report of a collector confirms nothing',
    sources: [ksc, source('normalised', 'collector', { rows: 1, used: 1 })],
    declaration: null,
    alone: true,
  },
  { name: 'a console and a register', sources: [ksc], declaration: declared(10), alone: false },
  {
    name: 'a register of a day that lies ahead',
    sources: [ksc],
    declaration: declared(10, '2027-10-31'),
    alone: true,
  },
  {
    name: 'a register of the very day',
    sources: [ksc],
    declaration: declared(10, '2026-11-24'),
    alone: false,
  },
  {
    name: 'a list by hand',
    sources: [source('vietnamese-list', 'list')],
    declaration: null,
    register: 10,
    alone: false,
  },
])('self-reported: $name: $alone', ({ sources, declaration, register = 0, alone }) => {
  const counts = [count({ register })];
  const found = endpointSummary(fleet({ counts, sources }), 'so-a', declaration, [], asOf);
  expect(found.self_reported).toBe(alone);
});

describe('two sources', () => {
  test.each([
    { name: 'alike', register: 10, both: 10, estimate: 10, short: false },
    { name: 'three of four in common', register: 8, both: 6, estimate: 13, short: false },
    { name: 'hardly anything in common', register: 10, both: 2, estimate: 39, short: true },
    { name: 'nothing in common', register: 10, both: 0, estimate: null, short: false },
  ])('$name', ({ register, both, estimate, short }) => {
    const counts = [count({ register, console: 10, both })];
    const found = endpointSummary(
      fleet({ counts, sources: [ksc, directory] }),
      'so-a',
      null,
      [],
      asOf,
    );
    expect(found.second_source).toEqual({ register, console: 10, both, estimate });
    // The estimate is no denominator.
    expect(found.in_scope).toBe(10);
    expect(found.second_source && isShort(found.second_source)).toBe(short);
  });

  test('one side alone has nothing to compare with', () => {
    const counts = [count({ register: 0 })];
    const found = endpointSummary(fleet({ counts, sources: [ksc] }), 'so-a', null, [], asOf);
    expect(found).not.toHaveProperty('second_source');
  });

  test.each([
    { name: 'one date', dates: ['2026-11-20'], apart: undefined },
    { name: 'a week', dates: ['2026-11-20', '2026-11-13'], apart: 7 },
    { name: 'over a month end', dates: ['2026-11-02', null, '2026-10-25'], apart: 8 },
    { name: 'no date', dates: [null, null], apart: undefined },
  ])('days apart: $name', ({ dates, apart }) => {
    const sources = dates.map((dated, index) => source(`tool${index}`, 'console', { dated }));
    const found = endpointSummary(fleet({ counts: [count()], sources }), 'so-a', null, [], asOf);
    expect(found.days_apart).toBe(apart);
  });
});

test('outcomes of the checks, in the pack’s order', () => {
  const check = (id: string) => ({ id, severity: 'high' }) as never;
  const checks = [
    { agency: 'so-a', ep_01_pass: 3, ep_01_fail: 1, ep_02_unknown: 4, ep_01_warned: 2 },
  ];
  const found = endpointSummary(
    fleet({ counts: [count()], checks }),
    'so-a',
    null,
    [check('EP-01'), check('EP-02')],
    asOf,
  );
  expect(found.checks).toEqual([
    { id: 'EP-01', severity: 'high', pass: 3, warned: 2, fail: 1, unknown: 0, not_applicable: 0 },
    { id: 'EP-02', severity: 'high', pass: 0, warned: 0, fail: 0, unknown: 4, not_applicable: 0 },
  ]);
});
