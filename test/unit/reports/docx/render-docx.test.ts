import { XMLValidator } from 'fast-xml-parser';
import mammoth from 'mammoth';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readTinos } from '../../../../src/platform/fonts.js';
import { type Block, type DocumentModel, dottedBlank } from '../../../../src/reports/document.js';
import { wordText } from '../../../../src/reports/docx/word-text.js';
import type { ReportAssets } from '../../../../src/reports/format.js';
import { format } from '../../../../src/reports/formats/docx.js';
import { documentTexts } from '../../../support/document-texts.js';
import { hostileDocument, hostileTexts } from '../../../support/hostile-document.js';
import {
  documentOf,
  inspectionDocument,
  letterDocument,
} from '../../../support/report-documents.js';
import { stackedSample } from '../charts/sample-charts.js';
import { readZip } from './read-zip.js';

let assets: ReportAssets;
beforeAll(async () => {
  const fonts = await readTinos();
  assets = { fonts: () => Promise.resolve(fonts), webPage: () => Promise.reject(new Error('no')) };
});
afterEach(() => {
  vi.useRealTimers();
});

async function rendered(document: DocumentModel): Promise<Uint8Array> {
  return (await format.render(document, assets)) as Uint8Array;
}

async function partsOf(document: DocumentModel): Promise<ReadonlyMap<string, string>> {
  const entries = readZip(await rendered(document));
  return new Map(entries.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')]));
}

async function bodyOf(document: DocumentModel): Promise<string> {
  return (await partsOf(document)).get('word/document.xml') ?? '';
}

async function textOf(document: DocumentModel): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await rendered(document)) });
  return value;
}

/** Without blanks and in one case: lines break anywhere, names of bodies stand in capitals. */
function dense(text: string): string {
  return wordText(text).replace(/\s+/g, '').toLocaleUpperCase('vi');
}

describe('another reader', () => {
  test.each([
    ['the inspection', inspectionDocument],
    ['the letter', letterDocument],
    ['hostile texts', hostileDocument],
  ])('finds every text of %s', async (_, document) => {
    const text = dense(await textOf(document));
    const html = (
      await mammoth.convertToHtml({ buffer: Buffer.from(await rendered(document)) })
    ).value.replaceAll('&quot;', '"');
    const alts = dense([...html.matchAll(/alt="([^"]*)"/g)].map(([, alt]) => alt).join(' '));
    const missing = documentTexts(document).filter(
      (each) => !text.includes(dense(each)) && !alts.includes(dense(each)),
    );
    expect(missing).toEqual([]);
  });

  test('finds headings, lists, tables with heads and pictures with words', async () => {
    const { value: html, messages } = await mammoth.convertToHtml({
      buffer: Buffer.from(await rendered(inspectionDocument)),
    });
    expect(html).toContain('<h1>I. THÔNG TIN CHUNG</h1>');
    expect(html).toContain('<h2>1. Hệ thống thông tin</h2>');
    expect(html).toContain('<h3>a) Việc cần làm</h3>');
    expect(html).toContain('<h1>Phụ lục I<br />DANH MỤC PHÁT HIỆN TẠI SỞ Y TẾ</h1>');
    expect(html).toMatch(/<ol><li>Trình cấp có thẩm quyền/);
    expect(html).toMatch(/<ul><li>Quyết định phê duyệt cấp độ;<\/li>/);
    expect(html).toMatch(/<thead><tr><th><p><strong>TT<\/strong>/);
    expect(html).toMatch(/<img alt="Trong 680 máy: 512 được bảo vệ[^"]*" src="data:image\/png/);
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  });

  test('what is not known is a dotted blank', async () => {
    const text = await textOf({
      ...letterDocument,
      head: { ...letterDocument.head, issuer: null, superior: null },
    });
    expect(text.split(dottedBlank)).toHaveLength(4);
  });
});

