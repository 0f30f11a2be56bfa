import * as fc from 'fast-check';
import type { Condition, Literal } from '../../src/conditions/condition.js';
import { operators } from '../../src/conditions/operators/index.js';
import type { Operator } from '../../src/conditions/operators/operator.js';
import { type IsoDate, isoDate } from '../../src/domain/dates.js';
import type { FactDeclaration, Facts, FactType } from '../../src/domain/facts.js';

// Values are drawn from small pools full of edges, so that facts and operands meet often.

const wordPool = ['none', 'harm', 'serious', 'exceptional', 'a', "o'b"];
const datePool = [
  ...['2023-01-30', '2023-01-31', '2023-02-28', '2023-03-01', '2023-12-31', '2024-01-29'],
  ...['2024-01-31', '2024-02-28', '2024-02-29', '2024-03-01', '2024-03-30', '2024-03-31'],
  ...['1900-01-01', '2199-12-31', '2026-11-24'],
];
const durationPool = [
  'P0D',
  'P1D',
  'P28D',
  'P29D',
  'P30D',
  'P31D',
  'P2W',
  'P1M',
  'P2M',
  'P1M1D',
  'P1Y',
  'P1Y1M2D',
];
const ints = [
  0,
  1,
  -1,
  2,
  3,
  2 ** 31,
  -(2 ** 31) - 1,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
];
const numbers = [0, -0, 0.1, 0.3, 0.1 + 0.2, -2.5, 1e300, -1e300, 5e-324, Number.MAX_SAFE_INTEGER];
const letters = [
  ...['a', 'A', 'b', 'B', ' ', '.', '%', '_', "'", '"', '$', '\\', '\n', 'đ', 'Đ', 'ế', 'Ế', '😀'],
  ...['e\u0302\u0301', 'E\u0302\u0301', 'i', 'I', 'İ', 'ß', 'Σ', 'σ', 'ς', '\ufb01', '\u0301'],
];

const one = <T>(pool: readonly T[]) => fc.constantFrom(...pool);
const some = <T>(item: fc.Arbitrary<T>, minLength: number) =>
  fc.array(item, { minLength, maxLength: 4 });

