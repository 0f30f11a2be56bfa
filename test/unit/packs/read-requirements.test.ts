import { describe, expect, test } from 'vitest';
import { requirementDigest } from '../../../src/packs/read-requirements.js';
import { readSmall, smallPack } from './small-pack.js';

const catalogue: Readonly<Record<string, string>> = {
  ...smallPack,
  'requirements/level-1.yaml': `schema_version: 1
standard: "TC 1"
level: 1
section: "3"
certainty: secondary
use: audit
groups:
  - id: "3.1"
    slug: rooms
    title: {vi: Phòng, en: Rooms}
    requirements:
      - {id: "3.1.a", slug: door, kind: technical, title: {vi: Cửa, en: Door}, statement: {vi: Có cửa, en: A door}, evidence: [{vi: Ảnh, en: Photo}], endpoint_signal: doors}
      - {id: "3.1.b#1", slug: key-review, kind: management, title: {vi: Khóa, en: Keys}, statement: {vi: Rà khóa, en: Keys are counted}, evidence: [], parameters: {interval: "P6M", min_keys: 2}, note: {vi: Đếm, en: Count}}
      - {id: "3.1.b#2", slug: sign, kind: management, optional: true, certainty: reading, title: {vi: Biển, en: Sign}, statement: {vi: Có biển, en: A sign}, evidence: [{vi: Ảnh, en: Photo}]}
`,
  'requirements/annex-a.yaml': `schema_version: 1
standard: "TC 1"
annex: "A"
certainty: secondary
use: self_assessment
groups:
  - id: "A-01"
    slug: gate
    title: {vi: Cổng, en: Gate}
    requirements:
      - id: "A.1.1"
        slug: guarded
        kind: technical
        title: {vi: Cổng, en: Gate}
        statement: {vi: Có người gác, en: Guarded}
        evidence: [{vi: Sổ, en: Book}]
        levels:
          "1": {clause: "A.1.1"}
          "3": {clause: "A.3.2", carried: true, statement: {vi: Cổng điện tử, en: Electronic}, parameters: {retention: "P3M"}}
`,
  'requirements/mapping.yaml': `schema_version: 1
points:
  - {id: "p-1", kind: plan_part, citation: {text: Điều 29, certainty: reading}, title: {vi: Một, en: One}, groups: [rooms]}
  - {id: "p-2", kind: technical, citation: {text: Điều 30, certainty: reading}, title: {vi: Hai, en: Two}, slugs: [door], clauses: ["3.1.b"]}
`,
};

const read = (changes: Readonly<Record<string, string>> = {}) =>
  readSmall({ ...catalogue, ...changes }, { catalogues: true });

function edited(file: string, find: string, put: string): Readonly<Record<string, string>> {
  const before = catalogue[file] ?? '';
  if (!before.includes(find)) throw new Error(`${file} has no: ${find}`);
  return { [file]: before.replace(find, put) };
}

describe('catalogues', () => {
  test('requirements carry clause, defaults, points and a digest of their own', async () => {
    const { pack, diagnostics } = await read();
    expect(diagnostics).toEqual([]);
    const found = pack?.requirements?.levels[0]?.groups[0]?.requirements;
    expect(
      found?.map(({ id, clause, optional, certainty, points }) => [
        id,
        clause,
        optional,
        certainty,
        points,
      ]),
    ).toEqual([
      ['3.1.a', '3.1.a', false, 'secondary', ['p-1', 'p-2']],
      ['3.1.b#1', '3.1.b', false, 'secondary', ['p-1', 'p-2']],
      ['3.1.b#2', '3.1.b', true, 'reading', ['p-1', 'p-2']],
    ]);
    expect(found?.[1]?.parameters).toEqual({ interval: 'P6M', min_keys: 2 });
    expect(new Set(found?.map(({ digest }) => digest)).size).toBe(3);
  });

  test('a clause of the mapping is meant with what stands below it, not with what begins alike', async () => {
    const { pack } = await read(
      edited(
        'requirements/level-1.yaml',
        '- {id: "3.1.b#2", slug: sign',
        '- {id: "3.1.bc", slug: sign',
      ),
    );
    const found = pack?.requirements?.levels[0]?.groups[0]?.requirements;
    expect(found?.map(({ id, points }) => [id, points.includes('p-2')])).toEqual([
      ['3.1.a', true],
      ['3.1.b#1', true],
      ['3.1.bc', false],
    ]);
  });

  test('an annex becomes a catalogue for each level, with what differs there', async () => {
    const { pack } = await read();
    const annex = pack?.requirements?.annex.map(({ level, groups }) => {
      const [each] = groups[0]?.requirements ?? [];
      return [level, each?.id, each?.clause, each?.statement.vi, each?.parameters];
    });
    expect(annex).toEqual([
      [1, 'A.1.1', 'A.1.1', 'Có người gác', {}],
      [3, 'A.1.1', 'A.3.2', 'Cổng điện tử', { retention: 'P3M' }],
    ]);
  });

  test('are parsed only when asked for, and count in the digest either way', async () => {
    const without = await readSmall(catalogue);
    const all = await read();
    expect(without.pack?.requirements).toBeUndefined();
    expect(without.pack?.digest).toBe(all.pack?.digest);
    const other = await readSmall({
      ...catalogue,
      ...edited('requirements/level-1.yaml', 'Có cửa', 'Có hai cửa'),
    });
    expect(other.pack?.digest).not.toBe(all.pack?.digest);
  });
});

