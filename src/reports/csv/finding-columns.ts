import type { CellContent } from '../../documents/spreadsheet/workbook.js';
import { parseIsoDate } from '../../domain/dates.js';
import type { Language } from '../../domain/text.js';
import { text } from '../../messages/format.js';
import type { ReportFinding } from '../report-model.js';

/** What stands in a field: a text, a number, a day, or several texts. Texts are as the report has them. */
export type FindingField = Exclude<CellContent, { runs: unknown }> | readonly string[];

/** One field of a finding, for tables of findings. */
export interface FindingColumn {
  readonly id: FindingColumnId;
  /** The column's head. */
  readonly title: string;
  /** `no` counts findings from 1, in the report's order. */
  readonly field: (finding: ReportFinding, no: number) => FindingField;
}

/** Names of the columns, in the order of the tables: what people read first, what programs and searches need last. */
export type FindingColumnId = keyof typeof fields;

/** The columns of a table of findings. Together they hold everything that a report says of one. */
export function findingColumns(language: Language): readonly FindingColumn[] {
  return (Object.keys(fields) as FindingColumnId[]).map((id) => ({
    id,
    title: text(`book.finding.${id}`, language),
    field: (finding, no) => fields[id](finding, no, language),
  }));
}

const fields = {
  no: (_finding, no) => no,
  severity: ({ severityWord }) => severityWord,
  agency: ({ agency }, _no, language) => agency?.name ?? text('report.province', language),
  subject: ({ subject }) => subject.name,
  title: ({ title }) => title,
  observed: ({ observed }) => observed,
  legal_basis: ({ legalBasis }) => legalBasis,
  remediation: ({ remediation }) => remediation,
  due: ({ dueDate }) => day(dueDate),
  days_late: ({ daysLate }) => (daysLate === 0 ? null : daysLate),
  count: ({ count }) => count,
  area: ({ areaWord }) => areaWord,
  outcome: ({ outcomeWord }) => outcomeWord,
  expected: ({ expected }) => expected,
  evidence: ({ evidence }) =>
    evidence.map(({ place, note }) => (note === '' ? place : `${place} - ${note}`)),
  sha256: ({ evidence }) =>
    [...new Map(evidence.map(({ path, sha256 }) => [path, sha256]))]
      .filter(([, sha256]) => sha256 !== '')
      .map(([path, sha256]) => `${sha256}  ${path}`),
  basis: ({ basis }, _no, language) =>
    basis === null ? null : text(`book.basis.${basis}`, language),
  rule: ({ rule }) => rule,
  subject_kind: ({ subject }) => subject.kindWord,
  subject_id: ({ subject }) => subject.id,
  agency_id: ({ agency }) => agency?.id ?? null,
  id: ({ id }) => id,
} as const satisfies Readonly<
  Record<string, (finding: ReportFinding, no: number, language: Language) => FindingField>
>;

function day(date: string | null): FindingField {
  const parsed = date === null ? undefined : parseIsoDate(date);
  return parsed === undefined ? date : { date: parsed };
}
