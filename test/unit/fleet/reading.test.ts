import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDuckDb } from '../../../src/fleet/engines/duckdb.js';
import { type Judged, judge, ndjson, protectedRow } from './support.js';

/** A file and what must become of it. Names of machines read, in order; reasons of refused rows; codes of diagnostics. */
interface ReadingCase {
  readonly name: string;
  readonly file?: string;
  readonly content: string | Uint8Array;
  readonly source?: string;
  readonly kind?: string;
  readonly hosts?: readonly string[];
  readonly refused?: readonly string[];
  readonly codes?: readonly string[];
}

const text = (...lines: readonly string[]) => lines.join('\n');
const bytes = (...values: readonly number[]) => new Uint8Array(values);
const utf16 = (content: string) =>
  new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content, 'utf16le')]));
const refusals = (...reasons: readonly string[]) => ({
  refused: reasons,
  codes: [...new Set(reasons)].map(() => 'fleet.rows_refused'),
});

const kscHeader =
  'Name\tNetwork Agent is running\tReal-time protection status\tLast connected to Administration Server';
const adHeader = '"Name","DNSHostName","Enabled","LastLogonDate"';
const listHeader = 'STT;Tên máy;Phần mềm diệt virus;Ghi chú';

const sameRecords: readonly ReadingCase[] = [
  {
    name: 'comma',
    content: text(adHeader, '"PC01","","True","2026-11-20"', '"PC02","","True","2026-11-20"'),
  },
  {
    name: 'TAB in a file named .csv',
    content: text(
      adHeader,
      '"PC01","","True","2026-11-20"',
      '"PC02","","True","2026-11-20"',
    ).replaceAll(',', '\t'),
  },
  {
    name: 'semicolon',
    content: text(
      adHeader,
      '"PC01","","True","2026-11-20"',
      '"PC02","","True","2026-11-20"',
    ).replaceAll(',', ';'),
  },
  {
    name: 'semicolon with sep=;',
    content: text('sep=;', adHeader, 'PC01;;True;2026-11-20', 'PC02;;True;2026-11-20').replaceAll(
      ',',
      ';',
    ),
  },
  {
    name: '#TYPE line',
    content: text(
      '#TYPE Microsoft.ActiveDirectory.Management.ADComputer',
      adHeader,
      'PC01,,True,2026-11-20',
      'PC02,,True,2026-11-20',
    ),
  },
  {
    name: 'byte-order mark',
    content: `\ufeff${text(adHeader, 'PC01,,True,2026-11-20', 'PC02,,True,2026-11-20')}`,
  },
  {
    name: 'byte-order mark and sep=;',
    content: `\ufeff${text('sep=;', adHeader, 'PC01,,True,2026-11-20', 'PC02,,True,2026-11-20').replaceAll(',', ';')}`,
  },
  {
    name: 'UTF-16LE',
    content: utf16(text(adHeader, 'PC01,,True,2026-11-20', 'PC02,,True,2026-11-20')),
  },
  {
    name: 'UTF-16LE with TAB and CRLF',
    content: utf16(
      text(adHeader, 'PC01,,True,2026-11-20', 'PC02,,True,2026-11-20')
        .replaceAll(',', '\t')
        .replaceAll('\n', '\r\n'),
    ),
  },
  {
    name: 'CRLF',
    content: text(adHeader, 'PC01,,True,2026-11-20', 'PC02,,True,2026-11-20', '').replaceAll(
      '\n',
      '\r\n',
    ),
  },
  {
    name: 'blank lines and title rows',
    content: text(
      'Danh sách máy tính',
      '',
      'Sở Y tế',
      adHeader,
      '',
      'PC01,,True,2026-11-20',
      '',
      'PC02,,True,2026-11-20',
      '',
      '',
    ),
  },
  {
    name: 'other order of columns, header in another case',
    content: text(
      'enabled,NAME,lastlogondate,dnshostname',
      'True,PC01,2026-11-20,',
      'True,PC02,2026-11-20,',
    ),
  },
];

