import { AppError } from '../domain/diagnostic.js';
import type { Language } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { languages } from '../messages/format.js';
import { variable } from '../platform/environment.js';
import { flagValue } from './arguments.js';

const defaultLanguage: Language = 'vi';

/**
 * The language to speak, read from the raw arguments so that it holds even when they can't be parsed: `--lang`, else
 * TUANTHU_LANG, else Vietnamese. An unknown language counts as not given here; `languageProblem` reports it. Never throws.
 */
export function languageOf(argv: readonly string[]): Language {
  const asked = [flagValue(argv, 'lang'), variable('TUANTHU_LANG')];
  return asked.find(isLanguage) ?? defaultLanguage;
}

/** What is wrong with the language that was asked for, on the command line or in the environment. */
export function languageProblem(argv: readonly string[]): AppError | undefined {
  const given = flagValue(argv, 'lang');
  const [source, found] =
    given === undefined ? ['TUANTHU_LANG', variable('TUANTHU_LANG')] : ['--lang', given];
  if (found === undefined || isLanguage(found)) return undefined;
  return new AppError({
    message: message('cli.bad_value', { name: source, found, allowed: languages.join(', ') }),
  });
}

function isLanguage(text: string | undefined): text is Language {
  return languages.some((each) => each === text);
}
