import type { AnnualReport, CheckItem, ReportCheck } from '../../audit/annual-report/report.js';
import type { Language } from '../../domain/text.js';
import { formatMessage, text } from '../../messages/format.js';
import type { FormCell, FormTable } from './form-table.js';

/** The article on contents against the form, and every check with what it found. */
export function checkTables(report: AnnualReport, language: Language): readonly FormTable[] {
  return [coverageTable(report, language), checksTable(report, language)];
}

function coverageTable({ coverage }: AnnualReport, language: Language): FormTable {
  return {
    id: 'coverage',
    sheet: text('annual_report.sheet.coverage', language),
    title: text('annual_report.coverage', language),
    remarks: [],
    numbered: false,
    columns: [
      { title: text('annual_report.coverage.clause', language), width: 8 },
      { title: text('annual_report.word.content', language), width: 70 },
      { title: text('annual_report.coverage.in_form', language), width: 14 },
      { title: text('annual_report.coverage.where', language), width: 50 },
      { title: text('annual_report.coverage.annex', language), width: 10 },
    ],
    rows: coverage.map((each) => [
      each.clause,
      each.content[language],
      text(`annual_report.in_form.${each.in_form}`, language),
      (each.gap ?? each.where)?.[language] ?? '',
      each.annex ?? '',
    ]),
    empty: '',
  };
}

function checksTable({ checks }: AnnualReport, language: Language): FormTable {
  return {
    id: 'checks',
    sheet: text('annual_report.sheet.checks', language),
    title: text('annual_report.checks', language),
    remarks: [],
    numbered: false,
    columns: [
      { title: text('annual_report.check.id', language), width: 11 },
      { title: text('annual_report.check.severity', language), width: 11 },
      { title: text('annual_report.check.outcome', language), width: 11 },
      { title: text('annual_report.word.content', language), width: 40 },
      { title: text('annual_report.check.found', language), width: 50 },
      { title: text('annual_report.check.where', language), width: 30 },
      { title: text('annual_report.check.fix', language), width: 36 },
      { title: text('annual_report.legal_basis', language), width: 24 },
    ],
    rows: checks.flatMap((check) => checkRows(check, language)),
    empty: '',
  };
}

/** A row for each place that doesn't pass; one row for a check that passes. */
function checkRows(check: ReportCheck, language: Language): FormCell[][] {
  const row = (outcome: ReportCheck['outcome'], found: string, where: string, fix: string) => [
    check.id,
    text(`annual_report.severity.${check.severity}`, language),
    text(`annual_report.outcome.${outcome}`, language),
    check.rule[language],
    found,
    where,
    fix,
    check.citation ?? '',
  ];
  if (check.items.length === 0) {
    return [row(check.outcome, '', '', check.outcome === 'pass' ? '' : check.fix[language])];
  }
  return check.items.map((item) =>
    row(item.outcome, formatMessage(item.message, language), placeText(item), check.fix[language]),
  );
}

/** `agencies/so-y-te/inventory.yaml:61`; the agency where there is no file. */
export function placeText({ at, agency }: CheckItem): string {
  return at ? `${at.path}:${at.line}` : (agency ?? '');
}
