import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillChecklist } from '../support/fill-checklist.js';
import { root } from '../support/program.js';
import { expectShown } from '../support/shown-output.js';

// Every page of the guide is walked as its reader does: its commands in order, in one new folder, and what it shows compared
// with what they print.

const pages = [
  ['docs/can-bo-cntt.md', 'vi'],
  ['docs/it-officer.md', 'en'],
  ['docs/don-vi-tong-hop.md', 'vi'],
  ['docs/provincial-team.md', 'en'],
  ['docs/thiet-bi-dau-cuoi.md', 'vi'],
  ['docs/endpoints.md', 'en'],
  ['docs/bao-cao.md', 'vi'],
  ['docs/reports.md', 'en'],
] as const;

/** What an officer does between commands, the exit code when it isn't 0, a command, what it prints. */
const step =
  /<!-- fill: (?<file>\S+?)(?<slip> with a slip)? -->|<!-- exit: (?<exit>\d+) -->|```sh\ntuanthu (?<command>[^\n]+)\n```(?:\n\n```text\n(?<shown>[\s\S]+?)\n```)?/g;

describe.each(pages)('%s', (page, language) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tuanthu-guide-'));
    await symlink(join(root, 'examples'), join(folder, 'examples'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  let exit = 0;
  const steps = [...readFileSync(join(root, page), 'utf8').matchAll(step)].map(
    ({ groups = {} }) => groups,
  );

  test('has commands', () => {
    expect(steps.filter(({ command }) => command !== undefined).length).toBeGreaterThan(3);
  });

  test.each(steps.map((each) => [each['command'] ?? each['file'] ?? `exit ${each['exit']}`, each]))(
    '%s',
    async (_name, { file, slip, exit: code, command, shown }) => {
      if (file !== undefined) {
        await fillChecklist(join(folder, file), language, slip !== undefined);
        return;
      }
      if (code !== undefined) {
        exit = Number(code);
        return;
      }
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [join(root, 'dist/bin.js'), ...(command ?? '').split(' ')],
        { cwd: folder, encoding: 'utf8', env: { ...process.env, TUANTHU_LANG: language } },
      );
      expect({ status, stderr: status === exit ? '' : stderr }).toEqual({
        status: exit,
        stderr: '',
      });
      exit = 0;
      if (shown !== undefined) expectShown(shown, stdout + stderr);
    },
  );
});
