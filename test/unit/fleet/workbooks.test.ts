import { deflateRawSync, gzipSync } from 'node:zlib';
import { writeOds } from 'hucre/ods';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { zipStored } from '../../../src/documents/spreadsheet/zip.js';
import { type Judged, judge, ndjson } from './support.js';

// Files as people hand them in: workbooks with titles, merged and wrapped headers, archives, other encodings.

const path = 'so-a/tep';
const utf8 = (text: string) => new TextEncoder().encode(text);
const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;

const read = (content: string | Uint8Array, exportedOn?: string): Promise<Judged> =>
  judge({
    files: { [path]: content },
    ...(exportedOn !== undefined && { exportedOn: { [path]: exportedOn } }),
  });

/** What became of a file: machines read, codes told, and whether no row got lost on the way. */
function summary({ observations, diagnostics, result, refused }: Judged, file = path) {
  const agency = file.slice(0, file.indexOf('/'));
  const own = observations.filter((row) => row['agency'] === agency);
  const rows = result.files.filter((row) => row['path'] === file);
  const rowsRead = rows.reduce((sum, row) => sum + Number(row['rows_read']), 0);
  const said = diagnostics.filter((each) => each.file === file);
  return {
    hosts: own.map((row) => String(row['host'])),
    codes: [...new Set(said.map(({ code }) => code))].sort(),
    lost: rowsRead - own.length - refused.filter((each) => each.startsWith(`${file}: `)).length,
  };
}

/** A file of a table of cases, and what must become of it. */
interface FileCase {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly hosts: readonly string[];
  readonly codes?: readonly string[];
}

/** Reads the files of all cases in one run, each as an agency of its own. */
async function readAll(cases: readonly FileCase[]) {
  const paths = cases.map((_, index) => `case-${index}/tep`);
  const files = Object.fromEntries(cases.map(({ content }, index) => [paths[index], content]));
  const judged = await judge({ files });
  return cases.map((each, index) => ({ ...each, found: summary(judged, paths[index]) }));
}

const listRows = [
  ['DANH SÁCH MÁY TÍNH'],
  ['Sở A', null, null, 'Ngày 23/11/2026'],
  [],
  ['STT', 'Tên máy', 'Địa chỉ MAC', 'Lần kết nối cuối', 'Mã độc phát hiện', 'Ghi chú'],
  [1, 'MÁY-01', '00:1B:21:AA:BB:CC', new Date('2026-11-20T08:30:00Z'), 3, 'phòng 1'],
  [2, 'MÁY-02', null, new Date('2026-11-19T00:00:00Z'), 0, null],
  ['Tổng cộng', 2],
];

const listSheet = (sheet: Partial<WriteSheet> = {}): WriteSheet => ({
  name: 'Danh sách',
  rows: listRows,
  merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 5 }],
  ...sheet,
});

