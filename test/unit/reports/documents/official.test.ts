import { describe, expect, test } from 'vitest';
import { officialFoot } from '../../../../src/reports/official/official-foot.js';
import { officialHead } from '../../../../src/reports/official/official-head.js';
import { punctuated, roman } from '../../../../src/reports/official/official-text.js';
import type { ReportLetterhead, ReportModel } from '../../../../src/reports/report-model.js';
import { emptyModel } from '../../../support/report-model.js';

const report = { documentType: 'BÁO CÁO', abbreviation: 'BC', subject: 'Kết quả' } as const;
const letter = { documentType: null, abbreviation: null, subject: 'V/v đôn đốc' } as const;

function withLetterhead(written: Partial<ReportLetterhead>): ReportModel {
  return { ...emptyModel, letterhead: { ...emptyModel.letterhead, ...written } };
}

describe('the head', () => {
  test.each([
    { name: 'a report without a sign', texts: report, sign: null, number: 'Số: ……/BC-……' },
    { name: 'a report', texts: report, sign: 'SKHCN', number: 'Số: ……/BC-SKHCN' },
    { name: 'a sign with a type', texts: report, sign: 'BC-SKHCN', number: 'Số: ……/BC-SKHCN' },
    { name: 'a letter', texts: letter, sign: 'SKHCN', number: 'Số: ……/SKHCN-……' },
    {
      name: 'a letter with a sign of reports',
      texts: letter,
      sign: 'BC-SKHCN',
      number: 'Số: ……/SKHCN-……',
    },
  ])('numbers $name', ({ texts, sign, number }) => {
    expect(officialHead(withLetterhead({ sign }), texts).number).toBe(number);
  });

  test('leaves the day of signing blank, and the place where nobody said it', () => {
    expect(officialHead(emptyModel, report).placeAndDate).toBe(
      '……………………, ngày …… tháng …… năm 2026',
    );
    expect(officialHead(withLetterhead({ place: 'Lạng Sơn' }), report).placeAndDate).toBe(
      'Lạng Sơn, ngày …… tháng …… năm 2026',
    );
  });

  test('writes names in capitals, and none where none is known', () => {
    const written = { superior: 'UBND tỉnh Lạng Sơn', issuer: 'Sở Khoa học và Công nghệ' };
    expect(officialHead(withLetterhead(written), report)).toMatchObject({
      superior: 'UBND TỈNH LẠNG SƠN',
      issuer: 'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
    });
    expect(officialHead(emptyModel, report)).toMatchObject({ superior: null, issuer: null });
  });

  test('of another issuer has neither the sign nor the place of the letterhead', () => {
    const model = withLetterhead({ sign: 'SKHCN', place: 'Lạng Sơn', issuer: 'Sở A' });
    const issuedBy = { superior: null, issuer: 'Sở Y tế' };
    expect(officialHead(model, { ...letter, issuedBy })).toMatchObject({
      issuer: 'SỞ Y TẾ',
      number: 'Số: ……/……-……',
      placeAndDate: '……………………, ngày …… tháng …… năm 2026',
    });
  });
});

describe('the foot', () => {
  test.each([
    { name: 'nobody else', recipients: [], lines: ['Như trên;', 'Lưu: VT.'] },
    {
      name: 'others, written with their dashes and stops',
      recipients: ['- UBND tỉnh;', 'Công an tỉnh.'],
      lines: ['Như trên;', 'UBND tỉnh;', 'Công an tỉnh;', 'Lưu: VT.'],
    },
    {
      name: 'an archive copy of its own that isn’t last, and a line said twice',
      recipients: ['Lưu: VT, CNTT', 'Như trên', 'UBND tỉnh'],
      lines: ['Như trên;', 'UBND tỉnh;', 'Lưu: VT, CNTT.'],
    },
  ])('names the recipients: $name', ({ recipients, lines }) => {
    const foot = officialFoot(withLetterhead({ recipients }), { recipients: ['Như trên'] });
    expect(foot.recipients).toEqual(lines);
  });

  test('has the letterhead’s signer last', () => {
    const signer = { authority: 'KT. GIÁM ĐỐC', title: 'PHÓ GIÁM ĐỐC', name: 'Nguyễn Văn A' };
    const beside = [{ authority: null, title: 'ĐẠI DIỆN', name: null }];
    expect(officialFoot(withLetterhead({ signer }), { beside }).signatures).toEqual([
      ...beside,
      signer,
    ]);
  });
});

test.each([
  [1, 'I'],
  [4, 'IV'],
  [9, 'IX'],
  [14, 'XIV'],
  [29, 'XXIX'],
])('%i is %s', (number, letters) => expect(roman(number)).toBe(letters));

test.each([
  [[], []],
  [['một'], ['một.']],
  [
    ['một', 'hai'],
    ['một;', 'hai.'],
  ],
])('items %j read as a sentence', (items, said) => expect(punctuated(items)).toEqual(said));
