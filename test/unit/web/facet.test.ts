import { describe, expect, test } from 'vitest';
import { type Facet, facetOptions, filterRows } from '../../../src/web/tables/facet.js';

interface Row {
  readonly severity: string;
  readonly agency: string;
}

const rows: readonly Row[] = [
  { severity: 'high', agency: 'so-y-te' },
  { severity: 'critical', agency: 'so-y-te' },
  { severity: 'high', agency: 'so-noi-vu' },
  { severity: 'low', agency: '' },
];

const names: Readonly<Record<string, string>> = { 'so-y-te': 'Sở Y tế', 'so-noi-vu': 'Sở Nội vụ' };
const facets: readonly Facet<Row>[] = [
  {
    id: 'severity',
    label: 'Mức độ',
    shape: 'marks',
    order: ['critical', 'high', 'low'],
    value: ({ severity }) => severity,
    word: ({ severity }) => severity,
  },
  {
    id: 'agency',
    label: 'Cơ quan',
    shape: 'choice',
    value: ({ agency }) => agency,
    word: ({ agency }) => names[agency] ?? '',
  },
];

describe('rows that are let through', () => {
  test.each([
    { name: 'no choice', choice: {}, left: [0, 1, 2, 3] },
    { name: 'empty choices', choice: { severity: [], agency: [] }, left: [0, 1, 2, 3] },
    { name: 'one value', choice: { severity: ['high'] }, left: [0, 2] },
    { name: 'several values', choice: { severity: ['high', 'low'] }, left: [0, 2, 3] },
    { name: 'both facets', choice: { severity: ['high'], agency: ['so-y-te'] }, left: [0] },
    { name: 'a value that no row has', choice: { agency: ['khac'] }, left: [] },
  ])('$name', ({ choice, left }) => {
    expect(filterRows(rows, facets, choice)).toEqual(left.map((at) => rows[at]));
  });
});

describe('what a facet offers', () => {
  const offered = (choice: Readonly<Record<string, readonly string[]>>, id: string) =>
    facetOptions(rows, facets, choice, new Intl.Collator('vi'))
      .get(id)
      ?.map(({ word, count }) => `${word} ${count}`);

  test('values in their order, with their counts', () => {
    expect(offered({}, 'severity')).toEqual(['critical 1', 'high 2', 'low 1']);
  });

  test('values by their words where they have no order; rows without a value offer none', () => {
    expect(offered({}, 'agency')).toEqual(['Sở Nội vụ 1', 'Sở Y tế 2']);
  });

  test('counts follow the other facets, not its own', () => {
    const choice = { severity: ['high'], agency: ['so-noi-vu'] };
    expect(offered(choice, 'severity')).toEqual(['critical 0', 'high 1', 'low 0']);
    expect(offered(choice, 'agency')).toEqual(['Sở Nội vụ 1', 'Sở Y tế 1']);
  });
});