const tables: readonly ReadingCase[] = [
  {
    name: 'short row: padded',
    content: text(kscHeader, 'PC01', 'PC02\tYes'),
    hosts: ['PC01', 'PC02'],
  },
  {
    name: 'row with one cell more: refused',
    content: text(kscHeader, 'PC01\tYes\tRunning\t2026-11-20\tx', 'PC02\tYes\tRunning\t2026-11-20'),
    hosts: ['PC02'],
    ...refusals('too_many_cells'),
  },
  {
    name: 'row with many cells more: refused',
    content: text(
      kscHeader,
      'PC01\tYes\tRunning\t2026-11-20\tx\ty\tz',
      'PC02\tYes\tRunning\t2026-11-20',
    ),
    hosts: ['PC02'],
    ...refusals('too_many_cells'),
  },
  {
    name: 'trailing delimiter: nothing more than the header',
    content: text(kscHeader, 'PC01\tYes\tRunning\t2026-11-20\t'),
    hosts: ['PC01'],
  },
  {
    name: 'line breaks and delimiters in quotes',
    content: text(
      adHeader,
      '"PC\n01","a,b","True","2026-11-20"',
      '"PC02","a;b","True","2026-11-20"',
    ),
    hosts: ['PC\n01', 'PC02'],
  },
  {
    name: 'doubled quote',
    content: text(adHeader, '"PC""01","","True","2026-11-20"'),
    hosts: ['PC"01'],
  },
  {
    name: 'repeated header',
    content: text(adHeader, 'PC01,,True,2026-11-20', adHeader, 'PC02,,True,2026-11-20'),
    hosts: ['PC01', 'PC02'],
    ...refusals('repeated_header'),
  },
  {
    name: 'totals rows',
    content: text(
      listHeader,
      '1;PC01;Bkav Pro;',
      ';Tổng cộng: 1;;',
      'Tổng số máy;1;;',
      'Cộng:;1;;',
    ),
    hosts: ['PC01'],
    ...refusals('summary_row', 'summary_row', 'summary_row'),
  },
  {
    name: 'a row that names no machine',
    content: text(listHeader, '1;PC01;Bkav Pro;', '2;;Bkav Pro;'),
    hosts: ['PC01'],
    ...refusals('no_identity'),
  },
  { name: 'header only', content: text(adHeader, ''), hosts: [], codes: ['fleet.no_rows'] },
  { name: 'header without a line end', content: adHeader, hosts: [], codes: ['fleet.no_rows'] },
  {
    name: 'a row without a line end',
    content: text(adHeader, 'PC01,,True,2026-11-20'),
    hosts: ['PC01'],
  },
  {
    name: 'odd words: unknown, and told',
    content: text(kscHeader, 'PC01\tYes\tRuning\t2026-11-20'),
    hosts: ['PC01'],
    codes: ['fleet.odd_word'],
  },
  {
    name: 'a column that is not used: told',
    content: text(`${kscHeader}\tMàu`, 'PC01\tYes\tRunning\t2026-11-20\tđỏ'),
    hosts: ['PC01'],
    codes: ['fleet.ignored_columns'],
  },
  {
    name: 'a column named like SQL',
    content: text(
      `${kscHeader}\t"""; DROP TABLE file; --"\t'); DROP TABLE file; --`,
      'PC01\tYes\tRunning\t2026-11-20\tx\ty',
    ),
    hosts: ['PC01'],
    codes: ['fleet.ignored_columns'],
  },
  {
    name: 'two columns of one name: the first counts',
    content: text('Name,DistinguishedName,Name', 'PC01,x,PC09'),
    hosts: ['PC01'],
  },
  {
    name: 'headers typed decomposed',
    content: text(listHeader, '1;MÁY-01;;').normalize('NFD'),
    hosts: ['MÁY-01'],
  },
  {
    name: 'a name of 10,000 characters',
    content: text(adHeader, `${'x'.repeat(10_000)},,True,2026-11-20`, 'PC02,,True,2026-11-20'),
    hosts: ['PC02'],
    ...refusals('name_too_long'),
  },
  {
    name: 'hostile names',
    content: text(
      adHeader,
      `"=cmd|' /C calc'!A0",,True,2026-11-20`,
      `"';DROP TABLE file;--",,True,2026-11-20`,
      '"\u202egnp.exe",,True,2026-11-20',
      '"a""b\'c",,True,2026-11-20',
      '__proto__,,True,2026-11-20',
    ),
    hosts: ["=cmd|' /C calc'!A0", "';DROP TABLE file;--", '\u202egnp.exe', 'a"b\'c', '__proto__'],
  },
  {
    name: 'bytes of another encoding late in the file',
    content: concat(
      text(
        adHeader,
        ...Array.from({ length: 3000 }, (_, index) => `PC${index},dns,True,2026-11-20`),
        '',
      ),
      bytes(0x4d, 0xc1, 0x59, 0x2c, 0x2c, 0x2c, 0x0a),
      'PCX,,True,2026-11-20\n',
    ),
    hosts: [...Array.from({ length: 3000 }, (_, index) => `PC${index}`), 'PCX'],
    ...refusals('unreadable_text'),
  },
  {
    name: 'a line of 2 MB',
    content: text(
      adHeader,
      `PC01,${'x'.repeat(2_000_000)},True,2026-11-20`,
      'PC02,,True,2026-11-20',
    ),
    hosts: ['PC02'],
    ...refusals('line_too_long'),
  },
];

