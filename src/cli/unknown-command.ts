import { AppError } from '../domain/diagnostic.js';
import { message } from '../messages/catalogue.js';
import { typedCommand } from './help-text.js';
import { suggest } from './suggest.js';
import { unknownFlag } from './usage-error.js';

/** What is known of the commands: as much of oclif's configuration as is needed here. */
export interface KnownCommands {
  readonly commands: readonly { readonly id: string; readonly hidden?: boolean | undefined }[];
  readonly topics: readonly { readonly name: string; readonly hidden?: boolean | undefined }[];
}

/**
 * The error for words that name no command, with the command that was probably meant. `id` is what oclif took for the
 * command, words joined by `:`; it may hold arguments too, so only the words up to the first unknown one are named.
 */
export function unknownCommand(id: string, known: KnownCommands): AppError {
  if (id.startsWith('-')) {
    const { message: report, hint } = unknownFlag(id, [
      'help',
      'version',
      'json',
      'lang',
      'verbose',
    ]);
    return new AppError({ message: report, hints: hint ? [hint] : [] });
  }
  const words = id.split(':');
  const ids = [
    ...known.commands.filter((each) => !each.hidden).map((each) => each.id),
    ...known.topics.filter((each) => !each.hidden).map((each) => each.name),
  ];
  const isKnown = (count: number): boolean => ids.includes(words.slice(0, count).join(':'));
  let depth = 0;
  while (depth < words.length - 1 && isKnown(depth + 1)) depth++;
  const parent = words.slice(0, depth).join(':');
  const typed = words.slice(0, depth + 1).join(' ');
  const level = ids
    .filter((each) => each.split(':').length === depth + 1)
    .filter((each) => parent === '' || each.startsWith(`${parent}:`))
    .map((each) => each.replaceAll(':', ' '));
  const near = suggest(typed, level);
  const help = `${typedCommand(parent)} --help`;
  return new AppError({
    message: message('cli.unknown_command', { command: typed }),
    hints: [
      ...(near === undefined ? [] : [message('cli.did_you_mean', { name: near })]),
      message('cli.see_commands', { command: help }),
    ],
  });
}
