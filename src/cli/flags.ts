import { boolean, custom, string } from '@oclif/core/flags';
import { type Duration, type IsoDate, parseDuration, parseIsoDate } from '../domain/dates.js';
import { AppError } from '../domain/diagnostic.js';
import { message } from '../messages/catalogue.js';
import { languages } from '../messages/format.js';
import { helpText } from './help-text.js';

/** The group under which the help lists the flags that every command has. */
export const commonGroup = 'COMMON';

/** The flags of every command. */
export const commonFlags = {
  json: boolean({ description: helpText('common.flag.json'), helpGroup: commonGroup }),
  lang: custom<string>({ options: languages })({
    description: helpText('common.flag.lang'),
    helpGroup: commonGroup,
  }),
  verbose: boolean({ description: helpText('common.flag.verbose'), helpGroup: commonGroup }),
};

/** The workspace whose own mappings are read beside the bundled ones. */
export const workspaceFlag = string({ description: helpText('common.flag.workspace') });

/** A flag whose value is an existing calendar date written `YYYY-MM-DD`; anything else ends with exit code 2. */
export const dateFlag = custom<IsoDate>({
  parse: async (found, _command, { name }) => {
    const date = parseIsoDate(found);
    if (date !== undefined) return date;
    throw new AppError({ message: message('cli.bad_date', { flag: `--${name}`, found }) });
  },
});

/** A flag whose value is an ISO 8601 duration of years, months, weeks, days; anything else ends with exit code 2. */
export const durationFlag = custom<Duration>({
  parse: async (found, _command, { name }) => {
    const duration = parseDuration(found);
    if (duration) return duration;
    throw new AppError({ message: message('cli.bad_duration', { flag: `--${name}`, found }) });
  },
});

/** A flag whose value is a whole number, `min` and `max` included; anything else ends with exit code 2. */
export const wholeNumberFlag = custom<number, { min: number; max: number }>({
  parse: async (found, _command, { name, min, max }) => {
    const number = /^\d{1,15}$/.test(found) ? Number(found) : Number.NaN;
    if (number >= min && number <= max) return number;
    throw new AppError({
      message: message('cli.bad_number', { flag: `--${name}`, found, min, max }),
    });
  },
});
