import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// Who may import whom, as src/README.md draws it, checked on the files themselves: this doesn't rest on the linter, which
// says the same in editors and is tested against the same cases below.

const root = fileURLToPath(new URL('../../', import.meta.url));

const core = ['domain', 'messages'];
const rules = [...core, 'documents', 'conditions', 'packs'];
const audit = [...rules, 'intake', 'systems', 'fleet', 'audit'];

/** For each folder of src (and each file beside them) the folders that it may import besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  messages: ['domain'],
  documents: core,
  conditions: [...core, 'documents'],
  packs: [...core, 'documents', 'conditions'],
  intake: rules,
  systems: rules,
  fleet: rules,
  collect: [...core, 'documents'],
  audit: [...rules, 'intake', 'systems', 'fleet'],
  ledger: audit,
  reports: audit,
  cli: [...audit, 'collect', 'ledger', 'reports', 'platform'],
  platform: core,
  web: ['reports'],
  'bin.ts': [...core, 'cli', 'platform'],
  'index.ts': [...audit, 'ledger', 'reports', 'platform/files.ts'],
};

/** Modules of Node that only compute. Everything else touches the machine and is for `platform`. */
const computing = ['buffer', 'crypto', 'path', 'stream', 'url', 'util', 'zlib'];

/** Packages that have one home. */
const homes: readonly (readonly [name: string, ...homes: string[]])[] = [
  ['@oclif/', 'cli/', 'bin.ts'],
  ['@duckdb/', 'fleet/engines/'],
  ['yaml', 'documents/'],
  ['ajv', 'documents/'],
  ['hucre', 'documents/'],
  ['@inquirer/', 'platform/'],
  ['systeminformation', 'platform/'],
  ['node-fetch', 'platform/'],
  ['jsonc-parser', 'documents/'],
  ['fast-xml-parser', 'documents/'],
  ['ical-generator', 'reports/'],
  ['pdfkit', 'reports/pdf/'],
  ['svg-to-pdfkit', 'reports/pdf/'],
  ['fontkit', 'reports/pages/'],
  ['docx', 'reports/docx/'],
  ['echarts', 'reports/charts/'],
  ['@resvg/', 'reports/docx/'],
  ['preact', 'web/'],
  ['@tanstack/', 'web/'],
  ['vite', 'web/'],
];

/** What reads a clock, chance or the process, when it stands in code. */
const ambient =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandom(?:UUID|Bytes|Int)\(|\bprocess\.|\bconsole\.\w/g;

/** What is wrong with a file of src, by the picture; `path` is relative to src. */
function violations(path: string, source: string): string[] {
  const own = path.includes('/') ? path.split('/', 1).join() : path;
  const allowed = mayImport[own];
  if (!allowed) return [`${own} is not in the picture`];
  const code = source.replace(/^\s*\/\*\*.*?\*\//gms, '').replace(/^\s*\/\/.*$/gm, '');
  const isBuildScript = /\/(generate-[^/]*|vite\.config\.ts)$/.test(path);
  const imports = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].flatMap(
    ([, specifier = '']) => {
      if (specifier.startsWith('node:')) {
        const pure = computing.includes(specifier.slice('node:'.length));
        return pure || own === 'platform' || isBuildScript ? [] : [specifier];
      }
      if (!specifier.startsWith('.')) {
        const home = homes.find(
          ([name]) => specifier === name || specifier.startsWith(`${name.replace(/\/$/, '')}/`),
        );
        return !home || home.slice(1).some((place) => path.startsWith(place)) ? [] : [specifier];
      }
      const target = posix.join(posix.dirname(path), specifier).replace(/\.jsx?$/, '.ts');
      const folder = target.includes('/') ? target.split('/', 1).join() : target;
      return folder === own || allowed.includes(folder) || allowed.includes(target) ? [] : [target];
    },
  );
  const reads = own === 'platform' || isBuildScript ? [] : (code.match(ambient) ?? []);
  return [...imports, ...reads];
}

async function sources(): Promise<readonly string[]> {
  const entries = await readdir(join(root, 'src'), { recursive: true });
  return entries.map((path) => path.replaceAll('\\', '/')).filter((path) => /\.tsx?$/.test(path));
}

test('every file of src keeps to the picture', async () => {
  const paths = await sources();
  const found: string[] = [];
  for (const path of paths) {
    const source = await readFile(join(root, 'src', path), 'utf8');
    found.push(...violations(path, source).map((what) => `${path}: ${what}`));
  }
  expect(found).toEqual([]);
  // Guards the guard: with nothing read, nothing would be found.
  expect(paths).toContain('audit/audit-workspace.ts');
});

test('the table of src/README.md is the same picture', async () => {
  const readme = await readFile(join(root, 'src/README.md'), 'utf8');
  const [, table = ''] = /^\| folder \| may import \|(.*?)\n\n/ms.exec(readme) ?? [];
  const rows = [...table.matchAll(/^\| `([\w.]+)\/?` \| (.*?) \|/gm)].map(([, name, list = '']) => [
    name,
    [...list.matchAll(/`([\w./]+?)\/?`/g)].map(([, each]) => each).sort(),
  ]);
  const picture = Object.entries(mayImport).map(([name, list]) => [name, [...list].sort()]);
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(picture));
});

