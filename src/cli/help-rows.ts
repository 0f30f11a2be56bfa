import type { Command } from '@oclif/core/command';
import type { Language } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { formatMessage, localized, text } from '../messages/format.js';
import { commonGroup } from './flags.js';
import { argumentLabel, findHelpText, typedCommand } from './help-text.js';

/** A line of a two-column list: the name and what it means. */
export type Row = readonly [name: string, meaning: string | undefined];

/** How the command is typed: its arguments (optional ones in brackets), the flags it can't do without, `[options]`. */
export function usageLine(command: Command.Loadable, language: Language): string {
  const args = Object.values(command.args)
    .filter((arg) => !arg.hidden)
    .map((arg) => argumentName(command.id, arg, language));
  const required = Object.values(command.flags)
    .filter((flag) => flag.required)
    .map((flag) => longName(command.id, flag, language));
  const parts = [
    typedCommand(command.id),
    ...args,
    ...required,
    text('help.word.options', language),
  ];
  return `$ ${parts.join(' ')}`;
}

export function argumentRows(command: Command.Loadable, language: Language): Row[] {
  return Object.values(command.args)
    .filter((arg) => !arg.hidden)
    .map((arg): Row => {
      const meaning = findHelpText(command.id, `arg.${arg.name}`, language) ?? arg.description;
      return [
        argumentName(command.id, arg, language),
        withNotes(meaning, [choices(arg.options, language), byDefault(arg.default, language)]),
      ];
    });
}

/** The command's own flags by name, and those that every command has, with `--help` among them. */
export function flagRows(
  command: Command.Loadable,
  language: Language,
): { readonly own: Row[]; readonly common: Row[] } {
  const flags = Object.entries(command.flags)
    .filter(([, flag]) => !flag.hidden)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, flag]) => flag);
  const row = (flag: Command.Flag.Any): Row => flagRow(command.id, flag, language);
  return {
    own: flags.filter((flag) => flag.helpGroup !== commonGroup).map(row),
    common: [
      ['--help', findHelpText(command.id, 'flag.help', language)],
      ...flags.filter((flag) => flag.helpGroup === commonGroup).map(row),
    ],
  };
}

function flagRow(id: string, flag: Command.Flag.Any, language: Language): Row {
  const meaning =
    findHelpText(id, `flag.${flag.name}`, language) ?? flag.summary ?? flag.description;
  const option = flag.type === 'option' ? flag : undefined;
  const isValueShown = findHelpText(id, `flag.${flag.name}.value`, language) !== undefined;
  return [
    flagName(id, flag, language),
    withNotes(meaning, [
      flag.required ? text('help.word.required', language) : undefined,
      isValueShown ? undefined : choices(option?.options, language),
      byDefault(option?.default, language),
    ]),
  ];
}

function flagName(id: string, flag: Command.Flag.Any, language: Language): string {
  const short = flag.char ? `-${flag.char}, ` : '';
  return `${short}${longName(id, flag, language)}`;
}

function longName(id: string, flag: Command.Flag.Any, language: Language): string {
  if (flag.type === 'boolean') return `--${flag.allowNo ? '[no-]' : ''}${flag.name}`;
  const value =
    findHelpText(id, `flag.${flag.name}.value`, language) ??
    flag.helpValue ??
    text('help.word.value', language);
  return `--${flag.name}=${value}${flag.multiple ? '…' : ''}`;
}

function argumentName(id: string, arg: Command.Arg.Any, language: Language): string {
  const name = localized(argumentLabel(id, arg.name), language);
  const several = arg.multiple ? `${name}…` : name;
  return arg.required ? several : `[${several}]`;
}

function choices(options: readonly unknown[] | undefined, language: Language): string | undefined {
  if (!options?.length) return undefined;
  return formatMessage(message('help.word.choices', { values: options.join(', ') }), language);
}

function byDefault(value: unknown, language: Language): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return formatMessage(message('help.word.default', { value: String(value) }), language);
}

function withNotes(
  meaning: string | undefined,
  notes: readonly (string | undefined)[],
): string | undefined {
  const said = notes.filter((note) => note !== undefined);
  if (said.length === 0) return meaning;
  return `${meaning ?? ''} (${said.join('; ')})`.trim();
}
