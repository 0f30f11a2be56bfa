import type { Hook } from '@oclif/core/hooks';
import { unknownCommand } from '../unknown-command.js';

/** oclif calls this when no command has the typed name; the error goes on to the program's entry. */
export const commandNotFound: Hook.CommandNotFound = async ({ id, config }) => {
  throw unknownCommand(id, config);
};
