import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The built program as a process: standard output, standard error and exit code, each by itself.

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-shell-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** Runs outside the package, with a home of its own and nothing of the tester's settings. */
function environment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: folder, ...extra };
}

function tuanthu(
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
  program = join(root, 'dist/bin.js'),
): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...args],
      { cwd: folder, env: environment(extra), maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ stdout, stderr, code: Number(error?.code ?? 0) }),
    );
  });
}

/** A package of its own in the test's folder, without schemas; returns its program. */
async function copyOfPackage(name: string): Promise<string> {
  const place = join(folder, name);
  await mkdir(place);
  for (const part of ['dist', 'package.json', 'oclif.manifest.json']) {
    await cp(join(root, part), join(place, part), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(place, 'node_modules'));
  return join(place, 'dist/bin.js');
}

interface Help {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly says: readonly string[];
  readonly never: readonly string[];
}

const english = ['USAGE', 'COMMANDS', 'OPTIONS', 'EXAMPLES', 'Show this help', 'one of:'];
const vietnamese = ['CÁCH DÙNG', 'LỆNH', 'TÙY CHỌN', 'VÍ DỤ', 'Xem hướng dẫn', 'một trong:'];

const helps: readonly Help[] = [
  { name: 'no arguments', args: [], says: ['CÁCH DÙNG', 'MÃ THOÁT', 'schema'], never: english },
  { name: '--help', args: ['--help'], says: ['LỆNH', 'autocomplete bash'], never: english },
  { name: '-h', args: ['-h'], says: ['LỆNH'], never: english },
  { name: 'the word help', args: ['help'], says: ['LỆNH'], never: english },
  { name: 'English', args: ['--lang', 'en'], says: ['EXIT CODES', 'COMMANDS'], never: vietnamese },
  { name: 'English behind', args: ['--help', '--lang=en'], says: ['USAGE'], never: vietnamese },
  {
    name: 'English by variable',
    args: [],
    env: { TUANTHU_LANG: 'en' },
    says: ['USAGE'],
    never: vietnamese,
  },
  {
    name: 'flag over variable',
    args: ['--lang', 'vi'],
    env: { TUANTHU_LANG: 'en' },
    says: ['LỆNH'],
    never: english,
  },
  {
    name: 'of a command',
    args: ['schema', '--help'],
    says: ['$ tuanthu schema [TÊN]', 'VÍ DỤ'],
    never: english,
  },
  {
    name: 'of a command, by word',
    args: ['help', 'schema'],
    says: ['$ tuanthu schema [TÊN]'],
    never: english,
  },
  {
    name: 'of a command in English',
    args: ['schema', '--help', '--lang', 'en'],
    says: ['[NAME]', 'EXAMPLES'],
    never: vietnamese,
  },
  {
    name: 'language before the command',
    args: ['--lang', 'en', 'schema', '-h'],
    says: ['[NAME]'],
    never: vietnamese,
  },
  {
    name: 'of the completion plugin',
    args: ['autocomplete', '--help'],
    says: ['--refresh-cache', 'một trong: zsh'],
    never: english,
  },
  {
    name: 'of the plugin in English',
    args: ['autocomplete', '-h', '--lang', 'en'],
    says: ['one of: zsh'],
    never: vietnamese,
  },
];

describe('help', () => {
  test.each(helps)('$name', async ({ args, env, says, never }) => {
    const { stdout, stderr, code } = await tuanthu(args, env);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    for (const text of says) expect(stdout).toContain(text);
    for (const text of never) expect(stdout).not.toContain(text);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('hides the commands that completion uses itself', async () => {
    const { stdout } = await tuanthu(['autocomplete', '--help']);
    expect(stdout).not.toMatch(/autocomplete (create|script)/);
  });
});

describe('a group of commands', () => {
  let program: string;

  // Two commands that exist in the manifest only, so that the test doesn't hang on which groups there are.
  beforeAll(async () => {
    program = await copyOfPackage('grouped');
    const path = join(folder, 'grouped/oclif.manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    for (const verb of ['plant', 'water']) {
      const id = `garden:${verb}`;
      manifest.commands[id] = { ...manifest.commands.schema, id, summary: `Frozen ${verb}` };
    }
    await writeFile(path, JSON.stringify(manifest));
  });

  test.each([
    [['garden']],
    [['garden', '--help']],
    [['help', 'garden']],
    [['garden', '--lang=vi']],
  ])('%j shows its commands', async (args) => {
    const { stdout, stderr, code } = await tuanthu(args, {}, program);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toContain('$ tuanthu garden <lệnh>');
    expect(stdout).toMatch(/garden plant +Frozen plant\n +garden water +Frozen water/);
  });

  test('stands in the root help once', async () => {
    const { stdout } = await tuanthu([], {}, program);
    expect(stdout.match(/garden/g)).toHaveLength(1);
  });

  test.each([
    {
      name: 'mistyped command',
      args: ['garden', 'watr'],
      says: ['«garden watr»', '«garden water»'],
    },
    {
      name: 'unknown command',
      args: ['garden', 'zzzz'],
      says: ['«garden zzzz»', 'tuanthu garden --help'],
    },
    { name: 'unknown command, help', args: ['garden', 'zzzz', '-h'], says: ['«garden zzzz»'] },
    { name: 'mistyped group', args: ['gardn', 'water'], says: ['«gardn»', '«garden»'] },
    { name: 'unknown flag', args: ['garden', '--jsn'], says: ['--jsn', '«--json»'] },
  ])('$name ends with 2', async ({ args, says }) => {
    const { stdout, stderr, code } = await tuanthu(args, {}, program);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    for (const text of says) expect(stderr).toContain(text);
  });
});

interface Mistake {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly key: string;
  readonly says: readonly string[];
}

const mistakes: readonly Mistake[] = [
  {
    name: 'unknown command',
    args: ['zzzz'],
    key: 'cli.unknown_command',
    says: ['Không có lệnh «zzzz»', 'tuanthu --help'],
  },
  {
    name: 'mistyped command',
    args: ['shcema', 'pack'],
    key: 'cli.unknown_command',
    says: ['«shcema»', 'Có phải ý bạn là «schema»?'],
  },
  {
    name: 'in English',
    args: ['shcema', '--lang', 'en'],
    key: 'cli.unknown_command',
    says: ['Error: There is no command "shcema"', 'Did you mean "schema"?'],
  },
  {
    name: 'in English by variable',
    args: ['zzzz'],
    env: { TUANTHU_LANG: 'en' },
    key: 'cli.unknown_command',
    says: ['Error: There is no command'],
  },
  {
    name: 'help on an unknown command',
    args: ['shcema', '--help'],
    key: 'cli.unknown_command',
    says: ['«schema»'],
  },
  {
    name: 'unknown flag',
    args: ['schema', '--zzzz'],
    key: 'cli.unknown_flag',
    says: ['--zzzz', '--verbose', 'tuanthu schema --help'],
  },
  {
    name: 'mistyped flag',
    args: ['schema', '--verbos'],
    key: 'cli.unknown_flag',
    says: ['--verbos.', '«--verbose»'],
  },
  {
    name: 'unknown flag without a command',
    args: ['--jsn'],
    key: 'cli.unknown_flag',
    says: ['«--json»'],
  },
  {
    name: 'unknown flag beside --help',
    args: ['--help', '--jsn'],
    key: 'cli.unknown_flag',
    says: ['«--json»'],
  },
  {
    name: 'unknown flag of the plugin',
    args: ['autocomplete', '--refresh-cash'],
    key: 'cli.unknown_flag',
    says: ['«--refresh-cache»'],
  },
  {
    name: 'one argument too many',
    args: ['schema', 'pack', 'more'],
    key: 'cli.unexpected_argument',
    says: ['«more»'],
  },
  {
    name: 'value for a switch',
    args: ['schema', '--verbose=1'],
    key: 'cli.flag_takes_no_value',
    says: ['--verbose'],
  },
  {
    name: 'unknown language',
    args: ['schema', '--lang', 'fr'],
    key: 'cli.bad_value',
    says: ['--lang', '«fr»', 'vi, en'],
  },
  {
    name: 'unknown language for help',
    args: ['--help', '--lang=fr'],
    key: 'cli.bad_value',
    says: ['«fr»'],
  },
  {
    name: 'unknown language by variable',
    args: ['schema'],
    env: { TUANTHU_LANG: 'fr' },
    key: 'cli.bad_value',
    says: ['TUANTHU_LANG', '«fr»'],
  },
  {
    name: 'language without value',
    args: ['schema', '--lang'],
    key: 'cli.flag_needs_value',
    says: ['--lang', 'vi, en'],
  },
  {
    name: 'language twice',
    args: ['schema', '--lang', 'vi', '--lang', 'vi'],
    key: 'cli.flag_twice',
    says: ['--lang'],
  },
  {
    name: 'mistyped schema',
    args: ['schema', 'invntory'],
    key: 'cli.unknown_schema',
    says: ['«invntory»', '«inventory»'],
  },
  {
    name: 'unknown schema',
    args: ['schema', 'zzzz'],
    key: 'cli.unknown_schema',
    says: ['«zzzz»', 'inventory, '],
  },
  {
    name: 'path as schema',
    args: ['schema', '../package'],
    key: 'cli.unknown_schema',
    says: ['«../package»'],
  },
  {
    name: 'hostile characters',
    args: ['schema', 'x\u001b[31m\u202e\n'],
    key: 'cli.unknown_schema',
    says: ['«x\\u{1b}[31m\\u{202e}\\u{a}»'],
  },
];

describe('wrong usage ends with 2 and a message', () => {
  test.each(mistakes)('$name', async ({ args, env, says }) => {
    const { stdout, stderr, code } = await tuanthu(args, env);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    for (const text of says) expect(stderr).toContain(text);
    expect(stderr).not.toContain('    at ');
  });

  test.each(mistakes)('$name, as JSON', async ({ args, env, key }) => {
    const { stdout, stderr, code } = await tuanthu(['--json', ...args], env);
    expect({ stderr, code }).toEqual({ stderr: '', code: 2 });
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: key,
        message: expect.stringMatching(/./),
        exit: 2,
        hints: expect.any(Array),
        diagnostics: [],
      },
    });
  });
});

