import type { AnnualReport } from '../../audit/annual-report/report.js';
import { isoDate } from '../../domain/dates.js';
import type { Language, Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, text } from '../../messages/format.js';
import type { AnnexId } from '../../packs/annual-report-form.js';
import { dots, type FormCell, type FormOptions, type FormTable } from './form-table.js';

/** Widths of the annexes' columns in characters. */
const widths: Readonly<Record<AnnexId, readonly number[]>> = {
  A: [30, 28, 28, 30, 26, 40],
  B: [50, 30, 40],
  C: [50, 14, 16, 14, 40],
  D: [40, 60, 20, 14, 28],
};

/** Annexes A to D, each marked as a proposal. */
export function annexTables(
  report: AnnualReport,
  language: Language,
  { requirements }: FormOptions,
): readonly FormTable[] {
  const { A, B, C, D } = report.annexes;
  const say = (each: Message) => formatMessage(each, language);
  const unanswered = D.unanswered.map(({ name }) => name).join('; ');
  const listed = D.rows.filter(({ state }) => requirements === 'all' || !isDone(state));
  const count = D.rows.length - listed.length;
  return [
    annexTable(
      report,
      'A',
      language,
      [],
      A.rows.map((row) => [
        row.name,
        ...[row.mandate_document, row.head, row.address, row.contact].map(said),
        row.systems,
      ]),
    ),
    annexTable(
      report,
      'B',
      language,
      B.unsaid === 0 ? [] : [say(message('annual_report.grounds_unsaid', { count: B.unsaid }))],
      B.rows.map((row) => [row.name, said(row.basis), said(row.state)]),
    ),
    annexTable(
      report,
      'C',
      language,
      [],
      C.rows.map((row) => [
        row.name,
        day(row.checked_on),
        row.nonconformities ?? dots,
        row.fixed ?? dots,
        said(row.conclusion),
      ]),
    ),
    annexTable(
      report,
      'D',
      language,
      [
        ...(count === 0 ? [] : [say(message('annual_report.done_left_out', { count }))]),
        ...(unanswered === ''
          ? []
          : [say(message('annual_report.unanswered', { systems: unanswered }))]),
      ],
      listed.map((row) => [
        row.name,
        `${row.requirement} ${row.title[language]}`,
        formatMessage({ key: `system.state.${row.state}`, params: {} }, language),
        // Only what isn't met needs a date and somebody responsible.
        row.due === null && isDone(row.state) ? '' : day(row.due),
        row.responsible ?? (isDone(row.state) ? '' : dots),
      ]),
    ),
  ];
}

function annexTable(
  { annexes }: AnnualReport,
  id: AnnexId,
  language: Language,
  remarks: readonly string[],
  rows: readonly (readonly FormCell[])[],
): FormTable {
  const { title, columns, empty } = annexes[id];
  return {
    id: `annex-${id.toLowerCase()}`,
    sheet: formatMessage(message('annual_report.sheet.annex', { id }), language),
    title: formatMessage(message('annual_report.annex', { id, title }), language),
    remarks: [`(${text('annual_report.not_official', language)})`, ...remarks],
    numbered: false,
    columns: columns.map(({ heading }, index) => ({
      title: heading[language],
      width: widths[id][index] ?? 20,
    })),
    rows,
    empty: empty?.[language] ?? text('annual_report.no_rows', language),
  };
}

function isDone(state: string): boolean {
  return state === 'met' || state === 'not_applicable';
}

function said(value: string | null): string {
  return value ?? dots;
}

function day(date: string | null): FormCell {
  return date === null ? dots : { date: isoDate(date) };
}
