import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { DocumentModel } from '../../../../src/reports/document.js';
import { document } from '../../../../src/reports/documents/dossier.js';
import { reportModel } from '../../../../src/reports/model.js';
import type {
  ReportModel,
  ReportProfile,
  ReportSystem,
} from '../../../../src/reports/report-model.js';
import { auditFolder } from '../../../support/audit.js';
import { documentBlocks, documentTexts } from '../../../support/document-texts.js';
import { emptyModel, emptyRow } from '../../../support/report-model.js';

const profile: ReportProfile = {
  owner: 'UBND tỉnh Lạng Sơn',
  ownerBasis: null,
  operatingUnit: 'Văn phòng Sở A',
  specialisedUnit: null,
  inOperationSince: '04/02/2021',
  facts: [
    { id: 'f1', question: 'Có người dùng không?', answer: 'Có', citation: 'Điều 7' },
    { id: 'f2', question: 'Bao nhiêu người?', answer: null, citation: null },
    { id: 'f3', question: 'Có chạy 24/7 không?', answer: null, citation: null },
  ],
  components: [{ id: 'web', name: 'Trang web' }],
  dossier: [
    { part: 'overview', title: 'mô tả tổng quan', present: true },
    { part: 'design', title: 'tài liệu thiết kế', present: false },
    { part: 'level_justification', title: 'thuyết minh cấp độ', present: null },
  ],
  approval: null,
  regulation: 'số 1/QĐ, ngày 01/02/2026',
  plan: null,
};

const system: ReportSystem = {
  id: 'he-thong',
  agency: 'so-a',
  name: 'Hệ thống A',
  lifecycle: 'operating',
  lifecycleWord: 'Đang vận hành',
  status: 'draft',
  statusWord: 'Hồ sơ đang dự thảo',
  computedLevel: 2,
  declaredLevel: 2,
  approvedLevel: null,
  computedText: '2',
  planStatus: null,
  planStatusWord: 'Chưa rõ',
  metrics: [],
  criteria: [
    { id: 'c', level: 2, title: 'Nội bộ', citation: 'Khoản 1 Điều 12', certaintyWord: 'cách hiểu' },
  ],
  couldRise: [{ level: 3, criterion: 'Nhiều người', questions: ['Bao nhiêu người?'] }],
  rules: [],
  requirements: null,
  profile,
};

function draftOf(changed: Partial<ReportSystem>, more: Partial<ReportModel> = {}): DocumentModel {
  const systems = [{ ...system, ...changed }];
  return document.build(
    { ...emptyModel, agencies: [{ ...emptyRow, systems }], ...more },
    'he-thong',
  );
}

const rowsOf = (draft: DocumentModel) =>
  documentBlocks(draft).flatMap((block) => (block.kind === 'table' ? block.rows : []));

function fieldsOf(draft: DocumentModel): ReadonlyMap<string, string | null> {
  const fields = draft.body.flatMap((block) => (block.kind === 'fields' ? block.items : []));
  return new Map(fields.map(({ label, value }) => [label, value]));
}

