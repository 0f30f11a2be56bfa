import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as library from '../../src/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const entry = join(root, 'src/index.ts');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-library-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The fenced code at the head of the library's entry file. */
async function example(): Promise<string> {
  const code = /```js\n(.*?)```/s.exec(await readFile(entry, 'utf8'))?.[1] ?? '';
  return code.replace(/^ \* ?/gm, '');
}

test('the example at the head of the library runs as it stands', async () => {
  const code = (await example()).replace("from 'tuanthu'", `from '${pathToFileURL(entry)}'`);
  const file = join(folder, 'example.mjs');
  await writeFile(file, code);
  const args = ['--import', import.meta.resolve('tsx'), file];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: root });
  expect(stderr).toBe('');
  const lines = stdout.trimEnd().split('\n');
  const targets = lines.filter((line) =>
    /^Sở Y tế \S+ \d+\/\d+ (met|not_met|inconclusive)$/.test(line),
  );
  expect(targets).toHaveLength(3);
  // The rest are findings: an id, then a text of the catalogue, not a bare key.
  expect(lines.length).toBeGreaterThan(targets.length);
  for (const line of lines.slice(targets.length))
    expect(line).toMatch(/^\S+:(agency|system|endpoint|file):\S+ \S+ \S/);
}, 60_000);

test('the data that comes with the package is at hand', async () => {
  const { bundled, listPacks, loadSchemas } = library;
  expect(await listPacks(bundled, 'rules/packs')).toContain('vn-2026');
  expect((await loadSchemas(bundled, 'schemas')).names).toContain('inventory');
});

// The list is a promise: a name is added here with thought, and taken away only with a new major version.
test('names that programs may use', () => {
  expect(Object.keys(library).sort()).toMatchInlineSnapshot(`
    [
      "AppError",
      "FileProblem",
      "addDuration",
      "assessmentJson",
      "auditWorkspace",
      "bundled",
      "checkCondition",
      "classify",
      "classifySystem",
      "compareIds",
      "conditionText",
      "dateInVietnam",
      "daysBetween",
      "decideTarget",
      "declarationsById",
      "duckdb",
      "evaluate",
      "exitCode",
      "explainCondition",
      "findDeadlines",
      "formatDate",
      "formatMessage",
      "isInForce",
      "isoDate",
      "judgeProvince",
      "judgeRequirements",
      "judgeSystem",
      "languages",
      "listPacks",
      "loadSchemas",
      "missingToTarget",
      "openDuckDb",
      "openFacts",
      "openFolder",
      "openScratch",
      "parseCondition",
      "parseDuration",
      "parseIsoDate",
      "readDocument",
      "readPack",
      "readPacks",
      "readProvince",
      "resolveParameters",
      "rulesInForce",
      "sumRates",
      "toSql",
      "worstOutcome",
    ]
  `);
});
