import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../../../src/audit/assessment.js';
import { readTinos } from '../../../../src/platform/fonts.js';
import type { DocumentModel, TableBlock, TableCell } from '../../../../src/reports/document.js';
import { conclusions } from '../../../../src/reports/documents/summary/conclusions.js';
import { document } from '../../../../src/reports/documents/summary.js';
import { format as pdf } from '../../../../src/reports/formats/pdf.js';
import { reportModel } from '../../../../src/reports/model.js';
import { speaker } from '../../../../src/reports/official/official-text.js';
import type {
  ReportAgency,
  ReportCell,
  ReportFinding,
  ReportModel,
} from '../../../../src/reports/report-model.js';
import { auditFolder } from '../../../support/audit.js';
import { documentBlocks } from '../../../support/document-texts.js';
import { dense, pdfPages } from '../../../support/pdf-text.js';
import { emptyModel, emptyRow, sampleCell } from '../../../support/report-model.js';

const folder = fileURLToPath(new URL('../../../fixtures/audit/five-agencies', import.meta.url));
const languages = ['vi', 'en'] as const;

let assessment: Assessment;
beforeAll(async () => {
  ({ assessment } = await auditFolder(folder));
});

const shortTitles = ['Xác định cấp độ', 'Triển khai phương án', 'Thiết bị được cài bảo vệ'];
const noneOf: ReportModel['province']['agencies'] = {
  total: 0,
  submitted: 0,
  partly: 0,
  not_submitted: 0,
  late: 0,
  met: 0,
  not_met: 0,
  inconclusive: 0,
  no_data: 0,
};

const met: ReportCell = { ...sampleCell, outcome: 'met', missing: 0 };
const open: ReportCell = { ...sampleCell, outcome: 'inconclusive', missing: 3, unknown: 1 };
const nothing: ReportCell = { ...sampleCell, outcome: 'no_data', denominator: 0, missing: 0 };

interface Changes {
  readonly agencies?: Partial<ReportModel['province']['agencies']>;
  readonly cells?: readonly ReportCell[];
  readonly names?: readonly Partial<ReportAgency>[];
  readonly endpoints?: Partial<ReportModel['province']['endpoints']>;
  readonly model?: Partial<ReportModel>;
}

/** A report whose province says just that. */
function reportOf({ agencies, cells, names, endpoints, model }: Changes): ReportModel {
  const { province, targets } = emptyModel;
  return {
    ...emptyModel,
    targets: targets.map((target, index) => ({
      ...target,
      shortTitle: shortTitles[index] ?? '',
    })),
    agencies: (names ?? []).map((each) => ({ ...emptyRow, ...each })),
    province: {
      ...province,
      agencies: { ...noneOf, ...agencies },
      cells: cells ?? [sampleCell, sampleCell, open],
      effective: { ...sampleCell, percent: '40-60%' },
      endpoints: { ...province.endpoints, ...endpoints },
    },
    ...model,
  };
}

function findingOf(changes: Partial<ReportFinding>): ReportFinding {
  return {
    id: 'CL-01:system:so-a:x',
    rule: 'CL-01',
    area: 'classification',
    areaWord: 'Cấp độ',
    severity: 'critical',
    severityWord: 'Nghiêm trọng',
    outcome: 'fail',
    outcomeWord: 'Không đạt',
    subject: { kind: 'system', kindWord: 'Hệ thống thông tin', id: 'x', name: 'X' },
    agency: { id: 'so-a', name: 'Sở A' },
    system: 'x',
    title: 'Có quyết định phê duyệt',
    expected: '',
    observed: 'Chưa có quyết định.',
    citations: [],
    legalBasis: 'Điều 18',
    evidence: [],
    remediation: '',
    due: '',
    dueDate: null,
    daysLate: 0,
    count: 1,
    requirementGroup: null,
    basis: null,
    ...changes,
  };
}

function said(model: ReportModel): readonly string[] {
  return conclusions(model, speaker(model.language)).rows.map((row) => shown(row[1] ?? null));
}

function shown(cell: TableCell): string {
  return cell === null || typeof cell === 'string' ? (cell ?? '') : cell.text;
}