interface Example {
  readonly name: string;
  readonly path: string;
  readonly code: string;
  /** False: only this test sees it, the linter can't. */
  readonly linter?: false;
}

const from = (specifier: string) => `import { a } from '${specifier}';`;

const forbidden: readonly Example[] = [
  { name: 'upward', path: 'packs/a.ts', code: from('../audit/a.js') },
  { name: 'upward from a subfolder', path: 'fleet/stages/b.ts', code: from('../../reports/a.js') },
  {
    name: 'upward, types only',
    path: 'conditions/c.ts',
    code: "import type { A } from '../packs/a.js';",
  },
  {
    name: 'upward, re-exported',
    path: 'documents/d.ts',
    code: "export { a } from '../conditions/a.js';",
  },
  {
    name: 'upward, when run',
    path: 'audit/e.ts',
    code: "export const a = () => import('../cli/a.js');",
  },
  { name: 'upward, for its effect', path: 'domain/f.ts', code: "import '../messages/a.js';" },
  { name: 'brothers of judging', path: 'systems/g.ts', code: from('../fleet/a.js') },
  { name: 'collecting judges nothing', path: 'collect/linux/y.ts', code: from('../../fleet/a.js') },
  { name: 'judging collects nothing', path: 'audit/z.ts', code: from('../collect/a.js') },
  {
    name: 'the web application below the reports',
    path: 'reports/h2.ts',
    code: from('../web/a.js'),
    linter: false,
  },
  { name: 'the web application judges nothing', path: 'web/h3.ts', code: from('../audit/a.js') },
  { name: 'brothers of reporting', path: 'reports/h.ts', code: from('../ledger/a.js') },
  { name: 'messages know the domain only', path: 'messages/i.ts', code: from('../documents/a.js') },
  { name: 'platform below the command line', path: 'audit/j.ts', code: from('../platform/a.js') },
  { name: 'platform builds on nothing else', path: 'platform/k.ts', code: from('../intake/a.js') },
  {
    name: 'files in a layer',
    path: 'intake/l.ts',
    code: "import { readFileSync } from 'node:fs';",
  },
  {
    name: 'files with promises',
    path: 'ledger/m.ts',
    code: "import { readFile } from 'node:fs/promises';",
  },
  {
    name: 'processes in the command line',
    path: 'cli/n.ts',
    code: "import { spawn } from 'node:child_process';",
  },
  {
    name: 'network in the command line',
    path: 'cli/commands/o.ts',
    code: "import { request } from 'node:https';",
  },
  {
    name: 'oclif below the command line',
    path: 'reports/p.ts',
    code: "import { Args } from '@oclif/core/args';",
  },
  { name: 'the process in a layer', path: 'fleet/q.ts', code: 'export const a = process.argv;' },
  {
    name: 'a database in a layer',
    path: 'audit/r.ts',
    code: from('@duckdb/node-api'),
    linter: false,
  },
  {
    name: 'spreadsheets outside of the documents',
    path: 'reports/x.ts',
    code: from('hucre/xlsx'),
  },
  { name: 'the clock', path: 'audit/s.ts', code: 'export const a = Date.now();', linter: false },
  {
    name: 'the date of today',
    path: 'cli/t.ts',
    code: 'export const a = new Date();',
    linter: false,
  },
  { name: 'chance', path: 'fleet/u.ts', code: 'export const a = Math.random();', linter: false },
  { name: 'the library from inside', path: 'audit/v.ts', code: from('../index.js'), linter: false },
  {
    name: 'the command line in the library',
    path: 'index.ts',
    code: "export * from './cli/a.js';",
    linter: false,
  },
  {
    name: 'more platform in the library',
    path: 'index.ts',
    code: "export * from './platform/clock.js';",
    linter: false,
  },
  {
    name: 'a folder that nobody drew',
    path: 'utils/w.ts',
    code: 'export const a = 1;',
    linter: false,
  },
];

