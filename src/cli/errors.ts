import { CLIError, ExitError, ModuleLoadError } from '@oclif/core/errors';
import { AppError, type ExitCode, exitCode } from '../domain/diagnostic.js';
import { FileProblem } from '../domain/files.js';
import type { Language } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { formatMessage, text } from '../messages/format.js';
import { variable } from '../platform/environment.js';
import { write } from '../platform/output.js';
import { hasFlag } from './arguments.js';
import { type DiagnosticJson, diagnosticJson, diagnosticText, hintText } from './diagnostics.js';
import { languageOf } from './language.js';
import { safe, show, stylesFor } from './print.js';
import { usageError } from './usage-error.js';

/** What `--json` prints on standard output instead of a result when a command can't go on. */
export interface ErrorJson {
  readonly error: {
    /** Stable, for machines: the message's key in the catalogue. */
    readonly code: string;
    readonly message: string;
    /** The process's exit code. */
    readonly exit: ExitCode;
    readonly hints: readonly string[];
    readonly diagnostics: readonly DiagnosticJson[];
  };
}

/**
 * Says on the terminal, or as JSON when the arguments hold `--json`, why the program can't go on, and returns the exit
 * code: the error's own, or 1 for one that nobody expected. `argv` are the raw arguments.
 */
export async function reportFailure(error: unknown, argv: readonly string[]): Promise<ExitCode> {
  // How oclif and its plugins end early; what there was to say is said.
  if (error instanceof ExitError) return error.oclif.exit === 0 ? exitCode.ok : exitCode.usage;
  const language = languageOf(argv);
  const known = expected(error) ?? crash(error);
  if (hasFlag(argv, 'json')) {
    await write('stdout', `${JSON.stringify(errorJson(known, language), null, 2)}\n`);
  } else {
    await write('stderr', `${errorText(known, language)}\n`);
  }
  if (known.exit === exitCode.crash && variable('TUANTHU_DEBUG')) {
    await write('stderr', `${stackOf(error)}\n`);
  }
  return known.exit;
}

function errorJson(error: AppError, language: Language): ErrorJson {
  return {
    error: {
      code: error.code,
      message: formatMessage(error.report, language),
      exit: error.exit,
      hints: error.hints.map((hint) => formatMessage(hint, language)),
      diagnostics: error.diagnostics.map((each) => diagnosticJson(each, language)),
    },
  };
}

/** The error for a terminal: what happened, the located reasons as they were given, what to do. */
function errorText(error: AppError, language: Language): string {
  const styles = stylesFor('stderr');
  return [
    `${styles.bad(`${text('word.error', language)}:`)} ${show(error.report, language)}`,
    ...error.diagnostics.map((each) => `  ${diagnosticText(each, language, styles)}`),
    ...error.hints.map((hint) => hintText(show(hint, language), language)),
  ].join('\n');
}

/** The error as one of ours when it is an expected one; undefined for a bug. */
function expected(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (error instanceof FileProblem)
    return new AppError({ message: fileMessage(error), cause: error });
  if (error instanceof CLIError && !(error instanceof ModuleLoadError)) return usageError(error);
  if (isFullDisk(error)) {
    return new AppError({
      message: message('cli.cannot_write', { path: 'stdout', reason: String(error.code) }),
      hints: [message('cli.cannot_write.hint')],
      cause: error,
    });
  }
  return undefined;
}

function fileMessage({ path, reason }: FileProblem): ReturnType<typeof message> {
  // The limit is known only where the file was asked for.
  if (reason === 'too_large') return message('cli.file_too_large', { path });
  return message(`file.${reason}`, { path });
}

function isFullDisk(error: unknown): error is NodeJS.ErrnoException {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === 'write' && ['ENOSPC', 'EDQUOT', 'EIO', 'EFBIG'].includes(code ?? '');
}

function crash(error: unknown): AppError {
  const [name, detail] =
    error instanceof Error ? [error.name, error.message] : ['?', String(error)];
  return new AppError({
    message: message('cli.crash', { name, detail }),
    hints: [message('cli.crash.report'), message('cli.crash.debug')],
    exit: exitCode.crash,
    cause: error,
  });
}

function stackOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return stack.split('\n').map(safe).join('\n');
}