describe('what is concluded', () => {
  const late = { area: 'obligations', daysLate: 3 } as const;
  test.each<{ name: string; row: number; report: Changes; text: string }>([
    {
      name: 'no agency at all',
      row: 0,
      report: {},
      text: 'Báo cáo không gồm cơ quan nào.',
    },
    {
      name: 'one agency that handed in',
      row: 0,
      report: { agencies: { total: 1, submitted: 1 }, names: [{ name: 'Sở Y tế' }] },
      text: 'Báo cáo gồm một cơ quan, Sở Y tế, đã nộp đủ hồ sơ.',
    },
    {
      name: 'one agency that handed in a part, late',
      row: 0,
      report: {
        agencies: { total: 1, partly: 1, late: 1 },
        names: [{ name: 'Sở Y tế', submission: 'partly' }],
      },
      text: 'Báo cáo gồm một cơ quan, Sở Y tế, nộp thiếu hồ sơ hoặc có tệp hỏng. Nộp muộn: 1.',
    },
    {
      name: 'one agency that handed in nothing',
      row: 0,
      report: {
        agencies: { total: 1, not_submitted: 1 },
        names: [{ name: 'Sở Y tế', submission: 'not_submitted' }],
      },
      text: 'Báo cáo gồm một cơ quan, Sở Y tế, chưa nộp hồ sơ; chưa có số liệu để kết luận.',
    },
    {
      name: 'everybody handed in',
      row: 0,
      report: { agencies: { total: 81, submitted: 81 } },
      text: 'Cả 81 cơ quan đã nộp đủ hồ sơ.',
    },
    {
      name: 'nobody handed in',
      row: 0,
      report: { agencies: { total: 81, not_submitted: 81 } },
      text: 'Chưa cơ quan nào trong 81 cơ quan nộp hồ sơ; chưa có số liệu để kết luận.',
    },
    {
      name: 'all handed in a part',
      row: 0,
      report: { agencies: { total: 2, partly: 2 } },
      text: '0/2 cơ quan đã nộp đủ hồ sơ; 2 nộp thiếu hoặc có tệp hỏng, 0 chưa nộp.',
    },
    {
      name: 'targets of two outcomes, the worse first; whoever has one agency has its verdict there',
      row: 1,
      report: { agencies: { total: 1 } },
      text: 'Chưa đạt 2/3 chỉ tiêu: xác định cấp độ (còn thiếu 1); triển khai phương án (còn thiếu 1). Chưa kết luận được 1/3 chỉ tiêu: thiết bị được cài bảo vệ (còn thiếu 3).',
    },
    {
      name: 'every target met',
      row: 1,
      report: { agencies: { total: 2, met: 2 }, cells: [met, met, met] },
      text: 'Đạt 3/3 chỉ tiêu: xác định cấp độ; triển khai phương án; thiết bị được cài bảo vệ. Xét mọi chỉ tiêu, 2 cơ quan đạt, 0 chưa đạt, 0 chưa kết luận được, 0 không có số liệu.',
    },
    {
      name: 'no data for any target is never said to be met',
      row: 1,
      report: { agencies: { total: 1, no_data: 1 }, cells: [nothing, nothing, nothing] },
      text: 'Chưa có số liệu cho 3/3 chỉ tiêu: xác định cấp độ; triển khai phương án; thiết bị được cài bảo vệ.',
    },
    {
      name: 'no target in force',
      row: 1,
      report: { agencies: { total: 5 }, cells: [], model: { targets: [] } },
      text: 'Không có chỉ tiêu nào áp dụng vào ngày báo cáo.',
    },
    {
      name: 'no endpoints',
      row: 2,
      report: {},
      text: 'Chưa có số liệu về thiết bị đầu cuối.',
    },
    {
      name: 'endpoints, with what is effective',
      row: 2,
      report: {
        endpoints: { inScope: 1100, protected: 600, degraded: 100, unprotected: 200, unknown: 200 },
      },
      text: 'Trong 1.100 thiết bị, 600 được bảo vệ, 100 bảo vệ chưa đầy đủ, 200 không được bảo vệ, 200 chưa rõ; bảo vệ có hiệu lực 40-60%.',
    },
    {
      name: 'no findings',
      row: 3,
      report: {},
      text: 'Không có phát hiện nào.',
    },
    {
      name: 'no findings among those that were chosen',
      row: 3,
      report: { model: { leftOut: 'findings' } },
      text: 'Không có phát hiện nào trong phạm vi đã chọn.',
    },
    {
      name: 'findings; a duty that isn’t late yet isn’t overdue',
      row: 3,
      report: {
        model: {
          findings: [
            findingOf({}),
            findingOf({ severity: 'high', ...late }),
            findingOf({ severity: 'low', area: 'obligations' }),
            findingOf({ severity: 'low', daysLate: 9 }),
          ],
        },
      },
      text: 'Có 4 phát hiện, trong đó 1 nghiêm trọng, 1 mức cao; 1 phát hiện về nghĩa vụ đã quá hạn.',
    },
  ])('$name', ({ row, report, text }) => {
    expect(said(reportOf(report))[row]).toBe(text);
  });
});

/** The only table whose heads contain these. */
function tableWith(built: DocumentModel, ...titles: readonly string[]): TableBlock {
  const found = documentBlocks(built).filter(
    (block): block is TableBlock =>
      block.kind === 'table' &&
      titles.every((title) => block.columns.some((column) => column.title === title)),
  );
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) throw new Error(`${found.length} tables`);
  return only;
}

