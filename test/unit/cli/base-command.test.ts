import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { string } from '@oclif/core/args';
import { Config } from '@oclif/core/config';
import { boolean, string as stringFlag } from '@oclif/core/flags';
import { captureOutput } from '@oclif/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BaseCommand, type Invocation, type Outcome } from '../../../src/cli/base-command.js';
import { dateFlag, wholeNumberFlag } from '../../../src/cli/flags.js';
import { AppError, type Diagnostic } from '../../../src/domain/diagnostic.js';
import { message } from '../../../src/messages/catalogue.js';

const remark = (severity: Diagnostic['severity']): Diagnostic => ({
  code: 'file.missing',
  severity,
  message: message('file.missing', { path: severity }),
});

/** A command with every kind of flag that our messages know. */
class Sample extends BaseCommand<typeof Sample> {
  static override id = 'sample:run';
  static override args = {
    place: string({ required: true }),
    kind: string({ options: ['old', 'new'] }),
  };
  static override flags = {
    day: dateFlag(),
    count: wholeNumberFlag({ min: 0, max: 10 }),
    out: stringFlag({ char: 'o', exclusive: ['dry'] }),
    format: stringFlag({ options: ['csv', 'json'], multiple: true, dependsOn: ['out'] }),
    dry: boolean({ exclusive: ['out'] }),
  };

  protected async execute({ args, flags, language }: Invocation<typeof Sample>): Promise<Outcome> {
    return {
      result: { place: args.place, day: flags.day ?? null, count: flags.count ?? null },
      text: () => `${args.place} ${language}`,
      exit: 3,
      diagnostics: [remark('warning'), remark('info'), remark('error')],
    };
  }
}

class Strict extends BaseCommand<typeof Strict> {
  static override id = 'strict';
  static override flags = {
    key: stringFlag({ required: true }),
    one: boolean({ exactlyOne: ['one', 'two'] }),
    two: boolean({ exactlyOne: ['one', 'two'] }),
  };

  protected async execute(): Promise<Outcome> {
    return { result: null, text: () => Buffer.from('a'), exit: 0 };
  }
}

let folder: string;
let config: Config;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-command-'));
  const pjson = { name: 'sample', version: '0.0.0', oclif: { bin: 'sample' } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(pjson));
  config = await Config.load({ root: folder });
});
afterAll(() => rm(folder, { recursive: true }));

const commands = {
  sample: (words: string[]) => Sample.run(words, config),
  strict: (words: string[]) => Strict.run(words, config),
};

function run(command: keyof typeof commands, typed: string): ReturnType<typeof captureOutput> {
  return captureOutput(() => commands[command](typed.split(' ')), { testNodeEnv: 'production' });
}

describe('output', () => {
  test('text on standard output, remarks on standard error, the code as result', async () => {
    expect(await run('sample', 'here --lang en')).toEqual({
      result: 3,
      stdout: 'here en\n',
      stderr: 'Warning: File warning was not found.\nError: File error was not found.\n',
    });
  });

  test('--verbose adds remarks for the record, and JSON stays JSON', async () => {
    const { stdout, stderr } = await run('sample', 'here --json --verbose --count 0 --lang en');
    expect(JSON.parse(stdout)).toEqual({ place: 'here', day: null, count: 0 });
    expect(stdout).toBe('{\n  "place": "here",\n  "day": null,\n  "count": 0\n}\n');
    expect(stderr).toContain('Note: File info was not found.');
  });

  test('bytes go out as they are', async () => {
    expect((await run('strict', '--key k --one')).stdout).toBe('a');
  });
});

describe('wrong usage', () => {
  test.each([
    {
      typed: '--day 2026-01-01',
      key: 'cli.missing_argument',
      params: { argument: { vi: 'PLACE', en: 'PLACE' } },
    },
    { typed: 'here older', key: 'cli.bad_value', params: { found: 'older', allowed: 'old, new' } },
    { typed: 'here new more', key: 'cli.unexpected_argument', params: { argument: 'more' } },
    { typed: 'here --formt csv', key: 'cli.unknown_flag', params: { flag: '--formt' } },
    { typed: 'here -x', key: 'cli.unknown_flag', params: { flag: '-x' } },
    { typed: 'here --formt=csv', key: 'cli.unknown_flag', params: { flag: '--formt' } },
    { typed: 'here --day', key: 'cli.flag_needs_value', params: { flag: '--day' } },
    { typed: 'here -o --dry', key: 'cli.flag_needs_value', params: { flag: '--out' } },
    { typed: 'here --format', key: 'cli.flag_needs_value', params: { flag: '--format' } },
    { typed: 'here -o a --out b', key: 'cli.flag_twice', params: { flag: '--out' } },
    {
      typed: 'here -o a --format xml',
      key: 'cli.bad_value',
      params: { name: '--format', found: 'xml' },
    },
    {
      typed: 'here --format csv',
      key: 'cli.flag_needs',
      params: { flag: '--format', others: '--out' },
    },
    { typed: 'here --out a --dry', key: 'cli.flags_exclude', params: {} },
    { typed: 'here --dry=yes', key: 'cli.flag_takes_no_value', params: { flag: '--dry' } },
    {
      typed: 'here --day 31/12/2026',
      key: 'cli.bad_date',
      params: { flag: '--day', found: '31/12/2026' },
    },
    { typed: 'here --day 2026-02-30', key: 'cli.bad_date', params: { flag: '--day' } },
    { typed: 'here --count 11', key: 'cli.bad_number', params: { min: 0, max: 10 } },
    { typed: 'here --count 1e0', key: 'cli.bad_number', params: { found: '1e0' } },
    { typed: 'here --lang fr', key: 'cli.bad_value', params: { name: '--lang' } },
  ])('"$typed" is $key', async ({ typed, key, params }) => {
    const { error, stdout } = await run('sample', typed);
    expect(stdout).toBe('');
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: key, exit: 2, report: { params } });
  });

  test.each([
    { typed: '--one', key: 'cli.missing_flag' },
    { typed: '--key k', key: 'cli.missing_one_of' },
    { typed: '--key k --one --two', key: 'cli.flags_exclude' },
  ])('"$typed" is $key', async ({ typed, key }) => {
    expect((await run('strict', typed)).error).toMatchObject({ code: key, exit: 2 });
  });
});
