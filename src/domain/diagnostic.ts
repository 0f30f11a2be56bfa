import type { Message } from './text.js';

/** `error`: the file or the record can't be used. `warning`: used, but a person must look. `info`: said for the record. */
export type DiagnosticSeverity = 'error' | 'warning' | 'info';

/**
 * One located remark on what somebody handed in or wrote. Expected problems of input are values of this type,
 * collected and all shown; exceptions are for what can't go on.
 */
export interface Diagnostic {
  /** Stable, for machines and for tests: `<area>.<problem>`, the same as the message's key. */
  readonly code: string;
  readonly severity: DiagnosticSeverity;
  /** What was found and what was expected. */
  readonly message: Message;
  /** What to do next. */
  readonly hint?: Message;
  /** Path as the user knows it, relative to the workspace where there is one; forward slashes. */
  readonly file?: string;
  /** 1-based; `line` of a text file, or record number in a table's file. */
  readonly line?: number;
  readonly column?: number;
  /** JSON Pointer into the document, where it has structure. */
  readonly pointer?: string;
}

/** Exit codes of the command line, DESIGN "Command line". 1 is left to crashes: no meaning of ours uses it. */
export const exitCode = {
  ok: 0,
  crash: 1,
  usage: 2,
  notMet: 3,
  inconclusive: 4,
  integrity: 5,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/**
 * "Cannot go on", with everything that the person needs: thrown by any layer, shown once by the command line.
 * `diagnostics` are the located reasons when there are several.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: string;
  readonly report: Message;
  readonly hints: readonly Message[];
  readonly exit: ExitCode;
  readonly diagnostics: readonly Diagnostic[];

  constructor(options: {
    message: Message;
    hints?: readonly Message[];
    exit?: ExitCode;
    diagnostics?: readonly Diagnostic[];
    cause?: unknown;
  }) {
    super(options.message.key, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.message.key;
    this.report = options.message;
    this.hints = options.hints ?? [];
    this.exit = options.exit ?? exitCode.usage;
    this.diagnostics = options.diagnostics ?? [];
  }
}
