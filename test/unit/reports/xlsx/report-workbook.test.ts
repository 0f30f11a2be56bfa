import { fileURLToPath } from 'node:url';
import readExcel from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../../../src/audit/assessment.js';
import { maxUnpackedBytes } from '../../../../src/documents/spreadsheet/limits.js';
import { unzip } from '../../../../src/documents/spreadsheet/unzip.js';
import { writeWorkbook } from '../../../../src/documents/spreadsheet/write-workbook.js';
import type { Language } from '../../../../src/domain/text.js';
import { format } from '../../../../src/reports/formats/xlsx.js';
import { reportModel } from '../../../../src/reports/model.js';
import type { ReportFinding, ReportModel } from '../../../../src/reports/report-model.js';
import { shareCell } from '../../../../src/reports/xlsx/rate-cells.js';
import { reportWorkbook } from '../../../../src/reports/xlsx/report-workbook.js';
import { auditFolder } from '../../../support/audit.js';
import { hostileTexts } from '../../../support/hostile-document.js';
import { noAssets } from '../../../support/no-assets.js';
import { emptyModel } from '../../../support/report-model.js';

const folder = fileURLToPath(new URL('../../../fixtures/audit/five-agencies', import.meta.url));

type Rows = readonly (readonly unknown[])[];

let assessment: Assessment;
let model: ReportModel;
let sheets: ReadonlyMap<string, Rows>;
beforeAll(async () => {
  ({ assessment } = await auditFolder(folder));
  model = reportModel(assessment, 'vi');
  sheets = await readBack(await render('vi'));
});

function render(language: Language): Promise<Uint8Array> {
  const report = { assessment, language, model: (each: Language) => reportModel(assessment, each) };
  if (format.kind !== 'data') throw new Error('not a format of data');
  return format.render(report, noAssets) as Promise<Uint8Array>;
}

/** By another library than the one that writes. */
async function readBack(bytes: Uint8Array): Promise<ReadonlyMap<string, Rows>> {
  const found = await readExcel(Buffer.from(bytes));
  return new Map(found.map(({ sheet, data }) => [sheet, data]));
}

/** The rows below the heads, as values by head. */
function records(name: string, found = sheets): readonly Readonly<Record<string, unknown>>[] {
  const rows = found.get(name) ?? [];
  const head = rows.findIndex((row) => row[0] === 'STT' || row[0] === 'No.');
  return rows
    .slice(head + 1)
    .filter((row) => row[0] !== null)
    .map((row) => Object.fromEntries((rows[head] ?? []).map((title, i) => [title, row[i]])));
}

function xmlOf(bytes: Uint8Array): string {
  const parts = unzip(bytes, (name) => name.startsWith('xl/worksheets/'), maxUnpackedBytes);
  if (typeof parts === 'string') throw new Error(parts);
  return [...parts.values()].map((part) => new TextDecoder().decode(part)).join('\n');
}

test('the sheets', () => {
  expect([...sheets.keys()]).toEqual([
    'Tổng hợp',
    'Cơ quan',
    'Hệ thống',
    'Yêu cầu',
    'Thiết bị',
    'Phép kiểm',
    'Sản phẩm',
    'Phát hiện',
    'Kế hoạch khắc phục',
    'Tệp đầu vào',
    'Điểm cần biết',
  ]);
});

test.each([
  ['vi', 'Phát hiện', 'Mã phát hiện'],
  ['en', 'Findings', 'Finding id'],
] as const)('every finding is a row, in %s', async (language, sheet, head) => {
  const rows = records(sheet, await readBack(await render(language)));
  expect(rows.map((row) => row[head])).toEqual(assessment.findings.map(({ id }) => id));
  expect(rows.length).toBeGreaterThan(10);
});

test('a finding’s row says everything of it, numbers and days as such', () => {
  const index = model.findings.findIndex(({ dueDate, evidence }) => dueDate && evidence.length > 0);
  const finding = model.findings[index];
  const row = records('Phát hiện')[index];
  expect(row).toMatchObject({
    STT: index + 1,
    Mức: finding?.severityWord,
    'Cơ quan': finding?.agency?.name,
    'Hiện trạng': finding?.observed,
    'Căn cứ': finding?.legalBasis,
    'Số lượng': finding?.count,
    'Mã quy tắc': finding?.rule,
    Hạn: new Date(`${finding?.dueDate}T00:00:00Z`),
  });
  expect(String(row?.['Bằng chứng'])).toContain(finding?.evidence[0]?.place);
  expect(String(row?.['SHA-256 của tệp'])).toContain(finding?.evidence[0]?.sha256);
});

test('every finding belongs to a row of the plan, and the plan’s numbers add up to all', () => {
  const plan = records('Kế hoạch khắc phục');
  const sum = plan.reduce((total, row) => total + Number(row['Số phát hiện']), 0);
  expect(sum).toBe(model.findings.length);
  const counts = new Map<unknown, number>();
  for (const row of records('Phát hiện')) {
    counts.set(row['Dòng kế hoạch'], (counts.get(row['Dòng kế hoạch']) ?? 0) + 1);
  }
  expect([...counts]).toEqual(plan.map((row) => [row['STT'], row['Số phát hiện']]));
  expect(plan.length).toBeLessThan(model.findings.length);
  expect(new Set(plan.map((row) => row['Tình trạng']))).toEqual(new Set(['Chưa làm']));
});

