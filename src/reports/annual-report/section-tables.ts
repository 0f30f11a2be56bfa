import type { AnnualReport, ReportRow } from '../../audit/annual-report/report.js';
import { formatDate, isoDate } from '../../domain/dates.js';
import type { Language } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, text } from '../../messages/format.js';
import type { ReportColumnId } from '../../packs/annual-report-form.js';
import { dots, type FormCell, type FormTable } from './form-table.js';

/** Sections 1 to 3 of the form. */
export function sectionTables(report: AnnualReport, language: Language): readonly FormTable[] {
  return [
    summaryTable(report, language),
    partiesTable(report, language),
    systemsTable(report, language),
  ];
}

function summaryTable({ form, summary }: AnnualReport, language: Language): FormTable {
  return {
    id: 'summary',
    sheet: text('annual_report.sheet.summary', language),
    title: form.sections.summary[language],
    remarks: [],
    numbered: false,
    columns: [
      { title: text('annual_report.word.no', language), width: 6 },
      { title: text('annual_report.word.content', language), width: 100 },
      { title: text('annual_report.word.value', language), width: 26 },
    ],
    rows: summary.map((field, index) => [
      index + 1,
      field.label[language],
      field.text?.[language] ?? valueCell(field.value),
    ]),
    empty: '',
  };
}

function valueCell(value: number | string | null): FormCell {
  if (value === null) return dots;
  return typeof value === 'number' ? value : { date: isoDate(value) };
}

/** Section 2 as one table: an owner's parts one below the other. */
function partiesTable({ form, parties }: AnnualReport, language: Language): FormTable {
  return {
    id: 'parties',
    sheet: text('annual_report.sheet.parties', language),
    title: form.sections.parties[language],
    remarks: [],
    numbered: false,
    columns: [
      { title: text('annual_report.word.owner', language), width: 32 },
      { title: text('annual_report.word.party', language), width: 28 },
      { title: text('annual_report.word.no', language), width: 6 },
      { title: text('annual_report.word.content', language), width: 32 },
      { title: text('annual_report.word.value', language), width: 50 },
    ],
    rows: parties.flatMap((owner) =>
      owner.parts.flatMap((part) =>
        part.fields.map((field, index) => [
          owner.name ?? text('annual_report.owner_unknown', language),
          part.title[language],
          index + 1,
          field.label[language],
          field.value === null && field.blank_allowed
            ? ''
            : field.parts.map((each) => each ?? dots).join(', '),
        ]),
      ),
    ),
    empty: text('annual_report.no_rows', language),
  };
}

/** Columns of section 3 in characters; together they still read on A4 landscape. */
const widths: Readonly<Record<ReportColumnId, number>> = {
  no: 5,
  name: 28,
  owner: 18,
  operating_unit: 18,
  proposed_level: 8,
  approval_status: 14,
  approval_decision: 24,
  security_regulation: 22,
  expected_approval: 13,
  plan_status: 15,
  expected_full_plan: 13,
  assessed: 15,
};

function systemsTable(report: AnnualReport, language: Language): FormTable {
  return {
    id: 'systems',
    sheet: text('annual_report.sheet.systems', language),
    title: report.form.sections.systems[language],
    remarks: [],
    numbered: true,
    columns: report.columns.map(({ id, heading }) => ({
      title: heading[language],
      width: widths[id],
    })),
    rows: report.systems.map((row) =>
      report.columns.map(({ id }) => systemCell(row, id, report.words, language)),
    ),
    empty: text('annual_report.no_rows', language),
  };
}

function systemCell(
  row: ReportRow,
  column: ReportColumnId,
  words: AnnualReport['words'],
  language: Language,
): FormCell {
  const word = (of: AnnualReport['words'][number]['of'], value: string) =>
    words.find((each) => each.of === of && each.value === value)?.text[language] ?? value;
  switch (column) {
    case 'no':
      return row.no;
    case 'name':
      return row.name;
    case 'owner':
      return row.owner ?? dots;
    case 'operating_unit':
      return row.operating_unit ?? dots;
    case 'proposed_level':
      return row.proposed_level ?? dots;
    case 'approval_status':
      if (row.approval_status === null) return dots;
      // The form has no word for it.
      return row.approval_status === 'not_started' ? '' : word(column, row.approval_status);
    case 'approval_decision':
      return row.approval_status === 'approved' ? decisionText(row, language) : '';
    case 'security_regulation':
      return regulationText(row, language);
    case 'expected_approval':
      return expected(row.expected_approval, row, row.approval_status === 'approved');
    case 'plan_status':
      return row.plan_status === null ? dots : word(column, row.plan_status);
    case 'expected_full_plan':
      return expected(row.expected_full_plan, row, row.plan_status === 'fully');
    case 'assessed':
      return row.assessed.map((each) => word(column, each)).join('; ');
  }
}

/** A date, blank where nothing is expected any more. */
function expected(date: string | null, { lifecycle }: ReportRow, done: boolean): FormCell {
  if (done) return '';
  if (date !== null) return { date: isoDate(date) };
  return lifecycle === 'retired' ? '' : dots;
}

/** Number, date, authority; then the law on which it rests, where it says so or the level was kept. */
function decisionText(row: ReportRow, language: Language): string {
  const { approval_decision: decision } = row;
  if (!decision) return dots;
  const authority =
    decision.authority ??
    (decision.authority_role === 'prime_minister'
      ? text('annual_report.word.prime_minister', language)
      : dots);
  const basis = [
    ...(decision.legal_basis === null
      ? []
      : [text(`annual_report.basis.${decision.legal_basis}`, language)]),
    ...(row.level_kept ? [text('annual_report.basis.kept', language)] : []),
  ];
  const said = [decision.number ?? dots, dated(decision.date, language), authority].join(', ');
  return basis.length === 0 ? said : `${said} (${basis.join(', ')})`;
}

/** What is said of it; the column may stay blank. */
function regulationText({ security_regulation: found }: ReportRow, language: Language): string {
  if (!found) return '';
  const { number, date, authority } = found;
  return [number, date === null ? null : dated(date, language), authority]
    .filter((each) => each !== null)
    .join(', ');
}

function dated(date: string | null, language: Language): string {
  const shown = date === null ? dots : formatDate(isoDate(date));
  return formatMessage(message('annual_report.dated', { date: shown }), language);
}