describe('a draft', () => {
  test('follows the order of the dossier’s parts', () => {
    const headings = draftOf({}).body.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? [block.text] : [],
    );
    expect(headings).toEqual([
      'I. MÔ TẢ TỔNG QUAN',
      'II. TÀI LIỆU THIẾT KẾ',
      'III. THUYẾT MINH CẤP ĐỘ',
      'IV. PHƯƠNG ÁN BẢO ĐẢM AN NINH MẠNG',
      'V. Ý KIẾN CHUYÊN MÔN CỦA ĐƠN VỊ CHUYÊN TRÁCH',
      'VI. VIỆC CÒN PHẢI HOÀN THIỆN',
    ]);
  });

  test('says that it is no dossier, and is the operating unit’s', () => {
    expect(draftOf({}).head).toMatchObject({
      superior: 'UBND TỈNH LẠNG SƠN',
      issuer: 'VĂN PHÒNG SỞ A',
      marks: ['Bản chuẩn bị, không thay thế hồ sơ', 'Số liệu tính đến ngày 24/11/2026'],
    });
  });

  test('before the decree is in force says that too', () => {
    const { head } = draftOf({}, { asOfDate: '2026-08-18' });
    expect(head.marks.join()).toContain('chưa có hiệu lực');
  });

  test('fills in what is known and leaves the rest blank', () => {
    const fields = fieldsOf(draftOf({}));
    expect(fields.get('Tên hệ thống')).toBe('Hệ thống A');
    expect(fields.get('Vận hành từ ngày')).toBe('04/02/2021');
    expect(fields.get('Quy chế bảo đảm an ninh mạng')).toBe('số 1/QĐ, ngày 01/02/2026');
    expect(fields.get('Văn bản xác định chủ quản')).toBeNull();
    expect(fields.get('Quyết định phê duyệt cấp độ')).toBeNull();
    expect(fields.get('Rủi ro chính')).toBeNull();
  });

  test('of a system without a profile is all blanks, and says so of its facts', () => {
    const draft = draftOf({ profile: null });
    expect(fieldsOf(draft).get('Vận hành từ ngày')).toBeNull();
    expect(draft.head).toMatchObject({ superior: null, issuer: 'SỞ A' });
    expect(documentTexts(draft)).toContain(
      'Kết quả kiểm tra này không kèm dữ kiện kê khai của hệ thống.',
    );
  });

  test('has each question once: answered, or with room for the answer, marked where it could raise the level', () => {
    const rows = rowsOf(draftOf({}));
    expect(rows).toContainEqual(['1', 'Có người dùng không?', 'Có', 'Điều 7']);
    expect(rows).toContainEqual([
      '1',
      { text: 'Bao nhiêu người? (có thể nâng cấp độ)', bold: true },
      null,
      '',
    ]);
    expect(rows).toContainEqual(['2', 'Có chạy 24/7 không?', null, '']);
  });

  test('cites the criteria with their certainty', () => {
    expect(rowsOf(draftOf({}))).toContainEqual(['2', 'Nội bộ', 'Khoản 1 Điều 12 (cách hiểu)']);
  });

  test('tells of each part whether it is there, missing or not said', () => {
    const rows = rowsOf(draftOf({}));
    expect(rows).toContainEqual(['1', 'Mô tả tổng quan', 'Đã có']);
    expect(rows).toContainEqual([
      '2',
      'Tài liệu thiết kế',
      { text: 'Chưa có, phải bổ sung', bold: true },
    ]);
    expect(rows).toContainEqual(['3', 'Thuyết minh cấp độ', 'Chưa khai']);
  });

  test.each<{ name: string; changed: Partial<ReportSystem>; said: string }>([
    {
      name: 'a level',
      changed: {},
      said: 'Theo dữ kiện đã kê khai, cấp độ tính được của hệ thống là 2. Đơn vị kê khai cấp độ 2.',
    },
    {
      name: 'a level declared too low',
      changed: { computedLevel: 3, computedText: '3' },
      said: 'cấp độ tính được của hệ thống là 3. Đơn vị kê khai cấp độ 2, thấp hơn cấp độ tính được: phải rà lại dữ kiện hoặc đề xuất cấp độ cao hơn.',
    },
    {
      name: 'no level, which isn’t level 1',
      changed: { computedLevel: null, computedText: 'chưa xác định' },
      said: 'chưa xác định được cấp độ (chưa xác định); không mặc định là cấp độ 1.',
    },
    {
      name: 'a system that is being built',
      changed: { lifecycle: 'building' },
      said: 'nộp thiết kế cơ sở hoặc tài liệu tương đương',
    },
    {
      name: 'levels 1 to 3',
      changed: {},
      said: 'Thành phần này chỉ áp dụng đối với hệ thống cấp độ 4 và cấp độ 5.',
    },
    {
      name: 'an undetermined level and its expert opinion',
      changed: { computedLevel: null, declaredLevel: null },
      said: 'cấp độ của hệ thống chưa xác định được',
    },
    {
      name: 'level 4',
      changed: { computedLevel: 4, computedText: '4' },
      said: 'Cấp độ 4, cấp độ 5 thuyết minh thêm',
    },
    {
      name: 'level 4 only by what its agency declares',
      changed: { declaredLevel: 4 },
      said: 'Tóm tắt ý kiến',
    },
  ])('says of $name: $said', ({ changed, said }) => {
    expect(documentTexts(draftOf(changed)).join('\n')).toContain(said);
  });
});

test.each([
  ['planned', true],
  ['building', true],
  ['operating', true],
  ['retired', false],
])('a system that is %s has a dossier: %s', (lifecycle, has) => {
  const systems = [{ ...system, lifecycle }];
  const model = { ...emptyModel, agencies: [{ ...emptyRow, systems }] };
  expect(document.subjects(model)).toEqual(has ? ['he-thong'] : []);
});

test('every finding of a system stands in its draft exactly once', async () => {
  const folder = new URL('../../../fixtures/audit/five-agencies', import.meta.url);
  const { assessment } = await auditFolder(fileURLToPath(folder));
  const model = reportModel(assessment, 'vi');
  let told = 0;
  for (const id of document.subjects(model)) {
    const texts = documentTexts(document.build(model, id));
    for (const finding of model.findings.filter((each) => each.system === id)) {
      expect(texts.filter((text) => text === finding.id)).toHaveLength(1);
      told += 1;
    }
  }
  expect(told).toBeGreaterThan(10);
});
