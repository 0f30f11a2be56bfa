import { type ExitCode, exitCode } from '../domain/diagnostic.js';

/** Worst first, DESIGN "Command line": integrity, invalid input, target not met, not conclusive. */
const worstFirst = [
  exitCode.integrity,
  exitCode.usage,
  exitCode.notMet,
  exitCode.inconclusive,
] as const;

/** The one code for several findings; 0 for none. `noFail` (flag `--no-fail`) turns 3 and 4, and nothing else, into 0. */
export function combineExits(codes: readonly ExitCode[], noFail = false): ExitCode {
  const worst = worstFirst.find((code) => codes.includes(code)) ?? exitCode.ok;
  const forgivable = worst === exitCode.notMet || worst === exitCode.inconclusive;
  return noFail && forgivable ? exitCode.ok : worst;
}