function concat(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));
}

const record = (host: string) => ({ host, observed_at: '2026-11-20T00:00:00Z' });
const json: readonly ReadingCase[] = [
  {
    name: 'array',
    content: JSON.stringify([record('PC01'), record('PC02')], null, 2),
    hosts: ['PC01', 'PC02'],
  },
  {
    name: 'array with a byte-order mark',
    content: `\ufeff${JSON.stringify([record('PC01')])}`,
    hosts: ['PC01'],
  },
  {
    name: 'NDJSON with a byte-order mark',
    content: `\ufeff${ndjson(record('PC01'), record('PC02'))}`,
    hosts: ['PC01', 'PC02'],
  },
  {
    name: 'NDJSON with CRLF and blank lines',
    content: ndjson(record('PC01'), record('PC02')).replaceAll('\n', '\r\n\r\n'),
    hosts: ['PC01', 'PC02'],
  },
  {
    name: 'NDJSON with bad lines',
    content: text(
      JSON.stringify(record('PC01')),
      '{"host": "PC',
      'oops',
      JSON.stringify(record('PC02')),
    ),
    hosts: ['PC01', 'PC02'],
    ...refusals('not_a_record', 'not_a_record'),
  },
  {
    name: 'NDJSON with lines that are no records',
    content: text(JSON.stringify(record('PC01')), '42', '"x"', 'null', '[1]'),
    hosts: ['PC01'],
    ...refusals('not_a_record', 'not_a_record', 'not_a_record', 'not_a_record'),
  },
  {
    name: 'array with elements that are no records',
    content: '[{"host":"PC01","observed_at":"2026-11-20"},1,"x",null,[2]]',
    hosts: ['PC01'],
    ...refusals('not_a_record', 'not_a_record', 'not_a_record', 'not_a_record'),
  },
  {
    name: 'truncated array',
    content: '[{"host":"PC01","realtime":true},{"host":"PC',
    hosts: [],
    codes: ['fleet.unreadable'],
  },
  {
    name: 'nested garbage in facts',
    content: ndjson({
      ...record('PC01'),
      realtime: { value: true },
      macs: { a: [1] },
      signatures_date: [[['2026-11-20']]],
    }),
    hosts: ['PC01'],
    codes: ['fleet.odd_word', 'fleet.odd_word'],
  },
  {
    name: 'a record without a machine',
    content: ndjson(record('PC01'), { observed_at: '2026-11-20' }),
    hosts: ['PC01'],
    ...refusals('no_identity'),
  },
  {
    name: 'hostile field names',
    content: ndjson({
      ...record('PC01'),
      "a'); DROP TABLE file; --": 1,
      '"; DROP TABLE file; --': 2,
      __proto__: 3,
    }),
    hosts: ['PC01'],
    codes: ['fleet.ignored_columns'],
  },
  {
    name: 'thousands of field names',
    content: ndjson({
      ...Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`a${index}`, 1])),
      ...record('PC01'),
    }),
    hosts: ['PC01'],
    codes: ['fleet.ignored_columns'],
  },
  {
    name: 'a text of 2 MB',
    content: ndjson(record('PC01'), { ...record('PC02'), os_name: 'x'.repeat(2_000_000) }),
    hosts: ['PC01', 'PC02'],
  },
  {
    name: 'numbers for texts, texts for numbers',
    content: ndjson({
      ...record('PC01'),
      serial: 12345,
      open_threats: '2',
      screen_lock_minutes: 'mười',
    }),
    hosts: ['PC01'],
  },
  {
    name: 'integers over 64 bits',
    content: ndjson({ ...record('PC01'), open_threats: 1e300 }),
    hosts: ['PC01'],
  },
  {
    name: 'deep nesting',
    content: ndjson(record('PC01'), record('PC02')).replace(
      '\n',
      `\n{"host":"PC09","x":${'['.repeat(5000)}${']'.repeat(5000)}}\n`,
    ),
    hosts: ['PC01', 'PC09', 'PC02'],
    codes: ['fleet.ignored_columns'],
  },
];

