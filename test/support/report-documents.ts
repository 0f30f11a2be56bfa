import type { Block, DocumentModel, RichText, TableBlock } from '../../src/reports/document.js';
import { findingTable } from './finding-table.js';

/** Vowels in their six tones and every other letter of Vietnamese, lower case then upper case, in NFC. */
export const vietnameseLetters: string = ((): string => {
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
  const lower = [
    ...vowels.flatMap((vowel) => tones.map((tone) => vowel + tone)),
    ...'bcdđghklmnpqrstvx',
  ];
  return [...lower, ...lower.map((letter) => letter.toUpperCase())].join('').normalize('NFC');
})();

const head: DocumentModel['head'] = {
  superior: 'UBND TỈNH LẠNG SƠN',
  issuer: 'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
  number: 'Số:        /BB-SKHCN',
  placeAndDate: 'Lạng Sơn, ngày 24 tháng 11 năm 2026',
  documentType: 'BIÊN BẢN',
  subject: 'Kiểm tra việc bảo đảm an ninh mạng theo cấp độ tại Sở Y tế',
  marks: ['(Bản dự thảo do máy lập, chưa có giá trị khi chưa ký)'],
  addressees: [],
};

const foot: DocumentModel['foot'] = {
  recipients: ['- Sở Y tế;', '- Công an tỉnh;', '- Lưu: VT, CNTT.'],
  signatures: [
    { authority: null, title: 'ĐẠI DIỆN CƠ QUAN ĐƯỢC KIỂM TRA', name: null },
    { authority: 'KT. GIÁM ĐỐC', title: 'PHÓ GIÁM ĐỐC', name: null },
  ],
};

const coverage: Block = {
  kind: 'chart',
  caption: 'Hình 1. Mức hoàn thành các chỉ tiêu của Kế hoạch số 72/KH-UBND',
  alt: 'Phê duyệt cấp độ 4/6 hệ thống, chưa đạt; bảo vệ thiết bị đầu cuối 606/680 máy, chưa kết luận được.',
  chart: {
    kind: 'coverage',
    rows: [
      {
        label: 'Hệ thống được phê duyệt cấp độ',
        rate: { numerator: 4, denominator: 6, unknown: 0 },
        threshold: 100,
        outcome: 'not_met',
        figure: '66% (4/6)',
      },
      {
        label: 'Máy được cài phần mềm bảo vệ',
        rate: { numerator: 606, denominator: 680, unknown: 14 },
        threshold: 90,
        outcome: 'inconclusive',
        figure: '89-91% (606/680)',
      },
    ],
    words: { certain: 'chắc chắn', possible: 'chưa rõ', target: 'chỉ tiêu' },
  },
};

const verdicts: Block = {
  kind: 'chart',
  caption: 'Hình 2. Thiết bị đầu cuối theo kết quả đánh giá',
  alt: 'Trong 680 máy: 512 được bảo vệ, 94 suy giảm, 60 không được bảo vệ, 14 chưa rõ.',
  chart: {
    kind: 'stacked',
    series: [
      { label: 'Được bảo vệ', tone: 'good' },
      { label: 'Suy giảm', tone: 'warn' },
      { label: 'Không được bảo vệ', tone: 'bad' },
      { label: 'Chưa rõ', tone: 'unknown' },
    ],
    rows: [
      { label: 'Văn phòng Sở', values: [120, 12, 3, 2] },
      { label: 'Bệnh viện Đa khoa tỉnh', values: [292, 60, 41, 9] },
      { label: 'Trung tâm Kiểm soát bệnh tật', values: [100, 22, 16, 3] },
    ],
  },
};

