import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config } from '@oclif/core/config';
import { captureOutput } from '@oclif/test';
import { AppError } from '../../src/domain/diagnostic.js';

/** A command class, as far as running it is concerned. */
interface Runnable {
  run(words: string[], config: Config): Promise<unknown>;
}

/** What a command did: its exit code, or that of the error with which it gave up, and what it wrote. */
export interface Ran {
  readonly exit: unknown;
  readonly stdout: string;
  readonly stderr: string;
  readonly error?: AppError;
}

/** Runs a command class from the sources, in English unless the words say otherwise. */
export async function runCommand(command: Runnable, ...words: readonly string[]): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'tuanthu-command-'));
  try {
    const pjson = '{"name":"t","version":"0.0.0","oclif":{"bin":"t"}}';
    await writeFile(join(folder, 'package.json'), pjson);
    const config = await Config.load({ root: folder });
    const all = words.includes('--lang') ? [...words] : [...words, '--lang', 'en'];
    const { result, stdout, stderr, error } = await captureOutput(
      async () => command.run(all, config),
      { testNodeEnv: 'production' },
    );
    if (!error) return { exit: result, stdout, stderr };
    if (error instanceof AppError) return { exit: error.exit, stdout, stderr, error };
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs a command with `--json` and parses what it printed. */
export async function runJson(command: Runnable, ...words: readonly string[]) {
  const { stdout, ...ran } = await runCommand(command, ...words, '--json');
  return { ...ran, json: JSON.parse(stdout) };
}
