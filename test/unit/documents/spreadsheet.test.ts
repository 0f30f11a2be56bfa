import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cellName, sheetNames } from '../../../src/documents/spreadsheet/cell-name.js';
import { csvText, readCsv } from '../../../src/documents/spreadsheet/csv.js';
import {
  withFormulaText,
  withoutFormula,
} from '../../../src/documents/spreadsheet/formula-text.js';
import {
  formLimits,
  maxRows,
  maxUnpackedBytes,
} from '../../../src/documents/spreadsheet/limits.js';
import { readWorkbook } from '../../../src/documents/spreadsheet/read-workbook.js';
import { unzip } from '../../../src/documents/spreadsheet/unzip.js';
import type { CellContent, ReadWorkbook } from '../../../src/documents/spreadsheet/workbook.js';
import { writeWorkbook } from '../../../src/documents/spreadsheet/write-workbook.js';
import { zipStored } from '../../../src/documents/spreadsheet/zip.js';
import { isoDate } from '../../../src/domain/dates.js';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function workbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const reading = await readWorkbook(bytes);
  if ('problem' in reading) throw new Error(reading.problem.key);
  return reading.workbook;
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const reading = await readWorkbook(bytes);
  return 'problem' in reading ? reading.problem.key : 'none';
}

const oneSheet = (cells: readonly CellContent[], formula?: string) =>
  writeWorkbook({
    title: 'T',
    sheets: [
      {
        name: 'so-a',
        columns: cells.map(() => ({ width: 10 })),
        rows: [
          {
            cells: cells.map((value, i) => ({
              value,
              ...(i === 0 && formula !== undefined && { formula }),
            })),
          },
        ],
      },
    ],
  });