const number = (cell: TableCell | undefined) => Number(shown(cell ?? null).replaceAll('.', ''));

/** Sum of a column over all rows but the last, beside the last row's figure. */
function summed(table: TableBlock, column: number): readonly [number, number] {
  const own = table.rows.map((row) => number(row[column]));
  return [own.slice(0, -1).reduce((sum, each) => sum + each, 0), own.at(-1) ?? Number.NaN];
}

describe('sums', () => {
  let built: DocumentModel;
  let model: ReportModel;
  beforeAll(() => {
    model = reportModel(assessment, 'vi');
    built = document.build(model, null);
  });

  test('every agency stands in the ranking, in the report’s order', () => {
    const table = tableWith(built, 'Cơ quan', 'Việc cần làm tiếp');
    expect(table.rows.map((row) => row[1])).toEqual(model.agencies.map(({ name }) => name));
    expect(table.rows.length).toBe(5);
  });

  test('kinds of agencies add up to the province', () => {
    const table = tableWith(built, 'Nhóm cơ quan', 'Nộp đủ');
    for (const column of table.columns.keys()) {
      if (column === 0) continue;
      const [sum, total] = summed(table, column);
      expect(sum).toBe(total);
    }
    expect(number(table.rows.at(-1)?.[1])).toBe(model.agencies.length);
  });

  test('endpoints by verdict add up to those in scope, kinds to the province', () => {
    const table = tableWith(built, 'Trong phạm vi');
    for (const row of table.rows) {
      const [scope = Number.NaN, ...verdicts] = row.slice(1, 6).map(number);
      expect(verdicts.reduce((sum, each) => sum + each, 0)).toBe(scope);
    }
    const [sum, total] = summed(table, 1);
    expect(sum).toBe(total);
    expect(total).toBe(model.province.endpoints.inScope);
  });

  test('findings by agency and severity add up to all findings', () => {
    const table = tableWith(built, 'Xem từng phát hiện ở');
    for (const column of [2, 3, 4, 5, 6, 7]) {
      const [sum, total] = summed(table, column);
      expect(sum).toBe(total);
    }
    expect(number(table.rows.at(-1)?.[7])).toBe(model.findings.length);
  });

  test('findings by rule add up to all findings, however many rules there are', () => {
    const rules = Array.from({ length: 45 }, (_, index) =>
      findingOf({ id: `R-${index}`, rule: `R-${index % 31}`, count: 2 }),
    );
    const many = document.build({ ...model, findings: rules }, null);
    const table = tableWith(many, 'Quy tắc chưa đạt hoặc chưa rõ');
    expect(table.rows.length).toBe(22);
    expect(shown(table.rows.at(-2)?.[1] ?? null)).toBe('Các quy tắc khác (11)');
    expect(summed(table, 4)).toEqual([45, 45]);
    expect(summed(table, 6)).toEqual([90, 90]);
  });

  test('recommendations add up what the agencies must do', () => {
    const table = tableWith(built, 'Kiến nghị');
    const asked = model.agencies.flatMap(({ actions }) => actions);
    expect(table.rows.length).toBe(new Set(asked.map(({ key }) => key)).size);
    const [people, amounts] = [2, 3].map((column) =>
      table.rows.reduce((sum, row) => sum + number(row[column]), 0),
    );
    expect(people).toBe(asked.length);
    expect(amounts).toBe(asked.reduce((sum, { count }) => sum + (count ?? 0), 0));
  });

  test('overdue duties: the longest first, with agencies, systems and days', () => {
    const late = { area: 'obligations', severity: 'high' } as const;
    const at = (system: string) => ({ system, subject: { ...findingOf({}).subject, id: system } });
    const findings = [
      findingOf({ ...late, rule: 'OB-1', daysLate: 5, ...at('x') }),
      findingOf({ ...late, rule: 'OB-2', daysLate: 50, ...at('y') }),
      findingOf({ ...late, rule: 'OB-1', daysLate: 9, agency: { id: 'so-b', name: 'Sở B' } }),
      findingOf({ ...late, rule: 'OB-1', daysLate: 1, agency: null, system: null }),
      findingOf({ ...late, rule: 'OB-3', daysLate: 0 }),
    ];
    const table = tableWith(document.build({ ...model, findings }, null), 'Muộn nhất (ngày)');
    expect(table.rows.map((row) => row.slice(2).map(shown))).toEqual([
      ['1', '1', '1', '50', 'Sở A (1)'],
      ['3', '2', '1', '9', 'Sở A (1); Sở B (1); Chung toàn tỉnh (1)'],
    ]);
  });
});

