import { afterEach, describe, expect, test, vi } from 'vitest';
import { combineExits } from '../../../src/cli/exit.js';
import { languageOf, languageProblem } from '../../../src/cli/language.js';
import { suggest } from '../../../src/cli/suggest.js';
import type { ExitCode } from '../../../src/domain/diagnostic.js';

afterEach(() => vi.unstubAllEnvs());

describe('suggest', () => {
  const known = ['audit', 'autocomplete', 'inventory', 'packs list', 'schema'];
  test.each([
    { typed: 'audti', near: 'audit' },
    { typed: 'inv', near: 'inventory' },
    { typed: 'AUDIT', near: 'audit' },
    { typed: 'audít', near: 'audit' },
    { typed: 'pack list', near: 'packs list' },
    { typed: 'zzzz', near: undefined },
    { typed: 'x', near: undefined },
    { typed: '', near: undefined },
  ])('"$typed" → $near', ({ typed, near }) => expect(suggest(typed, known)).toBe(near));

  test('the first of equals, and none of none', () => {
    expect(suggest('ab', ['ac', 'ad'])).toBe('ac');
    expect(suggest('ab', [])).toBeUndefined();
  });
});

describe('combineExits', () => {
  const cases: { codes: ExitCode[]; noFail: boolean; exit: ExitCode }[] = [
    { codes: [], noFail: false, exit: 0 },
    { codes: [0, 0], noFail: false, exit: 0 },
    { codes: [4, 0, 3], noFail: false, exit: 3 },
    { codes: [3, 2], noFail: false, exit: 2 },
    { codes: [2, 5, 3], noFail: false, exit: 5 },
    { codes: [3, 4], noFail: true, exit: 0 },
    { codes: [4], noFail: true, exit: 0 },
    { codes: [3, 2], noFail: true, exit: 2 },
    { codes: [5], noFail: true, exit: 5 },
  ];
  test.each(cases)('$codes, no-fail $noFail → $exit', ({ codes, noFail, exit }) => {
    expect(combineExits(codes, noFail)).toBe(exit);
  });
});

describe('language', () => {
  test.each([
    { typed: 'a', variable: undefined, language: 'vi', wrong: false },
    { typed: 'a --lang en', variable: undefined, language: 'en', wrong: false },
    { typed: 'a', variable: 'en', language: 'en', wrong: false },
    { typed: 'a --lang vi', variable: 'en', language: 'vi', wrong: false },
    { typed: 'a --lang vi', variable: 'xx', language: 'vi', wrong: false },
    { typed: 'a --lang fr', variable: 'en', language: 'en', wrong: true },
    { typed: 'a', variable: 'fr', language: 'vi', wrong: true },
    { typed: 'a --lang=', variable: undefined, language: 'vi', wrong: true },
    { typed: 'a --lang EN', variable: undefined, language: 'vi', wrong: true },
    { typed: 'a --lang constructor', variable: undefined, language: 'vi', wrong: true },
  ])('"$typed" with TUANTHU_LANG=$variable speaks $language', (each) => {
    vi.stubEnv('TUANTHU_LANG', each.variable);
    expect(languageOf(each.typed.split(' '))).toBe(each.language);
    expect(languageProblem(each.typed.split(' ')) !== undefined).toBe(each.wrong);
  });
});
