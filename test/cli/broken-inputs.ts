import { execFileSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { stringify } from 'yaml';
import {
  type Content,
  directoryExport,
  kscExport,
  soundEndpoints,
  soundSystem,
} from '../support/workspace.js';

/** One thing that an agency may hand in wrongly, and what must be said of it. */
export interface BrokenInput {
  readonly name: string;
  /** The file's content, or what to do at its path. */
  readonly put: Content | ((path: string) => Promise<void>);
  /** Code of the finding's message. */
  readonly says: string;
  readonly line?: number;
  /** A part of the Vietnamese and of the English message or hint. */
  readonly words?: readonly [vi: string, en: string];
  /** The file is used all the same, so the agency may still meet its targets. */
  readonly used?: boolean;
}

const enough = 50 * 1024 * 1024;

function inventory(more: Readonly<Record<string, unknown>>): string {
  return stringify({ schema_version: 1, agency: 'AGENCY', systems: [], ...more });
}

/** An inventory with one system, changed. */
function withSystem(more: Readonly<Record<string, unknown>>): string {
  return inventory({ systems: [soundSystem('AGENCY-qlvb', more)] });
}

function withFact(fact: string, value: unknown): string {
  const { facts } = soundSystem('x') as { readonly facts: Readonly<Record<string, unknown>> };
  return withSystem({ facts: { ...facts, [fact]: value } });
}

const good = withSystem({});

/** Files put in place of `inventory.yaml`; the word AGENCY stands for the agency's id. */
export const brokenInventories: readonly BrokenInput[] = [
  { name: 'empty', put: '', says: 'document.empty', words: ['không có nội dung', 'no content'] },
  { name: 'blank lines and comments', put: '\n# sẽ điền sau\n\n', says: 'document.empty' },
  { name: 'binary', put: `${good}\0\0`, says: 'document.binary' },
  {
    name: 'a picture',
    put: Uint8Array.from({ length: 4000 }, (_, i) => (i * 89) % 256),
    says: 'document.not_utf8',
  },
  {
    name: 'one line of 50 MB',
    put: `a: "${'x'.repeat(enough)}"`,
    says: 'file.too_large',
    words: ['2 MB', '2 MB'],
  },
  {
    name: 'UTF-16',
    put: Buffer.from(`\uFEFF${good}`, 'utf16le'),
    says: 'document.not_utf8',
    words: ['UTF-8', 'UTF-8'],
  },
  {
    name: 'another code page',
    put: Buffer.from(good.replace('Hệ thống', 'HÖ thèng'), 'latin1'),
    says: 'document.not_utf8',
  },
  {
    name: 'unknown key',
    put: withSystem({ declared_levell: 2 }),
    says: 'schema.unknown_key',
    words: ['«declared_level»', '"declared_level"'],
  },
  {
    name: 'duplicate key',
    put: `${good}agency: AGENCY\n`,
    says: 'document.duplicate_key',
    line: good.split('\n').length,
  },
  {
    name: 'alias bomb',
    put: `a: &a [x, x]\n${'bcdefghijklm'.replace(/./g, (c, i) => `${c}: &${c} [${`*${String.fromCharCode(97 + i)},`.repeat(9)}]\n`)}`,
    says: 'document.aliases',
  },
  {
    name: 'indented with tabs',
    put: good.replace('\n  - id', '\n\t- id'),
    says: 'document.syntax',
    line: 4,
    words: ['phím Tab', 'Tab key'],
  },
  { name: 'several documents', put: `${good}---\n${good}`, says: 'document.several' },
  { name: 'a list instead of a map', put: `- ${'agency: x'}\n`, says: 'schema.wrong_type' },
  { name: 'a mere word', put: 'xin chào\n', says: 'schema.wrong_type' },
  {
    name: 'no agency',
    put: good.replace('agency: AGENCY\n', ''),
    says: 'schema.missing_key',
    words: ['«agency»', '"agency"'],
  },
  {
    name: 'no systems',
    put: 'schema_version: 1\nagency: AGENCY\n',
    says: 'schema.missing_key',
    words: ['«systems»', '"systems"'],
  },
  {
    name: 'another agency’s',
    put: inventory({ agency: 'so-khac' }),
    says: 'inventory.wrong_agency',
    line: 2,
  },
  {
    name: 'a folder of that name',
    put: async (path) => void (await mkdir(path)),
    says: 'submission.no_inventory',
  },
  {
    name: 'a link in a circle',
    put: async (path) => void (await symlink(path, path)),
    says: 'file.unreadable',
  },
  {
    name: 'a link to outside',
    put: async (path) => void (await symlink('/etc/passwd', path)),
    says: 'file.unreadable',
  },
  {
    name: 'a link to nothing',
    put: async (path) => void (await symlink('nowhere', path)),
    says: 'file.missing',
  },
  {
    name: 'a pipe',
    put: async (path) => void execFileSync('mkfifo', [path]),
    says: 'file.unreadable',
  },
  {
    name: 'prototype key',
    put: `${good}__proto__: {agency: x}\n`,
    says: 'document.forbidden_key',
    line: good.split('\n').length,
  },
  {
    name: 'prototype key as a fact',
    put: withFact('constructor', true),
    says: 'document.forbidden_key',
  },
  {
    name: 'a date that doesn’t exist',
    put: inventory({ submitted_on: '2026-02-30' }),
    says: 'schema.bad_date',
    words: ['2026-02-30', '2026-12-31'],
  },
  {
    name: 'a Vietnamese date',
    put: inventory({ submitted_on: '18/11/2026' }),
    says: 'schema.bad_date',
    words: ['18/11/2026', '18/11/2026'],
  },
  {
    name: '3m where a date belongs',
    put: withSystem({ security_plan: { status: 'partly', expected: '3m' } }),
    says: 'schema.bad_date',
    words: ['3m', '3m'],
  },
  {
    name: 'level 6',
    put: withSystem({ declared_level: 6 }),
    says: 'schema.invalid',
    words: ['không lớn hơn 5', 'not above 5'],
  },
  {
    name: 'level 0',
    put: withSystem({ approval: { level: 0 } }),
    says: 'schema.invalid',
    words: ['không nhỏ hơn 1', 'not below 1'],
  },
  {
    name: 'level 3 as a text',
    put: withSystem({ declared_level: '3' }),
    says: 'schema.wrong_type',
    words: ['"3"', '"3"'],
  },
  {
    name: 'null for an id',
    put: withSystem({ id: null }),
    says: 'schema.wrong_type',
    words: ['null', 'null'],
  },
  { name: 'null for a system', put: inventory({ systems: [null] }), says: 'schema.wrong_type' },
  {
    name: 'an unquoted number of a document',
    put: withSystem({ approval: { level: 2, number: 6.1 } }).replace('6.1', '6.10'),
    says: 'schema.quote_it',
    words: ['ngoặc kép, ví dụ "6.10"', 'quotes, for example "6.10"'],
  },
  {
    name: 'nested 10,000 deep',
    put: `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
    says: 'document.too_deep',
  },
  {
    name: 'brackets 1,500 deep',
    put: `a: ${'['.repeat(1500)}${']'.repeat(1500)}\n`,
    says: 'document.too_deep',
  },
  {
    name: 'blocks 1,800 deep',
    put: Array.from({ length: 1800 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    says: 'document.too_deep',
    line: 101,
  },
  {
    name: '60,000 keys',
    put: `{${Array.from({ length: 60_000 }, (_, i) => `k${i}: 1`).join(', ')}}`,
    says: 'schema.unknown_key',
    words: ['«k0»', '"k0"'],
  },
  { name: 'an unclosed bracket', put: `${good}uses: [\n`, says: 'document.syntax' },
  {
    name: 'a fact that nobody knows',
    put: withFact('has_user_acounts', true),
    says: 'inventory.unknown_fact',
    words: ['has_user_accounts', 'has_user_accounts'],
    used: true,
  },
  {
    name: 'yes as a text for a fact',
    put: withFact('has_user_accounts', 'yes'),
    says: 'inventory.fact_wrong_type',
    used: true,
  },
  {
    name: 'the same id twice',
    put: inventory({ systems: [soundSystem('AGENCY-x'), soundSystem('AGENCY-x')] }),
    says: 'inventory.duplicate_system',
    used: true,
  },
];

/** A zip archive with one stored member: what people get when they rename it to .csv. */
function zip(): Uint8Array {
  const data = deflateRawSync(Buffer.from(kscExport([{ Name: 'A' }])));
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt16LE(7, 26);
  return Buffer.concat([header, Buffer.from('ksc.csv'), data]);
}

const sound = soundEndpoints('PC');
const deviceList = String(sound['ksc.csv']);

/** Files put at `endpoints/broken.csv` beside sound ones. */
export const brokenReports: readonly BrokenInput[] = [
  { name: 'empty', put: '', says: 'fleet.empty' },
  { name: 'blanks only', put: ' \r\n\r\n', says: 'fleet.empty' },
  {
    name: 'binary',
    put: Uint8Array.from({ length: 4000 }, (_, i) => (i * 89) % 256),
    says: 'fleet.binary',
  },
  { name: 'header only', put: kscExport([]), says: 'fleet.no_rows' },
  {
    name: 'unknown columns',
    put: 'Ma may in,So trang\r\nMI-1,3\r\n',
    says: 'fleet.unrecognised',
    words: ['Ma may in', 'Ma may in'],
  },
  { name: 'a zip without its table of contents', put: zip(), says: 'fleet.unpack.broken' },
  { name: 'one line of 50 MB', put: 'x'.repeat(enough), says: 'fleet.unrecognised' },
  { name: 'NUL bytes', put: `${deviceList}\0\0\0`, says: 'fleet.binary' },
  {
    name: 'JSON cut off',
    put: '[{"host":"PC-1","observed_at":"2026-11-18T02:00:00Z"},{"ho',
    says: 'fleet.unreadable',
  },
  {
    name: 'JSON: an object of objects',
    put: '{"PC-1":{"host":"PC-1"},"PC-2":{"host":"PC-2"}}',
    says: 'fleet.unrecognised',
  },
  {
    name: 'NDJSON with bad lines',
    put: '{"host":"PC-1","grade":"A","installed":true}\n{"host":\nrubbish\n{"host":"PC-2"}\n',
    says: 'fleet.rows_refused',
    used: true,
  },
  { name: 'JSON: numbers', put: '[1,2,3]', says: 'fleet.unrecognised' },
  {
    name: 'a header of a million columns',
    put: `Name,${Array.from({ length: 1_000_000 }, (_, i) => `c${i}`).join(',')}\nPC-1\n`,
    says: 'fleet.unrecognised',
  },
  {
    name: 'a quote that never closes',
    put: deviceList.replace('PC-3', '"PC-3'),
    says: 'fleet.rows_refused',
    used: true,
  },
  {
    name: 'a folder',
    put: async (path) => void (await mkdir(path)),
    says: 'submission.endpoint_subfolder',
  },
  {
    name: 'a pipe',
    put: async (path) => void execFileSync('mkfifo', [path]),
    says: 'file.unreadable',
  },
  {
    name: 'a link to outside',
    put: async (path) => void (await symlink('/etc/passwd', path)),
    says: 'file.unreadable',
  },
  {
    name: 'a link in a circle',
    put: async (path) => void (await symlink(path, path)),
    says: 'file.unreadable',
  },
  { name: 'Parquet by its first bytes only', put: 'PAR1rubbishPAR1', says: 'fleet.unreadable' },
  {
    name: 'an HTML page',
    put: '<!DOCTYPE html><html><body>502 Bad Gateway</body></html>',
    says: 'fleet.unpack.html',
  },
  {
    name: 'rows with more cells than the header',
    put: `${directoryExport([{ Name: 'PC-9' }])}PC-8,x,x,x,x,x,x,x,x\r\n`,
    says: 'fleet.rows_refused',
    used: true,
  },
];
