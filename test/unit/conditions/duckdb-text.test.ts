import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patternProblem } from '../../../src/conditions/operators/families/pattern-problem.js';
import { lowered } from '../../../src/conditions/operators/families/text-part.js';

// What both renderings rest on and only the database can tell.

let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
});
afterAll(() => connection.closeSync());

test('lower case in NFC is the same for every letter of the common scripts', async () => {
  // Latin to Georgian, and the blocks of Latin with Vietnamese marks, Greek with marks, ligatures and wide letters.
  const ranges = [
    [0x1, 0x10ff],
    [0x1e00, 0x1fff],
    [0x2100, 0x218f],
    [0xfb00, 0xfb4f],
    [0xff00, 0xffef],
  ];
  for (const [from, to] of ranges) {
    const result = await connection.runAndReadAll(
      'SELECT i, lower(nfc_normalize(chr(CAST(i AS INTEGER)))) FROM range(CAST($from AS BIGINT), CAST($to AS BIGINT) + 1) t(i)',
      { from: from ?? 0, to: to ?? 0 },
    );
    const different = result
      .getRows()
      .filter(([code, lower]) => lowered(String.fromCodePoint(Number(code))) !== lower)
      .map(([code]) => Number(code).toString(16));
    expect(different).toEqual([]);
  }
});

test.each([
  ['the longest run of wide classes', `(?:${'[^a]'.repeat(47)}){100}`],
  ['any letter, in any case', `(?i)(?:${'.'.repeat(180)}){100}`],
  ['negated Perl classes', `(?i)(?:${'\\W\\S'.repeat(45)}){100}`],
  ['nested repetition', `(?s)((((${'.'.repeat(160)}){5}){5}){2}){2}`],
])('a pattern at the limits still compiles in the database: %s', async (_name, pattern) => {
  expect(patternProblem(pattern)).toBeUndefined();
  const sql = "SELECT regexp_matches('a', CAST($pattern AS VARCHAR))";
  expect((await connection.runAndReadAll(sql, { pattern })).getRows()).toEqual([[false]]);
});
