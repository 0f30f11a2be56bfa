import { describe, expect, test } from 'vitest';
import type { Block, DocumentModel } from '../../../../src/reports/document.js';
import { format } from '../../../../src/reports/formats/md.js';
import { inlineMarkdown } from '../../../../src/reports/markdown/markdown-text.js';
import { documentTexts } from '../../../support/document-texts.js';
import { hostileDocument, hostileTexts } from '../../../support/hostile-document.js';
import { noAssets } from '../../../support/no-assets.js';
import {
  documentOf,
  inspectionDocument,
  letterDocument,
} from '../../../support/report-documents.js';
import { coverageSample, heatSample, stackedSample, trendSample } from '../charts/sample-charts.js';

async function markdown(document: DocumentModel): Promise<string> {
  return String(await format.render(document, noAssets));
}

/** The text of blocks only, from the first to the end of the last. */
async function blocks(...body: readonly Block[]): Promise<string> {
  const text = await markdown(
    documentOf([
      { kind: 'heading', level: 1, text: 'ĐẦU' },
      ...body,
      { kind: 'heading', level: 1, text: 'CUỐI' },
    ]),
  );
  return /## ĐẦU\n\n(.*)\n\n## CUỐI/s.exec(text)?.[1] ?? '';
}

/** Without blanks, escapes and marks. */
function dense(text: string): string {
  return text.replaceAll('&amp;', '&').replace(/[\s\\*]+/g, '');
}

describe('every text', () => {
  test.each([
    ['the inspection', inspectionDocument],
    ['the letter', letterDocument],
    ['hostile texts', hostileDocument],
  ])('of %s is there', async (_, document) => {
    const text = dense(await markdown(document));
    const missing = documentTexts(document).filter(
      (each) => !text.includes(dense(inlineMarkdown(each))),
    );
    expect(missing).toEqual([]);
  });
});

test('the same document gives the same text', async () => {
  expect(await markdown(inspectionDocument)).toBe(await markdown(inspectionDocument));
});

