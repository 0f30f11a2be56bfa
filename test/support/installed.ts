import { execFileSync } from 'node:child_process';

/** Whether a program of others runs here: `installed('qpdf', '--version')`. Never throws. */
export function installed(program: string, argument = '--version'): boolean {
  try {
    execFileSync(program, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