const systemTable: TableBlock = {
  kind: 'table',
  caption: 'Bảng 1. Các hệ thống thông tin được kiểm tra',
  numbered: true,
  empty: 'Không có hệ thống thông tin nào.',
  columns: [
    { title: 'TT', weight: 1, align: 'center' },
    { title: 'Tên hệ thống thông tin', weight: 6 },
    { title: 'Cấp độ', weight: 2, align: 'center' },
    { title: 'Tình trạng phê duyệt', weight: 4 },
    { title: 'Kết quả', weight: 3, align: 'center' },
  ],
  rows: [
    [
      '1',
      'Hệ thống quản lý khám, chữa bệnh (HIS)',
      '3',
      'Đã phê duyệt, còn hiệu lực',
      { text: 'Đạt', tone: 'met' },
    ],
    [
      '2',
      'Cổng thông tin điện tử Sở Y tế',
      '2',
      'Hết hiệu lực ngày 30/6/2026',
      { text: 'Không đạt', tone: 'not_met', bold: true },
    ],
    [
      '3',
      'Hệ thống quản lý hồ sơ sức khỏe',
      '2 (cách hiểu)',
      'Chưa có quyết định',
      { text: 'Chưa kết luận', tone: 'inconclusive' },
    ],
    ['4', 'Mạng nội bộ', 'chưa xác định', '', { text: 'Không có số liệu', tone: 'no_data' }],
    ['5', 'Phần mềm tiêm chủng', null, null, null],
  ],
};

const passages: readonly RichText[] = [
  'Thực hiện kế hoạch kiểm tra năm 2026, Đoàn kiểm tra đã làm việc với Sở Y tế về việc xác định cấp độ, phê duyệt cấp độ và triển khai phương án bảo đảm an ninh mạng theo cấp độ đối với các hệ thống thông tin do đơn vị vận hành.',
  [
    { text: 'Kết luận chung: ', bold: true },
    { text: 'đơn vị ' },
    { text: 'chưa đạt', bold: true, italic: true },
    {
      text: ' chỉ tiêu 100% hệ thống thông tin được phê duyệt cấp độ; chỉ tiêu bảo vệ thiết bị đầu cuối ',
    },
    { text: 'chưa kết luận được', italic: true },
    { text: ' vì còn 14 máy chưa rõ trạng thái.' },
  ],
];

const body: readonly Block[] = [
  { kind: 'paragraph', style: 'body', text: passages[0] ?? '' },
  { kind: 'paragraph', style: 'body', text: passages[1] ?? '' },
  { kind: 'heading', level: 1, text: 'I. THÔNG TIN CHUNG' },
  {
    kind: 'fields',
    items: [
      { label: 'Cơ quan được kiểm tra', value: 'Sở Y tế tỉnh Lạng Sơn' },
      { label: 'Thời điểm đánh giá', value: '24/11/2026' },
      { label: 'Đại diện cơ quan được kiểm tra', value: null },
      {
        label: 'Cơ sở đánh giá',
        value:
          'Hồ sơ, bảng kê hệ thống thông tin và báo cáo của phần mềm quản trị thiết bị đầu cuối do đơn vị nộp ngày 20/11/2026',
      },
    ],
  },
  {
    kind: 'figures',
    items: [
      {
        value: '4/6',
        label: 'hệ thống được phê duyệt cấp độ',
        note: 'chỉ tiêu 100%',
        tone: 'not_met',
      },
      { value: '89-91%', label: 'máy được bảo vệ', note: 'chỉ tiêu 90%', tone: 'inconclusive' },
      { value: '18', label: 'phát hiện', note: '3 nghiêm trọng', tone: 'critical' },
      {
        value: '1.204',
        label: 'dòng báo cáo đã đọc',
        note: 'không dòng nào bị bỏ',
        tone: 'neutral',
      },
    ],
  },
  coverage,
  { kind: 'heading', level: 1, text: 'II. KẾT QUẢ KIỂM TRA' },
  { kind: 'heading', level: 2, text: '1. Hệ thống thông tin' },
  systemTable,
  {
    kind: 'paragraph',
    style: 'note',
    text: 'Ghi chú: cấp độ ghi "cách hiểu" dựa trên cách hiểu văn bản, cần cơ quan có thẩm quyền xác nhận.',
  },
  { kind: 'heading', level: 2, text: '2. Thiết bị đầu cuối' },
  verdicts,
  { kind: 'heading', level: 3, text: 'a) Việc cần làm' },
  {
    kind: 'list',
    ordered: true,
    items: [
      'Trình cấp có thẩm quyền phê duyệt cấp độ của Hệ thống quản lý hồ sơ sức khỏe.',
      [
        { text: 'Bật lại ', bold: true },
        { text: 'chế độ bảo vệ thời gian thực trên 60 máy trong Phụ lục I.' },
      ],
      'Xác minh trạng thái của 14 máy chưa rõ.',
    ],
  },
  { kind: 'heading', level: 3, text: 'b) Tài liệu đã xem' },
  {
    kind: 'list',
    ordered: false,
    items: [
      'Quyết định phê duyệt cấp độ;',
      'Quy chế bảo đảm an ninh mạng;',
      'Báo cáo của phần mềm quản trị tập trung, gồm ba tệp, tổng số 1.204 dòng, đã đối chiếu với sổ quản lý tài sản của đơn vị.',
    ],
  },
  {
    kind: 'paragraph',
    style: 'centred',
    text: 'Biên bản được lập thành 02 bản, mỗi bên giữ 01 bản.',
  },
  {
    kind: 'table',
    caption: null,
    columns: [
      { title: 'Nội dung', weight: 1 },
      { title: 'Ý kiến', weight: 1 },
    ],
    rows: [],
    empty: 'Không có ý kiến khác.',
  },
  { kind: 'page_break' },
  { kind: 'paragraph', style: 'body', text: 'Các bên thống nhất ký tên dưới đây.' },
];

