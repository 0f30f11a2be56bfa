import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Assessment } from '../../src/audit/assessment.js';

/** The package's own folder, ending in a slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** How a process ended. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  /** Exit code; 128 when a signal or the time limit ended it. */
  readonly code: number;
  /** Milliseconds from start to end. */
  readonly took: number;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** A process that takes longer hangs: it is ended and counts as code 128. */
const timeLimit = 60_000;

/** The built program in a folder of its own, with nothing of the tester's settings; `remove` when done. */
export interface Program {
  /** Empty at first; also home and working directory. */
  readonly folder: string;
  run(args: readonly string[], options?: RunOptions): Promise<Ended>;
  remove(): Promise<void>;
}

export async function openProgram(name: string): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), `tuanthu-${name}-`));
  return {
    folder,
    run: (args, { env = {}, cwd = folder } = {}) =>
      new Promise((resolve) => {
        const started = Date.now();
        execFile(
          process.execPath,
          [join(root, 'dist/bin.js'), ...args],
          {
            cwd,
            env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: folder, ...env },
            maxBuffer: 64 * 1024 * 1024,
            timeout: timeLimit,
          },
          (error, stdout, stderr) =>
            resolve({
              stdout,
              stderr,
              code: error === null ? 0 : typeof error.code === 'number' ? error.code : 128,
              took: Date.now() - started,
            }),
        );
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The assessment that `--json` printed; texts of messages come beside their keys. */
export function assessmentOf({ stdout }: Ended): Assessment {
  return JSON.parse(stdout) as Assessment;
}