test('the head is lines, the kind of document its only heading of level 1', async () => {
  const text = await markdown(inspectionDocument);
  expect(text).toMatch(/^UBND TỈNH LẠNG SƠN\n\n\*\*SỞ KHOA HỌC VÀ CÔNG NGHỆ\*\*\n\n/);
  expect(text.match(/^# .*/gm)).toEqual(['# BIÊN BẢN']);
  expect((await markdown(letterDocument)).match(/^# .*/gm)).toEqual([
    '# V/v đôn đốc nộp bảng kê hệ thống thông tin và báo cáo thiết bị đầu cuối',
  ]);
  expect(text).toMatch(/\n\n## I\. THÔNG TIN CHUNG\n\n/);
  expect(text).toMatch(/\n\n### 1\. Hệ thống thông tin\n\n/);
  expect(text).toMatch(/\n\n---\n\n## Phụ lục I\. DANH MỤC PHÁT HIỆN TẠI SỞ Y TẾ\n\n/);
});

test('a table, with cells that hold what would part them', async () => {
  expect(
    await blocks({
      kind: 'table',
      caption: 'Bảng 1',
      columns: [
        { title: 'TT', weight: 1, align: 'center' },
        { title: 'a | b', weight: 1 },
        { title: 'n', weight: 1, align: 'right' },
      ],
      numbered: true,
      rows: [
        ['1', 'x | y\nz', { text: '5', bold: true }],
        ['2', null],
      ],
      empty: 'Không có.',
    }),
  ).toMatchInlineSnapshot(`
    "**Bảng 1**

    | TT | a \\| b | n |
    | :---: | --- | ---: |
    | (1) | (2) | (3) |
    | 1 | x \\| y z | **5** |
    | 2 |  |  |"
  `);
});

test('no rows: head and words', async () => {
  const columns = [{ title: 'TT', weight: 1 }];
  expect(
    await blocks({ kind: 'table', caption: null, columns, rows: [], empty: 'Không có.' }),
  ).toBe('| TT |\n| --- |\n\nKhông có.');
});

describe('pieces of a text', () => {
  const of = (...text: readonly { text: string; bold?: boolean; italic?: boolean }[]) =>
    blocks({ kind: 'paragraph', style: 'body', text });

  test.each([
    [
      'blanks outside the marks',
      [{ text: 'Kết luận: ', bold: true }, { text: 'đạt' }],
      '**Kết luận:** đạt',
    ],
    ['both', [{ text: 'đạt', bold: true, italic: true }], '***đạt***'],
    ['inside a word', [{ text: 'a' }, { text: 'b', bold: true }, { text: 'c' }], 'a**b**c'],
    ['no mark that would not open', [{ text: 'a' }, { text: '(b)', bold: true }], 'a(b)'],
    ['no mark that would not close', [{ text: '(b)', bold: true }, { text: 'c' }], '(b)c'],
    [
      'neighbours of one face',
      [
        { text: 'a', bold: true },
        { text: 'b', bold: true },
      ],
      '**ab**',
    ],
    ['empty pieces', [{ text: '', bold: true }, { text: 'a' }, { text: ' ', italic: true }], 'a'],
    ['marks in the text', [{ text: '*a*', italic: true }], '*\\*a\\**'],
  ])('%s', async (_, runs, expected) => {
    expect(await of(...runs)).toBe(expected);
  });

  test('a note is in italics, what stands out of it upright', async () => {
    const text = [{ text: 'Ghi chú: ' }, { text: 'xem', italic: false }, { text: ' phụ lục' }];
    expect(await blocks({ kind: 'paragraph', style: 'note', text: 'Ghi chú' })).toBe('*Ghi chú*');
    expect(await blocks({ kind: 'paragraph', style: 'note', text })).toBe(
      '*Ghi chú:* xem *phụ lục*',
    );
  });
});

describe('a text that begins like markup is a text', () => {
  test.each([
    ['- gạch', '\\- gạch'],
    ['1. số', '1\\. số'],
    ['2) số', '2\\) số'],
    ['+ cộng', '\\+ cộng'],
    ['---', '\\---'],
    ['===', '\\==='],
    ['# tiêu đề', '\\# tiêu đề'],
    ['> trích', '\\> trích'],
    ['-5 độ', '-5 độ'],
    ['2026 là năm', '2026 là năm'],
  ])('%s', async (text, expected) => {
    expect(await blocks({ kind: 'paragraph', style: 'body', text })).toBe(expected);
    expect(await blocks({ kind: 'list', ordered: false, items: [text] })).toBe(`- ${expected}`);
  });
});

test('lists that follow each other stay two', async () => {
  const list: Block = { kind: 'list', ordered: true, items: ['một', 'hai'] };
  expect(await blocks(list, list)).toBe('1. một\n2. hai\n\n<!-- -->\n\n1. một\n2. hai');
});

describe('a chart is its words and its figures', () => {
  const chart = (data: Extract<Block, { kind: 'chart' }>['chart']) =>
    blocks({ kind: 'chart', chart: data, caption: 'Hình 1', alt: 'Bằng lời' });

  test('coverage', async () => {
    expect(await chart(coverageSample(4))).toMatchInlineSnapshot(`
      "**Hình 1**

      Bằng lời

      | Đối tượng | Tỷ lệ | Ngưỡng | Kết quả |
      | --- | ---: | ---: | --- |
      | Sở Y tế 1 | 66% (400/600) | 100% | Chưa đạt |
      | UBND phường Tam Thanh 2 | 89-91% (606/680) | 90% | Chưa kết luận |
      | Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn 3 | 95-100% (95/100) | 90% | Đạt |
      | Trung tâm Chuyển đổi số thuộc Văn phòng Ủy ban nhân dân tỉnh 4 | - | 90% | Không có số liệu |"
    `);
  });
  test('a row that stands beside the targets has no outcome', async () => {
    const [, row] = coverageSample(2).rows;
    const rows = row
      ? [{ ...row, threshold: null, outcome: 'no_data' as const, beside: true }]
      : [];
    expect(await chart({ ...coverageSample(0), rows })).toContain('| 89-91% (606/680) | – | – |');
  });
  test('stacked', async () => {
    expect(await chart(stackedSample(4))).toMatchInlineSnapshot(`
      "**Hình 1**

      Bằng lời

      | Đối tượng | Được bảo vệ | Suy giảm | Không được bảo vệ | Chưa rõ | Cộng |
      | --- | ---: | ---: | ---: | ---: | ---: |
      | Sở Y tế 1 | 120 | 12 | 3 | 2 | 137 |
      | UBND phường Tam Thanh 2 | 292 | 60 | 41 | 9 | 402 |
      | Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn 3 | 0 | 0 | 0 | 0 | 0 |
      | Trung tâm Chuyển đổi số thuộc Văn phòng Ủy ban nhân dân tỉnh 4 | 1.204 | 1 | 0 | 300 | 1.505 |"
    `);
  });
  test('heat map: shares rounded down', async () => {
    expect(await chart(heatSample(3, ['Chính sách', 'Nhân lực']))).toMatchInlineSnapshot(`
      "**Hình 1**

      Bằng lời

      | Đối tượng | Chính sách | Nhân lực |
      | --- | ---: | ---: |
      | Sở Y tế 1 | 0% | 100% |
      | UBND phường Tam Thanh 2 | 35% | – |
      | Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn 3 | 75% | 99% |"
    `);
  });
  test('trend: with the thresholds', async () => {
    expect(await chart(trendSample)).toMatchInlineSnapshot(`
      "**Hình 1**

      Bằng lời

      | Ngày | Hệ thống được phê duyệt cấp độ | Máy được cài phần mềm bảo vệ | Máy được bảo vệ thực sự |
      | --- | ---: | ---: | ---: |
      | 30/06/2026 | 10% | 50% | 40% |
      | 30/09/2026 | – | 60% | 55% |
      | 15/10/2026 | 40% | 80% | 76% |
      | 20/10/2026 | 44% | 82% | 82% |
      | 24/11/2026 | 66% | 89% | 88% |
      | chỉ tiêu | 100% | 90% | – |"
    `);
  });
});

describe('hostile texts', () => {
  test('no markup of theirs, no unseen character', async () => {
    const text = await markdown(hostileDocument);
    expect(text).not.toMatch(/(?<!\\)<(?!!-- -->)/);
    expect(text).not.toMatch(/[^\P{C}\n\p{Co}\p{Cn}]/u);
    expect(text).toBe(text.normalize('NFC'));
  });

  test('each row of a table is one line with all its cells', async () => {
    const text = await blocks({
      kind: 'table',
      caption: null,
      columns: [1, 2].map((weight) => ({ title: hostileTexts[10] ?? '', weight })),
      rows: hostileTexts.map((each) => [each, each]),
      empty: '',
    });
    const lines = text.split('\n');
    expect(lines).toHaveLength(hostileTexts.length + 2);
    for (const line of lines) expect(line.match(/(?<!\\)\|/g)).toHaveLength(3);
  });
});
