import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../../src/documents/document.js';
import { loadSchemas } from '../../../src/documents/schemas.js';
import { type DraftAnswers, draftSource } from '../../../src/fleet/draft/draft-source.js';
import { draftText } from '../../../src/fleet/draft/draft-text.js';
import { findTable } from '../../../src/fleet/draft/find-table.js';
import { type ColumnGuess, guessColumns } from '../../../src/fleet/draft/guess-columns.js';
import { openFolder } from '../../../src/platform/files.js';

// What a program may guess of an export that nobody foresaw, and what it may not.

const schemas = await loadSchemas(openFolder('.'), 'schemas');

function guess(...lines: readonly string[]): readonly ColumnGuess[] {
  const table = findTable(lines.join('\n'));
  return guessColumns(
    (table?.headers ?? []).map((header, index) => ({
      header,
      values: (table?.rows ?? []).flatMap((row) => row[index] || []),
    })),
  );
}

/** Each column as `header: fact`, doubtful ones with a question mark, plain ones with `-`, unknown ones with nothing. */
function shown(guesses: readonly ColumnGuess[]): readonly string[] {
  return guesses.map((each) => {
    if (!('fact' in each)) return each.is === 'plain' ? `${each.header}: -` : each.header;
    return `${each.header}: ${each.fact}${each.is === 'doubtful' ? '?' : ''}`;
  });
}

describe('the header row', () => {
  test.each([
    {
      name: 'titles above, a blank line, totals below',
      text: 'BÁO CÁO\nNgày 20/11/2026\n\nSTT;Tên trạm;Hệ ĐH\n1;A-01;Windows 11\n2;A-02;Windows 10\nTổng cộng;2;\n',
      found: { delimiter: ';', headerLine: 4, headers: ['STT', 'Tên trạm', 'Hệ ĐH'] },
    },
    {
      name: 'sep= on the first line',
      text: 'sep=|\nhost|os\nA-01|Windows\n',
      found: { delimiter: '|', headerLine: 2, headers: ['host', 'os'] },
    },
    {
      name: 'commas in texts of a table parted by tabs',
      text: 'Máy, tên\tGhi chú, khác\nA-01\tx, y, z\nA-02\tx, y, z\n',
      found: { delimiter: '\t', headerLine: 1, headers: ['Máy, tên', 'Ghi chú, khác'] },
    },
    {
      name: 'names in quotes, and a line break in a cell above it',
      text: '"Danh sách\ncủa Sở",\n"Tên","Loại"\n"A-01","x"\n"A-02","y"\n',
      found: { delimiter: ',', headerLine: 3, headers: ['Tên', 'Loại'] },
    },
    {
      name: 'decomposed Vietnamese letters',
      text: 'Tên máy;Hệ điều hành\nA;B\n'.normalize('NFD'),
      found: { delimiter: ';', headerLine: 1, headers: ['Tên máy', 'Hệ điều hành'] },
    },
    {
      name: 'data that look more like names than the header does',
      text: 'May;OS;x\nA-01;Windows mười một;Bkav\nA-02;Windows mười;CMC\n',
      found: { delimiter: ';', headerLine: 1, headers: ['May', 'OS', 'x'] },
    },
  ])('$name', ({ text, found }) => expect(findTable(text)).toMatchObject(found));

  test.each([
    ['one column', 'Tên\nA\nB\n'],
    ['nothing but numbers and dates', '1;20/11/2026\n2;21/11/2026\n'],
    ['prose', 'Kính gửi Sở.\nĐây là công văn.\n'],
    ['nothing', ''],
  ])('%s is no table', (_name, text) => expect(findTable(text)).toBeUndefined());
});