describe('workbooks', async () => {
  test('title rows, dates as dates, numbers, a totals row', async () => {
    const judged = await read(await writeXlsx({ sheets: [listSheet()] }));
    expect(summary(judged)).toEqual({
      hosts: ['MÁY-01', 'MÁY-02'],
      codes: ['fleet.rows_refused'],
      lost: 0,
    });
    expect(judged.refused).toEqual([`${path}: summary_row`]);
    expect(judged.observations.map(({ last_seen, macs }) => [last_seen, macs])).toEqual([
      [new Date('2026-11-20T01:30:00Z'), ['001B21AABBCC']],
      [new Date('2026-11-18T17:00:00Z'), null],
    ]);
  });

  test('the same as OpenDocument', async () => {
    const judged = await read(await writeOds({ sheets: [listSheet()] }));
    expect(summary(judged)).toMatchObject({ hosts: ['MÁY-01', 'MÁY-02'], lost: 0 });
  });

  test('a header of two rows: groups above, names below, cells merged across both', async () => {
    const rows = [
      ['STT', 'Máy tính', null, 'Phần mềm', null, 'Ghi chú'],
      [null, 'Tên máy', 'Địa chỉ MAC', 'Phần mềm diệt virus', 'Trạng thái', null],
      [1, 'MÁY-01', '00:1B:21:AA:BB:CC', 'Bkav Pro', 'Có', 'x'],
    ];
    const across = (col: number) => ({ startRow: 0, startCol: col, endRow: 1, endCol: col });
    const merges = [
      across(0),
      across(5),
      { startRow: 0, startCol: 1, endRow: 0, endCol: 2 },
      { startRow: 0, startCol: 3, endRow: 0, endCol: 4 },
    ];
    const judged = await read(await writeXlsx({ sheets: [listSheet({ rows, merges })] }));
    expect(summary(judged)).toEqual({ hosts: ['MÁY-01'], codes: [], lost: 0 });
    expect(judged.observations[0]).toMatchObject({ product_name: 'Bkav Pro', installed: null });
  });

  test('names of which one stands above and the others below: the row with more of them counts', async () => {
    const rows = [
      ['STT', 'Tên máy', 'Phần mềm', null],
      [null, 'Tên máy', 'Phần mềm diệt virus', 'Lần kết nối cuối'],
      [1, 'MÁY-01', 'Bkav Pro', '20/11/2026'],
    ];
    const judged = await read(await writeXlsx({ sheets: [listSheet({ rows, merges: [] })] }));
    expect(summary(judged)).toEqual({ hosts: ['MÁY-01'], codes: [], lost: 0 });
    expect(judged.observations[0]).toMatchObject({ product_name: 'Bkav Pro' });
  });

  test('header cells whose words are broken over lines', async () => {
    const rows = [
      ['STT', 'Tên\nmáy', 'Phần mềm\r\ndiệt virus'],
      [1, 'MÁY-01', 'Bkav\nPro'],
    ];
    const judged = await read(await writeXlsx({ sheets: [listSheet({ rows, merges: [] })] }));
    expect(summary(judged)).toEqual({ hosts: ['MÁY-01'], codes: [], lost: 0 });
    expect(judged.observations[0]).toMatchObject({ product_name: 'Bkav Pro' });
  });

  test('a cell merged over rows speaks for each of them', async () => {
    const rows = [
      ['Tên máy', 'Phần mềm diệt virus'],
      ['MÁY-01', 'Bkav Pro'],
      ['MÁY-02', null],
    ];
    const merges = [{ startRow: 1, startCol: 1, endRow: 2, endCol: 1 }];
    const { observations } = await read(await writeXlsx({ sheets: [listSheet({ rows, merges })] }));
    expect(observations.map(({ product_name }) => product_name)).toEqual(['Bkav Pro', 'Bkav Pro']);
  });

  test('a formula gives what was last shown, and names are text whatever they look like', async () => {
    const formula = { formula: 'UPPER("máy-02")', formulaResult: 'MÁY-02' };
    const cells = new Map([['5,1', formula]]);
    const rows = [...listRows.slice(0, 5), [2, null, null, null], [3, '=cmd|x', null, null]];
    const judged = await read(await writeXlsx({ sheets: [listSheet({ rows, cells })] }));
    expect(summary(judged)).toMatchObject({ hosts: ['MÁY-01', 'MÁY-02', '=cmd|x'], lost: 0 });
  });

  const notes: WriteSheet = { name: 'Ghi chú', rows: [['Người lập', 'Nguyễn Văn A']] };
  const second: WriteSheet = {
    name: 'Cũ',
    rows: [
      ['Tên máy', 'Ghi chú'],
      ['MÁY-09', ''],
    ],
  };

  const beside: readonly (Omit<FileCase, 'content'> & { readonly sheets: WriteSheet[] })[] = [
    {
      name: 'notes beside the list: told',
      sheets: [listSheet(), notes],
      hosts: ['MÁY-01', 'MÁY-02'],
      codes: ['fleet.rows_refused', 'fleet.sheet_aside'],
    },
    {
      name: 'hidden notes: nothing to tell',
      sheets: [listSheet(), { ...notes, hidden: true }],
      hosts: ['MÁY-01', 'MÁY-02'],
      codes: ['fleet.rows_refused'],
    },
    {
      name: 'two lists: both',
      sheets: [listSheet(), second],
      hosts: ['MÁY-01', 'MÁY-02', 'MÁY-09'],
      codes: ['fleet.rows_refused'],
    },
    {
      name: 'a hidden list: told, not read',
      sheets: [listSheet(), { ...second, hidden: true }],
      hosts: ['MÁY-01', 'MÁY-02'],
      codes: ['fleet.rows_refused', 'fleet.sheet_hidden'],
    },
    {
      name: 'a hidden list beside notes',
      sheets: [notes, { ...second, hidden: true }],
      hosts: [],
      codes: ['fleet.sheet_hidden', 'fleet.unrecognised'],
    },
  ];
  const workbooks = await readAll(
    await Promise.all(
      beside.map(async (each) => ({ ...each, content: await writeXlsx({ sheets: each.sheets }) })),
    ),
  );
  test.each(workbooks)('$name', ({ found, hosts, codes = [] }) => {
    expect(found).toEqual({ hosts, codes, lost: 0 });
  });

  test('report of Kaspersky: sheets Summary and Details', async () => {
    const details: WriteSheet = {
      name: 'Details',
      rows: [
        ['Status', 'Device', 'Group', 'Reason', 'Anti-malware database date', 'Last full scan'],
        ['OK', 'PC01', 'So', '', new Date('2026-11-22T06:15:00Z'), ''],
        ['Critical', 'PC02', 'So', 'Security application is not installed', '', ''],
      ],
    };
    const summarySheet: WriteSheet = {
      name: 'Summary',
      rows: [
        ['OK', 1],
        ['Critical', 1],
      ],
    };
    const judged = await read(await writeXlsx({ sheets: [summarySheet, details] }), '2026-11-23');
    expect(summary(judged)).toEqual({
      hosts: ['PC01', 'PC02'],
      codes: ['fleet.sheet_aside'],
      lost: 0,
    });
    expect(judged.endpoints.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['PC01', 'unknown'],
      ['PC02', 'unprotected'],
    ]);
  });
});

