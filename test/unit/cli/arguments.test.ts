import { describe, expect, test } from 'vitest';
import {
  arrangeArguments,
  flagValue,
  hasFlag,
  withoutCommonFlags,
} from '../../../src/cli/arguments.js';

describe('arrangeArguments', () => {
  test.each([
    { typed: '', arranged: '' },
    { typed: 'audit place', arranged: 'audit place' },
    { typed: '--lang en', arranged: '--help --lang en' },
    { typed: '--json --lang=en audit place', arranged: 'audit place --json --lang=en' },
    { typed: '--json audit -- --place', arranged: 'audit --json -- --place' },
    { typed: 'help', arranged: '--help' },
    { typed: 'help packs list', arranged: 'packs list --help' },
    { typed: '--lang en help audit', arranged: 'audit --help --lang en' },
    { typed: '--lang', arranged: '--help --lang' },
    { typed: '--version --json', arranged: '--version --json' },
  ])('"$typed" becomes "$arranged"', ({ typed, arranged }) => {
    const words = typed === '' ? [] : typed.split(' ');
    expect(arrangeArguments(words).join(' ')).toBe(arranged);
  });
});

test.each([
  { typed: 'audit --lang en', value: 'en' },
  { typed: 'audit --lang=en', value: 'en' },
  { typed: '--lang vi audit --lang en', value: 'en' },
  { typed: 'audit --lang', value: undefined },
  { typed: 'audit --language en', value: undefined },
  { typed: 'audit -- --lang en', value: undefined },
])('flagValue of "$typed" is $value', ({ typed, value }) => {
  expect(flagValue(typed.split(' '), 'lang')).toBe(value);
});

test('hasFlag stops at the dashes', () => {
  expect(hasFlag(['a', '--json'], 'json')).toBe(true);
  expect(hasFlag(['a', '--', '--json'], 'json')).toBe(false);
});

test.each([
  { typed: '--lang en a --json b --verbose', kept: 'a b' },
  { typed: 'a --lang', kept: 'a' },
  { typed: 'a --lang=vi --foo -- --json', kept: 'a --foo -- --json' },
])('withoutCommonFlags of "$typed" is "$kept"', ({ typed, kept }) => {
  expect(withoutCommonFlags(typed.split(' ')).join(' ')).toBe(kept);
});
