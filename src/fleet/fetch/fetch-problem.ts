import { type ExitCode, exitCode } from '../../domain/diagnostic.js';
import type { Message } from '../../domain/text.js';

/** Why a fetch didn't bring everything. */
export interface FetchProblem {
  readonly message: Message;
  readonly hints: readonly Message[];
  /** 2 when the person must change something (address, token, description); 4 when the console didn't give everything. */
  readonly exit: ExitCode;
}

/** The console's answer can't be used with this address, token or description: somebody must change one of them. */
export function wrongInput(message: Message, ...hints: readonly Message[]): FetchProblem {
  return { message, hints, exit: exitCode.usage };
}

/** The console gave less than all: what came is kept, nothing may be concluded from it. */
export function notWhole(message: Message, ...hints: readonly Message[]): FetchProblem {
  return { message, hints, exit: exitCode.inconclusive };
}