describe('Decree 30/2020/NĐ-CP, Annex I', () => {
  let parts: ReadonlyMap<string, string>;
  let body: string;
  beforeAll(async () => {
    parts = await partsOf(inspectionDocument);
    body = parts.get('word/document.xml') ?? '';
  });

  test('A4 with the margins of the decree, annexes in sections of their own, turned where asked', () => {
    const sections = [...body.matchAll(/<w:sectPr>.*?<\/w:sectPr>/g)].map(([section]) => section);
    expect(sections).toHaveLength(3);
    const [first, second, third] = sections;
    expect(first).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
    expect(first).toMatch(/w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
    expect(second).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    expect(third).toMatch(/w:orient="portrait"/);
    for (const section of sections) expect(section).toContain('<w:type w:val="nextPage"/>');
  });

  test('pages are numbered in the middle above, the first of the document is not', () => {
    const headers = [...parts].filter(([name]) => /^word\/header\d\.xml$/.test(name));
    const numbered = headers.filter(([, xml]) => xml.includes('PAGE'));
    expect(numbered).toHaveLength(3);
    for (const [, xml] of numbered) expect(xml).toContain('<w:jc w:val="center"/>');
    const [first, second] = [...body.matchAll(/<w:sectPr>.*?<\/w:sectPr>/g)].map(([xml]) => xml);
    expect(first).toMatch(/<w:titlePg(?: w:val="true")?\/>/);
    expect(first).toContain('<w:headerReference w:type="first"');
    expect(second).not.toMatch(/<w:titlePg(?: w:val="true")?\/>/);
  });

  test('styles carry the looks: 13 pt, justified, first lines set in, a font that is named only', () => {
    const styles = parts.get('word/styles.xml') ?? '';
    const style = (id: string) =>
      new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`).exec(styles)?.[0] ?? '';
    expect(styles).toMatch(/<w:docDefaults>.*?w:ascii="Times New Roman".*?<w:sz w:val="26"\/>/);
    expect(styles).toContain('<w:lang w:val="vi-VN"');
    expect(style('BodyText')).toMatch(/<w:ind w:firstLine="567"\/><w:jc w:val="both"\/>/);
    expect(style('Caption')).toContain('<w:name w:val="caption"/>');
    const used = new Set([...body.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, id]) => id));
    for (const id of used) expect.soft(style(id ?? ''), id).not.toBe('');
    expect([...parts.keys()].filter((name) => /fonts?\//.test(name))).toEqual([]);
  });

  test('the letter has its subject below the number and its addressees as a list', async () => {
    const text = await textOf(letterDocument);
    expect(text.indexOf('V/v đôn đốc')).toBeGreaterThan(text.indexOf('Số:'));
    expect(text.indexOf('V/v đôn đốc')).toBeLessThan(text.indexOf('Lạng Sơn, ngày'));
    expect(text).toContain('UBND xã Đồng Đăng;');
    expect(text).toContain('Đồng Đăng - Lạng Sơn.');
  });

  test('one addressee stands in the line of the words', async () => {
    const head = { ...letterDocument.head, addressees: ['UBND xã Đồng Đăng'] };
    expect(await textOf({ ...letterDocument, head })).toContain('Kính gửi: UBND xã Đồng Đăng');
  });
});

describe('tables', () => {
  const rowsOf = (body: string) => [...body.matchAll(/<w:tr>.*?<\/w:tr>/g)].map(([row]) => row);
  const table = (rows: readonly (readonly string[])[]): Block => ({
    kind: 'table',
    caption: null,
    columns: ['Số', 'Nội dung'].map((title, index) => ({ title, weight: index * 5 + 1 })),
    rows,
    numbered: true,
    empty: 'Không có.',
  });

  test('the head is repeated, rows are not parted', async () => {
    const rows = rowsOf(await bodyOf(documentOf([table([['1', 'Một dòng']])])));
    const heads = rows.filter((row) => row.includes('<w:tblHeader/>'));
    expect(heads.map((row) => row.replace(/<[^>]*>/g, ' ').trim())).toEqual([
      expect.stringMatching(/^Số +Nội dung$/),
      expect.stringMatching(/^\(1\) +\(2\)$/),
    ]);
    for (const row of rows) expect(row).toContain('<w:cantSplit/>');
  });

  test('a row that is higher than half a page may be parted', async () => {
    const rows = rowsOf(await bodyOf(documentOf([table([['1', 'rất dài '.repeat(1_000)]])])));
    expect(rows.filter((row) => !row.includes('<w:cantSplit/>'))).toHaveLength(1);
  });

  test('no row: said over the whole width', async () => {
    const body = await bodyOf(documentOf([table([])]));
    expect(body).toMatch(/<w:gridSpan w:val="2"\/>.*Không có\./);
  });

  test('columns fill the width and hold their longest words', async () => {
    const body = await bodyOf(documentOf([table([['NGHIÊM-TRỌNG', 'a']])]));
    const grid = [...body.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)].map(([, columns = '']) =>
      [...columns.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width)),
    );
    const widths = grid.find((columns) => columns.length === 2 && (columns[0] ?? 0) < 3_000) ?? [];
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(9_354, -1);
    expect(widths[0]).toBeGreaterThan(1_800);
  });
});

test('each numbered list begins with 1', async () => {
  const list: Block = { kind: 'list', ordered: true, items: ['một', 'hai'] };
  const body = await bodyOf(documentOf([list, list]));
  const numbers = [...body.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
  expect(numbers).toHaveLength(4);
  expect(new Set(numbers).size).toBe(2);
});

test('two tables in a row stay two', async () => {
  const table: Block = {
    kind: 'table',
    caption: null,
    columns: [{ title: 'a', weight: 1 }],
    rows: [],
    empty: '',
  };
  expect(await bodyOf(documentOf([table, table]))).not.toContain('</w:tbl><w:tbl>');
});

describe('what stays together on a page', () => {
  const kept = (xml: string, text: string) => {
    const paragraph = xml.split('<w:p>').find((each) => each.includes(text)) ?? '';
    return paragraph.includes('<w:keepNext/>');
  };

  test('a heading, the gap and the table below it', async () => {
    const body = await bodyOf(
      documentOf([
        { kind: 'heading', level: 1, text: 'Đề mục' },
        { kind: 'fields', items: [{ label: 'Nhãn', value: 'Giá trị' }] },
      ]),
    );
    const styles = (await partsOf(inspectionDocument)).get('word/styles.xml') ?? '';
    expect(styles).toMatch(/w:styleId="Heading1">.*?<w:keepNext\/>/);
    expect(body).toMatch(/<w:pStyle w:val="Gap"\/><w:keepNext\/>[^T]*<w:tbl>(?=.*Nhãn)/);
  });

  test('the last paragraph and the signatures', async () => {
    const body = await bodyOf(
      documentOf([
        { kind: 'paragraph', style: 'body', text: 'Đoạn đầu' },
        { kind: 'paragraph', style: 'body', text: 'Đoạn cuối' },
      ]),
    );
    expect(kept(body, 'Đoạn đầu')).toBe(false);
    expect(kept(body, 'Đoạn cuối')).toBe(true);
  });
});

describe('charts', () => {
  const chart = (rows: number): Block => ({
    kind: 'chart',
    chart: stackedSample(rows),
    caption: 'Hình 1',
    alt: 'Nói bằng lời "có ngoặc" <và> dấu',
  });

  test('is a sharp picture over the width, with words for who does not see it', async () => {
    const file = await rendered(documentOf([chart(3)]));
    const png = readZip(file).find(({ name }) => name.endsWith('.png'))?.bytes ?? Buffer.of();
    const body = await bodyOf(documentOf([chart(3)]));
    const [, width = 0] = /<wp:extent cx="(\d+)"/.exec(body)?.map(Number) ?? [];
    expect(width / 12_700).toBeCloseTo(467, 0);
    expect(Buffer.from(png).readUInt32BE(16)).toBe(Math.round((width / 9_525) * 2));
    expect(body).toContain('descr="Nói bằng lời &quot;có ngoặc&quot; &lt;và&gt; dấu"');
  });

  test('one longer than a page is parted, each picture has an id of its own', async () => {
    const body = await bodyOf(documentOf([chart(100)]));
    const ids = [...body.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(2);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, height] of body.matchAll(/<wp:extent cx="\d+" cy="(\d+)"/g)) {
      expect(Number(height) / 12_700).toBeLessThan(257 * (72 / 25.4));
    }
  });
});

describe('the file', () => {
  test('the same document gives the same bytes on another day', async () => {
    const first = await rendered(inspectionDocument);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-01-02T03:04:05Z') });
    expect(Buffer.compare(first, await rendered(inspectionDocument))).toBe(0);
  });

  test('its dates are the document’s', async () => {
    const file = await rendered(inspectionDocument);
    const midnight = (((2026 - 1980) << 25) | (11 << 21) | (24 << 16)) >>> 0;
    const stamps = readZip(file).flatMap(({ stamps: { local, central } }) => [local, central]);
    expect(new Set(stamps)).toEqual(new Set([midnight]));
    const core = (await partsOf(inspectionDocument)).get('docProps/core.xml');
    expect(core).toContain('W3CDTF">2026-11-24T00:00:00Z</dcterms:created>');
    expect(core).toContain('W3CDTF">2026-11-24T00:00:00Z</dcterms:modified>');
    expect(core).toContain(`<dc:title>${inspectionDocument.title}</dc:title>`);
    expect(core).toContain('<dc:language>vi-VN</dc:language>');
  });

  test('English is English', async () => {
    const parts = await partsOf({ ...letterDocument, language: 'en' });
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
    expect(parts.get('word/document.xml')).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  });

  test('hostile texts: every part is XML, and holds no character that is unseen', async () => {
    const chart: Block = {
      kind: 'chart',
      chart: { ...stackedSample(0), rows: hostileTexts.map((label) => ({ label, values: [1] })) },
      caption: hostileTexts.join(' '),
      alt: hostileTexts.join(' '),
    };
    const document = { ...hostileDocument, body: [...hostileDocument.body, chart] };
    const xml = [...(await partsOf(document))].filter(([name]) => /\.(?:xml|rels)$/.test(name));
    expect(xml.length).toBeGreaterThan(10);
    for (const [name, text] of xml) {
      expect.soft(XMLValidator.validate(text), name).toBe(true);
      expect.soft(text, name).not.toMatch(/[^\P{C}\n\p{Co}\p{Cn}]|[\uFFFE\uFFFF]/u);
    }
  });
});
