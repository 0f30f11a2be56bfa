import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { document } from '../../../../src/reports/documents/reminder.js';
import { reportModel } from '../../../../src/reports/model.js';
import type {
  ReportAgency,
  ReportFinding,
  ReportModel,
} from '../../../../src/reports/report-model.js';
import { auditFolder } from '../../../support/audit.js';
import { documentTexts } from '../../../support/document-texts.js';
import { emptyModel, emptyRow, sampleCell } from '../../../support/report-model.js';

const met = {
  ...sampleCell,
  count: '2/2',
  percent: '100%',
  outcome: 'met',
  numerator: 2,
  missing: 0,
} as const;

function withAgency(agency: Partial<ReportAgency>, more: Partial<ReportModel> = {}): ReportModel {
  const cells = [met, met, met];
  return { ...emptyModel, agencies: [{ ...emptyRow, cells, verdict: 'met', ...agency }], ...more };
}

const letterTo = (model: ReportModel) => documentTexts(document.build(model, 'so-a'));

describe('who gets a letter, and what about', () => {
  test.each<{ name: string; agency: Partial<ReportAgency>; subject: string | null; said: string }>([
    { name: 'met and in time', agency: {}, subject: null, said: '' },
    {
      name: 'nothing handed in',
      agency: { submission: 'not_submitted', verdict: 'no_data' },
      subject: 'V/v đôn đốc nộp hồ sơ, số liệu về bảo đảm an ninh mạng',
      said: 'chưa nhận được hồ sơ, số liệu của Sở A',
    },
    {
      name: 'partly, nothing missed',
      agency: { submission: 'partly', verdict: 'inconclusive' },
      subject: 'V/v đôn đốc bổ sung hồ sơ, số liệu về bảo đảm an ninh mạng',
      said: 'hồ sơ còn thiếu hoặc có tệp không sử dụng được',
    },
    {
      name: 'partly, targets missed',
      agency: { submission: 'partly', verdict: 'not_met' },
      subject: 'V/v đôn đốc bổ sung hồ sơ và thực hiện các chỉ tiêu bảo đảm an ninh mạng',
      said: 'và một số chỉ tiêu chưa đạt',
    },
    {
      name: 'targets missed',
      agency: { verdict: 'not_met' },
      subject: 'V/v đôn đốc thực hiện các chỉ tiêu bảo đảm an ninh mạng',
      said: 'một số chỉ tiêu chưa đạt, cụ thể như sau',
    },
    {
      name: 'inconclusive',
      agency: { verdict: 'inconclusive' },
      subject: 'V/v làm rõ số liệu về các chỉ tiêu bảo đảm an ninh mạng',
      said: 'số liệu chưa đủ hoặc chưa đủ tin cậy để kết luận',
    },
    {
      name: 'late, all met',
      agency: { late: true, submittedOn: '22/11/2026' },
      subject: 'V/v nộp hồ sơ, số liệu về bảo đảm an ninh mạng đúng thời hạn',
      said: 'Hồ sơ được nộp sau thời hạn thu thập. Các chỉ tiêu đều đạt',
    },
    {
      name: 'late, targets missed',
      agency: { late: true, verdict: 'not_met', submittedOn: '22/11/2026' },
      subject: 'V/v đôn đốc thực hiện các chỉ tiêu bảo đảm an ninh mạng',
      said: 'Hồ sơ được nộp sau thời hạn thu thập. Tuy nhiên, một số chỉ tiêu chưa đạt',
    },
  ])('$name', ({ agency, subject, said }) => {
    const model = withAgency(agency);
    expect(document.subjects(model)).toEqual(subject === null ? [] : ['so-a']);
    if (subject === null) return;
    const built = document.build(model, 'so-a');
    expect(built.head).toMatchObject({ documentType: null, subject, addressees: ['Sở A'] });
    expect(documentTexts(built).join('\n')).toContain(said);
    expect(built.annexes).toEqual([]);
  });
});