describe('the heat map', () => {
  const group = (id: string, met: number, mandatory: number, notApplicable = 0) => ({
    id,
    title: id,
    mandatory,
    met,
    failing: 0,
    notApplicable,
    unknown: mandatory - met - notApplicable,
  });
  const system = (groups: readonly ReturnType<typeof group>[]) =>
    ({ requirements: { groups } }) as unknown as ReportAgency['systems'][number];

  test('shares are over all systems, rounded down; what doesn’t apply says nothing', () => {
    const agencies = [
      { ...emptyRow, systems: [system([group('a', 1, 3), group('b', 2, 4, 2)]), system([])] },
      { ...emptyRow, name: 'Sở B', systems: [system([group('a', 0, 2, 2)])] },
      { ...emptyRow, name: 'Sở C', systems: [] },
    ];
    const requirementGroups = ['a', 'b'].map((id) => ({ id, title: id }));
    const built = document.build({ ...emptyModel, agencies, requirementGroups }, null);
    const charts = documentBlocks(built).flatMap((block) =>
      block.kind === 'chart' && block.chart.kind === 'heat' ? [block.chart.rows] : [],
    );
    expect(charts).toEqual([
      [
        { label: 'Sở A', values: [33, 100] },
        { label: 'Sở B', values: [null, null] },
      ],
    ]);
  });

  test('every agency with a catalogue stands on one of its pages', () => {
    const agencies = Array.from({ length: 31 }, (_, index) => ({
      ...emptyRow,
      name: `Sở ${index}`,
      systems: [system([group('a', 1, 3)])],
    }));
    const built = document.build(
      { ...emptyModel, agencies, requirementGroups: [{ id: 'a', title: 'a' }] },
      null,
    );
    const labels = documentBlocks(built).flatMap((block) =>
      block.kind === 'chart' && block.chart.kind === 'heat'
        ? block.chart.rows.map(({ label }) => label)
        : [],
    );
    expect(labels).toEqual(agencies.map(({ name }) => name));
  });
});

test('what is effective stands beside the targets, and is none', () => {
  const built = document.build(reportModel(assessment, 'vi'), null);
  const rows = built.body.flatMap((block) =>
    block.kind === 'chart' && block.chart.kind === 'coverage' ? block.chart.rows : [],
  );
  expect(rows.map(({ label, beside }) => [label, beside === true])).toEqual([
    ['Xác định cấp độ', false],
    ['Triển khai phương án', false],
    ['Thiết bị được cài bảo vệ', false],
    ['Bảo vệ có hiệu lực', true],
  ]);
});

test('both languages say as much', () => {
  const [vi, en] = languages.map((language) => {
    const built = document.build(reportModel(assessment, language), null);
    return documentBlocks(built).map((block) =>
      block.kind === 'table' ? `table of ${block.rows.length}` : block.kind,
    );
  });
  expect(vi).toEqual(en);
});

describe('the first page is one page', () => {
  const letterhead: ReportModel['letterhead'] = {
    ...emptyModel.letterhead,
    superior: 'Ủy ban nhân dân tỉnh Lạng Sơn',
    issuer: 'Sở Khoa học và Công nghệ',
  };
  const everyOutcome = reportOf({
    agencies: { total: 81, submitted: 67, partly: 8, not_submitted: 6, late: 4, not_met: 70 },
    cells: [met, sampleCell, open],
    endpoints: { inScope: 9126, protected: 5761, degraded: 347, unprotected: 818, unknown: 2200 },
    names: [
      { name: 'Sở A', cells: [met, sampleCell, open] },
      { name: 'Sở B', cells: [nothing, nothing, nothing] },
    ],
    model: { findings: [findingOf({})], scope: 'Các xã' },
  });

  test.each([
    { name: 'the five agencies', report: () => reportModel(assessment, 'vi') },
    { name: 'in English', report: () => reportModel(assessment, 'en') },
    { name: 'every outcome, a scope, a long head', report: () => everyOutcome },
    {
      name: 'every outcome in English',
      report: () => ({ ...everyOutcome, language: 'en' as const }),
    },
  ])('$name', async ({ report }) => {
    const model = { ...report(), letterhead };
    const built = document.build(model, null);
    const fonts = await readTinos();
    const file = await pdf.render(built, {
      fonts: () => Promise.resolve(fonts),
      webPage: () => Promise.reject(new Error('not asked for')),
    });
    const [first = '', second = ''] = await pdfPages(
      typeof file === 'string' ? new TextEncoder().encode(file) : file,
    );
    expect(dense(first)).toContain(dense(said(model).at(-1) ?? '-'));
    expect(dense(second)).toContain(
      dense(model.language === 'vi' ? 'I. KẾT QUẢ THEO NHÓM CƠ QUAN' : 'I. RESULTS BY KIND'),
    );
  });
});
