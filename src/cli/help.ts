import type { Command } from '@oclif/core/command';
import { HelpBase } from '@oclif/core/help';
import type { Config, HelpOptions } from '@oclif/core/interfaces';
import { AppError, exitCode } from '../domain/diagnostic.js';
import type { Language } from '../domain/text.js';
import type { MessageKey } from '../messages/catalogue.js';
import { text } from '../messages/format.js';
import { commandLine, terminalWidth } from '../platform/environment.js';
import { write } from '../platform/output.js';
import { arrangeArguments, withoutCommonFlags } from './arguments.js';
import { argumentRows, flagRows, type Row, usageLine } from './help-rows.js';
import { findHelpText, type HelpKey, typedCommand } from './help-text.js';
import { languageOf } from './language.js';
import { stylesFor } from './print.js';
import { unknownCommand } from './unknown-command.js';
import { unknownFlag } from './usage-error.js';

/** Lines longer than this are hard to read, however wide the terminal. */
const maxTextWidth = 100;

/**
 * The program's help, whole in the language that was asked for. All texts come from the catalogue by the keys that
 * `helpText` describes; a text missing there is taken from oclif's manifest. Prints to standard output.
 */
export class ProgramHelp extends HelpBase {
  private readonly language: Language = languageOf(commandLine());
  private readonly styles = stylesFor('stdout');

  constructor(config: Config, options: Partial<HelpOptions> = {}) {
    super(config, { ...options, maxWidth: Math.min(terminalWidth(), maxTextWidth) });
  }

  /** Help on what the arguments name. Throws `AppError` when they name nothing. */
  override async showHelp(argv: string[]): Promise<void> {
    const words = withoutCommonFlags(argv).filter((word) => !['--help', '-h'].includes(word));
    const end = words.findIndex((word) => word.startsWith('-'));
    const path = end === -1 ? words : words.slice(0, end);
    const [command] = this.named(path, (id) => this.config.findCommand(id));
    if (command) return this.showCommandHelp(command);
    const [topic, rest] = this.named(path, (id) => this.config.findTopic(id));
    if (path.length > 0 && (!topic || rest > 0)) throw unknownCommand(path.join(':'), this.config);
    refuseUnknownFlags();
    return topic ? this.showTopicHelp(topic.name) : this.showRootHelp();
  }

  override async showCommandHelp(command: Command.Loadable): Promise<void> {
    const { id } = command;
    const rows = flagRows(command, this.language);
    await this.print([
      this.title(id, command.summary ?? command.description),
      this.block('usage', usageLine(command, this.language)),
      this.list('arguments', argumentRows(command, this.language)),
      this.list('flags', rows.own),
      this.list('common_flags', rows.common),
      this.block('description', this.commandText(id, 'description', command.description)),
      this.block('examples', this.commandText(id, 'examples', command.examples?.join('\n'))),
      this.list('commands', this.below(id)),
    ]);
  }

  private showTopicHelp(topic: string): Promise<void> {
    return this.print([
      this.title(topic, undefined),
      this.block('usage', `$ ${typedCommand(topic)} ${this.word('help.word.command')}`),
      this.list('commands', this.below(topic)),
      this.word('help.root.more'),
    ]);
  }

  private showRootHelp(): Promise<void> {
    const codes = Object.values(exitCode).map((code): Row => {
      const key: HelpKey = `exit.${code}`;
      return [String(code), this.word(`help.${key}`)];
    });
    const flags = ['help', 'version', 'lang', 'json', 'verbose'] as const;
    return this.print([
      this.wrap(this.word('help.root.summary'), 0),
      this.block('usage', `$ ${typedCommand('')} ${this.word('help.root.usage')}`),
      this.list('commands', this.below('')),
      this.list(
        'common_flags',
        flags.map((flag): Row => {
          const typed = flag === 'lang' ? `lang=${this.word('help.common.flag.lang.value')}` : flag;
          return [`--${typed}`, this.word(`help.common.flag.${flag}`)];
        }),
      ),
      this.block('examples', this.word('help.root.examples')),
      this.list('exit', codes),
      this.block('completion', this.word('help.root.completion')),
      this.word('help.root.more'),
    ]);
  }

  /** The longest beginning of the words that `find` knows, and how many words are left over. */
  private named<T>(
    words: readonly string[],
    find: (id: string) => T | undefined,
  ): readonly [T | undefined, number] {
    for (let count = words.length; count > 0; count--) {
      const found = find(words.slice(0, count).join(':'));
      if (found) return [found, words.length - count];
    }
    return [undefined, words.length];
  }

  /** Commands and topics one step below an id ('' = the root), by name, with their summaries. */
  private below(parent: string): Row[] {
    const prefix = parent === '' ? '' : `${parent}:`;
    const hidden = new Set(this.config.commands.filter((each) => each.hidden).map(({ id }) => id));
    const frozen = new Map(
      this.config.commands.map((each) => [each.id, each.summary ?? each.description]),
    );
    const ids = [...frozen.keys(), ...this.config.topics.map(({ name }) => name)]
      .filter((id) => id.startsWith(prefix) && id !== parent && !hidden.has(id))
      .filter((id) => !id.slice(prefix.length).includes(':'));
    return [...new Set(ids)]
      .sort()
      .map((id): Row => [id.replaceAll(':', ' '), this.summary(id, frozen.get(id))]);
  }

  private title(id: string, frozen: string | undefined): string | undefined {
    const summary = this.summary(id, frozen);
    return summary && this.wrap(summary, 0);
  }

  private summary(id: string, frozen: string | undefined): string | undefined {
    return this.commandText(id, 'summary', frozen)?.split('\n')[0];
  }

  private commandText(id: string, part: string, frozen: string | undefined): string | undefined {
    return findHelpText(id, part, this.language) ?? frozen;
  }

  private word(key: MessageKey): string {
    return text(key, this.language);
  }

  private block(header: HeaderName, body: string | undefined): string | undefined {
    if (!body) return undefined;
    // Line by line, because wrapping drops the blanks at the beginning of what it wraps.
    const lines = body.split('\n').map((line) => {
      const depth = this.indentSpacing + line.search(/\S|$/);
      return this.indent(this.wrap(line.trim(), depth), depth);
    });
    return [this.header(header), ...lines].join('\n');
  }

  private list(header: HeaderName, rows: readonly Row[]): string | undefined {
    if (rows.length === 0) return undefined;
    const body = this.renderList(
      rows.map((row) => [...row]),
      { indentation: 2 },
    );
    return `${this.header(header)}\n${this.indent(body)}`;
  }

  private header(name: HeaderName): string {
    return this.styles.heading(this.word(`help.header.${name}`));
  }

  private async print(sections: readonly (string | undefined)[]): Promise<void> {
    const shown = sections.filter((section) => section !== undefined);
    await write('stdout', `${shown.join('\n\n')}\n`);
  }
}

type HeaderName = HelpKey extends infer Key
  ? Key extends `header.${infer Name}`
    ? Name
    : never
  : never;

/** A group of commands, or the program itself, takes no flags: one that is mistyped must not end well. */
function refuseUnknownFlags(): void {
  const known = ['help', 'lang', 'json', 'verbose', 'version'];
  const words = withoutCommonFlags(arrangeArguments(commandLine()));
  const unknown = words.find((word) => word.startsWith('-') && !['--help', '-h'].includes(word));
  if (unknown === undefined) return;
  const { message, hint } = unknownFlag(unknown, known);
  throw new AppError({ message, hints: hint ? [hint] : [] });
}