const names: readonly ReadingCase[] = [
  'a[1].csv',
  'b*.csv',
  'c?.csv',
  "d'e.csv",
  'f"g.csv',
  'máy trạm quý 4.csv',
  'máy trạm.csv'.normalize('NFD'),
  '{x,y}.csv',
  '$p0.csv',
  'a;b.csv',
  '-rf.csv',
  '#1%20.csv',
  '[a-z].csv',
  '**.csv',
].map((file, index) => ({
  name: file,
  file,
  content: text(kscHeader, `PC${index}\tYes\tRunning\t2026-11-20`),
  hosts: [`PC${index}`],
}));

const unusable: readonly ReadingCase[] = [
  { name: 'empty', content: '', kind: 'empty' },
  { name: 'only a byte-order mark', content: '\ufeff', kind: 'empty' },
  { name: 'only a byte-order mark of UTF-16', content: bytes(0xff, 0xfe), kind: 'empty' },
  { name: 'blanks', content: ' \r\n\n', kind: 'empty' },
  { name: 'an empty list', content: '[]', kind: 'empty' },
  { name: 'an empty page', content: '{"value":[],"@odata.count":0}', kind: 'empty' },
  { name: 'numbers', content: '[1,2]', kind: 'unrecognised' },
  { name: 'binary', content: bytes(0x89, 0x50, 0x4e, 0x47, 4, 0, 0, 8, 0), kind: 'binary' },
  { name: 'text with a NUL', content: 'Name,Enabled\0', kind: 'binary' },
  {
    name: 'windows-1258, and no machines',
    content: concat('T', bytes(0xea), 'n s', bytes(0xe1), 'ch;STT\n'),
    kind: 'unrecognised',
  },
  { name: 'prose', content: 'Kính gửi Sở,\nxin gửi báo cáo.', kind: 'unrecognised' },
  { name: 'a number', content: '42', kind: 'unrecognised' },
];

/** Judges cases in one run, each file in an agency of its own, and gives what became of each. */
async function readAll(cases: readonly ReadingCase[]) {
  const path = (index: number) => `so-${index}/${cases[index]?.file ?? 'tep.csv'}`;
  const files = Object.fromEntries(cases.map(({ content }, index) => [path(index), content]));
  const judged = await judge({ files });
  return (index: number) => {
    const own = judged.observations.filter(({ agency }) => agency === `so-${index}`);
    const refused = judged.refused.flatMap((each) =>
      each.startsWith(`${path(index)}: `) ? [each.slice(path(index).length + 2)] : [],
    );
    return {
      shape: judged.shapes.get(path(index)),
      observations: own,
      hosts: own.map(({ host }) => host),
      refused,
      codes: judged.diagnostics.flatMap(({ file, code }) => (file === path(index) ? [code] : [])),
      rowsRead: judged.result.files.find((row) => row['path'] === path(index))?.['rows_read'],
    };
  };
}

describe.each([
  ['tables', tables],
  ['JSON', json],
  ['names of files', names],
] as const)('%s', (_, cases) => {
  let of: Awaited<ReturnType<typeof readAll>>;
  beforeAll(async () => {
    of = await readAll(cases);
  });

  test.each(cases.map((each, index) => ({ ...each, index })))('$name', ({ index, ...wanted }) => {
    const found = of(index);
    expect(found.shape).toHaveProperty('source');
    expect(found.hosts).toEqual(wanted.hosts);
    expect(found.refused).toEqual(wanted.refused ?? []);
    expect(found.codes).toEqual(wanted.codes ?? []);
    // Nothing is lost: every row read was used or refused. A file that can't be read at all is told as such.
    const rows = found.codes.includes('fleet.unreadable')
      ? undefined
      : found.hosts.length + found.refused.length;
    expect(found.rowsRead).toBe(rows);
  });
});

describe('the same records in other clothes', () => {
  let of: Awaited<ReturnType<typeof readAll>>;
  beforeAll(async () => {
    of = await readAll(sameRecords);
  });
  const facts = (index: number) =>
    of(index).observations.map(({ file_id, agency, ...rest }) => rest);

  test.each(sameRecords.map(({ name }, index) => ({ name, index })))('$name', ({ index }) => {
    expect(of(index).hosts).toEqual(['PC01', 'PC02']);
    expect(facts(index)).toEqual(facts(0));
  });
});

