import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { loadSchemas } from '../../../src/documents/schemas.js';
import { isoDate } from '../../../src/domain/dates.js';
import { openDuckDb } from '../../../src/fleet/engines/duckdb.js';
import type { FleetEngine, Row } from '../../../src/fleet/engines/engine.js';
import { inspectReports } from '../../../src/fleet/inspect-reports.js';
import type { SniffedFile } from '../../../src/fleet/judge-fleet.js';
import { type Normalised, normaliseReports } from '../../../src/fleet/normalise-reports.js';
import { originFacts } from '../../../src/fleet/observation.js';
import { openBytes } from '../../../src/fleet/open-report.js';
import { headBytes } from '../../../src/fleet/sniff.js';
import { caseBytes, readSourceCases } from '../../../src/fleet/source-cases.js';
import { openFolder, openScratch } from '../../../src/platform/files.js';
import { asOf, bundled, judge, ndjson } from './support.js';

// What is written says what was read: reading it again gives the same observations, whatever the source.

const root = openFolder('.');
const { cases } = await readSourceCases(root, 'rules/sources', await loadSchemas(root, 'schemas'));
const all = cases.flatMap(({ source, cases: own }) =>
  own.map((each) => ({
    name: `${source} ${each.id}`,
    bytes: caseBytes(each),
    exportedOn: each.exported_on,
  })),
);
const validate = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(await readFile('schemas/endpoint-report.schema.json', 'utf8')),
);

async function inFolder<Result>(
  work: (folder: string, engine: FleetEngine) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'tuanthu-normalise-'));
  const engine = await openDuckDb({ threads: 1, temporaryFolder: folder });
  try {
    return await work(folder, engine);
  } finally {
    await engine.close();
    await rm(folder, { recursive: true });
  }
}

async function opened(
  folder: string,
  files: readonly { readonly bytes: Uint8Array; readonly exportedOn?: string | undefined }[],
): Promise<SniffedFile[]> {
  const { sources } = await bundled();
  const scratch = openScratch(folder);
  const found: SniffedFile[] = [];
  for (const [id, { bytes, exportedOn }] of files.entries()) {
    const { parts } = await openBytes(
      {
        head: bytes.subarray(0, headBytes),
        all: async () => bytes,
        nativePath: () => scratch.place(bytes),
      },
      sources,
      scratch,
    );
    for (const { shape, nativePath } of parts) {
      if (!('source' in shape)) continue;
      const path = `${id}`;
      found.push({ id, path, nativePath, agency: '-', shape, ...(exportedOn && { exportedOn }) });
    }
  }
  return found;
}

type Files = Parameters<typeof opened>[1];

function normalise(
  files: Files,
  format: 'ndjson' | 'csv',
): Promise<{ result: Normalised; bytes: Uint8Array }> {
  return inFolder(async (folder, engine) => {
    const target = join(folder, "it's.out");
    const result = await normaliseReports(engine, await opened(folder, files), {
      asOf: isoDate(asOf),
      target,
      format,
      agency: undefined,
    });
    return { result, bytes: await readFile(target).catch(() => new Uint8Array()) };
  });
}

/** Every observation, without what only tells where it stands; those of one record in no particular order. */
function observed(files: Files): Promise<readonly Row[]> {
  return inFolder(async (folder, engine) => {
    const { reports } = await inspectReports(engine, await opened(folder, files), {
      asOf: isoDate(asOf),
      sample: 10_000,
    });
    const apart = new Set<string>([...originFacts, 'file_id', 'row_no', 'grade', 'all_products']);
    return reports
      .toSorted((a, b) => a.id - b.id)
      .flatMap(({ rows }) => rows)
      .map((row) =>
        Object.fromEntries(
          Object.entries(row)
            .filter(([name]) => !apart.has(name))
            .map(([name, value]) => [
              name,
              Array.isArray(value) && value.length === 0 ? null : value,
            ]),
        ),
      )
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  });
}

describe.each(['ndjson', 'csv'] as const)('%s', (format) => {
  test.each(all)('$name: read again, the same', async (file) => {
    const before = await observed([file]);
    const { result, bytes } = await normalise([file], format);
    expect(result.written).toBe(before.length);
    expect(await observed([{ bytes }])).toEqual(before);
  });
});

test('all of them in one file: the same, and each record fits the schema', async () => {
  const { bytes } = await normalise(all, 'ndjson');
  expect(await observed([{ bytes }])).toEqual(await observed(all));
  const lines = new TextDecoder().decode(bytes).trim().split('\n');
  for (const line of lines) {
    validate(JSON.parse(line));
    expect(validate.errors).toBeNull();
  }
});

test('a file made from one console is that console, not a second witness', async () => {
  const console = all.find(({ name }) => name.startsWith('ksc-device-list normal'));
  if (!console) throw new Error('there is that case');
  const { bytes } = await normalise([console], 'ndjson');
  const { result } = await judge({
    files: { 'so-a/ksc.csv': console.bytes, 'so-a/x.ndjson': bytes },
  });
  expect(result.sources).toMatchObject([{ source: 'ksc-device-list', role: 'console', files: 2 }]);
});

test('a directory stays a directory: its machines are in a register, and known to no console', async () => {
  const directory = all.find(({ name }) => name.startsWith('active-directory'));
  if (!directory) throw new Error('there is that case');
  const { bytes } = await normalise([directory], 'csv');
  const { result } = await judge({ files: { 'so-a/ad.csv': bytes } });
  expect(result.sources).toMatchObject([{ source: 'active-directory', role: 'directory' }]);
  for (const row of result.counts) expect(row).toMatchObject({ console: 0 });
});

test('a file that breaks while being read: nothing is written', async () => {
  const broken = new TextEncoder().encode('[{"host":"PC01","realtime":true},{"host":"PC');
  const { result, bytes } = await normalise([...all.slice(0, 1), { bytes: broken }], 'ndjson');
  expect(result.written).toBeNull();
  expect(bytes).toHaveLength(0);
  expect(result.diagnostics).toContainEqual(expect.objectContaining({ code: 'fleet.unreadable' }));
});

test('texts that a spreadsheet would run are made harmless in CSV, and stay as they are in NDJSON', async () => {
  const bytes = new TextEncoder().encode(ndjson({ host: '=cmd()', observed_at: '2026-11-20' }));
  const csv = await normalise([{ bytes }], 'csv');
  expect(new TextDecoder().decode(csv.bytes)).toContain("'=cmd()");
  const exact = await normalise([{ bytes }], 'ndjson');
  expect(new TextDecoder().decode(exact.bytes)).toContain('"=cmd()"');
});
