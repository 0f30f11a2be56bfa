import type { CLIError } from '@oclif/core/errors';
import { AppError } from '../domain/diagnostic.js';
import type { Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { argumentLabel, findHelpText, typedCommand } from './help-text.js';
import { suggest } from './suggest.js';

/** What the parser knows of a flag, as far as our messages need it. */
interface FlagShape {
  readonly type: 'boolean' | 'option';
  readonly char?: string;
  readonly aliases?: readonly string[];
  readonly multiple?: boolean;
  readonly options?: readonly string[];
  readonly required?: boolean;
  readonly hidden?: boolean;
  readonly exclusive?: readonly string[];
  readonly dependsOn?: readonly string[];
  readonly exactlyOne?: readonly string[];
  readonly atLeastOne?: readonly string[];
}

interface ArgumentShape {
  readonly required?: boolean;
  readonly multiple?: boolean;
  readonly options?: readonly unknown[];
}

/** A command's declared flags and arguments, and what was typed after its name. */
export interface CommandLineShape {
  readonly id: string;
  readonly argv: readonly string[];
  readonly flags: Readonly<Record<string, FlagShape>>;
  readonly args: Readonly<Record<string, ArgumentShape>>;
}

/** What oclif found, on the errors that come after all words were read. */
interface ParserOutput {
  readonly argv: readonly unknown[];
  readonly args: Readonly<Record<string, unknown>>;
  readonly flags: Readonly<Record<string, unknown>>;
  readonly nonExistentFlags?: readonly string[];
}

interface Problem {
  readonly message: Message;
  readonly hint?: Message | undefined;
}

/**
 * oclif's complaint about a command line in our words. Its errors carry English sentences and seldom say which flag they
 * mean, so the reason is found again from the declared flags and arguments. `shape` may be left out when the error
 * brings its own. Never throws; a complaint not known here keeps oclif's sentence.
 */
export function usageError(error: CLIError, shape?: CommandLineShape): AppError {
  const { parse } = error as { parse?: { input?: CommandLineShape; output?: ParserOutput } };
  const input = shape ?? ownShape(parse?.input);
  const problem =
    (input && parse?.output && afterReading(input, parse.output)) ?? (input && whileReading(input));
  const help = message('cli.see_help', { command: `${typedCommand(input?.id ?? '')} --help` });
  return new AppError({
    message:
      problem?.message ?? message('cli.usage', { detail: error.message.split('\n')[0] ?? '' }),
    hints: problem?.hint ? [problem.hint, help] : [help],
    cause: error,
  });
}

/** The complaint about a flag that doesn't exist, with the likely one; `known` are names without dashes. */
export function unknownFlag(typed: string, known: readonly string[]): Problem {
  const flag = typed.split('=')[0] ?? typed;
  const near = flag.startsWith('--') ? suggest(flag.slice(2), known) : undefined;
  return {
    message: message('cli.unknown_flag', { flag }),
    hint:
      near === undefined
        ? message('cli.known_flags', { flags: dashed(known) })
        : message('cli.did_you_mean', { name: `--${near}` }),
  };
}

/**
 * The complaint about `--json=yes`: oclif would take such a value for the command's next argument without a word.
 * Undefined when no flag that takes no value has one.
 */
export function valueOfSwitch(input: CommandLineShape): AppError | undefined {
  const end = input.argv.indexOf('--');
  const words = end === -1 ? input.argv : input.argv.slice(0, end);
  const word = words.find(
    (each) => each.includes('=') && findFlag(each, input.flags)?.[1].type === 'boolean',
  );
  if (word === undefined) return undefined;
  const flag = word.split('=')[0] ?? word;
  return new AppError({ message: message('cli.flag_takes_no_value', { flag }) });
}

function ownShape(input: CommandLineShape | undefined): CommandLineShape | undefined {
  const { context } = (input ?? {}) as { context?: { id?: string } };
  return input && { ...input, id: context?.id ?? '' };
}

/** The first thing wrong with words that were all read: the same order as oclif's own check. */
function afterReading(input: CommandLineShape, output: ParserOutput): Problem | undefined {
  const unknown = output.nonExistentFlags?.[0];
  if (unknown !== undefined) return unknownFlag(unknown, knownFlags(input));
  const declared = Object.entries(input.args);
  const extra = declared.some(([, arg]) => arg.multiple) ? undefined : output.argv[declared.length];
  if (extra !== undefined) {
    return { message: message('cli.unexpected_argument', { argument: String(extra) }) };
  }
  const missing = declared.find(([name, arg]) => arg.required && output.args[name] === undefined);
  if (missing) return missingArgument(input.id, missing[0]);
  for (const [name, flag] of Object.entries(input.flags)) {
    const problem = flagRelation(name, flag, output.flags);
    if (problem) return problem;
  }
  return undefined;
}

function missingArgument(id: string, name: string): Problem {
  const argument = argumentLabel(id, name);
  const [vi, en] = [findHelpText(id, `arg.${name}`, 'vi'), findHelpText(id, `arg.${name}`, 'en')];
  return {
    message: message('cli.missing_argument', { argument }),
    hint: vi && en ? message('cli.argument_meaning', { argument, meaning: { vi, en } }) : undefined,
  };
}

function flagRelation(
  name: string,
  flag: FlagShape,
  given: ParserOutput['flags'],
): Problem | undefined {
  const present = (each: string): boolean => given[each] !== undefined;
  const own = `--${name}`;
  if (!present(name)) {
    if (flag.required) return { message: message('cli.missing_flag', { flag: own }) };
    const choices = flag.exactlyOne ?? flag.atLeastOne;
    if (!choices?.length || choices.some(present)) return undefined;
    return { message: message('cli.missing_one_of', { flags: dashed(choices) }) };
  }
  const rivals = [...(flag.exclusive ?? []), ...(flag.exactlyOne ?? [])];
  const rival = rivals.find((each) => each !== name && present(each));
  if (rival !== undefined) {
    return { message: message('cli.flags_exclude', { flag: own, other: `--${rival}` }) };
  }
  const lacking = flag.dependsOn?.filter((each) => !present(each)) ?? [];
  if (lacking.length === 0) return undefined;
  return { message: message('cli.flag_needs', { flag: own, others: dashed(lacking) }) };
}

/** Why oclif stopped reading: an unknown flag, a flag given twice or without its value, a value not in the list. */
function whileReading(input: CommandLineShape): Problem | undefined {
  const seen = new Set<string>();
  const positional: string[] = [];
  for (let i = 0; i < input.argv.length; i++) {
    const word = input.argv[i] ?? '';
    if (word === '--') break;
    const found = findFlag(word, input.flags);
    if (!found) {
      // First of all: what follows a mistyped flag was meant as its value and would be blamed instead.
      if (/^--?\p{L}/u.test(word)) return unknownFlag(word, knownFlags(input));
      positional.push(word);
      continue;
    }
    const [name, flag] = found;
    if (flag.type === 'boolean') continue;
    if (seen.has(name) && !flag.multiple) {
      return { message: message('cli.flag_twice', { flag: `--${name}` }) };
    }
    seen.add(name);
    const equals = word.indexOf('=');
    const value = equals === -1 ? input.argv[++i] : word.slice(equals + 1);
    const problem = flagValue(`--${name}`, flag, value, input.flags);
    if (problem) return problem;
  }
  const declared = Object.entries(input.args);
  for (const [i, [name, { options }]] of declared.entries()) {
    const found = positional[i];
    if (found === undefined || !options || options.includes(found)) continue;
    return notAllowed(
      message('cli.argument_word', { argument: argumentLabel(input.id, name) }),
      found,
      options,
    );
  }
  return undefined;
}

function flagValue(
  name: string,
  { options }: FlagShape,
  value: string | undefined,
  flags: CommandLineShape['flags'],
): Problem | undefined {
  if (value === undefined || findFlag(value, flags)) {
    return {
      message: message('cli.flag_needs_value', { flag: name }),
      hint: options && message('cli.allowed', { allowed: options.join(', ') }),
    };
  }
  return options && !options.includes(value) ? notAllowed(name, value, options) : undefined;
}

function notAllowed(name: string | Message, found: string, options: readonly unknown[]): Problem {
  const known = options.map(String);
  const near = suggest(found, known);
  return {
    message: message('cli.bad_value', { name, found, allowed: known.join(', ') }),
    hint: near === undefined ? undefined : message('cli.did_you_mean', { name: near }),
  };
}

function findFlag(
  word: string,
  flags: CommandLineShape['flags'],
): readonly [string, FlagShape] | undefined {
  if (word.startsWith('--')) {
    const name = word.slice(2).split('=')[0] ?? '';
    return Object.entries(flags).find(
      ([each, flag]) => each === name || flag.aliases?.includes(name) === true,
    );
  }
  if (!/^-\p{L}/u.test(word)) return undefined;
  return Object.entries(flags).find(([, flag]) => flag.char === word[1]);
}

function knownFlags(input: CommandLineShape): string[] {
  const visible = Object.entries(input.flags).filter(([, flag]) => !flag.hidden);
  return [...visible.map(([name]) => name), 'help'];
}

function dashed(names: readonly string[]): string {
  return names.map((name) => `--${name}`).join(', ');
}
