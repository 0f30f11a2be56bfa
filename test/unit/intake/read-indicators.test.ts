import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.js';
import { readIndicators, readIndicatorsFile } from '../../../src/intake/read-indicators.js';
import { readSettings } from '../../../src/intake/read-workspace.js';
import type { Target } from '../../../src/packs/types.js';
import { brief, memoryFiles, schemas } from './support.js';

const text = (word: string) => ({ vi: word, en: word });
const common = {
  area: 'a',
  atLeastPercent: 50,
  floorPercent: 50,
  title: text('T'),
  citations: [],
};
const figures = { numerator: text('tử'), denominator: text('mẫu'), unit: text('hộ') };
const targets: readonly Target[] = [
  { ...common, id: 'computed', measuredBy: 'audit', metric: 'systems_classified' },
  { ...common, id: 'households', measuredBy: 'reported', figures },
  { ...common, id: 'turnover', measuredBy: 'reported', figures: { ...figures, decimals: true } },
  { ...common, id: 'growth', measuredBy: 'reported', figures: { ...figures, mayExceed: true } },
  {
    ...common,
    id: 'sectors',
    measuredBy: 'reported',
    per: 'sector',
    figures: { ...figures, decimals: true },
  },
];
const options = {
  schemas,
  packs: [{ id: 'law' }, { id: 'plan', targets }],
  asOf: isoDate('2026-11-24'),
};
const from = 'source: S, reported_by: R, date: "2026-10-01"';
const read = (...lines: readonly string[]) =>
  readIndicators(
    new TextEncoder().encode(
      `schema_version: 1\nindicators:\n${lines.map((line) => `  - {${line}}\n`).join('')}`,
    ),
    'indicators.yaml',
    options,
  );

test('figures with their place; rows take what holds for all of them', () => {
  const { indicators, diagnostics } = read(
    `target: households, numerator: 5, denominator: 10, unit: hộ dân, note: N, ${from}`,
    `target: sectors, ${from}, rows: [{sector: X, numerator: 1.5, denominator: 3}, {sector: Y, numerator: 0, denominator: 1, source: O, date: "2026-09-01"}]`,
  );
  expect(diagnostics).toEqual([]);
  expect(indicators).toMatchObject([
    {
      target: 'households',
      unit: 'hộ dân',
      figures: [
        {
          sector: null,
          numerator: 5,
          denominator: 10,
          source: 'S',
          reportedBy: 'R',
          date: '2026-10-01',
          note: 'N',
          at: { path: 'indicators.yaml', line: 3 },
        },
      ],
    },
    {
      target: 'sectors',
      figures: [
        { sector: 'X', numerator: 1.5, source: 'S' },
        { sector: 'Y', source: 'O', date: '2026-09-01', at: { line: 4 } },
      ],
    },
  ]);
});

test.each<{ name: string; lines: string[]; found: string[] }>([
  {
    name: 'unknown target, a near one',
    lines: [`target: houshold, numerator: 1, denominator: 2, ${from}`],
    found: ['indicators.unknown_target 3 error → schema.did_you_mean'],
  },
  {
    name: 'unknown target, nothing near',
    lines: [`target: zzz, numerator: 1, denominator: 2, ${from}`],
    found: ['indicators.unknown_target 3 error → indicators.known'],
  },
  {
    name: 'a computed target can’t be reported',
    lines: [`target: computed, numerator: 1, denominator: 2, ${from}`],
    found: ['indicators.computed_target 3 error → indicators.computed_target.hint'],
  },
  {
    name: 'the same target twice',
    lines: [1, 2].map((n) => `target: households, numerator: ${n}, denominator: 2, ${from}`),
    found: ['indicators.duplicate 4 error → indicators.duplicate.hint'],
  },
  {
    name: 'the same sector twice',
    lines: [
      `target: sectors, ${from}, rows: [{sector: X, numerator: 1, denominator: 2}, {sector: X, numerator: 1, denominator: 3}]`,
    ],
    found: ['indicators.duplicate_sector 3 error → indicators.duplicate.hint'],
  },
  {
    name: 'a part larger than its whole',
    lines: [`target: households, numerator: 11, denominator: 10, ${from}`],
    found: ['indicators.part_over_whole 3 error → indicators.part_over_whole.hint'],
  },
  {
    name: 'larger than its whole where the target allows',
    lines: [`target: growth, numerator: 11, denominator: 10, ${from}`],
    found: [],
  },
  {
    name: 'decimals where things are counted',
    lines: [`target: households, numerator: 1.5, denominator: 10, ${from}`],
    found: ['indicators.whole_number 3 error'],
  },
  {
    name: 'decimals of money',
    lines: [`target: turnover, numerator: 1.5, denominator: 10, ${from}`],
    found: [],
  },
  {
    name: 'too many decimals',
    lines: [`target: turnover, numerator: 1.1234567, denominator: 10, ${from}`],
    found: ['indicators.too_fine 3 error'],
  },
  {
    name: 'a denominator of 0',
    lines: [`target: households, numerator: 0, denominator: 0, ${from}`],
    found: ['indicators.zero 3 warning → indicators.zero.hint'],
  },
  {
    name: 'something of nothing',
    lines: [`target: households, numerator: 1, denominator: 0, ${from}`],
    found: ['indicators.part_over_whole 3 error → indicators.part_over_whole.hint'],
  },
  {
    name: 'a date after as-of',
    lines: [
      'target: households, numerator: 1, denominator: 2, source: S, reported_by: R, date: "2026-11-25"',
    ],
    found: ['indicators.in_future 3 warning → indicators.in_future.hint'],
  },
  {
    name: 'the day itself counts',
    lines: [
      'target: households, numerator: 1, denominator: 2, source: S, reported_by: R, date: "2026-11-24"',
    ],
    found: [],
  },
  {
    name: 'no denominator',
    lines: [`target: households, numerator: 1, ${from}`],
    found: ['indicators.number_missing 3 error'],
  },
  {
    name: 'one figure where sectors are counted',
    lines: [`target: sectors, numerator: 1, denominator: 2, ${from}`],
    found: ['indicators.rows_needed 3 error → indicators.rows_needed.hint'],
  },
  {
    name: 'a figure beside rows',
    lines: [
      `target: sectors, numerator: 1, ${from}, rows: [{sector: X, numerator: 1, denominator: 2}]`,
    ],
    found: ['indicators.beside_rows 3 error → indicators.rows_needed.hint'],
  },
  {
    name: 'sectors where one figure is asked',
    lines: [`target: households, ${from}, rows: [{sector: X, numerator: 1, denominator: 2}]`],
    found: ['indicators.rows_misplaced 3 error → indicators.rows_misplaced.hint'],
  },
  {
    name: 'a negative number and an unknown key',
    lines: [`target: households, numerator: -1, denominatr: 2, ${from}`],
    found: [
      'schema.invalid 3 error → schema.expected',
      'schema.unknown_key 3 error → schema.did_you_mean',
    ],
  },
])('$name', ({ lines, found }) => {
  const { indicators, diagnostics } = read(...lines);
  expect(diagnostics.map(brief)).toEqual(found);
  expect(indicators === undefined).toBe(found.some((each) => each.includes(' error')));
});

