import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { Assessment } from '../../../../src/audit/assessment.js';
import { readCsv } from '../../../../src/documents/spreadsheet/csv.js';
import { exportLimits } from '../../../../src/documents/spreadsheet/limits.js';
import { findingsCsv } from '../../../../src/reports/csv/findings-csv.js';
import { reportModel } from '../../../../src/reports/model.js';
import type { ReportModel } from '../../../../src/reports/report-model.js';
import { auditFolder } from '../../../support/audit.js';
import { hostileTexts } from '../../../support/hostile-document.js';
import { emptyModel } from '../../../support/report-model.js';

const folder = fileURLToPath(new URL('../../../fixtures/audit/five-agencies', import.meta.url));

let assessment: Assessment;
let model: ReportModel;
beforeAll(async () => {
  ({ assessment } = await auditFolder(folder));
  model = reportModel(assessment, 'vi');
});

function table(text: string): readonly (readonly string[])[] {
  return readCsv(text, exportLimits).rows.map((row) =>
    row.map((cell) => (cell.kind === 'text' ? cell.text : '')),
  );
}

/** One column's fields below its head. */
function column(text: string, head: string): readonly string[] {
  const [heads = [], ...rows] = table(text);
  const index = heads.indexOf(head);
  expect(index).toBeGreaterThanOrEqual(0);
  return rows.map((row) => row[index] ?? '');
}

test.each([
  ['vi', 'Mã phát hiện'],
  ['en', 'Finding id'],
] as const)('every finding is a row, in %s', (language, head) => {
  const ids = column(findingsCsv(reportModel(assessment, language)), head);
  expect(ids).toEqual(assessment.findings.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(10);
});

test('it opens in Excel: the mark of UTF-8, semicolons, CR LF, one line for each finding', () => {
  const text = findingsCsv(model);
  expect(text.startsWith('\uFEFFSTT;Mức;Cơ quan;')).toBe(true);
  const lines = text.split('\r\n');
  expect(lines.length).toBe(model.findings.length + 2);
  expect(lines.at(-1)).toBe('');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('days are written as people write them, numbers bare', () => {
  const text = findingsCsv(model);
  expect(column(text, 'Hạn')).toEqual(model.findings.map(({ due }) => due));
  expect(column(text, 'Số lượng')).toEqual(model.findings.map(({ count }) => String(count)));
});

test('each text stays a text in its field', () => {
  const [sample] = model.findings;
  if (!sample) throw new Error('no finding');
  const texts = [...hostileTexts, 'a;b', 'nói "thế"', '+84 205', 'dòng 1\r\ndòng 2', '-1'];
  const findings = texts.map((observed, index) => ({ ...sample, id: `F-${index}`, observed }));
  const text = findingsCsv({ ...model, findings });
  expect(column(text, 'Mã phát hiện')).toEqual(findings.map(({ id }) => id));
  const shown = column(text, 'Hiện trạng');
  expect(shown[1]).toBe("'=cmd|' /C calc'!A0");
  expect(shown.slice(-5)).toEqual(['a;b', 'nói "thế"', "'+84 205", 'dòng 1 dòng 2', "'-1"]);
  for (const each of shown) {
    expect(each).not.toMatch(/^[=+\-@\t\r]/);
    expect(each).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
  }
  expect(text).toBe(text.normalize('NFC'));
});

test('a report without findings has the heads only', () => {
  expect(findingsCsv(emptyModel).split('\r\n').length).toBe(2);
});
