import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { diagnosticJson, diagnosticText } from '../../../src/cli/diagnostics.js';
import { safe, show, stylesFor } from '../../../src/cli/print.js';
import { progressLine } from '../../../src/cli/progress.js';
import type { Diagnostic } from '../../../src/domain/diagnostic.js';
import { message } from '../../../src/messages/catalogue.js';

afterEach(() => vi.unstubAllEnvs());

describe('safe', () => {
  test.each([
    { name: 'Vietnamese stays', text: 'Sở Y tế «Lạng Sơn»', shown: 'Sở Y tế «Lạng Sơn»' },
    { name: 'colour', text: '\u001b[31mPC', shown: '\\u{1b}[31mPC' },
    { name: 'C1 control', text: 'a\u009bb', shown: 'a\\u{9b}b' },
    { name: 'line break', text: 'a\r\nb', shown: 'a\\u{d}\\u{a}b' },
    { name: 'reading direction', text: 'exe.\u202efdp', shown: 'exe.\\u{202e}fdp' },
    { name: 'zero width', text: 'a\u200bb\ufeff', shown: 'a\\u{200b}b\\u{feff}' },
    { name: 'invisible tag', text: '\u{e0041}', shown: '\\u{e0041}' },
    { name: 'lone surrogate', text: '\ud800', shown: '\\u{d800}' },
  ])('$name', ({ text, shown }) => expect(safe(text)).toBe(shown));

  test('leaves nothing that a terminal would act on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(safe(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});

test('show makes parameters safe at every depth and keeps the catalogue’s own text', () => {
  const inner = message('file.missing', { path: 'a\nb' });
  const outer = message('cli.did_you_mean', { name: inner });
  expect(show(outer, 'en')).toBe('Did you mean "File a\\u{a}b was not found."?');
  const both = message('file.missing', { path: { vi: '\u001bv', en: '\u001be' } });
  expect(show(both, 'en')).toBe('File \\u{1b}e was not found.');
});

describe('colour', () => {
  test.each([
    { env: {}, coloured: false },
    { env: { FORCE_COLOR: '1' }, coloured: true },
    { env: { FORCE_COLOR: '0' }, coloured: false },
    { env: { FORCE_COLOR: '1', NO_COLOR: '1' }, coloured: false },
    { env: { FORCE_COLOR: '1', NO_COLOR: '' }, coloured: true },
  ])('$env', ({ env, coloured }) => {
    vi.stubEnv('NO_COLOR', undefined);
    vi.stubEnv('FORCE_COLOR', undefined);
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    expect(stylesFor('stderr').bad('x') !== 'x').toBe(coloured);
  });
});

describe('diagnostics', () => {
  const base: Diagnostic = {
    code: 'file.missing',
    severity: 'error',
    message: message('file.missing', { path: 'x' }),
  };
  const styles = (): ReturnType<typeof stylesFor> => {
    vi.stubEnv('NO_COLOR', '1');
    return stylesFor('stderr');
  };

  test.each([
    { name: 'no place', part: {}, line: 'Error: File x was not found.' },
    { name: 'file', part: { file: 'a.yaml' }, line: 'a.yaml  File x was not found.' },
    { name: 'line', part: { file: 'a.yaml', line: 3 }, line: 'a.yaml:3  File x was not found.' },
    {
      name: 'column',
      part: { file: 'a.yaml', line: 3, column: 7, pointer: '/b' },
      line: 'a.yaml:3:7  File x was not found.',
    },
    {
      name: 'pointer',
      part: { file: 'a.yaml', pointer: '/b' },
      line: 'a.yaml#/b  File x was not found.',
    },
    {
      name: 'warning',
      part: { file: 'a.yaml', line: 3, severity: 'warning' as const },
      line: 'a.yaml:3  Warning: File x was not found.',
    },
    {
      name: 'hint',
      part: { file: 'a\nb', hint: message('cli.file_exists.hint') },
      line: 'a\\u{a}b  File x was not found.\n    What to do: Choose another name, or add --force to overwrite it.',
    },
  ])('$name', ({ part, line }) => {
    expect(diagnosticText({ ...base, ...part }, 'en', styles())).toBe(line);
  });

  test('JSON has every field', () => {
    expect(diagnosticJson({ ...base, line: 0 }, 'vi')).toEqual({
      code: 'file.missing',
      severity: 'error',
      message: 'Không tìm thấy tệp x.',
      file: null,
      line: 0,
      column: null,
      pointer: null,
      hint: null,
    });
  });
});

describe('progressLine', () => {
  test.each([
    { fraction: undefined, end: 'Đọc…' },
    { fraction: 0, end: '░   0 %' },
    { fraction: 0.999, end: '  99 %' },
    { fraction: 1, end: '█ 100 %' },
    { fraction: 7, end: '█ 100 %' },
  ])('$fraction ends with "$end"', ({ fraction, end }) => {
    expect(progressLine('Đọc', fraction, 80).endsWith(end)).toBe(true);
  });

  test.each([40, 80, 200])('a long label fits in %i columns', (columns) => {
    const line = progressLine('Đang đọc báo cáo '.repeat(20), 0.5, columns);
    expect([...line].length).toBe(Math.min(columns - 1, 79));
  });
});