describe('columns', () => {
  test('Vietnamese and English names, with and without diacritics, run together', () => {
    expect(
      shown(
        guess(
          'STT;TEN MAY;số sê-ri;MAC;Hệ Điều Hành;lastSeen;Ghi chú;Màu',
          '1;A-01;SN1;00-11-22-33-44-55;Windows 10;2026-11-20 08:00;;đỏ',
        ),
      ),
    ).toEqual([
      ...['STT: -', 'TEN MAY: host', 'số sê-ri: serial', 'MAC: macs', 'Hệ Điều Hành: os_name'],
      ...['lastSeen: last_seen', 'Ghi chú: -', 'Màu'],
    ]);
  });

  test.each([
    {
      name: 'protection is read when the name and every word are known',
      lines: ['Máy;Bảo vệ thời gian thực', 'A;Bật', 'B;Tắt', 'C;Không rõ'],
      found: ['Máy: host', 'Bảo vệ thời gian thực: realtime'],
    },
    {
      name: 'one word that nobody knows keeps it out',
      lines: ['Máy;Bảo vệ thời gian thực', 'A;Bật', 'B;Ngủ'],
      found: ['Máy: host', 'Bảo vệ thời gian thực: realtime?'],
    },
    {
      name: 'a name that only hints keeps it out, whatever the words',
      lines: ['Máy;Trạng thái', 'A;Bật', 'B;Tắt'],
      found: ['Máy: host', 'Trạng thái: realtime?'],
    },
    {
      name: 'one and nought are no words for on and off',
      lines: ['Máy;Real-time protection', 'A;1', 'B;0'],
      found: ['Máy: host', 'Real-time protection: realtime?'],
    },
    {
      name: 'sentences are no words',
      lines: ['Máy;Trạng thái', ...Array.from({ length: 12 }, (_, i) => `A${i};việc thứ ${i}`)],
      found: ['Máy: host', 'Trạng thái'],
    },
    {
      name: 'a date of an update may be of anything',
      lines: ['Máy;Ngày cập nhật;Ngày cập nhật mẫu', 'A;20/11/2026;20/11/2026'],
      found: ['Máy: host', 'Ngày cập nhật: signatures_date?', 'Ngày cập nhật mẫu: signatures_date'],
    },
    {
      name: 'a date that can not be read is left alone',
      lines: ['Máy;Kết nối cuối', 'A;20.11.2026'],
      found: ['Máy: host', 'Kết nối cuối'],
    },
    {
      name: 'numbers of rows are no ids',
      lines: ['Máy;ID;Agent ID', 'A;1;x-1', 'B;2;x-2'],
      found: ['Máy: host', 'ID', 'Agent ID: vendor_id'],
    },
    {
      name: 'addresses tell themselves',
      lines: ['Máy;Card', 'A;00:11:22:33:44:55', 'B;001122334466'],
      found: ['Máy: host', 'Card: macs'],
    },
    {
      name: 'of two columns for one fact the first is read',
      lines: ['Tên máy;Hostname', 'A;B'],
      found: ['Tên máy: host', 'Hostname'],
    },
    {
      name: 'without a name for it, the machines are offered by their values',
      lines: ['Mã số tài sản;Bí danh', '12;PC-01', '13;PC-02'],
      found: ['Mã số tài sản', 'Bí danh: host?'],
    },
  ])('$name', ({ lines, found }) => expect(shown(guess(...lines))).toEqual(found));

  test.each([
    ['the day is over twelve', ['25/11/2026', '03/04/2026'], ['dmy'], false],
    ['the month is over twelve', ['11/25/2026', '03/04/2026'], ['mdy'], false],
    ['neither is', ['03/04/2026 08:00'], ['dmy', 'mdy'], true],
    ['never', ['25/11/2026', '25/11/2026', 'never', 'Không có'], ['dmy'], false],
    ['two forms', ['2026-11-20', '5 phút trước'], ['iso', 'relative'], false],
    ['seconds since 1970', ['1763625600'], ['epoch'], false],
  ])('dates: %s', (_name, days, dates, openDates) => {
    const [, found] = guess('Máy;Kết nối cuối', ...days.map((day, i) => `A${i};${day}`));
    expect(found).toMatchObject({ is: 'read', fact: 'last_seen', dates, openDates });
  });
});

