import type { AnnualReport, ReportCheck } from '../audit/annual-report/report.js';
import { formatDate, isoDate } from '../domain/dates.js';
import type { Language, Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { formatMessage, formatNumber, text } from '../messages/format.js';
import { placeText } from '../reports/annual-report/check-tables.js';
import { deadlineText, missingAgencies, reportMarks } from '../reports/annual-report/form-model.js';
import { dots } from '../reports/annual-report/form-table.js';
import { type Styles, show } from './print.js';
import { paragraph } from './table.js';
import { textWidth } from './text-width.js';

/** Lines beyond this are hard to read. */
const maxWidth = 100;

/** Places shown of each check: the whole list is in the files. */
const maxItems = { block: 3, warn: 1 } as const;

const marks: Readonly<Record<ReportCheck['outcome'], string>> = {
  pass: '+',
  fail: 'x',
  unknown: '?',
};

/**
 * The annual report at a glance for a terminal of `width` columns: section 1, how the systems are spread, deadlines, and
 * every check that isn't passed with the first places and what to do.
 */
export function annualReportText(
  report: AnnualReport,
  language: Language,
  width: number,
  styles: Styles,
): string {
  const room = Math.min(width, maxWidth);
  const say = (each: Message) => show(each, language);
  const { form, parameters, period, agencies, checks } = report;
  const date = (day: string) => formatDate(isoDate(day));
  const number = (outcome: ReportCheck['outcome']) =>
    checks.filter((check) => check.outcome === outcome).length;
  const open = checks.filter(({ outcome }) => outcome !== 'pass');
  const blocks = open.filter(({ severity }) => severity === 'block');
  const warns = open.filter(({ severity }) => severity === 'warn');
  const scope = parameters.owner ?? parameters.agency;
  return [
    styles.heading(
      paragraph(
        formatMessage(
          message('annual_report.heading', {
            number: form.number,
            title: form.title,
            year: String(parameters.report_year),
          }),
          language,
        ),
        room,
        '',
      ),
    ),
    paragraph(scope === null ? report.title : `${report.title} - ${scope}`, room, ''),
    paragraph(
      `${text('annual_report.period', language)}: ${date(period.start)} - ${date(period.end)}. ${text('annual_report.as_of', language)}: ${date(parameters.as_of)}.`,
      room,
      '',
    ),
    paragraph(
      `${say(
        message('annual_report.agency_count', {
          reported: agencies.total - agencies.missing.length,
          total: agencies.total,
        }),
      )}.`,
      room,
      '',
    ),
    ...[...reportMarks(report, language), missingAgencies(report, language)]
      .filter((mark) => mark !== null)
      .map((mark) => styles.bad(paragraph(mark, room, ''))),
    '',
    styles.heading(form.sections.summary[language]),
    ...summaryLines(report, language, room),
    '',
    ...countLines(report, language, room),
    '',
    styles.heading(text('annual_report.deadline', language)),
    ...report.deadlines.map((deadline) =>
      (deadline.binding && (deadline.days_left ?? 0) < 0 ? styles.bad : (line: string) => line)(
        paragraph(deadlineText(deadline, language), room, '  ', '- '),
      ),
    ),
    '',
    styles.heading(
      `${text('annual_report.checks', language)}: ${say(
        message('annual_report.check_counts', {
          pass: number('pass'),
          fail: number('fail'),
          unknown: number('unknown'),
        }),
      )}`,
    ),
    ...[...blocks, ...warns].map((check) => checkLines(check, language, room, styles)),
    '',
    paragraph(
      say(
        message('annual_report.notes_count', {
          count: report.notes.filter(({ certainty }) => certainty !== 'text').length,
        }),
      ),
      room,
      '',
    ),
  ].join('\n');
}

function summaryLines({ summary }: AnnualReport, language: Language, width: number): string[] {
  return summary.map(({ label, value, text: words }) => {
    const shown =
      words?.[language] ??
      (value === null
        ? dots
        : typeof value === 'number'
          ? formatNumber(value, language)
          : formatDate(isoDate(value)));
    const name = `  ${label[language]}`;
    const blanks = Math.max(1, Math.min(width, 72) - textWidth(name) - textWidth(shown));
    return `${name}${' '.repeat(blanks)}${shown}`;
  });
}

function countLines({ counts, words }: AnnualReport, language: Language, width: number): string[] {
  const unsaid = text('annual_report.unsaid', language);
  const word = (of: 'approval_status' | 'plan_status', value: string) =>
    words.find((each) => each.of === of && each.value === value)?.text[language] ??
    text('annual_report.not_started', language);
  const line = (label: string, parts: readonly string[]) =>
    paragraph(`${label}: ${parts.join('; ')}.`, width, '  ');
  return [
    line(
      text('annual_report.counts.level', language),
      counts.by_level.map(({ level, count }) => `${level ?? unsaid}: ${count}`),
    ),
    line(
      text('annual_report.counts.approval', language),
      counts.by_approval_status.map(
        ({ status, count }) =>
          `${status === null ? unsaid : word('approval_status', status)}: ${count}`,
      ),
    ),
    line(
      text('annual_report.counts.plan', language),
      counts.by_plan_status.map(
        ({ status, count }) =>
          `${status === null ? unsaid : word('plan_status', status)}: ${count}`,
      ),
    ),
  ];
}

function checkLines(check: ReportCheck, language: Language, width: number, styles: Styles): string {
  const { id, severity, outcome, rule, citation, items, fix } = check;
  const blocks = severity === 'block';
  const paint = blocks ? styles.bad : styles.caution;
  const basis = citation === null ? '' : ` (${citation})`;
  const head = `${marks[outcome]} ${id} [${text(`annual_report.severity.${severity}`, language)}] ${rule[language]}${basis}`;
  const shown = items.slice(0, maxItems[severity]).map((item) => {
    const place = placeText(item);
    const said = formatMessage(item.message, language);
    return paragraph(place === '' ? said : `${said} ${place}`, width, '    ', '  - ');
  });
  const more = items.length - shown.length;
  return [
    paint(paragraph(head, width, '  ', '')),
    ...shown,
    ...(more > 0
      ? [`  ${show(message('annual_report.more_items', { count: more }), language)}`]
      : []),
    styles.faint(
      paragraph(show(message('annual_report.fix', { text: fix[language] }), language), width, '  '),
    ),
  ].join('\n');
}
