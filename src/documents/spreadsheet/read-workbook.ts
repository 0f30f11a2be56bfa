import { readXlsx, type Sheet } from 'hucre/xlsx';
import { parseIsoDate } from '../../domain/dates.js';
import type { Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { columnName } from './cell-name.js';
import { readCsv } from './csv.js';
import { formLimits, type WorkbookLimits } from './limits.js';
import { odsSheets } from './ods.js';
import { type UnzipProblem, unzip } from './unzip.js';
import type { ReadCell, ReadSheet, ReadWorkbook } from './workbook.js';
import { zipStored } from './zip.js';

/** A workbook, or why it can't be read and what to do. */
export type WorkbookReading =
  | { readonly workbook: ReadWorkbook }
  | { readonly problem: Message; readonly hint: Message };

/**
 * Reads XLSX, ODS and CSV, told apart by their content. Nothing is calculated: a formula is only said to be one. Never
 * throws; unpacks at most what `limits` allow and looks at no part beside cells, texts and number formats. The caller
 * limits the size of `bytes`.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = formLimits,
): Promise<WorkbookReading> {
  try {
    if (startsWith(bytes, 'PK\u0003\u0004')) return await readPacked(bytes, limits);
    if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) return refused(compoundKind(bytes));
    return readText(bytes, limits);
  } catch {
    // Whatever the library stumbles over: the file isn't what its name says, or is damaged.
    return refused('broken');
  }
}

type Reason =
  | 'broken'
  | 'too_large'
  | 'encrypted'
  | 'xls'
  | 'xlsb'
  | 'not_a_spreadsheet'
  | 'not_utf8'
  | 'too_many_sheets';

function refused(reason: Reason): WorkbookReading {
  return {
    problem: message(`spreadsheet.${reason}`),
    hint: message(`spreadsheet.${reason}.hint`),
  };
}

/** Parts of XLSX that hold cells and what is needed to understand them; parts of ODS likewise. */
const wantedParts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?workbook\.(?:xml|xml\.rels|bin)|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml|mimetype|content\.xml|META-INF\/manifest\.xml)$/;

async function readPacked(bytes: Uint8Array, limits: WorkbookLimits): Promise<WorkbookReading> {
  const parts: ReadonlyMap<string, Uint8Array> | UnzipProblem = unzip(
    bytes,
    (name) => wantedParts.test(name),
    limits.unpackedBytes,
  );
  if (typeof parts === 'string') return refused(parts);
  if (parts.has('xl/workbook.bin')) return refused('xlsb');
  if (parts.has('xl/workbook.xml')) return readXlsxParts(parts, limits);
  const type = parts.get('mimetype');
  const content = parts.get('content.xml');
  if (!type || !content || !text(type).includes('opendocument.spreadsheet')) {
    return refused('not_a_spreadsheet');
  }
  const manifest = parts.get('META-INF/manifest.xml');
  if (manifest && text(manifest).includes('encryption-data')) return refused('encrypted');
  const sheets = await odsSheets(content, limits);
  if (sheets.length > limits.sheets) return refused('too_many_sheets');
  return {
    workbook: {
      format: 'ods',
      from1904: false,
      sheets: sheets.map((sheet) => sheetOf(sheet, limits)),
    },
  };
}

async function readXlsxParts(
  parts: ReadonlyMap<string, Uint8Array>,
  limits: WorkbookLimits,
): Promise<WorkbookReading> {
  const directory = text(parts.get('xl/workbook.xml') ?? new Uint8Array());
  if (occurrences(directory, /<(?:\w+:)?sheet\s/g) > limits.sheets)
    return refused('too_many_sheets');
  const from1904 = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(directory);
  const { sheets } = await readXlsx(zipStored(parts), {
    // Two cells in far corners would otherwise be made into a rectangle of billions.
    range: `A1:${columnName(limits.columns - 1)}${limits.rows}`,
  });
  const beyond = farCells(parts, limits);
  const read = sheets.map((sheet) => sheetOf(sheet, limits));
  // A far cell is told with the first sheet: the library doesn't say which part is which sheet.
  const marked = read.map((sheet, i) => (i === 0 && beyond ? { ...sheet, beyond } : sheet));
  return { workbook: { format: 'xlsx', from1904, sheets: marked } };
}

/** The first filled cell beyond the limits, in any sheet. */
function farCells(parts: ReadonlyMap<string, Uint8Array>, limits: WorkbookLimits): string | null {
  for (const [name, content] of parts) {
    if (!name.startsWith('xl/worksheets/')) continue;
    for (const [, letters = '', digits = ''] of text(content).matchAll(
      /<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*[^/]>/g,
    )) {
      if (Number(digits) > limits.rows || columnNumber(letters) > limits.columns)
        return letters + digits;
    }
  }
  return null;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0);
}

function sheetOf(sheet: Sheet, limits: WorkbookLimits): ReadSheet {
  const far = sheet.rows.findIndex((row, i) =>
    row.slice(i < limits.rows ? limits.columns : 0).some((value) => value !== null && value !== ''),
  );
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: sheet.rows.slice(0, limits.rows).map((row, r) =>
      row.slice(0, limits.columns).map((value, c) => {
        const cell = sheet.cells?.get(`${r},${c}`);
        if (cell?.formula !== undefined) return { kind: 'formula', shown: cellOf(value) };
        if (cell?.type === 'error') return { kind: 'error', text: String(value) };
        return cellOf(value);
      }),
    ),
    beyond: far === -1 ? null : `${far + 1}:${far + 1}`,
    ...(sheet.merges && {
      merged: sheet.merges.map(({ startRow, startCol, endRow, endCol }) => ({
        top: startRow,
        left: startCol,
        bottom: endRow,
        right: endCol,
      })),
    }),
  };
}

function cellOf(value: Sheet['rows'][number][number]): ReadCell {
  if (value === null || value === '') return { kind: 'empty' };
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (Number.isNaN(value.getTime())) return { kind: 'date', date: null };
  // Excel keeps fractions of a day: half a second off is rounding, not time.
  const text = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  const time = text.slice(11, 19);
  return {
    kind: 'date',
    date: parseIsoDate(text.slice(0, 10)) ?? null,
    ...(time !== '00:00:00' && { time }),
  };
}

function readText(bytes: Uint8Array, limits: WorkbookLimits): WorkbookReading {
  const decoded = decode(bytes);
  if (decoded === undefined) return refused('not_utf8');
  if (decoded.includes('\0') || decoded.startsWith('%PDF')) return refused('not_a_spreadsheet');
  return { workbook: { format: 'csv', from1904: false, sheets: [readCsv(decoded, limits)] } };
}

/** UTF-8, or UTF-16 with its mark, which is what Excel calls "Unicode Text". */
function decode(bytes: Uint8Array): string | undefined {
  const encoding = startsWith(bytes, '\u00ff\u00fe') ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Compound files are the old formats, and what Office wraps around a workbook with a password (MS-OFFCRYPTO 1.3.3). */
function compoundKind(bytes: Uint8Array): 'xls' | 'encrypted' {
  const name = [...'EncryptedPackage'].map((letter) => `${letter}\0`).join('');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'latin1')
    ? 'encrypted'
    : 'xls';
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((letter, i) => bytes[i] === letter.charCodeAt(0));
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function occurrences(where: string, pattern: RegExp): number {
  return [...where.matchAll(pattern)].length;
}
