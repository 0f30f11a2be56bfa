import { text } from '../../messages/format.js';
import { type FindingColumnId, type FindingField, findingColumns } from '../csv/finding-columns.js';
import type { ReportModel } from '../report-model.js';
import type { PlanRow } from './plan-rows.js';
import type { SheetCell, SheetColumn, TableSheet } from './table-sheet.js';
import { titled } from './words.js';

/** Widths in characters. What isn't a text says of what kind it is. */
const looks: Readonly<Record<FindingColumnId, Pick<SheetColumn, 'width' | 'kind'>>> = {
  no: { width: 7, kind: 'ordinal' },
  severity: { width: 13 },
  agency: { width: 24 },
  subject: { width: 26 },
  title: { width: 28 },
  observed: { width: 46 },
  legal_basis: { width: 28 },
  remediation: { width: 36 },
  due: { width: 12, kind: 'date' },
  days_late: { width: 8, kind: 'number' },
  count: { width: 9, kind: 'number' },
  area: { width: 22 },
  outcome: { width: 13 },
  expected: { width: 46 },
  evidence: { width: 56 },
  sha256: { width: 60 },
  basis: { width: 16 },
  rule: { width: 18 },
  subject_kind: { width: 16 },
  subject_id: { width: 30 },
  agency_id: { width: 20 },
  id: { width: 48 },
};

/** Columns that go onto paper: up to the count. */
const printed = 11;

/** Every finding, one row each, with the row of the plan to which it belongs. */
export function findingsSheet(model: ReportModel, plan: readonly PlanRow[]): TableSheet {
  const { language, findings } = model;
  const columns = findingColumns(language);
  const planned = new Map(plan.flatMap(({ no, findings: own }) => own.map((each) => [each, no])));
  return {
    ...titled('findings', model),
    remarks: [text('book.findings.remark', language)],
    columns: [
      ...columns.map(({ id, title }) => ({ title, ...looks[id] })),
      { title: text('book.finding.plan', language), width: 10, kind: 'ordinal' },
    ],
    rows: findings.map((finding, index) => [
      ...columns.map(({ id, field }): SheetCell => {
        const cell = cellOf(field(finding, index + 1));
        return id === 'severity' ? { value: cell, tone: finding.severity } : cell;
      }),
      planned.get(finding) ?? null,
    ]),
    empty: text('book.findings.empty', language),
    frozen: 4,
    printed,
    tabColour: 'C00000',
  };
}

function cellOf(field: FindingField) {
  return isList(field) ? field.join('\n') : field;
}

function isList(field: FindingField): field is readonly string[] {
  return Array.isArray(field);
}