/** Minutes of an inspection with every kind of block and two annexes, one of them landscape. */
export const inspectionDocument: DocumentModel = {
  id: 'inspection',
  language: 'vi',
  title: 'Biên bản kiểm tra việc bảo đảm an ninh mạng theo cấp độ tại Sở Y tế',
  date: '2026-11-24',
  head,
  body,
  foot,
  annexes: [
    {
      label: 'Phụ lục I',
      title: 'DANH MỤC PHÁT HIỆN TẠI SỞ Y TẾ',
      landscape: true,
      body: [findingTable(40)],
    },
    {
      label: 'Phụ lục II',
      title: 'CÁCH ĐỌC KẾT QUẢ',
      landscape: false,
      body: [
        {
          kind: 'paragraph',
          style: 'body',
          text: 'Văn bản gốc của pháp luật có giá trị cao nhất; nội dung trong phụ lục này là diễn giải.',
        },
      ],
    },
  ],
};

/** An official letter: no document type, addressees, one signature, nothing known of the signer. */
export const letterDocument: DocumentModel = {
  id: 'reminder',
  language: 'vi',
  title: 'Công văn đôn đốc nộp báo cáo an ninh mạng',
  date: '2026-11-24',
  head: {
    ...head,
    number: 'Số:        /SKHCN-CNTT',
    placeAndDate: 'Lạng Sơn, ngày       tháng       năm 2026',
    documentType: null,
    subject: 'V/v đôn đốc nộp bảng kê hệ thống thông tin và báo cáo thiết bị đầu cuối',
    marks: [],
    addressees: [
      'UBND xã Đồng Đăng',
      'UBND phường Kỳ Lừa',
      'Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn',
    ],
  },
  body: passages.map((text): Block => ({ kind: 'paragraph', style: 'body', text })),
  foot: {
    recipients: ['- Như trên;', '- Lưu: VT, CNTT.'],
    signatures: [{ authority: null, title: null, name: null }],
  },
  annexes: [],
};

/** A document with these blocks only, on the inspection's head and foot. */
export function documentOf(blocks: readonly Block[]): DocumentModel {
  return { ...inspectionDocument, body: blocks, annexes: [] };
}