const date = fc.oneof(
  one(datePool),
  fc
    .date({ min: new Date('2022-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
);
const duration = fc.oneof(
  one(durationPool),
  fc.tuple(fc.nat(40), fc.nat(400)).map(([months, days]) => `P${months}M${days}D`),
);
const text = (minLength: number) => some(one(letters), minLength).map((parts) => parts.join(''));
const int = fc.oneof(one(ints), fc.integer({ min: -3, max: 6 }));
const number = fc.oneof(one(numbers), fc.double({ noNaN: true, noDefaultInfinity: true }));

const atoms = [
  'a',
  'B',
  'đ',
  'ế',
  '.',
  '[a-c]',
  '[^a]',
  '\\w',
  '\\W',
  '\\S',
  '\\s',
  '\\b',
  '^',
  '$',
  '(?i)b',
  '(?s).',
  '(a|đ)',
  '\\.',
  '[[:alpha:]]',
];
const pattern = some(
  fc
    .tuple(one(atoms), one(['', '', '', '*', '+?', '?', '{2}', '{1,3}']))
    .map((parts) => parts.join('')),
  1,
)
  .map((parts) => parts.join(''))
  .filter(
    (each) =>
      operators
        .get('matches')
        ?.checkOperand({ id: 'x', type: 'text', question: { vi: 'x', en: 'x' } }, each) ===
      undefined,
  );

export const asOfDate: fc.Arbitrary<IsoDate> = date.map(isoDate);

const ids: Readonly<Record<string, FactType>> = {
  flag: 'bool',
  count: 'int',
  ratio: 'number',
  'os.name': 'text',
  harm: 'enum',
  mood: 'enum',
  tags: 'set',
  items: 'set',
  seen: 'date',
  span: 'duration',
};

/** A declaration of each type, with random words, some nullable. `mood` declares no words and takes any. */
export const declarations: fc.Arbitrary<readonly FactDeclaration[]> = fc.tuple(
  ...Object.entries(ids).map(([id, type]) =>
    fc
      .record({ nullable: fc.boolean(), words: fc.uniqueArray(one(wordPool), { minLength: 1 }) })
      .map(
        ({ nullable, words }): FactDeclaration => ({
          id,
          type,
          nullable,
          question: { vi: id, en: id },
          ...(id === 'items' ? { itemType: 'int' as const } : {}),
          ...(id === 'harm' || id === 'tags'
            ? {
                ordered: true,
                values: words.map((value) => ({ value, label: { vi: value, en: value } })),
              }
            : {}),
        }),
      ),
  ),
);

/** Facts that a table's columns can hold: of the right type, but also with undeclared words and impossible dates. */
export function factsFor(declared: readonly FactDeclaration[]): fc.Arbitrary<Facts> {
  const value = (declaration: FactDeclaration): fc.Arbitrary<unknown> => {
    switch (declaration.type) {
      case 'bool':
        return fc.boolean();
      case 'int':
        return fc.oneof(
          { weight: 9, arbitrary: int },
          { weight: 1, arbitrary: fc.constant(2 ** 53) },
        );
      case 'number':
        return fc.oneof(
          { weight: 9, arbitrary: number },
          { weight: 1, arbitrary: one([Infinity, NaN]) },
        );
      case 'text':
        return text(0);
      case 'enum':
        return one(wordPool);
      case 'set':
        return declaration.itemType === 'int' ? some(int, 0) : some(one(wordPool), 0);
      case 'date':
        return fc.oneof(
          { weight: 9, arbitrary: date },
          { weight: 1, arbitrary: one(['1899-12-31', '2200-01-01']) },
        );
      case 'duration':
        return duration;
    }
  };
  return fc.record(
    Object.fromEntries(
      declared.map((each) => [
        each.id,
        fc.oneof(
          { weight: 6, arbitrary: value(each) },
          { weight: 1, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.constant(undefined) },
        ),
      ]),
    ),
  ) as fc.Arbitrary<Facts>;
}

/** Conditions that pass `checkCondition` against the declarations, up to four levels deep. */
export function conditionFor(
  declared: readonly FactDeclaration[],
  depth = 3,
): fc.Arbitrary<Condition> {
  const leaf = fc
    .oneof(...declared.map((each) => fc.tuple(fc.constant(each), one(operatorsOf(each)))))
    .chain(([declaration, operator]) =>
      operand(declaration, operator).map(
        (value): Condition => ({ fact: declaration.id, op: operator.id, value }),
      ),
    );
  if (depth === 0) return leaf;
  const child = conditionFor(declared, depth - 1);
  return fc.oneof(
    { weight: 2, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: fc.array(child, { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    },
    {
      weight: 1,
      arbitrary: fc.array(child, { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    },
    { weight: 1, arbitrary: child.map((not) => ({ not })) },
  );
}

/** At least and at most need words in order. */
function operatorsOf(declaration: FactDeclaration): readonly Operator[] {
  return [...operators.values()].filter(
    (each) =>
      each.factTypes.includes(declaration.type) &&
      (declaration.values !== undefined || !['at_least', 'at_most'].includes(each.id)),
  );
}

function operand(declaration: FactDeclaration, { id }: Operator): fc.Arbitrary<Literal> {
  const words = declaration.values?.map((each) => each.value) ?? wordPool;
  const items: Readonly<Record<FactType, fc.Arbitrary<boolean | number | string>>> = {
    bool: fc.boolean(),
    int,
    number,
    text: text(1),
    enum: one(words),
    set: declaration.itemType === 'int' ? int : one(words),
    date,
    duration,
  };
  const item = items[declaration.type];
  if (['is_known', 'non_empty'].includes(id)) return fc.boolean();
  if (id === 'size_at_least') return fc.nat(4);
  if (['older_than', 'within'].includes(id)) return duration;
  if (id === 'matches') return pattern;
  if (['in', 'not_in', 'contains_any', 'contains_all', 'only'].includes(id)) {
    return some(item, 1) as fc.Arbitrary<Literal>;
  }
  return declaration.type === 'date' ? fc.oneof(item, fc.constant('as_of')) : item;
}
