import { expect, test } from 'vitest';
import { openDuckDb } from '../../../src/fleet/engines/duckdb.js';
import { jsonPaths, listSql, parseJsonPath } from '../../../src/fleet/json-path.js';

// Paths of mappings into records: what they mean, and what the database makes of them.

test.each([
  ['a', { item: false, names: ['a'] }],
  ['a.b_c.d-e', { item: false, names: ['a', 'b_c', 'd-e'] }],
  ['each.name', { item: true, names: ['name'] }],
  ['Application databases loaded', { item: false, names: ['Application databases loaded'] }],
  ['a[*].b', { item: false, names: ['a'], list: { of: 'all', names: ['b'] } }],
  ['a[*]', { item: false, names: ['a'], list: { of: 'all', names: [] } }],
  ['a.b[]', { item: false, names: ['a', 'b'], list: { of: 'size' } }],
  [
    'each.p[code=x y].s.t',
    {
      item: true,
      names: ['p'],
      list: { of: 'matching', key: 'code', value: 'x y', names: ['s', 't'] },
    },
  ],
])('%s', (text, path) => {
  expect(parseJsonPath(text)).toEqual(path);
});

test.each([
  ['a header of a spreadsheet', 'Tên máy'],
  ['a quote', `a"."b`],
  ['an apostrophe', "a'b"],
  ['two lists', 'a[*].b[*].c'],
  ['a list without an end', 'a[*'],
  ['something behind the size', 'a[].b'],
  ['a dot at the end', 'a.'],
  ['a quote in a value', "a[k='x']"],
  ['nothing', ''],
])('no path: %s', (_, text) => {
  expect(parseJsonPath(text)).toBeUndefined();
});

const record = {
  plain: 'x',
  nested: { 'with blank': 7, list: ['p', 'q'] },
  products: [
    { code: 'core', status: 'installed' },
    { code: 'endpointProtection', status: 'notInstalled' },
  ],
  networks: [{ mac: 'AA' }, { mac: 'BB' }, { other: 1 }],
  none: [],
  nothing: null,
};

test.each([
  ['plain', 'x'],
  ['nested.with blank', '7'],
  ['nested.list', '["p","q"]'],
  ['nested.list[*]', 'p\u001fq'],
  ['networks[*].mac', 'AA\u001fBB'],
  ['products[code=endpointProtection].status', 'notInstalled'],
  ['products[code=missing].status', null],
  ['networks[]', 'filled'],
  ['none[]', 'empty'],
  ['none[*]', null],
  ['plain[]', null],
  ['nothing[]', null],
  ['nothing', null],
  ['missing.deep', null],
])('%s of a record is %j', async (text, expected) => {
  const path = parseJsonPath(text);
  if (!path) throw new Error('no path');
  const engine = await openDuckDb({ threads: 1, temporaryFolder: '.' });
  try {
    const [row] = await engine.rows({
      sql: `SELECT ${listSql('json', path)} AS found FROM (SELECT CAST($record AS JSON) AS json)`,
      params: { record: JSON.stringify(record) },
    });
    expect(row?.['found']).toBe(expected);
  } finally {
    await engine.close();
  }
});

test('the paths of a value, lists with their elements', () => {
  expect(jsonPaths({ a: { b: 1 }, c: [{ d: 1 }, { e: 2 }] })).toEqual([
    'a',
    'a.b',
    'c',
    'c[]',
    'c[*].d',
    'c[*].e',
  ]);
});
