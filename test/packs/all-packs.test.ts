import { describe, expect, test } from 'vitest';
import { runCases } from '../../src/audit/run-cases.js';
import { loadSchemas } from '../../src/documents/schemas.js';
import { readPack } from '../../src/packs/read-pack.js';
import { listPacks } from '../../src/packs/read-packs.js';
import { openFolder } from '../../src/platform/files.js';

// Every pack of the product: it reads, every case passes, every table has cases.

const files = openFolder('.');
const folder = 'rules/packs';
const schemas = await loadSchemas(files, 'schemas');
const ids = await listPacks(files, folder);
const readings = new Map(
  await Promise.all(
    ids.map(async (id) => [id, await readPack(files, `${folder}/${id}`, schemas)] as const),
  ),
);

test('there are packs', () => expect(ids.length).toBeGreaterThan(0));

describe.each(ids)('%s', (id) => {
  const reading = readings.get(id);
  const { pack, diagnostics = [], cases = new Map() } = reading ?? {};

  test('is free of errors, warnings and remarks', () => {
    expect(diagnostics).toEqual([]);
    expect(pack?.id).toBe(id);
  });

  test('has cases for every table', () => {
    expect([...cases.keys()].sort()).toEqual(
      [
        ...(pack?.endpointChecks ? ['checks.cases.yaml'] : []),
        ...(pack?.classification ? ['classification.cases.yaml'] : []),
      ].sort(),
    );
  });

  test('has a digest that does not change from one reading to the next', async () => {
    expect(pack?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect((await readPack(files, `${folder}/${id}`, schemas)).pack?.digest).toBe(pack?.digest);
  });
});

const results = [...readings.values()].flatMap((reading) =>
  runCases(reading).map((result) => ({ ...result, pack: reading.id, title: result.name.en })),
);

test.each(results)('$pack $id: $title', ({ differences }) => expect(differences).toEqual([]));

test.each([...readings.values()].filter(({ pack }) => pack?.classification))(
  '$id: every criterion is met by some case',
  ({ pack, cases }) => {
    const file = cases.get('classification.cases.yaml')?.value as {
      cases: { expect: { matched: string[] } }[];
    };
    const met = new Set(file.cases.flatMap((each) => each.expect.matched));
    expect(pack?.classification?.criteria.map(({ id }) => id).filter((id) => !met.has(id))).toEqual(
      [],
    );
  },
);

test.each([...readings.values()].filter(({ pack }) => pack?.endpointChecks))(
  '$id: every check both passes and fails in some case, every verdict comes out',
  ({ pack, cases }) => {
    const file = cases.get('checks.cases.yaml')?.value as {
      cases: { expect: { verdict: string; checks?: Record<string, string> } }[];
    };
    const expected = file.cases.flatMap(({ expect: { checks = {} } }) =>
      Object.entries(checks).map(
        ([id, outcome]) => `${id} ${outcome === 'warn' ? 'pass' : outcome}`,
      ),
    );
    const wanted = pack?.endpointChecks?.checks.flatMap(({ id }) => [`${id} pass`, `${id} fail`]);
    expect(wanted?.filter((each) => !expected.includes(each))).toEqual([]);
    expect(new Set(file.cases.map((each) => each.expect.verdict)).size).toBe(5);
  },
);

// What a pack says of another can only be checked where they come together.
test.each([...readings.values()].flatMap(({ pack }) => pack?.transition?.cases ?? []))(
  'transition case $id names rules and a pack that are there',
  ({ approvalBy, without = [] }) => {
    if (approvalBy === null) return expect(without).toEqual([]);
    const other = readings.get(approvalBy)?.pack;
    const rules = other?.approval?.rules.map(({ id }) => id) ?? [];
    expect(rules.length).toBeGreaterThan(0);
    expect(without.filter((id) => !rules.includes(id))).toEqual([]);
    expect(Object.keys(other?.approval?.metrics ?? {})).toContain('systems_classified');
  },
);