describe('the draft', () => {
  const odd = guess(
    'Tên trạm;Khiên chắn;Cập nhật;Liên lạc cuối;Lạ',
    'A-01;Xanh;03/04/2026;05/06/2026;x',
    'A-02;Đỏ;03/04/2026;05/06/2026;y',
  );
  const drafted = (guesses: readonly ColumnGuess[], answers: DraftAnswers = {}) => {
    const draft = draftSource({ id: 'thu', file: 'thu.csv', format: 'table' }, guesses, answers);
    if (!draft) throw new Error('no draft');
    const { text, edit } = draftText(draft, 'vi');
    const document = parseDocument(new TextEncoder().encode(text), 'thu.yaml');
    expect([...document.diagnostics, ...schemas.check(document, 'source')]).toEqual([]);
    return { draft, lines: text.split('\n'), edit, value: document.value as Record<string, never> };
  };

  test('what nobody said takes the safest choice, and each such line is marked', () => {
    const { value, lines, edit } = drafted(odd);
    expect(value).toMatchObject({
      role: 'list',
      grade: 'E',
      sees: 'no_products',
      columns: [{ fact: 'host' }, { fact: 'last_seen' }],
      dates: ['dmy', 'mdy'],
    });
    const marked = lines.flatMap((line, i) => (/# ĐIỀN: /.test(line) ? [i + 1] : []));
    expect(edit).toEqual(marked);
    const parts = marked.map((line) => /^\s*(# - \{fact: )?(\w+)/.exec(lines[line - 1] ?? '')?.[2]);
    expect(parts).toEqual([
      ...['role', 'grade', 'sees', 'realtime', 'signatures_date', 'khien_chan', 'dates'],
    ]);
  });

  test('a console’s one product is said; then only columns, words and dates are open', () => {
    const { value, edit } = drafted(odd, { role: 'console', product: 'cmc-endpoint' });
    expect(value).toMatchObject({ grade: 'A', sees: 'one_product', product: 'cmc-endpoint' });
    expect(edit).toHaveLength(4);
  });

  test('answers settle a column and its words; a refused one is not read', () => {
    const columns = new Map([
      [
        'Khiên chắn',
        { fact: 'realtime' as const, words: { yes: ['Xanh'], no: ['Đỏ'], unknown: [] } },
      ],
      ['Cập nhật', null],
    ]);
    const { value, draft } = drafted(odd, { role: 'console', product: null, columns });
    expect(value['columns']).toContainEqual(
      expect.objectContaining({ fact: 'realtime', headers: ['Khiên chắn'] }),
    );
    expect(value['words']).toEqual({ khien_chan: { yes: ['Xanh'], no: ['Đỏ'], unknown: [] } });
    expect(draft.unread).toEqual(['Cập nhật', 'Lạ']);
  });

  test.each(['directory', 'list', 'inventory'] as const)('%s claims no protection', (role) => {
    expect(drafted(odd, { role }).value).toMatchObject({ role, grade: 'E', sees: 'no_products' });
  });

  test('names with quotes, hashes, line breaks and brackets stay names', () => {
    const header = 'Trạng "thái" #1: {x} [y]\u2028z';
    const { value } = drafted(
      guessColumns([
        { header: 'Tên máy', values: ['A', 'B'] },
        { header, values: ['Xanh: "a"', 'Đỏ #2'] },
      ]),
      {
        columns: new Map([[header, { fact: 'realtime' as const }]]),
      },
    );
    expect(value['columns']).toHaveLength(2);
  });

  test('no column can name a machine: no draft', () => {
    const shape = { id: 'thu', file: 'thu.csv', format: 'table' as const };
    expect(draftSource(shape, guess('Màu;Cỡ', 'đỏ;1', 'đỏ;2'), {})).toBeUndefined();
  });
});
