import type { Block, DocumentModel } from '../../src/reports/document.js';
import { inspectionDocument } from './report-documents.js';

/** What must harm no format: markup, formulas, controls, direction marks, letters outside the font, a word without end. */
export const hostileTexts: readonly string[] = [
  '</script><script>alert(1)</script>',
  "=cmd|' /C calc'!A0",
  ']]>',
  '<w:p>&amp;{{name}}%s\\n',
  'trước\u202Etext.exe\u202Csau',
  'nối\u200Bkhông\u200Crộng\u00AD, hai\u2028dòng',
  'điều\u0000khiển\u0007\u001B[31mđỏ\u001B[0m',
  'Lạng Sơn, Đồng Đăng, Hữu Lũng'.normalize('NFD'),
  'máy 💻 của 部門 \u{1F468}\u200D\u{1F4BB} và Ệ',
  'nửa \uD83D cặp',
  '# không phải tiêu đề | *cột* _gạch_ `mã` [nối](javascript:alert(1))',
  'x'.repeat(10_000),
  '',
];

/** Hostile texts in every place of a document that takes a text. */
export const hostileDocument: DocumentModel = ((): DocumentModel => {
  const all = hostileTexts.join(' ');
  return {
    ...inspectionDocument,
    title: all,
    head: {
      superior: all,
      issuer: all,
      number: all,
      placeAndDate: all,
      documentType: all,
      subject: all,
      marks: hostileTexts,
      addressees: hostileTexts,
    },
    body: [
      ...hostileTexts.map((text): Block => ({ kind: 'paragraph', style: 'body', text })),
      { kind: 'heading', level: 1, text: all },
      { kind: 'list', ordered: true, items: hostileTexts },
      { kind: 'fields', items: hostileTexts.map((text) => ({ label: text, value: text })) },
      {
        kind: 'figures',
        items: hostileTexts.map((text) => ({
          value: text,
          label: text,
          note: text,
          tone: 'neutral',
        })),
      },
      {
        kind: 'table',
        caption: all,
        empty: all,
        numbered: true,
        columns: hostileTexts.slice(0, 4).map((title) => ({ title, weight: 1 })),
        rows: hostileTexts.map((text) => [text, { text, tone: 'high' }, text, null]),
      },
    ],
    foot: { recipients: hostileTexts, signatures: [{ authority: all, title: all, name: all }] },
    annexes: [
      {
        label: all,
        title: all,
        landscape: true,
        body: [{ kind: 'paragraph', style: 'note', text: all }],
      },
    ],
  };
})();