test('a duplicate names the other line', () => {
  const line = `target: households, numerator: 1, denominator: 2, ${from}`;
  const [found] = read(line, line).diagnostics;
  expect(found?.message.params).toEqual({ name: 'households', other: 'indicators.yaml:3' });
});

test.each([
  { plan: 'plan', found: [] },
  { plan: 'plam', found: ['indicators.unknown_plan 2 error → schema.did_you_mean'] },
  { plan: 'law', found: ['indicators.unknown_plan 2 error → indicators.known'] },
])('figures of one plan: $plan', ({ plan, found }) => {
  const bytes = `schema_version: 1\nplan: ${plan}\nindicators: [{target: households, numerator: 1, denominator: 2, ${from}}]\n`;
  const { diagnostics } = readIndicators(new TextEncoder().encode(bytes), 'i.yaml', options);
  expect(diagnostics.map(brief)).toEqual(found);
});

describe('the file of a workspace', () => {
  const settings = (more: string) => {
    const bytes = `schema_version: 1\ntitle: T\npacks: [plan]\n${more}`;
    const reading = readSettings(new TextEncoder().encode(bytes), 'tuanthu.yaml', schemas);
    if (!reading.settings) throw new Error('the settings are wrong');
    return reading.settings;
  };
  const file = 'schema_version: 1\nindicators: []\n';

  test('none at all: nothing is reported yet', async () => {
    expect(await readIndicatorsFile(memoryFiles({}), settings(''), options)).toEqual({
      indicators: [],
      diagnostics: [],
    });
  });

  test('none where the workspace names one', async () => {
    const named = settings('indicators: so-lieu.yaml\n');
    const reading = await readIndicatorsFile(memoryFiles({}), named, options);
    expect(reading.diagnostics.map(brief)).toEqual(['file.missing - error → intake.missing.hint']);
    expect(reading.indicators).toBeUndefined();
  });

  test('one that can’t be read is a fault under its usual name too', async () => {
    const files = memoryFiles({ 'indicators.yaml': { fails: 'no_permission' } });
    expect((await readIndicatorsFile(files, settings(''), options)).indicators).toBeUndefined();
  });

  test('another name, with its digest', async () => {
    const files = memoryFiles({ 'kh/so-lieu.yaml': file });
    const named = settings('indicators: ./kh/so-lieu.yaml\n');
    expect(await readIndicatorsFile(files, named, options)).toMatchObject({
      indicators: [],
      input: { path: 'kh/so-lieu.yaml', bytes: file.length },
    });
  });

  test('a path out of the workspace', () => {
    const bytes = 'schema_version: 1\ntitle: T\npacks: [plan]\nindicators: ../x.yaml\n';
    const reading = readSettings(new TextEncoder().encode(bytes), 'tuanthu.yaml', schemas);
    expect(reading.diagnostics.map(brief)).toEqual([
      'workspace.path_outside 4 error → workspace.path_outside.hint',
    ]);
  });
});