describe('files that are no reports', () => {
  let judged: Judged;
  beforeAll(async () => {
    const files = unusable.map(({ content }, index) => [`so-${index}/tep.csv`, content] as const);
    judged = await judge({ files: Object.fromEntries(files) });
  });
  test.each(unusable.map((each, index) => ({ ...each, index })))('$name', ({ kind, index }) => {
    expect(judged.shapes.get(`so-${index}/tep.csv`)?.kind).toBe(kind);
    expect(judged.observations).toEqual([]);
  });
});

describe('Parquet', () => {
  async function parquet(select: string): Promise<Uint8Array> {
    const folder = await mkdtemp(join(tmpdir(), 'tuanthu-parquet-'));
    const engine = await openDuckDb({ threads: 1, temporaryFolder: folder });
    try {
      const path = join(folder, 'x.parquet');
      await engine.run({ sql: `COPY (${select}) TO '${path}' (FORMAT parquet)` });
      return new Uint8Array(await readFile(path));
    } finally {
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    }
  }

  test('typed columns are read as the same facts', async () => {
    const { host, grade, product, realtime, running, installed, mode } = protectedRow();
    const content =
      await parquet(`SELECT '${host}' AS host, '${grade}' AS grade, '${product}' AS product, ${realtime} AS realtime,
      ${running} AS running, ${installed} AS installed, '${mode}' AS mode, DATE '2026-11-22' AS signatures_date, ['00:1B:21:00:00:01'] AS macs,
      TIMESTAMP '2026-11-23 01:00:00' AS observed_at, TIMESTAMPTZ '2026-11-23 01:00:00+00' AS last_seen, 2 AS open_threats`);
    const { endpoints, observations, diagnostics } = await judge({
      files: { 'so-y-te/x.parquet': content },
    });
    expect(diagnostics).toEqual([]);
    expect(endpoints.map(({ verdict, outcomes }) => [verdict, outcomes['EP-10']])).toEqual([
      ['protected', 'fail'],
    ]);
    expect(observations[0]).toMatchObject({
      macs: ['001B21000001'],
      last_seen: new Date('2026-11-23T01:00:00Z'),
    });
  });

  test('a file of other columns, and a broken one', async () => {
    const other = await parquet('SELECT 1 AS a UNION ALL SELECT 2');
    const { observations, refused, diagnostics } = await judge({
      files: {
        'so-y-te/a.parquet': other,
        'so-y-te/b.parquet': other.slice(0, 60),
        'so-y-te/c.ndjson': ndjson(record('PC01')),
      },
    });
    expect(observations.map(({ host }) => host)).toEqual(['PC01']);
    expect(refused).toEqual(['so-y-te/a.parquet: no_identity', 'so-y-te/a.parquet: no_identity']);
    expect(
      diagnostics.filter(({ code }) => code === 'fleet.unreadable').map(({ file }) => file),
    ).toEqual(['so-y-te/b.parquet']);
  });
});

test('a broken file of a group is lost alone, and nothing of the others is counted twice', async () => {
  const { observations, refused, diagnostics } = await judge({
    files: {
      'so-y-te/a.json': JSON.stringify([record('PC01'), 7]),
      'so-y-te/b.json': '[{"host":"PC03","realtime":true},{"host":"PC',
      'so-y-te/c.json': JSON.stringify([{ ...record('PC02'), realtime: 'maybe' }]),
    },
  });
  expect(observations.map(({ host }) => host)).toEqual(['PC01', 'PC02']);
  expect(refused).toEqual(['so-y-te/a.json: not_a_record']);
  expect(diagnostics.map(({ file, code }) => [file, code])).toEqual([
    ['so-y-te/b.json', 'fleet.unreadable'],
    ['so-y-te/a.json', 'fleet.rows_refused'],
    ['so-y-te/c.json', 'fleet.odd_word'],
  ]);
});

test('thousands of field names in a file by itself do not hide those that are known', async () => {
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`a${index}`, 1]));
  const { observations } = await judge({
    files: { 'so-y-te/a.ndjson': ndjson({ ...many, ...record('PC01') }) },
  });
  expect(observations.map(({ host }) => host)).toEqual(['PC01']);
});