describe('schema', () => {
  test('lists the names, one a line', async () => {
    const { stdout, stderr, code } = await tuanthu(['schema']);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout.trimEnd().split('\n')).toContain('inventory');
  });

  test('gives the same names as JSON', async () => {
    const [text, json] = await Promise.all([tuanthu(['schema']), tuanthu(['schema', '--json'])]);
    expect(JSON.parse(json.stdout)).toEqual(text.stdout.trimEnd().split('\n'));
  });

  test.each([[['inventory']], [['inventory', '--json']], [['--verbose', '--json', 'inventory']]])(
    '%j is JSON on standard output alone',
    async (args) => {
      const { stdout, stderr, code } = await tuanthu(['schema', ...args]);
      expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
      expect(JSON.parse(stdout)).toMatchObject({ $id: 'inventory.schema.json' });
    },
  );

  test('does not take an argument from standard input', async () => {
    const child = spawn(process.execPath, [join(root, 'dist/bin.js'), 'schema'], {
      env: environment(),
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.end('inventory\n');
    const [output] = await Promise.all([child.stdout.toArray(), once(child, 'close')]);
    expect(Buffer.concat(output).toString()).toMatch(/^agencies\n/);
  });
});

describe('the process', () => {
  test('--version', async () => {
    const { stdout, stderr, code } = await tuanthu(['--version']);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toMatch(/^tuanthu\/\d+\.\d+\.\d+ /);
  });

  test('a reader that goes away ends it quietly', async () => {
    const child = spawn(process.execPath, [join(root, 'dist/bin.js'), 'schema', 'inventory'], {
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    const [errors, [code, signal]] = await Promise.all([
      child.stderr.toArray(),
      once(child, 'close'),
    ]);
    expect({ errors: Buffer.concat(errors).toString(), code, signal }).toEqual({
      errors: '',
      code: 0,
      signal: null,
    });
  });

  test('colour only where it is asked for or on a terminal', async () => {
    const colour = '\u001b[';
    expect((await tuanthu(['zzzz'])).stderr).not.toContain(colour);
    expect((await tuanthu(['zzzz'], { FORCE_COLOR: '1' })).stderr).toContain(colour);
    expect((await tuanthu([], { FORCE_COLOR: '1' })).stdout).toContain(colour);
    const both = await tuanthu(['zzzz'], { FORCE_COLOR: '1', NO_COLOR: '1' });
    expect(both.stderr).not.toContain(colour);
  });

  describe('a bug', () => {
    let broken: string;

    // The package without its schemas: nothing that a person typed explains that.
    beforeAll(async () => {
      broken = await copyOfPackage('broken');
    });

    test('ends with 1 and says that it is the program’s fault', async () => {
      const { stdout, stderr, code } = await tuanthu(['schema'], {}, broken);
      expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
      expect(stderr).toContain('lỗi ngoài dự kiến: Error: the schemas folder');
      expect(stderr).toContain('TUANTHU_DEBUG=1');
      expect(stderr).not.toContain('    at ');
    });

    test('shows the stack on request', async () => {
      const { stderr, code } = await tuanthu(['schema'], { TUANTHU_DEBUG: '1' }, broken);
      expect(code).toBe(1);
      expect(stderr).toContain('    at ');
    });

    test('is JSON too', async () => {
      const { stdout, code } = await tuanthu(['schema', '--json', '--lang', 'en'], {}, broken);
      expect(code).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'cli.crash', exit: 1 } });
    });
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s cleans up and ends with 130', async (signal) => {
    const marker = join(folder, `temporary-${signal}`);
    const module = JSON.stringify(join(root, 'dist/platform/signals.js'));
    const script = `
      import { writeFileSync, rmSync } from 'node:fs';
      import { onInterrupt } from ${module};
      const marker = ${JSON.stringify(marker)};
      onInterrupt(() => rmSync(marker));
      writeFileSync(marker, '');
      setInterval(() => {}, 1000);
      process.stdout.write('ready');`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill(signal);
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
    await expect(stat(marker)).rejects.toThrow('ENOENT');
  });
});

describe('completion', () => {
  test('the script for bash completes commands and flags', async () => {
    const made = await tuanthu(['autocomplete', 'bash']);
    expect(made.code).toBe(0);
    const script = `
      eval "$("$NODE" "$PROGRAM" autocomplete script bash)"
      for line in "tuanthu sch" "tuanthu schema --l"; do
        COMP_WORDS=($line); COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 )); COMPREPLY=()
        _tuanthu_autocomplete; echo "\${COMPREPLY[*]}"
      done`;
    const env = environment({ NODE: process.execPath, PROGRAM: join(root, 'dist/bin.js') });
    const output = await new Promise((resolve) => {
      execFile('bash', ['-c', script], { env }, (_error, stdout) => resolve(stdout));
    });
    expect(output).toBe('schema\n--lang\n');
  });

  test.runIf(process.platform === 'linux')('PowerShell gets a script marked as UTF-8', async () => {
    await tuanthu(['autocomplete', 'powershell']);
    const cache = join(folder, '.cache/tuanthu/autocomplete');
    const script = await readFile(join(cache, 'functions/powershell/tuanthu.ps1'));
    expect([...script.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});
