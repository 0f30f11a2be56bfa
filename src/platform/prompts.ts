import { checkbox, input, select } from '@inquirer/prompts';
import type { Language } from '../domain/text.js';
import { text } from '../messages/format.js';
import { write } from './output.js';
import { onInterrupt } from './signals.js';

/** An entry of a menu. `short`: what stays on the screen once it was chosen; default `name`. */
export interface Choice<Value> {
  readonly value: Value;
  readonly name: string;
  readonly short?: string;
  readonly ticked?: boolean;
}

/**
 * A conversation with the person at the terminal, by keyboard. Texts are shown as they are, so they must be safe. Every
 * question rejects with `Interrupted` when the person leaves: Ctrl-C, Ctrl-D.
 */
export interface Prompts {
  say(line: string): Promise<void>;
  /** One entry; `initial` is the value on which the cursor stands first. */
  choose<Value>(question: {
    readonly message: string;
    readonly choices: readonly Choice<Value>[];
    readonly initial?: Value | undefined;
  }): Promise<Value>;
  /** Any number of entries; `check` says what is wrong with a selection. */
  tick<Value>(question: {
    readonly message: string;
    readonly choices: readonly Choice<Value>[];
    readonly check: (values: readonly Value[]) => string | undefined;
  }): Promise<readonly Value[]>;
  /** A line of text without blanks at its ends; `check` says what is wrong with it. */
  type(question: {
    readonly message: string;
    readonly initial?: string | undefined;
    readonly check: (line: string) => string | undefined;
  }): Promise<string>;
}

/** The person left the conversation. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Whether somebody can read questions and answer them: input, output and the stream of the prompts are terminals. */
export function canAsk(): boolean {
  const { stdin, stdout, stderr } = process;
  return stdin.isTTY === true && stdout.isTTY === true && stderr.isTTY === true;
}

const showCursor = '\u001b[?25h';

/** More entries than this are scrolled: a small terminal still shows the question above them. */
const entriesShown = 14;

/**
 * Asks on the error stream, so that standard output holds the result only. `leaving` is said when a signal from outside
 * ends the program in the middle of the conversation; call `close` at its end.
 */
export function openPrompts(
  language: Language,
  leaving: string,
): Prompts & { readonly close: () => void } {
  const close = onInterrupt(() => write('stderr', `${showCursor}\n${leaving}\n`));
  return {
    close,
    say: (line) => write('stderr', `${line}\n`),
    choose: ({ message, choices, initial }) =>
      asked((context) =>
        select(
          {
            message,
            choices: [...choices],
            default: initial,
            loop: false,
            pageSize: entriesShown,
            theme: { style: { keysHelpTip: () => text('wizard.keys.choose', language) } },
          },
          context,
        ),
      ),
    tick: ({ message, choices, check }) =>
      asked((context) =>
        checkbox(
          {
            message,
            choices: choices.map(({ ticked = false, ...choice }) => ({
              ...choice,
              checked: ticked,
            })),
            loop: false,
            pageSize: entriesShown,
            shortcuts: { all: null, invert: null },
            validate: (ticked) => check(ticked.map((each) => each.value)) ?? true,
            theme: { style: { keysHelpTip: () => text('wizard.keys.tick', language) } },
          },
          context,
        ),
      ),
    type: async ({ message, initial, check }) => {
      const line = await asked((context) =>
        input(
          {
            message,
            ...(initial !== undefined && { default: initial }),
            validate: (typed) => check(typed.trim()) ?? true,
          },
          context,
        ),
      );
      return line.trim();
    },
  };
}

interface Context {
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
}

/** One question. Ctrl-D closes the input without a word from the library, which would then wait for ever. */
async function asked<Value>(ask: (context: Context) => Promise<Value>): Promise<Value> {
  const leave = new AbortController();
  const onKey = (_text: unknown, key: Key | undefined): void => {
    if (key?.ctrl && key.name === 'd') leave.abort();
  };
  const onEnd = (): void => leave.abort();
  process.stdin.on('keypress', onKey);
  process.stdin.once('end', onEnd);
  try {
    return await ask({ output: process.stderr, signal: leave.signal });
  } catch (error) {
    if (error instanceof Error && /^(?:Exit|Abort|Cancel)PromptError$/.test(error.name)) {
      throw new Interrupted();
    }
    throw error;
  } finally {
    process.stdin.off('keypress', onKey);
    process.stdin.off('end', onEnd);
  }
}
