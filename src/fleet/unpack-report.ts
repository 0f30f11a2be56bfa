import { gunzipSync } from 'node:zlib';
import { plainJson } from '../documents/loose-json.js';
import { exportLimits, maxPackedExportBytes } from '../documents/spreadsheet/limits.js';
import { readWorkbook } from '../documents/spreadsheet/read-workbook.js';
import { unzip } from '../documents/spreadsheet/unzip.js';
import { xmlRecord } from '../documents/xml-record.js';
import type { Message } from '../domain/text.js';
import { nfc } from '../domain/text.js';
import { type MessageKey, message } from '../messages/catalogue.js';
import { type Container, containerOf, decodeText } from './container.js';
import { sheetText } from './sheet-text.js';
import { headBytes } from './sniff.js';

/** A text or a table file that the database can read, taken out of what was handed in. */
export interface UnpackedPart {
  /** The sheet, the file in the archive; empty when the file holds nothing else. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** A sheet of a workbook: others of it may be mere notes. */
  readonly sheet: boolean;
  /** A sheet that people don't see: lists of words for forms, last year's figures. */
  readonly hidden?: boolean;
}

/** What couldn't be taken out, and where. */
export interface UnpackProblem {
  readonly name: string;
  readonly message: Message;
  readonly hint: Message;
}

export interface Unpacked {
  readonly parts: readonly UnpackedPart[];
  readonly problems: readonly UnpackProblem[];
}

/** All that one file may hold once unpacked; a whole province's consoles export less. */
const maxUnpackedBytes = 512 * 1024 * 1024;

/** An archive in an archive is opened once more, and no deeper. */
const maxDepth = 2;

/**
 * Takes files out of archives, sheets out of workbooks, and writes texts as plain UTF-8. Never throws; never unpacks more
 * than its limits, whatever the archive says of itself. The caller limits the size of `bytes`.
 */
export async function unpackReport(
  bytes: Uint8Array,
  container: Container,
  depth = 0,
): Promise<Unpacked> {
  switch (container.kind) {
    case 'plain':
      return one(bytes);
    case 'gzip':
      return gunzipped(bytes, depth);
    case 'zip':
      return unzipped(bytes, depth);
    case 'compound':
      return workbook(bytes);
    case 'html':
      return refused('html');
    case 'xml':
      return xml(decodeText(bytes, container.encoding));
    case 'recode': {
      const text = nfc(decodeText(bytes, container.encoding));
      return one(utf8(/^\s*(?:[{[]|\/\/|\/\*)/.test(text) ? plainJson(text) : text));
    }
  }
}

async function gunzipped(bytes: Uint8Array, depth: number): Promise<Unpacked> {
  if (depth >= maxDepth) return refused('nested');
  let content: Uint8Array;
  try {
    content = gunzipSync(bytes, { maxOutputLength: maxUnpackedBytes });
  } catch (error) {
    const { code } = error as { readonly code?: string };
    return refused(code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken');
  }
  return unpackReport(content, containerOf(content.subarray(0, headBytes)), depth + 1);
}

async function unzipped(bytes: Uint8Array, depth: number): Promise<Unpacked> {
  if (depth >= maxDepth) return refused('nested');
  const names: string[] = [];
  const parts = unzip(
    bytes,
    (name) => {
      names.push(name);
      return isReport(name);
    },
    maxUnpackedBytes,
  );
  if (names.includes('[Content_Types].xml') || names.includes('mimetype')) return workbook(bytes);
  if (typeof parts === 'string') return refused(parts === 'too_large' ? 'bomb' : parts);
  const found: Unpacked = { parts: [], problems: [] };
  const all = await Promise.all(
    [...parts].map(async ([name, content]) => {
      const inner =
        content.byteLength > maxPackedExportBytes && containerOf(content).kind !== 'plain'
          ? refused('bomb')
          : await unpackReport(content, containerOf(content.subarray(0, headBytes)), depth + 1);
      const named = <Part extends { readonly name: string }>(part: Part): Part => ({
        ...part,
        name: part.name === '' ? name : `${name} › ${part.name}`,
      });
      return { parts: inner.parts.map(named), problems: inner.problems.map(named) };
    }),
  );
  if (all.length === 0) return refused('nothing_inside');
  return all.reduce(
    (sum, each) => ({
      parts: [...sum.parts, ...each.parts],
      problems: [...sum.problems, ...each.problems],
    }),
    found,
  );
}

/** Not folders, nor what macOS and Windows put beside the files. No name is ever used as a path. */
function isReport(name: string): boolean {
  return (
    !name.endsWith('/') &&
    !name.startsWith('__MACOSX/') &&
    !/(?:^|\/)(?:\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(name)
  );
}

async function workbook(bytes: Uint8Array): Promise<Unpacked> {
  const reading = await readWorkbook(bytes, exportLimits);
  if ('problem' in reading) {
    return {
      parts: [],
      problems: [{ name: '', message: reading.problem, hint: reading.hint }],
    };
  }
  const filled = reading.workbook.sheets.filter(({ rows }) =>
    rows.some((row) => row.some(({ kind }) => kind !== 'empty')),
  );
  const many = filled.length > 1;
  return {
    parts: filled
      .filter(({ beyond }) => beyond === null)
      .map((sheet) => ({
        name: many ? sheet.name : '',
        bytes: utf8(sheetText(sheet)),
        sheet: true,
        hidden: sheet.hidden,
      })),
    problems: [
      ...filled
        .filter(({ beyond }) => beyond !== null)
        .map(({ name }) => ({ name, ...texts('sheet_too_large') })),
      ...(filled.length === 0 ? [{ name: '', ...texts('nothing_inside') }] : []),
    ],
  };
}

/** One record, or the list that the root holds alone, one a line. */
function xml(text: string): Unpacked {
  const record = xmlRecord(text);
  if (record === undefined) return refused('broken_xml');
  return one(utf8(`${JSON.stringify(record)}\n`));
}

function one(bytes: Uint8Array): Unpacked {
  return { parts: [{ name: '', bytes, sheet: false }], problems: [] };
}

function refused(reason: Reason): Unpacked {
  return { parts: [], problems: [{ name: '', ...texts(reason) }] };
}

type Reason =
  | 'bomb'
  | 'broken'
  | 'broken_xml'
  | 'encrypted'
  | 'html'
  | 'nested'
  | 'nothing_inside'
  | 'sheet_too_large';

function texts(reason: Reason): { message: Message; hint: Message } {
  const key: MessageKey = `fleet.unpack.${reason}`;
  const hint: MessageKey = `fleet.unpack.${reason}.hint`;
  return { message: message(key), hint: message(hint) };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
