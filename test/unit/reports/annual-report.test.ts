import { describe, expect, test } from 'vitest';
import { annualReport } from '../../../src/audit/annual-report.js';
import { readWorkbook } from '../../../src/documents/spreadsheet/read-workbook.js';
import type { ReadCell } from '../../../src/documents/spreadsheet/workbook.js';
import { formatDate, isoDate } from '../../../src/domain/dates.js';
import { type FormModel, formModel } from '../../../src/reports/annual-report/form-model.js';
import type { FormCell, FormTable } from '../../../src/reports/annual-report/form-table.js';
import { annualReportMarkdown } from '../../../src/reports/annual-report/markdown.js';
import { annualReportXlsx } from '../../../src/reports/annual-report/xlsx.js';
import { agency, soundSystem, source, systemWith, usual } from '../audit/annual-report/support.js';

const day = isoDate;

const undecided = systemWith({
  id: 'van-ban',
  name: 'Quản lý văn bản',
  operatingUnit: undefined,
  approval: undefined,
  dossier: undefined,
  declaredLevel: 2,
  expectedApproval: day('2027-03-31'),
  securityPlan: { status: 'partly', expected: day('2027-06-30') },
});

const report = annualReport(
  source(
    agency({ systems: [soundSystem, undecided] }),
    agency({ id: 'so-c', name: 'Sở C', missing: 'not_submitted' }),
  ),
  usual,
);

const model = formModel(report, 'vi');

function table(found: FormModel, id: string): FormTable {
  const wanted = found.tables.find((each) => each.id === id);
  if (!wanted) throw new Error(`no table ${id}`);
  return wanted;
}

/** A cell as it reads in any format. */
function shown(cell: FormCell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  return 'date' in cell ? formatDate(cell.date) : cell.join(' ');
}

function read(cell: ReadCell | undefined): string {
  if (cell?.kind === 'text') return cell.text.replace(/^• /, '').replaceAll('\n• ', ' ');
  if (cell?.kind === 'number') return String(cell.value);
  return cell?.kind === 'date' && cell.date ? formatDate(cell.date) : '';
}

async function workbook(found: FormModel) {
  const reading = await readWorkbook(await annualReportXlsx(found));
  if ('problem' in reading) throw new Error(reading.problem.key);
  return reading.workbook;
}

/** The rows of the table below a heading, unescaped. */
function markdownRows(text: string, title: string): string[][] {
  const lines = text.slice(text.indexOf(`## ${title}`)).split('\n');
  const start = lines.findIndex((line) => line.startsWith('| ---'));
  const end = lines.findIndex((line, i) => i > start && !line.startsWith('|'));
  return lines.slice(start + 1, end).map((line) =>
    line
      .slice(2, -2)
      .split(/(?<!\\) \| /)
      .map((cell) =>
        cell.replaceAll('<br>', ' ').replace(/\\(.)/g, '$1').replaceAll('&amp;', '&').trim(),
      ),
  );
}

test('section 3 in the words of the form', () => {
  expect(table(model, 'systems').rows.map((row) => row.map(shown))).toEqual([
    [
      '1',
      'Phần mềm quản lý nhân sự',
      'UBND tỉnh Lạng Sơn',
      'Văn phòng Sở Y tế',
      '3',
      'Đã được phê duyệt',
      '12/QĐ-UBND, ngày 01/10/2026, UBND tỉnh Lạng Sơn (căn cứ NĐ 331/2026)',
      '01/QC-SYT, ngày 25/08/2026, Sở Y tế',
      '',
      'Đã triển khai đầy đủ',
      '',
      'Định kỳ',
    ],
    [
      '2',
      'Quản lý văn bản',
      'UBND tỉnh Lạng Sơn',
      '……………',
      '2',
      '',
      '',
      '01/QC-SYT, ngày 25/08/2026, Sở Y tế',
      '31/03/2027',
      'Đã triển khai một số hạng mục',
      '30/06/2027',
      'Định kỳ',
    ],
  ]);
});

test('the sheets bear the names of the parts', () => {
  expect(model.tables.map(({ sheet }) => sheet)).toEqual([
    'Mục 1',
    'Mục 2',
    'Mục 3',
    'Phụ lục A',
    'Phụ lục B',
    'Phụ lục C',
    'Phụ lục D',
    'Điều 36',
    'Kiểm tra',
  ]);
});

test('annexes say that they are a proposal', () => {
  for (const id of ['annex-a', 'annex-b', 'annex-c', 'annex-d']) {
    expect(table(model, id).remarks[0]).toBe('(đề xuất của chúng tôi, không phải mẫu chính thức)');
  }
});