test('agencies stand in the report’s order with their figures', () => {
  const rows = records('Cơ quan');
  expect(rows.map((row) => row['Cơ quan'])).toEqual(model.agencies.map(({ name }) => name));
  expect(rows.map((row) => row['Mã cơ quan'])).toEqual(model.agencies.map(({ id }) => id));
  const total = sheets.get('Cơ quan')?.at(-1) ?? [];
  const [first] = model.province.cells;
  expect(total.slice(4, 7)).toEqual([first?.numerator, first?.denominator, first?.unknown]);
});

test('every system, its groups of requirements, every input file', () => {
  const systems = model.agencies.flatMap((agency) => agency.systems);
  expect(records('Hệ thống').map((row) => row['Mã hệ thống'])).toEqual(systems.map(({ id }) => id));
  const groups = systems.flatMap(({ requirements }) => requirements?.groups ?? []);
  expect(records('Yêu cầu').length).toBe(groups.length);
  expect(records('Tệp đầu vào').map((row) => row['SHA-256'])).toEqual(
    model.inputs.map(({ sha256 }) => sha256),
  );
});

test('the numbers of machines add up to the province’s', () => {
  const rows = records('Thiết bị');
  const sum = rows.reduce((total, row) => total + Number(row['Trong phạm vi']), 0);
  expect(sum).toBe(model.province.endpoints.inScope);
  expect(sheets.get('Thiết bị')?.at(-1)?.[5]).toBe(sum);
});

test.each([
  { part: 899, whole: 1000, share: 0.89 },
  { part: 29, whole: 100, share: 0.29 },
  { part: 0, whole: 4, share: 0 },
  { part: 4, whole: 4, share: 1 },
  { part: 0, whole: 0, share: null },
])('$part of $whole is shown as $share', ({ part, whole, share }) => {
  expect(shareCell(part, whole)).toBe(share);
});

test('nothing is a formula; status and days of the plan are checked while typing', async () => {
  const xml = xmlOf(await render('vi'));
  expect(xml).not.toMatch(/<f[ >]/);
  expect(xml.match(/<dataValidation /g)?.length).toBe(3);
  expect(xml).toContain('Chưa làm,Đang làm,Đã xong,Chưa làm được');
});

describe('odd reports', () => {
  test('an empty one says so on every sheet', async () => {
    const found = await readBack(await writeWorkbook(reportWorkbook(emptyModel)));
    expect(found.size).toBe(11);
    expect(JSON.stringify(found.get('Phát hiện'))).toContain('Không có phát hiện nào.');
    expect(JSON.stringify(found.get('Kế hoạch khắc phục'))).toContain('Không có việc nào');
  });

  test('hostile texts stay texts, in one direction, no longer than a cell', async () => {
    const [sample] = model.findings;
    if (!sample) throw new Error('no finding');
    const findings = [...hostileTexts, 'y'.repeat(40_000)].map(
      (text, index): ReportFinding => ({ ...sample, id: `F-${index}`, observed: text }),
    );
    const bytes = await writeWorkbook(reportWorkbook({ ...model, title: '&P =1+1', findings }));
    const rows = records('Phát hiện', await readBack(bytes));
    const shown = rows.map((row) => String(row['Hiện trạng'] ?? ''));
    expect(rows.map((row) => row['Mã phát hiện'])).toEqual(findings.map(({ id }) => id));
    expect(shown[0]).toBe('</script><script>alert(1)</script>');
    expect(shown[1]).toBe("'=cmd|' /C calc'!A0");
    expect(shown.find((text) => text.startsWith('Lạng Sơn, Đồng Đăng'))).toBe(
      'Lạng Sơn, Đồng Đăng, Hữu Lũng',
    );
    expect(shown.join('')).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
    expect(shown.at(-1)?.length).toBe(32_766);
    expect(shown.at(-1)?.endsWith('y…')).toBe(true);
    expect(xmlOf(bytes)).not.toMatch(/<f[ >]/);
    // In a footer `&P` would be the page's number.
    expect(xmlOf(bytes)).toContain('&amp;&amp;P =1+1');
  });

  test('thousands of machines that need the same work share a row of the plan', async () => {
    const [sample] = model.findings;
    if (!sample) throw new Error('no finding');
    const subject = (i: number) => ({
      ...sample.subject,
      kind: 'endpoint' as const,
      id: `ep-${i}`,
    });
    const findings = Array.from(
      { length: 3000 },
      (_, i): ReportFinding => ({
        ...sample,
        id: `F-${i}`,
        subject: { ...subject(i), name: `PC-${i}` },
      }),
    );
    const found = await readBack(await writeWorkbook(reportWorkbook({ ...model, findings })));
    expect(records('Phát hiện', found).length).toBe(3000);
    const [row, ...others] = records('Kế hoạch khắc phục', found);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ 'Số phát hiện': 3000, 'Số lượng': 3000 * sample.count });
    expect(String(row?.['Đối tượng'])).toMatch(/^3\.000 máy: PC-0, PC-1, .*, và 2\.970 máy nữa$/);
  });
});
