import { beforeAll, describe, expect, test } from 'vitest';
import { readTinos } from '../../../../src/platform/fonts.js';
import type { Block, DocumentModel } from '../../../../src/reports/document.js';
import type { ReportAssets, ReportFonts } from '../../../../src/reports/format.js';
import { format } from '../../../../src/reports/formats/pdf.js';
import { findingTable } from '../../../support/finding-table.js';
import { hostileDocument } from '../../../support/hostile-document.js';
import { dense, pdfPages } from '../../../support/pdf-text.js';
import {
  documentOf,
  inspectionDocument,
  letterDocument,
} from '../../../support/report-documents.js';

let assets: ReportAssets;
let fonts: ReportFonts;
beforeAll(async () => {
  fonts = await readTinos();
  assets = { fonts: () => Promise.resolve(fonts), webPage: () => Promise.reject(new Error('no')) };
});

async function rendered(document: DocumentModel): Promise<Uint8Array> {
  return (await format.render(document, assets)) as Uint8Array;
}

async function pagesOf(document: DocumentModel): Promise<readonly string[]> {
  return pdfPages(await rendered(document));
}

describe('the form of Decree 30/2020/NĐ-CP', () => {
  let pages: readonly string[];
  beforeAll(async () => {
    pages = await pagesOf(inspectionDocument);
  });

  test.each([
    'UBND TỈNH LẠNG SƠN',
    'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Lạng Sơn, ngày 24 tháng 11 năm 2026',
    'BIÊN BẢN',
    'Kiểm tra việc bảo đảm an ninh mạng theo cấp độ tại Sở Y tế',
    '(Bản dự thảo do máy lập, chưa có giá trị khi chưa ký)',
  ])('the first page has %j', (text) => {
    expect(pages[0]).toContain(text);
  });

  test('pages are numbered from the second on', () => {
    expect(pages[0]?.split('\n')).not.toContain('1');
    for (const [index, page] of pages.entries()) {
      if (index > 0) expect(page.split('\n')[0]).toBe(`${index + 1}`);
    }
  });

  test('signatures side by side, then the recipients', () => {
    const signed = pages.find((page) => page.includes('Nơi nhận:')) ?? '';
    expect(dense(signed)).toContain(dense('PHÓ GIÁM ĐỐC'));
    expect(signed.match(/……………………/g)).toHaveLength(2);
    expect(signed.indexOf('Nơi nhận:')).toBeGreaterThan(signed.indexOf('KIỂM TRA'));
    // Not alone: the last lines of the text go with them.
    expect(signed).toContain('Các bên thống nhất ký tên dưới đây.');
  });

  test('signatures never stand alone, however long the text is', async () => {
    const line: Block = { kind: 'paragraph', style: 'centred', text: 'dòng' };
    for (let count = 20; count < 36; count++) {
      const { body: _, ...rest } = letterDocument;
      const pagesOfIt = await pagesOf({ ...rest, body: Array.from({ length: count }, () => line) });
      expect(pagesOfIt.at(-1)).toMatch(/dòng\s+dòng/);
    }
  });

  test('each annex begins a page', () => {
    const first = pages.findIndex((page) => page.includes('Phụ lục I\n'));
    const second = pages.findIndex((page) => page.includes('Phụ lục II\n'));
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
    expect(pages[second]?.split('\n').slice(0, 3)).toEqual([
      `${second + 1}`,
      'Phụ lục II',
      'CÁCH ĐỌC KẾT QUẢ',
    ]);
  });

  test('the words of every block are there', () => {
    const all = dense(pages.join('\n'));
    for (const words of [
      'Đại diện cơ quan được kiểm tra:……',
      '89-91%',
      'máy được bảo vệ',
      'Hình 1. Mức hoàn thành các chỉ tiêu',
      'Bảng 1. Các hệ thống thông tin được kiểm tra',
      '(1)(2)(3)(4)(5)',
      '2. Bật lại chế độ bảo vệ thời gian thực',
      '- Quy chế bảo đảm an ninh mạng;',
      'Không có ý kiến khác.',
    ]) {
      expect(all).toContain(dense(words));
    }
  });

  test('a letter has its subject below the number and names several addressees below each other', async () => {
    const [page = ''] = await pagesOf(letterDocument);
    expect(dense(page)).toContain(dense(letterDocument.head.subject));
    expect(page).toContain('Kính gửi:');
    expect(page).toMatch(/^- ?UBND phường Kỳ Lừa;$/m);
    expect(page).toMatch(/^- ?Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn\.$/m);
  });

  test('one addressee stands beside the words', async () => {
    const head = { ...letterDocument.head, addressees: ['UBND xã Đồng Đăng'] };
    const [page] = await pagesOf({ ...letterDocument, head });
    expect(page).toContain('Kính gửi: UBND xã Đồng Đăng');
  });

  test('in English the motto stays Vietnamese and the form speaks English', async () => {
    const [page] = await pagesOf({ ...letterDocument, language: 'en' });
    expect(page).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(page).toContain('To:');
    expect(page).toContain('Recipients:');
  });

  test('an issuer that is not known is a dotted blank, a superior that is not there is nothing', async () => {
    const head = { ...letterDocument.head, superior: null, issuer: null };
    const [page = ''] = await pagesOf({ ...letterDocument, head });
    expect(page.split('\n')[0]).toBe('…………………… CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  });
});

describe('tables', () => {
  test('every cell of a long table is there, and the head with its numbers is on each page', async () => {
    const table = findingTable(150);
    const pages = await pagesOf(documentOf([table]));
    const all = dense(pages.join('\n'));
    for (const row of table.rows) {
      for (const cell of row) {
        expect(all).toContain(dense(typeof cell === 'string' ? cell : (cell?.text ?? '')));
      }
    }
    const filled = pages.filter((page) => page.includes('phát hiện'));
    expect(filled.length).toBeGreaterThan(3);
    for (const page of filled) {
      expect(dense(page)).toContain(dense('Phát hiện, bằng chứng Căn cứ'));
      expect(dense(page)).toContain('(1)(2)(3)(4)(5)(6)');
    }
  });

  test('a row higher than a page goes on, and none of its words is lost', async () => {
    const words = Array.from({ length: 1500 }, (_, index) => `từ${index}`);
    const table: Block = {
      kind: 'table',
      caption: null,
      columns: [
        { title: 'TT', weight: 1 },
        { title: 'Nội dung', weight: 3 },
      ],
      rows: [['1', words.join(' ')]],
      empty: '',
    };
    const pages = await pagesOf(documentOf([table]));
    expect(pages.length).toBeGreaterThan(2);
    const all = pages.join(' ').split(/\s+/);
    for (const word of words) expect(all).toContain(word);
  });

  test('rows are not parted between pages', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [
      `đầu${index} giữa giữa giữa giữa giữa giữa giữa cuối${index}`,
    ]);
    const block: Block = {
      kind: 'table',
      caption: null,
      columns: [
        { title: 'A', weight: 1 },
        { title: 'B', weight: 2 },
      ],
      rows,
      empty: '',
    };
    for (const page of await pagesOf(documentOf([block]))) {
      expect(page.match(/đầu\d+/g)?.length).toBe(page.match(/cuối\d+/g)?.length);
    }
  });

  test('a heading, a caption and a head stand on the page of their first row', async () => {
    const lines: Block = { kind: 'paragraph', style: 'centred', text: 'dòng' };
    const table: Block = {
      kind: 'table',
      caption: 'Chú thích bảng',
      columns: [{ title: 'Đầu cột', weight: 1 }],
      rows: [['hàng đầu'], ['hàng sau']],
      empty: '',
    };
    for (let count = 15; count < 30; count++) {
      const blocks = [
        ...Array.from({ length: count }, () => lines),
        { kind: 'heading', level: 1, text: 'Tiêu đề' } as const,
        table,
      ];
      for (const page of await pagesOf(documentOf(blocks))) {
        const found = ['Tiêu đề', 'Chú thích bảng', 'Đầu cột', 'hàng đầu', 'hàng sau'].filter(
          (word) => page.includes(word),
        );
        expect([0, 5]).toContain(found.length);
      }
    }
  });
});

test('blocks without content harm nothing, and thirty columns fit on a page', async () => {
  const columns = Array.from({ length: 30 }, (_, index) => ({ title: `Cột ${index}`, weight: 1 }));
  const pages = await pagesOf(
    documentOf([
      { kind: 'table', caption: null, columns: [], rows: [], empty: 'Bảng trống' },
      { kind: 'table', caption: null, columns: [], rows: [[]], empty: '' },
      {
        kind: 'table',
        caption: null,
        columns,
        rows: [columns.map(({ title }) => title)],
        empty: '',
      },
      { kind: 'figures', items: [] },
      { kind: 'fields', items: [] },
      { kind: 'list', ordered: true, items: [] },
      { kind: 'paragraph', style: 'body', text: [] },
      { kind: 'page_break' },
    ]),
  );
  const all = dense(pages.join(''));
  expect(all).toContain(dense('Bảng trống'));
  expect(all.match(/29/g)).toHaveLength(2);
});

describe('hostile texts', () => {
  let pages: readonly string[];
  let file: Uint8Array;
  beforeAll(async () => {
    file = await rendered(hostileDocument);
    pages = await pdfPages(file);
  });

  test('are printed as they are, without what cannot be seen', () => {
    const all = dense(pages.join(''));
    for (const text of [
      '</script><script>alert(1)</script>',
      "=cmd|'/Ccalc'!A0",
      ']]>',
      'trướctext.exesau',
      'Lạng Sơn, Đồng Đăng, Hữu Lũng',
      'máy □ của □□',
    ]) {
      expect(all).toContain(dense(text));
    }
    expect(all).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test('ten thousand letters without a blank are all there', async () => {
    const block: Block = { kind: 'paragraph', style: 'body', text: 'x'.repeat(10_000) };
    const all = (await pagesOf(documentOf([block]))).join('');
    expect(all.match(/x/g)).toHaveLength(10_000);
  });

  test('do not break the properties in XML', () => {
    const xml = Buffer.from(file).toString('utf8');
    const title = /<dc:title>[\s\S]*?<\/dc:title>/.exec(xml)?.[0] ?? '';
    expect(title).toContain('&lt;/script&gt;');
    expect(title).not.toContain('<script>');
  });
});

describe('the file', () => {
  test('has the same bytes for the same document, also after another one was written', async () => {
    const first = await rendered(inspectionDocument);
    await rendered(hostileDocument);
    expect(Buffer.compare(await rendered(inspectionDocument), first)).toBe(0);
  });

  test('has the same bytes with fonts read anew', async () => {
    const first = await rendered(letterDocument);
    fonts = await readTinos();
    expect(Buffer.compare(await rendered(letterDocument), first)).toBe(0);
  });

  test('differs when a word differs', async () => {
    const other = { ...letterDocument, head: { ...letterDocument.head, number: 'Số: 1/KH' } };
    expect(Buffer.compare(await rendered(letterDocument), await rendered(other))).not.toBe(0);
  });
});