describe('what a letter asks', () => {
  const overdue: ReportFinding = {
    id: 'OB-1:system:so-a:s',
    rule: 'OB-1',
    area: 'obligations',
    areaWord: 'Nghĩa vụ',
    severity: 'high',
    severityWord: 'Cao',
    outcome: 'fail',
    outcomeWord: 'Không đạt',
    subject: { kind: 'system', kindWord: 'Hệ thống', id: 's', name: 'Hệ thống S' },
    agency: { id: 'so-a', name: 'Sở A' },
    system: 's',
    title: 'Phê duyệt cấp độ',
    expected: 'Phê duyệt cấp độ',
    observed: 'Quá hạn.',
    citations: [{ text: 'Điều 20 NĐ 331/2026', certainty: 'reading', certaintyWord: 'cách hiểu' }],
    legalBasis: 'Điều 20 NĐ 331/2026 (cách hiểu)',
    evidence: [],
    remediation: '',
    due: '19/08/2026',
    dueDate: '2026-08-19',
    daysLate: 97,
    count: 1,
    requirementGroup: null,
    basis: null,
  };
  const below = { verdict: 'not_met', actions: [{ text: 'việc', short: 'việc' }] } as const;
  const items = (findings: readonly ReportFinding[], agency: Partial<ReportAgency> = below) =>
    document
      .build(withAgency(agency, { findings }), 'so-a')
      .body.flatMap((block) => (block.kind === 'list' ? block.items : []));

  test('an action in the words of a letter, with its number', () => {
    const actions = [{ text: 'x', short: 'x', key: 'audit.action.install', count: 1234 }];
    expect(items([], { verdict: 'not_met', actions })[0]).toBe(
      'Cài giải pháp bảo vệ cho 1.234 thiết bị đầu cuối còn thiếu;',
    );
  });

  test('an action that has no such words in its own', () => {
    expect(items([])[0]).toBe('Việc;');
  });

  test('a duty past its date with its grounds, marked', () => {
    expect(items([overdue])).toContain(
      'Xử lý dứt điểm việc đã quá hạn: Phê duyệt cấp độ (1 trường hợp, hạn sớm nhất 19/08/2026; Điều 20 NĐ 331/2026 (cách hiểu));',
    );
  });

  test('no duty that rests on memory alone', () => {
    const citations = [{ text: 'TT 12', certainty: 'recalled', certaintyWord: 'x' }] as const;
    expect(items([{ ...overdue, citations }]).join()).not.toContain('quá hạn');
  });

  test('the nearest date to come, not a later one', () => {
    const coming = ['2027-06-30', '2026-12-31', '2026-12-31'].map((dueDate, index) => ({
      ...overdue,
      id: String(index),
      area: 'requirements' as const,
      dueDate,
      due: dueDate === '2026-12-31' ? '31/12/2026' : '30/06/2027',
      daysLate: 0,
    }));
    expect(items(coming)).toContain('Hoàn thành 2 nội dung đến hạn ngày 31/12/2026;');
    expect(items(coming).join()).not.toContain('2027');
  });

  test('a broken file by its name inside the agency’s folder, with the reason', () => {
    const broken: ReportFinding = {
      ...overdue,
      area: 'hand_in',
      outcome: 'error',
      daysLate: 0,
      subject: { ...overdue.subject, kind: 'file', name: 'agencies/so-a/endpoints/ksc.csv' },
      observed: 'Tệp rỗng.',
    };
    expect(items([broken])[0]).toBe('Sửa, nộp lại tệp endpoints/ksc.csv (lý do: tệp rỗng);');
  });

  test('no counts where the report leaves findings out', () => {
    const model = withAgency(below, { findings: [overdue] });
    expect(letterTo(model).join()).toContain('còn 1 nội dung phải khắc phục');
    expect(letterTo({ ...model, leftOut: 'findings' }).join()).not.toContain('phải khắc phục');
  });
});

describe('letters of an assessment', () => {
  let model: ReportModel;
  beforeAll(async () => {
    const folder = new URL('../../../fixtures/audit/five-agencies', import.meta.url);
    const { assessment } = await auditFolder(fileURLToPath(folder));
    model = reportModel(assessment, 'vi');
  });

  test('have no date but the report’s, the hand-in’s and those of findings', () => {
    const subjects = document.subjects(model);
    expect(subjects.length).toBeGreaterThan(2);
    for (const subject of subjects) {
      const agency = model.agencies.find(({ id }) => id === subject);
      const known = new Set([
        model.asOf,
        model.collectionDue,
        agency?.submittedOn,
        ...model.findings.map(({ due }) => due),
      ]);
      const dates = documentTexts(document.build(model, subject))
        .join(' ')
        .match(/\d{2}\/\d{2}\/\d{4}/g);
      expect((dates ?? []).filter((date) => !known.has(date))).toEqual([]);
    }
  });
});