describe('the digest that answers are bound to', () => {
  const base = requirementDigest('Có cửa', { a: 1, b: 'P6M' }, false);

  test.each<[string, string, boolean]>([
    [
      'the same, parameters in another order',
      requirementDigest('Có cửa', { b: 'P6M', a: 1 }, false),
      true,
    ],
    [
      'the same in NFD',
      requirementDigest('Có cửa'.normalize('NFD'), { a: 1, b: 'P6M' }, false),
      true,
    ],
    ['another wording', requirementDigest('Có hai cửa', { a: 1, b: 'P6M' }, false), false],
    ['a stricter interval', requirementDigest('Có cửa', { a: 1, b: 'P3M' }, false), false],
    ['no longer binding', requirementDigest('Có cửa', { a: 1, b: 'P6M' }, true), false],
  ])('%s', (_name, digest, same) => {
    expect(digest === base).toBe(same);
  });
});

describe('what the linter finds', () => {
  const level = 'requirements/level-1.yaml';
  const mapping = 'requirements/mapping.yaml';

  test.each<[string, string, string, string, string]>([
    ['the same clause twice', level, '"3.1.b#2"', '"3.1.b#1"', 'pack.duplicate_id'],
    ['a clause of another group', level, '"3.1.a"', '"3.2.a"', 'pack.clause_outside'],
    ['a group of another section', level, 'id: "3.1"\n', 'id: "4.1"\n', 'pack.clause_outside'],
    ['an interval in words', level, '"P6M"', '"6 tháng"', 'pack.interval_expected'],
    [
      'nothing to answer, check or explain',
      level,
      ', note: {vi: Đếm, en: Count}',
      '',
      'pack.requirement_unanswerable',
    ],
    [
      'no part of the plan',
      mapping,
      'groups: [rooms]',
      'slugs: [door]',
      'pack.requirement_unmapped',
    ],
    [
      'a group that isn’t there',
      mapping,
      'groups: [rooms]',
      'groups: [rooms, roofs]',
      'pack.unknown_group',
    ],
    [
      'an idea that isn’t there',
      mapping,
      'slugs: [door]',
      'slugs: [doors]',
      'pack.unknown_requirement',
    ],
    [
      'a clause that isn’t there',
      mapping,
      'clauses: ["3.1.b"]',
      'clauses: ["3.9"]',
      'pack.unknown_requirement',
    ],
    [
      'a text with a stray blank',
      level,
      '{vi: Có cửa, en: A door}',
      '{vi: "Có cửa ", en: A door}',
      'pack.untrimmed',
    ],
  ])('%s', async (_name, file, find, put, code) => {
    const { diagnostics, pack } = await read(edited(file, find, put));
    expect(diagnostics.map((each) => each.code)).toContain(code);
    const at = code === 'pack.requirement_unmapped' ? level : file;
    expect(diagnostics[0]?.file).toBe(`packs/small/${at}`);
    expect(diagnostics[0]?.line).toBeGreaterThan(0);
    expect(pack).toBeUndefined();
  });

  test('a requirement that only an endpoint signal can speak to is checkable', async () => {
    const { diagnostics } = await read(
      edited(
        level,
        'evidence: [{vi: Ảnh, en: Photo}], endpoint_signal',
        'evidence: [], endpoint_signal',
      ),
    );
    expect(diagnostics).toEqual([]);
  });

  test('a file of another name is refused with the names that are known', async () => {
    const { diagnostics } = await read({ 'requirements/level-6.yaml': 'schema_version: 1\n' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['pack.unknown_file']);
  });

  test('an unquoted clause is asked for in quotes', async () => {
    const { diagnostics } = await read(edited(level, 'id: "3.1"\n', 'id: 3.10\n'));
    expect(diagnostics[0]?.code).toBe('schema.quote_it');
  });
});
