import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSchemas } from '../../src/documents/schemas.js';
import { readCatalogues } from '../../src/fleet/catalogues.js';
import { containerOf } from '../../src/fleet/container.js';
import { openDuckDb } from '../../src/fleet/engines/duckdb.js';
import { observedFactNames } from '../../src/fleet/observation.js';
import { runSourceCases } from '../../src/fleet/run-source-cases.js';
import { sniff } from '../../src/fleet/sniff.js';
import { type EndpointSource, readSources } from '../../src/fleet/source.js';
import { caseBytes, readSourceCases } from '../../src/fleet/source-cases.js';
import { unpackReport } from '../../src/fleet/unpack-report.js';
import { vi } from '../../src/messages/vi.js';
import { openFolder, openScratch } from '../../src/platform/files.js';

// Every source of the product: it reads, its cases pass, and no source takes another's file for its own.

const files = openFolder('.');
const schemas = await loadSchemas(files, 'schemas');
const { sources, diagnostics } = await readSources(files, 'rules/sources', schemas);
const { cases, diagnostics: caseDiagnostics } = await readSourceCases(
  files,
  'rules/sources',
  schemas,
);
const catalogues = await readCatalogues(files, 'rules/catalogues');

async function run(given: readonly EndpointSource[]) {
  const folder = await mkdtemp(join(tmpdir(), 'tuanthu-source-cases-'));
  const engine = await openDuckDb({ threads: 2, temporaryFolder: folder });
  try {
    return await runSourceCases({
      engine,
      sources: given,
      cases,
      scratch: openScratch(folder),
    });
  } finally {
    await engine.close();
    await rm(folder, { recursive: true });
  }
}

test('sources and cases are free of errors', () => {
  expect([...diagnostics, ...caseDiagnostics]).toEqual([]);
});

test('every source has cases, and no case stands without a source', () => {
  expect(cases.map(({ source }) => source)).toEqual(sources.map(({ id }) => id).sort());
});

test('a product that a source names is in the catalogue', () => {
  const known = JSON.stringify(catalogues);
  for (const { product } of sources) if (product) expect(known).toContain(`"${product}"`);
});

const results = await run(sources);
test.each(results)('$source $id: $name.en', ({ differences }) => expect(differences).toEqual([]));

test('cases name facts and reasons that exist', () => {
  const expects = cases.flatMap((file) => file.cases.map((each) => each.expect));
  const facts = new Set<string>(observedFactNames);
  const named = expects.flatMap(({ machines }) => machines.flatMap((row) => Object.keys(row)));
  expect(named.filter((name) => !facts.has(name))).toEqual([]);
  const reasons = expects.flatMap(({ refused = {} }) => Object.keys(refused));
  expect(reasons.filter((reason) => !(`fleet.refused.${reason}` in vi))).toEqual([]);
});

/** A file as it is looked at: XML and other encodings are written as what the database reads first. */
async function readable(bytes: Uint8Array): Promise<Uint8Array> {
  const { parts } = await unpackReport(bytes, containerOf(bytes));
  return parts[0]?.bytes ?? bytes;
}

describe('recognition', async () => {
  const contents = await Promise.all(
    cases.flatMap(({ source, cases: own }) =>
      own.map(async (each) => ({ source, id: each.id, bytes: await readable(caseBytes(each)) })),
    ),
  );
  const orders = sources.map((_, index) => [...sources.slice(index), ...sources.slice(0, index)]);

  test.each(contents)('$source $id is its own source, in any order', ({ source, bytes }) => {
    for (const order of [...orders, [...sources].reverse()]) {
      expect(sniff(bytes, order)).toHaveProperty('source.id', source);
    }
  });

  test.each(contents)('$source $id is nobody else', ({ source, bytes }) => {
    const others = sources.filter(({ id }) => id !== source);
    const takers = others.filter((other) => 'source' in sniff(bytes, [other]));
    expect(takers.map(({ id }) => id)).toEqual([]);
  });
});

test('a case that expects something else fails, and says what', async () => {
  const [first] = cases;
  const [one] = first?.cases ?? [];
  if (!first || !one) throw new Error('there are cases');
  const folder = await mkdtemp(join(tmpdir(), 'tuanthu-source-cases-'));
  const engine = await openDuckDb({ threads: 1, temporaryFolder: folder });
  try {
    const [result] = await runSourceCases({
      engine,
      sources,
      cases: [{ ...first, cases: [{ ...one, expect: { rows_read: 99, machines: [] } }] }],
      scratch: openScratch(folder),
    });
    expect(result?.ok).toBe(false);
    expect(result?.differences.map(({ params }) => params['part'])).toContain('rows_read');
  } finally {
    await engine.close();
    await rm(folder, { recursive: true });
  }
});