const csv = lines('Tên máy;Phần mềm diệt virus', 'MÁY-01;Bkav Pro', 'MÁY-02;Không có');
const second = lines('Tên máy,Ghi chú', 'MÁY-03,x');
const record = ndjson({ host: 'PC01', observed_at: '2026-11-20T00:00:00Z', realtime: true });

/** windows-1258 of a text: a letter with a tone mark is a letter and a combining mark. */
function windows1258(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1258');
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]),
  );
  const marks = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const letters = [...text].flatMap((letter) => {
    const parts = letter.normalize('NFD');
    return bytes.has(letter)
      ? [letter]
      : [parts.replace(marks, '').normalize('NFC'), ...(parts.match(marks) ?? [])];
  });
  return new Uint8Array(letters.map((letter) => bytes.get(letter) ?? 0x3f));
}

const utf16be = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());

/** A ZIP archive with one part packed as `method` says, its sizes claimed as given. */
function packed(
  name: string,
  content: Uint8Array,
  { encrypted = false, claims = content.length } = {},
) {
  const archive = zipStored(new Map([[name, deflateRawSync(content)]]));
  const view = new DataView(archive.buffer, archive.byteOffset);
  const entry = view.getUint32(archive.byteLength - 6, true);
  for (const [at, size] of [
    [8, 22],
    [entry + 10, entry + 24],
  ] as const) {
    view.setUint16(at, 8, true);
    view.setUint32(size, claims, true);
    if (encrypted) view.setUint16(at - 2, 1, true);
  }
  return archive;
}

