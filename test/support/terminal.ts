import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './program.js';

/** Why programs can't be run in a terminal on this machine; undefined when they can. */
export const noTerminal: string | undefined =
  process.platform === 'win32'
    ? 'Windows has no pseudo-terminal for Python'
    : spawnSync('python3', ['-c', 'import pty, os; os.waitstatus_to_exitcode']).status === 0
      ? undefined
      : 'python3 (3.9 or later), which makes the pseudo-terminal, is missing';

/** Keys as a terminal sends them. */
export const keys = {
  enter: '\r',
  up: '\u001b[A',
  down: '\u001b[B',
  space: ' ',
  interrupt: '\u0003',
  endOfInput: '\u0004',
} as const;

/** The built program in a terminal of 100 columns. */
export interface Terminal {
  /** Waits until something is shown behind what was awaited before. Rejects with the screen's text when it isn't. */
  awaits(text: string): Promise<void>;
  types(...typed: readonly string[]): void;
  /** Everything shown so far, without colours and movements of the cursor. */
  shown(): string;
  /** The exit code; 128 when the program hung. */
  readonly ended: Promise<number>;
}

/** Nothing that is shown takes longer, unless the program hangs. */
const patience = 20_000;

export function openTerminal(
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Terminal {
  const child = spawn(
    'python3',
    [join(root, 'test/support/terminal.py'), process.execPath, join(root, 'dist/bin.js'), ...args],
    { cwd, env: { PATH: process.env['PATH'] ?? '', HOME: cwd, TERM: 'xterm', ...env } },
  );
  let output = '';
  let awaited = 0;
  const listeners = new Set<() => void>();
  const wake = (): void => {
    for (const listener of [...listeners]) listener();
  };
  let running = true;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    wake();
  });
  // Typing to a program that has ended is no fault of the test's machinery.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number>((resolve) => {
    const kill = setTimeout(() => child.kill('SIGKILL'), 3 * patience);
    child.on('close', (code) => {
      clearTimeout(kill);
      running = false;
      wake();
      resolve(code ?? 128);
    });
  });
  const shown = (): string => stripVTControlCharacters(output).replaceAll('\r', '');
  return {
    ended,
    shown,
    types: (...typed) => child.stdin.write(typed.join('')),
    awaits: (text) =>
      new Promise((resolve, reject) => {
        const finish = (error?: Error): void => {
          listeners.delete(look);
          clearTimeout(timer);
          if (error) reject(error);
          else resolve();
        };
        const look = (): void => {
          const place = shown().indexOf(text, awaited);
          if (place >= 0) {
            awaited = place + text.length;
            finish();
          } else if (!running) finish(new Error(`ended without "${text}":\n${shown()}`));
        };
        const timer = setTimeout(
          () => finish(new Error(`not shown: "${text}"\n${shown()}`)),
          patience,
        );
        listeners.add(look);
        look();
      }),
  };
}