const allowed: readonly Example[] = [
  { name: 'downward', path: 'audit/y1.ts', code: from('../fleet/a.js') },
  { name: 'downward over several layers', path: 'cli/y2.ts', code: from('../domain/a.js') },
  { name: 'inside one folder', path: 'packs/y3.ts', code: from('./lint/a.js') },
  { name: 'texts', path: 'conditions/y4.ts', code: from('../messages/a.js') },
  {
    name: 'platform for the command line',
    path: 'cli/commands/y5.ts',
    code: from('../../platform/a.js'),
  },
  { name: 'files in platform', path: 'platform/y6.ts', code: from('node:fs/promises') },
  {
    name: 'digests in a layer',
    path: 'packs/y7.ts',
    code: "import { createHash } from 'node:crypto';",
  },
  { name: 'a build script', path: 'conditions/generate-y8.ts', code: from('node:fs') },
  { name: 'a comment', path: 'domain/y9.ts', code: "// import { a } from '../cli/a.js';" },
];

test.each(forbidden)('forbidden: $name', ({ path, code }) => {
  expect(violations(path, code)).toHaveLength(1);
});

test.each(allowed)('allowed: $name', ({ path, code }) => {
  expect(violations(path, code)).toEqual([]);
});

describe('the linter', () => {
  let folder: string;
  let flagged: ReadonlySet<string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tuanthu-layers-'));
    const { vcs, ...config } = JSON.parse(await readFile(join(root, 'biome.json'), 'utf8'));
    await writeFile(join(folder, 'biome.json'), JSON.stringify(config));
    const cycle = [
      { path: 'domain/z1.ts', code: "import { b } from './z2.js';\nexport const a = () => b;" },
      { path: 'domain/z2.ts', code: "import { a } from './z1.js';\nexport const b = () => a;" },
    ];
    for (const { path, code } of [...forbidden, ...allowed, ...cycle]) {
      const place = join(folder, 'src', path);
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, `${code}\n`);
    }
    flagged = await lint(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each(forbidden.filter((each) => each.linter !== false))('says: $name', ({ path }) => {
    expect(flagged).toContain(path);
  });

  test.each(allowed)('is silent: $name', ({ path }) => {
    expect(flagged).not.toContain(path);
  });

  test('says: files that import each other', () => {
    expect(flagged).toContain('domain/z1.ts');
  });
});

/** Paths below src of the files in which the linter finds something wrong with imports. */
function lint(folder: string): Promise<ReadonlySet<string>> {
  const checked = [
    'style/noRestrictedImports',
    'style/noRestrictedGlobals',
    'suspicious/noImportCycles',
  ];
  const args = [
    'lint',
    '--reporter=github',
    '--max-diagnostics=none',
    ...checked.map((rule) => `--only=${rule}`),
    '.',
  ];
  return new Promise((resolve) => {
    execFile(join(root, 'node_modules/.bin/biome'), args, { cwd: folder }, (_error, stdout) => {
      const paths = [...stdout.matchAll(/^::error .*?file=([^,]*)/gm)].map(([, file = '']) => file);
      resolve(new Set(paths.map((file) => file.replaceAll('\\', '/').replace(/^.*\/src\//, ''))));
    });
  });
}
