import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config } from '@oclif/core/config';
import { captureOutput } from '@oclif/test';
import Audit from '../../src/cli/commands/audit.js';
import { reportFailure } from '../../src/cli/errors.js';
import { asOf } from './workspace.js';

/** What a command said and how the program would end. */
export interface Said {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/**
 * Runs `tuanthu audit` in this process, failures put into words as the program's entry does: quicker than a process.
 * Not for use in parallel: it takes over the standard streams.
 */
export async function audit(args: readonly string[]): Promise<Said> {
  const argv = ['audit', ...args, ...(args.includes('--as-of') ? [] : ['--as-of', asOf])];
  const { result, stdout, stderr, error } = await captureOutput(
    async () => {
      try {
        return await Audit.run(argv.slice(1), await commandConfig());
      } catch (failure) {
        return await reportFailure(failure, argv);
      }
    },
    { testNodeEnv: 'production' },
  );
  if (error) throw error;
  return { stdout, stderr, code: Number(result) };
}

let loaded: Promise<Config> | undefined;

/** A package without commands: the class is given, nothing has to be found. */
function commandConfig(): Promise<Config> {
  loaded ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tuanthu-config-'));
    await writeFile(
      join(folder, 'package.json'),
      '{"name":"t","version":"0.0.0","oclif":{"bin":"t"}}',
    );
    const config = await Config.load({ root: folder });
    await rm(folder, { recursive: true });
    return config;
  })();
  return loaded;
}