describe('archives and encodings', async () => {
  const cases: readonly FileCase[] = [
    {
      name: 'a zip of two lists, and what macOS puts beside them',
      content: zipStored(
        new Map([
          ['a.csv', utf8(csv)],
          ['thu-muc/b.csv', utf8(second)],
          ['__MACOSX/a.csv', utf8('x')],
          ['.DS_Store', utf8('x')],
        ]),
      ),
      hosts: ['MÁY-01', 'MÁY-02', 'MÁY-03'],
    },
    {
      name: 'a packed zip',
      content: packed('a.csv', utf8(csv)),
      hosts: ['MÁY-01', 'MÁY-02'],
    },
    {
      name: 'a zip with a file that nobody knows',
      content: zipStored(
        new Map([
          ['a.csv', utf8(csv)],
          ['doc.csv', utf8('a,b\n1,2\n')],
        ]),
      ),
      hosts: ['MÁY-01', 'MÁY-02'],
      codes: ['fleet.unrecognised'],
    },
    { name: 'gzip', content: gzipSync(csv), hosts: ['MÁY-01', 'MÁY-02'] },
    {
      name: 'gzip of a zip',
      content: gzipSync(packed('a.csv', utf8(csv))),
      hosts: ['MÁY-01', 'MÁY-02'],
    },
    {
      name: 'an archive in an archive in an archive',
      content: gzipSync(gzipSync(gzipSync(csv))),
      hosts: [],
      codes: ['fleet.unpack'],
    },
    { name: 'UTF-16BE', content: utf16be(csv), hosts: ['MÁY-01', 'MÁY-02'] },
    {
      name: 'windows-1258',
      content: windows1258(csv),
      hosts: ['MÁY-01', 'MÁY-02'],
      codes: ['fleet.legacy_encoding'],
    },
    {
      name: 'question marks where letters were lost: told',
      content: lines(
        'Name,DistinguishedName,OperatingSystem',
        'M?Y-01,"CN=M?Y-01,OU=S? K? ho?ch",x',
        'MAY-02,"OU=Ph?ng t?i ch?nh",x',
      ),
      hosts: ['M?Y-01', 'MAY-02'],
      codes: ['fleet.damaged_letters'],
    },
    {
      name: 'JSON with comments and a comma too many',
      content: `// danh sách máy\n[\n  {"host": "PC01", "realtime": true, /* bật */ "observed_at": "2026-11-20"},\n]\n`,
      hosts: ['PC01'],
    },
    { name: 'JSON in UTF-16BE', content: utf16be(record), hosts: ['PC01'] },
    {
      name: 'XML of an inventory',
      content:
        '<?xml version="1.0"?><REQUEST><CONTENT><HARDWARE><NAME>PC01</NAME></HARDWARE></CONTENT></REQUEST>',
      hosts: ['PC01'],
    },
    {
      name: 'XML with a document type: its entities could blow it up',
      content:
        '<!DOCTYPE x [<!ENTITY a "aa">]><REQUEST><CONTENT><HARDWARE><NAME>&a;</NAME></HARDWARE></CONTENT></REQUEST>',
      hosts: [],
      codes: ['fleet.unpack'],
    },
    {
      name: 'XML that breaks off',
      content: '<REQUEST><CONTENT><HARDWARE>',
      hosts: [],
      codes: ['fleet.unpack'],
    },
    {
      name: 'HTML named like a workbook',
      content: '<html><body><table><tr><td>Tên máy</td></tr></table></body></html>',
      hosts: [],
      codes: ['fleet.unpack'],
    },
    {
      name: 'a zip that claims more than it may hold',
      content: packed('a.csv', utf8(csv), { claims: 0xfffffff0 }),
      hosts: [],
      codes: ['fleet.unpack'],
    },
    {
      name: 'a zip with a password',
      content: packed('a.csv', utf8(csv), { encrypted: true }),
      hosts: [],
      codes: ['fleet.unpack'],
    },
    {
      name: 'a workbook with a password',
      content: new Uint8Array([
        ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
        ...Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      hosts: [],
      codes: ['fleet.unpack'],
    },
    {
      name: 'an archive cut short',
      content: packed('a.csv', utf8(csv)).subarray(0, 60),
      hosts: [],
      codes: ['fleet.unpack'],
    },
    {
      name: 'gzip cut short',
      content: gzipSync(csv).subarray(0, 30),
      hosts: [],
      codes: ['fleet.unpack'],
    },
    {
      name: 'an empty zip of folders',
      content: zipStored(new Map([['a/', utf8('')]])),
      hosts: [],
      codes: ['fleet.unpack'],
    },
  ];
  test.each(await readAll(cases))('$name', ({ found, hosts, codes = [] }) => {
    expect(found).toEqual({ hosts, codes, lost: 0 });
  });

  test('a header row in quotes over two lines, below a title', async () => {
    const content = lines(
      'DANH SÁCH',
      '"STT","Tên',
      'máy","Phần mềm diệt virus"',
      '1,MÁY-01,Bkav Pro',
      '2,"MÁY',
      '-02",',
    );
    const judged = await read(content);
    expect(summary(judged)).toEqual({ hosts: ['MÁY-01', 'MÁY\n-02'], codes: [], lost: 0 });
    expect(judged.observations[0]).toMatchObject({ product_name: 'Bkav Pro' });
  });

  test('a bomb of zeros is never unpacked whole', async () => {
    // Members of one gzip file follow each other: together 640 MB, of which 512 MB may be unpacked.
    const member = gzipSync(new Uint8Array(64 * 1024 * 1024), { level: 1 });
    const judged = await read(new Uint8Array(Buffer.concat(Array(10).fill(member))));
    expect(summary(judged)).toMatchObject({ hosts: [], codes: ['fleet.unpack'] });
  });

  test('each part of a zip has its own rows and its own problems', async () => {
    const bad = lines('Tên máy,Ghi chú', 'MÁY-03,x,thừa');
    const { result, diagnostics } = await read(
      zipStored(
        new Map([
          ['a.csv', utf8(csv)],
          ['b.csv', utf8(bad)],
        ]),
      ),
    );
    expect(
      result.files.map(({ part, rows_read, refused }) => [
        part,
        Number(rows_read),
        Number(refused),
      ]),
    ).toEqual([
      ['a.csv', 2, 0],
      ['b.csv', 1, 1],
    ]);
    expect(diagnostics.map(({ code, message }) => [code, message.params['part']])).toEqual([
      ['fleet.rows_refused', 'b.csv'],
    ]);
  });
});
