import { Command } from '@oclif/core/command';
import { CLIError, ExitError } from '@oclif/core/errors';
import type { InferredArgs, InferredFlags } from '@oclif/core/interfaces';
import type { Diagnostic, ExitCode } from '../domain/diagnostic.js';
import type { Language } from '../domain/text.js';
import { write } from '../platform/output.js';
import { diagnosticText } from './diagnostics.js';
import { commonFlags } from './flags.js';
import { languageOf } from './language.js';
import { stylesFor } from './print.js';
import { createProgress, type Progress } from './progress.js';
import { type CommandLineShape, usageError, valueOfSwitch } from './usage-error.js';

/** What a command is given: its parsed flags and arguments, the language to speak, a place to show progress. */
export interface Invocation<T extends typeof Command> {
  readonly flags: InferredFlags<typeof commonFlags & T['flags']>;
  readonly args: InferredArgs<T['args']>;
  readonly language: Language;
  readonly progress: Progress;
}

/** What a command found out. Printing it is the base command's work. */
export interface Outcome {
  /** For `--json`: plain data, printed with two blanks of indent. */
  readonly result: unknown;
  /** For people, on standard output; bytes go out as they are. A text's last line break is added when it is missing. */
  readonly text: () => string | Uint8Array;
  readonly exit: ExitCode;
  /** Remarks for the person, on the error stream in this order; those of severity `info` only with `--verbose`. */
  readonly diagnostics?: readonly Diagnostic[];
}

/**
 * The base of every command. A command declares its static texts, flags and args, and implements `execute`, which
 * neither prints nor sets an exit code; it throws `AppError` when it can't go on.
 */
export abstract class BaseCommand<T extends typeof Command> extends Command {
  static override baseFlags = commonFlags;

  protected abstract execute(invocation: Invocation<T>): Promise<Outcome>;

  /** Parses, executes, prints. Returns the exit code, which the program's entry sets. */
  override async run(): Promise<ExitCode> {
    const language = languageOf(this.argv);
    const problem = valueOfSwitch(this.shape());
    if (problem) throw problem;
    const { flags, args } = await this.parse({
      flags: this.ctor.flags,
      baseFlags: commonFlags,
      args: withoutStdin(this.ctor.args),
      strict: this.ctor.strict,
    });
    const progress = createProgress(language);
    let outcome: Outcome;
    try {
      outcome = await this.execute({ flags, args, language, progress } as Invocation<T>);
    } finally {
      progress.stop();
    }
    await printDiagnostics(outcome.diagnostics ?? [], language, flags['verbose'] === true);
    await write('stdout', flags['json'] ? json(outcome.result) : endLine(outcome.text()));
    return outcome.exit;
  }

  /** Puts oclif's complaints into our words, while the command's flags are at hand; the program's entry prints them. */
  protected override async catch(error: Error): Promise<never> {
    if (!(error instanceof CLIError) || error instanceof ExitError) throw error;
    throw usageError(error, this.shape());
  }

  private shape(): CommandLineShape {
    const { flags, args } = this.ctor;
    return { id: this.id ?? '', argv: this.argv, flags: { ...commonFlags, ...flags }, args };
  }
}

/** oclif would fill an argument left out with whatever waits on standard input: in a pipeline that is a wrong audit. */
function withoutStdin(args: typeof Command.args): typeof Command.args {
  return Object.fromEntries(
    Object.entries(args).map(([name, arg]) => [name, { ...arg, ignoreStdin: true }]),
  );
}

async function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  language: Language,
  verbose: boolean,
): Promise<void> {
  const styles = stylesFor('stderr');
  const lines = diagnostics
    .filter(({ severity }) => verbose || severity !== 'info')
    .map((each) => `${diagnosticText(each, language, styles)}\n`);
  if (lines.length > 0) await write('stderr', lines.join(''));
}

function json(result: unknown): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

function endLine(data: string | Uint8Array): string | Uint8Array {
  return typeof data !== 'string' || data === '' || data.endsWith('\n') ? data : `${data}\n`;
}