describe.each(['vi', 'en'] as const)('the same figures in every format (%s)', (language) => {
  const own = formModel(report, language);

  test('XLSX', async () => {
    const { sheets } = await workbook(own);
    expect(sheets.map(({ name }) => name)).toEqual(own.tables.map(({ sheet }) => sheet));
    for (const [index, each] of own.tables.entries()) {
      const rows = (sheets[index]?.rows ?? []).map((row) => row.map(read));
      const titles = each.columns.map(({ title }) => title);
      const head = rows.findIndex((row) => titles.every((title, i) => row[i] === title));
      expect(head, each.id).toBeGreaterThan(0);
      const first = head + (each.numbered ? 2 : 1);
      const body = rows.slice(first, first + each.rows.length);
      const wide = body.map((row) => titles.map((_, i) => row[i] ?? ''));
      expect(wide, each.id).toEqual(each.rows.map((row) => row.map(shown)));
    }
  });

  test('Markdown', () => {
    const text = annualReportMarkdown(own);
    for (const each of own.tables) {
      const rows = each.rows.length === 0 ? [] : markdownRows(text, each.title);
      const body = each.numbered ? rows.slice(1) : rows;
      expect(body, each.id).toEqual(each.rows.map((row) => row.map(shown)));
    }
  });
});

test('on paper annex D lists what is open and says how much it leaves out', () => {
  const rows = (['met', 'not_met', 'not_applicable', 'expired'] as const).map((state) => ({
    system: 'nhan-su',
    name: 'Phần mềm quản lý nhân sự',
    requirement: '5.1.2.1.a',
    title: { vi: 'Quy chế', en: 'Regulation' },
    state,
    due: null,
    responsible: null,
  }));
  const { annexes } = report;
  const answered = { ...report, annexes: { ...annexes, D: { ...annexes.D, rows } } };
  const open = table(formModel(answered, 'vi', { requirements: 'open' }), 'annex-d');
  expect(open.rows.map((row) => row.map(shown).slice(1))).toEqual([
    ['5.1.2.1.a Quy chế', 'chưa đáp ứng', '……………', '……………'],
    ['5.1.2.1.a Quy chế', 'quá hạn rà soát', '……………', '……………'],
  ]);
  expect(open.remarks[1]).toMatch(/^Không liệt kê 2 yêu cầu/);
  expect(table(formModel(answered, 'vi'), 'annex-d').rows).toHaveLength(4);
});

test('draft, late and missing agencies are said', () => {
  const bad = annualReport(source(agency({ systems: [systemWith({ approval: undefined })] })), {
    ...usual,
    sentOn: day('2026-12-30'),
  });
  expect(formModel(bad, 'vi').marks).toEqual([
    'BẢN NHÁP — chưa đủ điều kiện gửi. Chưa đạt: CHK-02, CHK-14.',
    'NỘP MUỘN',
  ]);
  expect(model.marks).toEqual([]);
  expect(model.missing).toBe('Chưa gồm số liệu của: Sở C.');
});

test('everything approved: the date gives way to a word', () => {
  const done = formModel(annualReport(source(agency()), usual), 'vi');
  expect(table(done, 'summary').rows.at(-1)?.at(-1)).toBe('Đã hoàn thành');
});

test('nothing to report: no word, no date', () => {
  const none = formModel(annualReport(source(agency({ systems: [] })), usual), 'vi');
  expect(table(none, 'summary').rows.at(-1)?.at(-1)).toBe('……………');
});

const hostile = [
  '=HYPERLINK("http://x","y")',
  '+1+1',
  '-2',
  '@SUM(A1)',
  'a | b \\| c',
  '<script>alert(1)</script> & <br>',
  '**đậm** _nghiêng_ `mã` [x](http://y) # 1.',
  'dòng một\ndòng hai\r\n| giả | hàng |',
  'ngược \u202Egnal\u202C và \u0007 chuông',
  '_x000D_ và #REF!',
];

describe.each(hostile)('a name such as %j', (name) => {
  const own = formModel(
    annualReport(
      source(agency({ systems: [systemWith({ name, owner: { name }, operatingUnit: name })] })),
      usual,
    ),
    'vi',
  );

  test('runs nowhere in XLSX and is kept', async () => {
    const { sheets } = await workbook(own);
    const cells = sheets.flatMap(({ rows }) => rows.flat());
    expect(cells.filter(({ kind }) => kind === 'formula' || kind === 'error')).toEqual([]);
    const texts = cells.flatMap((cell) => (cell.kind === 'text' ? cell.text : []));
    expect(texts.filter((text) => /^[=+\-@]/.test(text))).toEqual([]);
    const plain = (text: string) => text.replace(/[\s\p{Cc}\p{Cf}']+/gu, '');
    expect(texts.some((text) => plain(text) === plain(name))).toBe(true);
  });

  test('stays in its cell in Markdown', () => {
    const text = annualReportMarkdown(own);
    const rows = markdownRows(text, table(own, 'systems').title);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toHaveLength(12);
    expect(text).not.toMatch(/(?<!\\)<(?!br>)/);
    expect(text).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
  });
});

test('the same report gives the same bytes', async () => {
  const [one, two] = await Promise.all([annualReportXlsx(model), annualReportXlsx(model)]);
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  expect(annualReportMarkdown(model)).toBe(annualReportMarkdown(formModel(report, 'vi')));
});
