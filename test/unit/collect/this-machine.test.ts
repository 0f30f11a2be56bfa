import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { thisMachine } from '../../../src/platform/machine.js';

const limits = { milliseconds: 500, outputBytes: 1000 };
const machine = thisMachine(limits);
const node = (script: string) => ({ tool: process.execPath, args: ['-e', script] });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-machine-'));
});
afterAll(() => rm(folder, { recursive: true }));

const windows = process.platform === 'win32';

test.each([
  { name: 'an answer', script: 'console.log(1)', result: { ok: true, stdout: '1\n' } },
  { name: 'an exit code', script: 'process.exit(3)', result: { ok: false, why: 'failed' } },
  { name: 'no end', script: 'setInterval(() => {}, 9)', result: { ok: false, why: 'timed_out' } },
  {
    name: 'too much',
    script: "console.log('x'.repeat(9999))",
    result: { ok: false, why: 'too_large' },
  },
  {
    name: 'a wish for rights',
    script: "console.error('you must be root'); process.exit(1)",
    result: { ok: false, why: 'no_permission' },
  },
])('$name', async ({ script, result }) => {
  const roomy = thisMachine({
    ...limits,
    milliseconds: script.includes('Interval') ? 500 : 20_000,
  });
  expect(await roomy.run(node(script))).toEqual(result);
});

test('an exit code that is an answer', async () => {
  const roomy = thisMachine({ ...limits, milliseconds: 20_000 });
  const command = { ...node("console.log('not running'); process.exit(252)"), answers: [252] };
  expect(await roomy.run(command)).toEqual({ ok: true, stdout: 'not running\n' });
});

test.each([
  { name: 'a tool that is nowhere', tool: 'tuanthu-no-such-tool' },
  { name: 'a path that is not there', tool: join(tmpdir(), 'tuanthu-no-such', 'tool') },
])('$name is missing', async ({ tool }) => {
  expect(await machine.run({ tool, args: [] })).toEqual({ ok: false, why: 'missing' });
});

test.skipIf(windows)(
  'a tool that may not be run needs rights (Windows has no such mode)',
  async () => {
    const tool = join(folder, 'tool');
    await writeFile(tool, '#!/bin/sh\n');
    await chmod(tool, 0o644);
    expect(await machine.run({ tool, args: [] })).toEqual({ ok: false, why: 'no_permission' });
  },
);

test.skipIf(windows)(
  'commands speak the same language everywhere (needs a shell tool of POSIX)',
  async () => {
    const roomy = thisMachine({ ...limits, milliseconds: 20_000 });
    const result = await roomy.run(node('console.log(process.env.LC_ALL, process.env.LANGUAGE)'));
    expect(result).toEqual({ ok: true, stdout: 'C C\n' });
  },
);

test('names of processes are names: no blanks of arguments, no paths', async () => {
  const names = await machine.processNames();
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => name.includes('/') || name.includes(' -e '))).toEqual([]);
});
