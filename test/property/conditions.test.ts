import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkCondition } from '../../src/conditions/check.js';
import type { Condition, Truth } from '../../src/conditions/condition.js';
import { declarationsById } from '../../src/conditions/declarations.js';
import { duckdb } from '../../src/conditions/dialects/duckdb.js';
import { evaluate, openFacts } from '../../src/conditions/evaluate.js';
import { conditionText, explainLeafResult } from '../../src/conditions/explain.js';
import { factsNeeded } from '../../src/conditions/facts-needed.js';
import { operatorIds } from '../../src/conditions/operators/index.js';
import { parseCondition } from '../../src/conditions/parse.js';
import { toSql } from '../../src/conditions/to-sql.js';
import type { FactDeclaration, Facts } from '../../src/domain/facts.js';
import { asOfDate, conditionFor, declarations, factsFor } from './conditions-arbitraries.js';
import { columnsOf, factsTable } from './conditions-table.js';

/** Declarations with facts and conditions that fit them, and a day. */
const world = (count: { readonly rows: number; readonly conditions: number }) =>
  declarations.chain((declared) =>
    fc.record({
      declared: fc.constant(declared),
      rows: fc.array(factsFor(declared), { minLength: 1, maxLength: count.rows, size: 'max' }),
      conditions: fc.array(conditionFor(declared), {
        minLength: 1,
        maxLength: count.conditions,
        size: 'max',
      }),
      asOf: asOfDate,
    }),
  );

describe('evaluate and toSql mean the same', () => {
  let connection: DuckDBConnection;

  beforeAll(async () => {
    connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  });
  afterAll(() => connection.closeSync());

  test('on random declarations, conditions and facts, run in DuckDB', async () => {
    let pairs = 0;
    const seen = new Set<string>();
    const answers = new Map<Truth, number>();
    await fc.assert(
      fc.asyncProperty(
        world({ rows: 16, conditions: 12 }),
        async ({ declared, rows, conditions, asOf }) => {
          const context = { asOf, declarations: declarationsById(declared) };
          const expected = rows.map((facts) =>
            conditions.map((each) => evaluate(each, facts, context).value ?? null),
          );
          const rendered = conditions.map((each, i) =>
            toSql(each, { ...context, columns: columnsOf, dialect: duckdb, prefix: `c${i}` }),
          );
          const sql = `SELECT ${rendered.map((each) => each.sql).join(', ')} FROM (${factsTable(declared, rows)}) ORDER BY row`;
          const params = Object.assign({}, ...rendered.map((each) => each.params));
          const result = await connection.runAndReadAll(sql, params);
          expect(result.getRows()).toEqual(expected);

          pairs += rows.length * conditions.length;
          for (const op of conditions.flatMap(operatorsIn)) seen.add(op);
          for (const each of expected.flat())
            answers.set(each ?? undefined, (answers.get(each ?? undefined) ?? 0) + 1);
        },
      ),
      { numRuns: 200 },
    );
    // The test is only worth something when it really compared: many pairs, each operator, each answer.
    expect(pairs).toBeGreaterThan(1_000);
    expect([...seen].sort()).toEqual([...operatorIds].sort());
    for (const answer of [true, false, undefined]) expect(answers.get(answer)).toBeGreaterThan(100);
  });
});

describe('laws', () => {
  const one = world({ rows: 1, conditions: 3 });
  const holds = (
    law: (each: (condition: Condition) => Truth, conditions: readonly Condition[]) => void,
  ) =>
    fc.assert(
      fc.property(one, ({ declared, rows, conditions, asOf }) => {
        const context = { asOf, declarations: declarationsById(declared) };
        law((condition) => evaluate(condition, rows[0] ?? {}, context).value, conditions);
      }),
    );
  const not = (condition: Condition): Condition => ({ not: condition });

  test('not(not(c)) = c', async () => {
    await holds((value, [c = { all: [] }]) => expect(value(not(not(c)))).toBe(value(c)));
  });

  test('De Morgan', async () => {
    await holds((value, cs) => {
      expect(value(not({ all: cs }))).toBe(value({ any: cs.map(not) }));
      expect(value(not({ any: cs }))).toBe(value({ all: cs.map(not) }));
    });
  });

  test('the order of members does not matter', async () => {
    await holds((value, cs) => {
      expect(value({ all: [...cs].reverse() })).toBe(value({ all: cs }));
      expect(value({ any: [...cs].reverse() })).toBe(value({ any: cs }));
    });
  });

  test('generated conditions pass the check, and reading them changes nothing', async () => {
    await fc.assert(
      fc.property(one, ({ declared, conditions: [condition = { all: [] }] }) => {
        expect(checkCondition(condition, declarationsById(declared))).toEqual([]);
        expect(parseCondition(condition)).toEqual({ condition });
      }),
    );
  });

  test('an unknown condition names open facts, each unknown and asked about; a decided one names none', async () => {
    await fc.assert(
      fc.property(one, ({ declared, rows: [facts = {}], conditions: [c = { all: [] }], asOf }) => {
        const context = { asOf, declarations: declarationsById(declared) };
        const open = openFacts(c, facts, context);
        const { value, because } = evaluate(c, facts, context);
        expect(open.length > 0).toBe(value === undefined);
        expect(because.length).toBeGreaterThan(0);
        for (const fact of open) expect(factsNeeded(c)).toContain(fact);
      }),
    );
  });
});

describe('hostile facts', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(
      'P1M',
      '2024-02-29',
      '2024-02-30',
      'harm',
      9e99,
      NaN,
      Infinity,
      [[]],
      [null],
    ),
  );
  const hostile = (declared: readonly FactDeclaration[]) =>
    fc.dictionary(
      fc.oneof(
        fc.constantFrom(...declared.map((each) => each.id), '__proto__', 'constructor', 'toString'),
        fc.string(),
      ),
      anything,
    );

  test('evaluation and explanation never throw, whatever the facts', async () => {
    const input = declarations.chain((declared) =>
      fc.tuple(fc.constant(declared), hostile(declared), conditionFor(declared), asOfDate),
    );
    await fc.assert(
      fc.property(input, ([declared, facts, condition, asOf]) => {
        const context = { asOf, declarations: declarationsById(declared) };
        const { value, because } = evaluate(condition, facts as Facts, context);
        expect([true, false, undefined]).toContain(value);
        for (const each of because) explainLeafResult(each, context.declarations);
        conditionText(condition, context.declarations, 'vi');
      }),
      { numRuns: 300 },
    );
  });

  test('reading and checking never throw, whatever the data', async () => {
    await fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => {
        const { condition } = parseCondition(json);
        if (condition) checkCondition(condition, new Map());
      }),
    );
  });
});

function operatorsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(operatorsIn);
  if ('any' in condition) return condition.any.flatMap(operatorsIn);
  return 'not' in condition ? operatorsIn(condition.not) : [condition.op];
}