describe('what is written is read', () => {
  test.each([
    ['plain', 'Đáp ứng'],
    ['a line break', 'một\nhai'],
    ['blanks at the ends', ' x '],
    ['markup', '<b>&amp;"\'</b>'],
    ['an error of a calculation', '#N/A'],
    ['an escape of the format', '_x0041_ _x005F_x0041_ _x0041_x0042_'],
    ['a tab', 'a\tb'],
    ['right to left', 'مرحبا \u202e abc'],
    ['beyond the basic plane', '😀 𠀀'],
    ['decomposed', 'Đa\u0301p u\u031B\u0301ng'],
    ['the longest', 'x'.repeat(32_767)],
    ['a formula', '=1+1'],
  ])('text: %s', async (_, text) => {
    const { sheets } = await workbook(await oneSheet([text]));
    expect(sheets[0]?.rows[0]?.[0]).toEqual({ kind: 'text', text });
  });

  test('numbers, dates, runs, nothing', async () => {
    const cells: CellContent[] = [
      7,
      { date: isoDate('2026-10-01') },
      { runs: [{ text: 'Đậm', bold: true }, { text: '\nthường' }] },
      null,
      'end',
    ];
    const { sheets, from1904 } = await workbook(await oneSheet(cells));
    expect(from1904).toBe(false);
    expect(sheets[0]?.rows[0]).toEqual([
      { kind: 'number', value: 7 },
      { kind: 'date', date: '2026-10-01' },
      { kind: 'text', text: 'Đậm\nthường' },
      { kind: 'empty' },
      { kind: 'text', text: 'end' },
    ]);
  });

  test('a formula is said to be one, its result apart', async () => {
    const { sheets } = await workbook(await oneSheet(['Đáp ứng'], 'IF(1=1,"Đáp ứng","")'));
    expect(sheets[0]?.rows[0]?.[0]).toEqual({
      kind: 'formula',
      shown: { kind: 'text', text: 'Đáp ứng' },
    });
  });

  test('the same model, the same bytes', async () => {
    const [first, second] = [await oneSheet(['a', 1]), await oneSheet(['a', 1])];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});

describe('files that are no workbooks of ours', () => {
  const parts = (names: readonly string[]) =>
    zipStored(new Map(names.map((name) => [name, utf8('<x/>')])));
  const compound = (name: string) =>
    new Uint8Array([
      ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      ...[...name].flatMap((letter) => [letter.charCodeAt(0), 0]),
    ]);

  test.each([
    ['the old format', compound('Workbook'), 'spreadsheet.xls'],
    ['a password', compound('EncryptedPackage'), 'spreadsheet.encrypted'],
    ['the binary format', parts(['[Content_Types].xml', 'xl/workbook.bin']), 'spreadsheet.xlsb'],
    ['another archive', parts(['word/document.xml']), 'spreadsheet.not_a_spreadsheet'],
    ['no archive behind its signature', utf8('PK\u0003\u0004 and nothing'), 'spreadsheet.broken'],
    ['a PDF', utf8('%PDF-1.7\n'), 'spreadsheet.not_a_spreadsheet'],
    ['a text of another encoding', new Uint8Array([0x54, 0xea, 0x6e]), 'spreadsheet.not_utf8'],
    ['a broken part', parts(['[Content_Types].xml', 'xl/workbook.xml']), 'spreadsheet.broken'],
  ])('%s', async (_, bytes, expected) => {
    expect(await problemOf(bytes)).toBe(expected);
  });

  test('an OpenDocument file with a password', async () => {
    const bytes = zipStored(
      new Map([
        ['mimetype', utf8('application/vnd.oasis.opendocument.spreadsheet')],
        ['META-INF/manifest.xml', utf8('<manifest:encryption-data/>')],
        ['content.xml', utf8('xx')],
      ]),
    );
    expect(await problemOf(bytes)).toBe('spreadsheet.encrypted');
  });

  test('more sheets than anybody has', async () => {
    const sheets = Array.from({ length: 61 }, (_, i) => ({
      name: `s${i}`,
      columns: [],
      rows: [{ cells: [{ value: 'x' }] }],
    }));
    expect(await problemOf(await writeWorkbook({ title: 'T', sheets }))).toBe(
      'spreadsheet.too_many_sheets',
    );
  });
});

describe('archives that want too much', () => {
  /** An archive of one deflated part that claims a size of its own. */
  function packed(
    content: Uint8Array,
    claimed: number,
    more: (view: DataView, entry: number) => void = () => {},
  ) {
    const data = deflateRawSync(content);
    const bytes = zipStored(new Map([['a', data]]));
    const view = new DataView(bytes.buffer);
    const entry = 31 + data.byteLength;
    view.setUint16(8, 8, true);
    view.setUint16(entry + 10, 8, true);
    view.setUint32(entry + 24, claimed, true);
    more(view, entry);
    return bytes;
  }
  const all = () => true;

  test('an honest one', () => {
    const parts = unzip(packed(utf8('Đáp ứng'), 10), all, maxUnpackedBytes);
    expect(typeof parts === 'string' ? parts : parts.get('a')).toEqual(Buffer.from('Đáp ứng'));
  });

  test.each([
    ['claims too much', packed(utf8('x'), maxUnpackedBytes + 1), 'too_large'],
    ['claims little, holds much', packed(new Uint8Array(maxUnpackedBytes + 1), 1), 'too_large'],
    ['claims nothing, holds much', packed(new Uint8Array(maxUnpackedBytes + 1), 0), 'too_large'],
    [
      'is locked',
      packed(utf8('x'), 1, (view, entry) => view.setUint16(entry + 8, 1, true)),
      'encrypted',
    ],
    [
      'is packed otherwise',
      packed(utf8('x'), 1, (view, entry) => view.setUint16(entry + 10, 12, true)),
      'broken',
    ],
    [
      'points outside',
      packed(utf8('x'), 1, (view, entry) => view.setUint32(entry + 42, 9999, true)),
      'broken',
    ],
    [
      'ends too early',
      packed(utf8('x'), 1, (view, entry) => view.setUint32(entry + 20, 9999, true)),
      'broken',
    ],
  ])('%s', (_, bytes, expected) => {
    expect(unzip(bytes, all, maxUnpackedBytes)).toBe(expected);
  });

  test('has a part twice', () => {
    const bytes = zipStored(
      new Map([
        ['a', utf8('1')],
        ['b', utf8('2')],
      ]),
    );
    const twice = bytes.map((byte) => (byte === 0x62 ? 0x61 : byte));
    expect(unzip(twice, all, maxUnpackedBytes)).toBe('broken');
  });

  test('two cells in far corners are no rectangle', async () => {
    const small = await workbook(await oneSheet(['x']));
    expect(small.sheets[0]?.beyond).toBeNull();
    const rows = Array.from({ length: maxRows + 2 }, (_, i) => ({
      cells: i === maxRows + 1 ? [{ value: 'far' }] : [{ value: null }],
    }));
    const { sheets } = await workbook(
      await writeWorkbook({ title: 'T', sheets: [{ name: 'a', columns: [], rows }] }),
    );
    expect(sheets[0]?.beyond).toBe(`A${maxRows + 2}`);
    expect(sheets[0]?.rows.length).toBeLessThanOrEqual(maxRows);
  });
});

describe('OpenDocument', () => {
  const ods = (rows: string) =>
    zipStored(
      new Map([
        ['mimetype', utf8('application/vnd.oasis.opendocument.spreadsheet')],
        [
          'content.xml',
          utf8(
            `<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet><table:table table:name="so-a">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
          ),
        ],
      ]),
    );
  const cell = (text: string) =>
    `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`;

  test('headings repeated in print, groups, and a million formatted rows at the end', async () => {
    const { sheets } = await workbook(
      ods(
        [
          `<table:table-header-rows>${row(cell('Kết quả'))}</table:table-header-rows>`,
          `<table:table-row-group>${row(cell('Đáp ứng'))}</table:table-row-group>`,
          row(
            `${cell('cuối')}<table:table-cell table:style-name="ce1" table:number-columns-repeated="16383"/>`,
          ),
          row(
            '<table:table-cell table:style-name="ce1" table:number-columns-repeated="16384"/>',
            ' table:number-rows-repeated="1048000"',
          ),
        ].join(''),
      ),
    );
    expect(sheets[0]?.rows).toEqual(
      ['Kết quả', 'Đáp ứng', 'cuối'].map((text) => [{ kind: 'text', text }]),
    );
    expect(sheets[0]?.beyond).toBeNull();
  });

  test('a date, a formula, a comment that is no content', async () => {
    const { sheets } = await workbook(
      ods(
        row(
          [
            '<table:table-cell office:value-type="date" office:date-value="2026-10-01"><text:p>01/10/26</text:p></table:table-cell>',
            '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>',
            '<table:table-cell office:value-type="string"><office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>chữ</text:p></table:table-cell>',
          ].join(''),
        ),
      ),
    );
    expect(sheets[0]?.rows[0]).toEqual([
      { kind: 'date', date: '2026-10-01' },
      { kind: 'formula', shown: { kind: 'number', value: 2 } },
      { kind: 'text', text: 'chữ' },
    ]);
  });
});

describe('text files', () => {
  test('for Excel where the decimal sign is a comma', () => {
    expect(csvText([['Mã', 'a;b', { date: isoDate('2026-10-01') }, null, 'x"y\nz']])).toBe(
      '\uFEFFMã;"a;b";01/10/2026;;"x""y\nz"\r\n',
    );
  });

  test.each([
    ['semicolons', '\uFEFFa;b\r\nc;d,e'],
    ['commas', 'a,b\nc,"d,e"'],
    ['tabs', 'a\tb\nc\td,e'],
    ['what its first line says', 'sep=|\r\na|b\r\nc|d,e'],
  ])('%s', (_, text) => {
    const { rows } = readCsv(text, formLimits);
    expect(rows.map((row) => row.map((cell) => 'text' in cell && cell.text))).toEqual([
      ['a', 'b'],
      ['c', 'd,e'],
    ]);
  });

  test('Unicode Text of Excel', async () => {
    const bytes = Buffer.from('\uFEFFMã yêu cầu\tKết quả\r\n', 'utf16le');
    const { sheets, format } = await workbook(new Uint8Array(bytes));
    expect([format, sheets[0]?.rows[0]?.[1]]).toEqual(['csv', { kind: 'text', text: 'Kết quả' }]);
  });
});

test.each([
  ['=1+1', "'=1+1"],
  ['+84 205', "'+84 205"],
  ['- gạch đầu dòng', "'- gạch đầu dòng"],
  ['@sum', "'@sum"],
  ['＝HYPERLINK', "'＝HYPERLINK"],
  ["'=1", "''=1"],
  ["'thật", "'thật"],
  ['a=b', 'a=b'],
  ['', ''],
])('%j is neutralised as %j and comes back', (text, neutral) => {
  expect(withoutFormula(text)).toBe(neutral);
  expect(withFormulaText(neutral)).toBe(text);
});

test('names of cells and sheets', () => {
  expect(cellName("Sở 'A'", 16, 27)).toBe("'Sở ''A'''!AB17");
  expect(cellName('', 0, 0)).toBe('A1');
  const long = 'x'.repeat(40);
  expect(sheetNames(['a/b', 'A-B', long, long, 'History', 'guide'], ['Guide'])).toEqual([
    'a-b',
    'A-B~2',
    'x'.repeat(31),
    `${'x'.repeat(29)}~2`,
    'History_',
    'guide~2',
  ]);
});
