import { describe, expect, test } from 'vitest';
import { annualReport } from '../../../../src/audit/annual-report.js';
import { isoDate } from '../../../../src/domain/dates.js';
import { formDocument } from '../../../../src/reports/annual-report/form-document.js';
import { formModel } from '../../../../src/reports/annual-report/form-model.js';
import type { DocumentModel, TableBlock } from '../../../../src/reports/document.js';
import type { ReportLetterhead } from '../../../../src/reports/report-model.js';
import { documentTexts } from '../../../support/document-texts.js';
import {
  agency,
  soundSystem,
  source,
  systemWith,
  usual,
} from '../../audit/annual-report/support.js';

const undecided = systemWith({
  id: 'van-ban',
  name: 'Quản lý văn bản',
  operatingUnit: undefined,
  approval: undefined,
  dossier: undefined,
  declaredLevel: 2,
  expectedApproval: isoDate('2027-03-31'),
  securityPlan: { status: 'partly', expected: isoDate('2027-06-30') },
});

const report = annualReport(
  source(
    agency({ systems: [soundSystem, undecided] }),
    agency({ id: 'so-c', name: 'Sở C', missing: 'not_submitted' }),
  ),
  usual,
);

const letterhead: ReportLetterhead = {
  superior: null,
  issuer: 'Ủy ban nhân dân tỉnh Lạng Sơn',
  sign: 'UBND',
  place: 'Lạng Sơn',
  signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: null },
  recipients: ['Bộ Công an'],
  agencyRecipients: [],
};

function built(of = report, language: 'vi' | 'en' = 'vi'): DocumentModel {
  return formDocument(formModel(of, language), of, letterhead, language);
}

function annexTable(document: DocumentModel, label: string): TableBlock {
  const annex = document.annexes.find((each) => each.label === label);
  const table = annex?.body.find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error(`no table in ${label}`);
  return table;
}

test('the head: form, addressees, who issues it, that it is a draft', () => {
  const { head, title, date } = built();
  expect(head).toMatchObject({
    issuer: 'ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
    number: 'Số: ……/BC-UBND',
    documentType: 'BÁO CÁO',
    subject: 'Kết quả công tác bảo đảm ANM hệ thống thông tin, năm 2026',
    addressees: ['Đơn vị chuyên trách / Lực lượng chuyên trách về an ninh mạng', 'Bộ Công an'],
  });
  expect(head.marks[0]).toBe('(Mẫu số 08)');
  expect(head.marks.some((mark) => mark.includes('BẢN NHÁP'))).toBe(report.draft);
  expect(title).toContain('Mẫu số 08');
  expect(date).toBe(report.parameters.as_of);
});

test('of one owner’s report that owner is the issuing body', () => {
  const own = { ...report, parameters: { ...report.parameters, owner: 'UBND xã Na Sầm' } };
  const { head } = built(own);
  expect(head).toMatchObject({ issuer: 'UBND XÃ NA SẦM', number: 'Số: ……/BC-……' });
});

test('section 3: twelve numbered columns across the page, a row for each system', () => {
  const document = built();
  const annex = document.annexes.find(({ label }) => label === 'Mục 3');
  expect(annex?.landscape).toBe(true);
  const table = annexTable(document, 'Mục 3');
  expect(table.numbered).toBe(true);
  expect(table.columns.length).toBe(12);
  expect(table.rows).toEqual([
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

test('the parts in the form’s order; annexes that aren’t the form’s say so', () => {
  const { annexes, body } = built();
  expect(annexes.map(({ label }) => label)).toEqual([
    'Mục 3',
    'Phụ lục A',
    'Phụ lục B',
    'Phụ lục C',
    'Phụ lục D',
    'Điều 36',
    'Kiểm tra',
  ]);
  for (const { label, body: blocks } of annexes.filter((each) => /^Phụ lục/.test(each.label))) {
    expect(JSON.stringify(blocks[0]), label).toContain('không phải mẫu chính thức');
  }
  expect(body.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
    'Mục 1. Số liệu tổng hợp',
    'Mục 2. Chủ quản và đơn vị chuyên trách',
    'A. Chủ quản hệ thống thông tin',
    'B. Đơn vị chuyên trách về ANM',
    'Mục 3. Danh sách hệ thống thông tin',
    'Điểm cần biết',
  ]);
});

describe('section 2', () => {
  const [owner] = report.parties;
  if (!owner) throw new Error('no owner');

  /** The report whose owner says of its head just these two. */
  function withHead(parts: readonly (string | null)[]): DocumentModel {
    const changed = {
      ...owner,
      parts: owner?.parts.slice(0, 1).map((part) => ({
        ...part,
        fields: part.fields.slice(0, 1).map((field) => ({ ...field, value: null, parts })),
      })),
    } as (typeof report.parties)[number];
    return built({ ...report, parties: [changed] });
  }

  test.each([
    { name: 'said', parts: ['Nguyễn Văn An', 'Chủ tịch'], value: 'Nguyễn Văn An, Chủ tịch' },
    { name: 'said in part', parts: [null, 'Chủ tịch'], value: '……………, Chủ tịch' },
    { name: 'not said: a dotted blank', parts: [null, null], value: null },
  ])('what is $name', ({ parts, value }) => {
    const fields = withHead(parts)
      .body.filter((block) => block.kind === 'fields')
      .at(-1);
    expect(fields?.kind === 'fields' && fields.items.map((item) => item.value)).toEqual([value]);
  });

  test('several owners stand one below the other, each under its name', () => {
    const second = { ...owner, name: null };
    const { body } = built({ ...report, parties: [owner, second] });
    const names = body.flatMap((block) =>
      block.kind === 'heading' && block.level === 2 ? [block.text] : [],
    );
    expect(names).toEqual(['1. UBND tỉnh Lạng Sơn', '2. (chưa rõ chủ quản)']);
  });
});

test.each(['vi', 'en'] as const)('nothing of the report is missing, in %s', (language) => {
  const model = formModel(report, language);
  const texts = documentTexts(built(report, language)).join('\n');
  for (const note of model.notes) expect(texts).toContain(note);
  for (const { id, rows } of model.tables.filter((table) => table.id !== 'parties')) {
    for (const row of rows) {
      for (const cell of row) {
        if (typeof cell === 'string') expect(texts, id).toContain(cell);
      }
    }
  }
  expect(texts).toContain(model.missing);
});
