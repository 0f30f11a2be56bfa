/** Reading the raw command line where oclif's parser hasn't run yet or has given up. Nothing here throws. */

/** The part of the arguments in which flags are flags: everything before `--`. */
function beforeDashes(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return end === -1 ? argv : argv.slice(0, end);
}

/** The last value given to `--name value` or `--name=value`; undefined when there is none. */
export function flagValue(argv: readonly string[], name: string): string | undefined {
  const words = beforeDashes(argv);
  const prefix = `--${name}=`;
  return words
    .map((word, i) => {
      if (word.startsWith(prefix)) return word.slice(prefix.length);
      return word === `--${name}` ? words[i + 1] : undefined;
    })
    .findLast((value) => value !== undefined);
}

/** Whether `--name` stands among the arguments. */
export function hasFlag(argv: readonly string[], name: string): boolean {
  return beforeDashes(argv).includes(`--${name}`);
}

/**
 * The arguments as oclif expects them, command first: common flags typed before the command (`tuanthu --lang en audit`)
 * go behind it, and `help audit` becomes `audit --help`. Common flags alone ask for the root help.
 */
export function arrangeArguments(argv: readonly string[]): string[] {
  const start = commonFlagsLength(argv);
  const common = argv.slice(0, start);
  const rest = argv.slice(start);
  if (rest.length === 0) return common.length === 0 ? [] : ['--help', ...common];
  const asked = rest[0] === 'help' ? [...rest.slice(1), '--help'] : rest;
  const end = beforeDashes(asked).length;
  return [...asked.slice(0, end), ...common, ...asked.slice(end)];
}

/** The arguments without the flags that every command has; what stands behind `--` stays. */
export function withoutCommonFlags(argv: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const common = commonFlagsLength(argv.slice(i));
    i += common;
    const word = argv[i];
    if (word === '--') return [...kept, ...argv.slice(i)];
    if (word !== undefined) kept.push(word);
  }
  return kept;
}

/** How many words at the beginning are common flags and their values. */
function commonFlagsLength(argv: readonly string[]): number {
  let i = 0;
  for (;;) {
    const word = argv[i];
    if (word === '--lang') i += 2;
    else if (word === '--json' || word === '--verbose' || word?.startsWith('--lang=')) i += 1;
    else return Math.min(i, argv.length);
  }
}
