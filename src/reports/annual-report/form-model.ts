import type { AnnualReport } from '../../audit/annual-report/report.js';
import { formatDate, isoDate } from '../../domain/dates.js';
import type { Language, Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, text } from '../../messages/format.js';
import { annexTables } from './annex-tables.js';
import { checkTables } from './check-tables.js';
import type { FormOptions, FormTable } from './form-table.js';
import { sectionTables } from './section-tables.js';

/** The annual report in one language, as every printed format shows it: texts aren't escaped yet. */
export interface FormModel {
  readonly title: string;
  readonly subtitle: string;
  /** Draft and late marks with their reasons; empty when the report can be sent. */
  readonly marks: readonly string[];
  /** Whose systems the figures lack; null when everybody's are there. */
  readonly missing: string | null;
  /** Who, to whom, which period, by when. */
  readonly head: readonly { readonly label: string; readonly values: readonly string[] }[];
  readonly tables: readonly FormTable[];
  readonly notesTitle: string;
  readonly notes: readonly string[];
}

/** Puts an annual report into words. Every number and date comes from the report. */
export function formModel(
  report: AnnualReport,
  language: Language,
  options: FormOptions = { requirements: 'all' },
): FormModel {
  const { form, parameters } = report;
  return {
    title: formatMessage(
      message('annual_report.heading', {
        number: form.number,
        title: form.title,
        year: String(parameters.report_year),
      }),
      language,
    ),
    subtitle: report.title,
    marks: reportMarks(report, language),
    missing: missingAgencies(report, language),
    head: headLines(report, language),
    tables: [
      ...sectionTables(report, language),
      ...annexTables(report, language, options),
      ...checkTables(report, language),
    ],
    notesTitle: text('annual_report.notes', language),
    notes: report.notes.map((note) => {
      const certainty = formatMessage(
        { key: `report.certainty.${note.certainty}`, params: {} },
        language,
      );
      return note.certainty === 'text'
        ? note.text[language]
        : `${note.text[language]} (${certainty})`;
    }),
  };
}

/** Whose systems the figures lack, by name; null when everybody's are there. */
export function missingAgencies({ agencies }: AnnualReport, language: Language): string | null {
  const names = agencies.missing.map(({ name }) => name).join('; ');
  return names === ''
    ? null
    : formatMessage(message('annual_report.agencies_missing', { names }), language);
}

/** "Draft" with the checks that aren't passed, and "late". */
export function reportMarks(report: AnnualReport, language: Language): readonly string[] {
  const say = (each: Message) => formatMessage(each, language);
  const blocking = report.checks.filter(
    ({ severity, outcome }) => severity === 'block' && outcome !== 'pass',
  );
  return [
    ...(report.draft
      ? [
          `${text('annual_report.draft', language)}. ${say(
            message('annual_report.draft_reasons', {
              checks: blocking.map(({ id }) => id).join(', '),
            }),
          )}`,
        ]
      : []),
    ...(report.late ? [text('annual_report.late', language)] : []),
  ];
}

function headLines(report: AnnualReport, language: Language): FormModel['head'] {
  const say = (each: Message) => formatMessage(each, language);
  const { form, parameters, period, agencies } = report;
  const date = (day: string) => formatDate(isoDate(day));
  const line = (label: string, ...values: readonly string[]) => ({ label, values });
  return [
    line(text('annual_report.issued_by', language), form.issued_by[language]),
    ...(parameters.owner === null
      ? []
      : [line(text('annual_report.word.owner', language), parameters.owner)]),
    line(
      text('annual_report.addressee', language),
      ...form.addressees.map((each) => `${each.text[language]} (${each.citation})`),
    ),
    line(
      text('annual_report.period', language),
      say(
        message('annual_report.period_value', {
          start: date(period.start),
          end: date(period.end),
        }),
      ),
    ),
    line(
      text('annual_report.as_of', language),
      date(parameters.as_of),
      say(
        message('annual_report.agency_count', {
          reported: agencies.total - agencies.missing.length,
          total: agencies.total,
        }),
      ),
    ),
    line(
      text('annual_report.deadline', language),
      ...report.deadlines.map((deadline) => deadlineText(deadline, language)),
    ),
    line(
      text('annual_report.channels', language),
      form.channels.map((each) => each.text[language]).join('; '),
    ),
    line(text('annual_report.legal_basis', language), form.citations.join('; ')),
  ];
}

/** Who sends to whom by when, and how many days are left. */
export function deadlineText(
  deadline: AnnualReport['deadlines'][number],
  language: Language,
): string {
  const { from, to, last_day, last_working_day, days_left } = deadline;
  const date = (day: string) => formatDate(isoDate(day));
  const said = formatMessage(
    message('annual_report.deadline_value', {
      from,
      to,
      last: date(last_day),
      working: date(last_working_day),
    }),
    language,
  );
  if (days_left === null) return said;
  const left =
    days_left >= 0
      ? message('annual_report.days_left', { days: days_left })
      : message('annual_report.days_late', { days: -days_left });
  return `${said}; ${formatMessage(left, language)}`;
}
