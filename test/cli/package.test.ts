import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The package as people install it: packed, unpacked into an empty folder, and run there. Beside it lie only the packages
// that it declares, taken from this checkout, so that nothing is downloaded and nothing undeclared is found.

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const large = 64 * 1024 * 1024;

interface Manifest {
  readonly version: string;
  readonly bin: { readonly tuanthu: string };
  readonly dependencies: Readonly<Record<string, string>>;
}

let folder: string;
let files: readonly string[];
let manifest: Manifest;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-package-'));
  const { tarball, paths } = await pack(folder);
  files = paths;
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, 'tuanthu'), { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', join(modules, 'tuanthu'), '--strip-components=1']);
  manifest = JSON.parse(await readFile(join(modules, 'tuanthu/package.json'), 'utf8'));
  for (const name of Object.keys(manifest.dependencies)) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(root, 'node_modules', name), join(modules, name));
  }
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
});
afterAll(() => rm(folder, { recursive: true }));

/** Packs the checkout as it is built; returns the archive and the paths in it. */
async function pack(destination: string) {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', destination];
  const { stdout } = await run('npm', args, { cwd: root, maxBuffer: large });
  const [packed] = Object.values(JSON.parse(stdout)) as {
    readonly filename: string;
    readonly files: readonly { readonly path: string }[];
  }[];
  const paths = (packed?.files ?? []).map(({ path }) => path);
  return { tarball: join(destination, packed?.filename ?? ''), paths };
}

/** Paths of the files below a folder of the checkout, as the package names them. */
async function below(top: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, top), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function tuanthu(...args: readonly string[]) {
  const program = join(folder, 'node_modules/tuanthu', manifest.bin.tuanthu);
  const environment = { PATH: process.env['PATH'] ?? '', HOME: folder };
  return run(process.execPath, [program, ...args], {
    cwd: folder,
    env: environment,
    maxBuffer: large,
  });
}

describe('what is in the package', () => {
  test.each([
    'LICENSE',
    'NOTICE',
    'README.md',
    'oclif.manifest.json',
    'package.json',
    'dist/bin.js',
    'dist/index.js',
    'dist/index.d.ts',
    'dist/cli/commands/audit.js',
    'rules/packs/vn-2026/pack.yaml',
    'rules/sources/normalised.yaml',
    'rules/catalogues/os-eol.yaml',
    'schemas/inventory.schema.json',
    'dist/web/report.html',
  ])('%s', (path) => {
    expect(files).toContain(path);
  });

  test('nothing but the program, its data and its papers', () => {
    const expected =
      /^(?:dist\/.+\.js|dist\/.+\.d\.ts|dist\/web\/report\.html|rules\/.+\.(?:yaml|md)|schemas\/[\w-]+\.schema\.json|oclif\.manifest\.json|package\.json|README(?:\.vi)?\.md|LICENSE|NOTICE)$/;
    expect(files.filter((path) => !expected.test(path))).toEqual([]);
  });

  test('no tests, no fixtures, no maps, no build scripts', () => {
    const unwanted = /\.test\.|(?:^|\/)(?:tests?|fixtures)\/|\.map$|\/generate-/;
    expect(files.filter((path) => unwanted.test(path))).toEqual([]);
  });

  test('every rule and every schema', async () => {
    expect(await below('rules')).not.toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining([...(await below('rules')), ...(await below('schemas'))]),
    );
  });

  test('no module whose source is gone', async () => {
    const compiled = files.filter((path) => path.endsWith('.js'));
    const sources = compiled.map((path) => path.replace(/^dist/, 'src').replace(/js$/, 'ts'));
    expect(await below('src')).toEqual(expect.arrayContaining(sources));
  });
});

describe('the program, installed', () => {
  test('starts by itself: the first line names its interpreter', async () => {
    const program = join(folder, 'node_modules/tuanthu', manifest.bin.tuanthu);
    expect(await readFile(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test('tells its version', async () => {
    const { stdout, stderr } = await tuanthu('--version');
    expect(stdout).toContain(`tuanthu/${manifest.version} `);
    expect(stderr).toBe('');
  });

  test('finds its schemas', async () => {
    const { stdout } = await tuanthu('schema');
    expect(stdout.split('\n')).toContain('inventory');
  });

  test('audits the example', async () => {
    await cp(join(root, 'examples/lang-son'), join(folder, 'lang-son'), { recursive: true });
    const args = ['audit', 'lang-son', '--as-of', '2026-11-24', '--no-fail', '--json'];
    const { stdout } = await tuanthu(...args);
    expect(JSON.parse(stdout)).toMatchObject({ as_of: '2026-11-24' });
  });
});

test('the library can be imported by name', async () => {
  const code =
    "import { bundled, listPacks } from 'tuanthu'; console.log(await listPacks(bundled, 'rules/packs'));";
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: folder,
  });
  expect(stdout).toContain('vn-2026');
});

describe('package-lock.json', () => {
  interface Locked {
    readonly resolved?: string;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }
  let locked: Readonly<Record<string, Locked>>;

  beforeAll(async () => {
    ({ packages: locked } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')));
  });

  test('binds nobody to one registry', () => {
    expect(Object.keys(locked).filter((path) => locked[path]?.resolved !== undefined)).toEqual([]);
  });

  // `npm ci` refuses a lock that lacks one. npm leaves them out when it updates a lock beside an installed tree: remove
  // node_modules and package-lock.json, then install again.
  test('names the optional packages for every platform', () => {
    const names = Object.values(locked).flatMap((each) =>
      Object.keys(each.optionalDependencies ?? {}),
    );
    expect(names.filter((name) => !Object.hasOwn(locked, `node_modules/${name}`))).toEqual([]);
  });
});
