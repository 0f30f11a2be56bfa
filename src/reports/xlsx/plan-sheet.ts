import { columnName } from '../../documents/spreadsheet/cell-name.js';
import type { CellContent, Highlight, Validation } from '../../documents/spreadsheet/workbook.js';
import { type IsoDate, parseIsoDate } from '../../domain/dates.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, text } from '../../messages/format.js';
import type { ReportModel } from '../report-model.js';
import type { PlanRow } from './plan-rows.js';
import type { RowSpan, SheetCell, SheetColumn, TableSheet } from './table-sheet.js';
import { titled } from './words.js';

/** Names of machines that a row lists; the rest is found by the row's number in the findings. */
const maxNames = 30;

const statuses = ['open', 'working', 'done', 'not_possible'] as const;

/** What is to be done, one row each, with room for who, when and how far. */
export function planSheet(model: ReportModel, rows: readonly PlanRow[]): TableSheet {
  const { language, asOfDate } = model;
  const columns = planColumns(model);
  const input = columns.findIndex((each) => each.input === true);
  return {
    ...titled('plan', model),
    remarks: [text('book.plan.remark', language)],
    columns,
    rows: rows.map((row) => planRow(row, model)),
    empty: text('book.plan.empty', language),
    frozen: 3,
    printed: columns.length - 2,
    tabColour: 'BF9000',
    validations: (span) => validations(model, columns, span, parseIsoDate(asOfDate)),
    highlights: (span) => highlights(model, columns, input, span),
  };
}

const columnIds = {
  owner: 18,
  planned: 12,
  status: 13,
  done_on: 12,
  note: 24,
} as const;

function planColumns({ language }: ReportModel): readonly SheetColumn[] {
  const say = (id: Parameters<typeof text>[0]) => text(id, language);
  return [
    { title: say('book.column.no'), width: 6, kind: 'ordinal' },
    { title: say('book.finding.severity'), width: 12 },
    { title: say('report.agency'), width: 22 },
    { title: say('book.finding.subject'), width: 24 },
    { title: say('book.plan.work'), width: 40 },
    { title: say('book.finding.remediation'), width: 40 },
    { title: say('book.finding.legal_basis'), width: 22 },
    { title: say('book.finding.due'), width: 12, kind: 'date' },
    { title: say('book.finding.days_late'), width: 8, kind: 'number' },
    { title: say('book.finding.count'), width: 9, kind: 'number' },
    ...(Object.keys(columnIds) as (keyof typeof columnIds)[]).map(
      (id): SheetColumn => ({
        title: say(`book.plan.${id}`),
        width: columnIds[id],
        input: true,
        ...((id === 'planned' || id === 'done_on') && { kind: 'date' }),
      }),
    ),
    { title: say('book.column.findings'), width: 9, kind: 'number' },
    { title: say('book.finding.id'), width: 40 },
  ];
}

function planRow({ no, findings, subjects }: PlanRow, model: ReportModel): readonly SheetCell[] {
  const { language } = model;
  const [first, ...others] = findings;
  const several = others.length > 0;
  const names = findings.slice(0, maxNames).map(({ subject }) => subject.name);
  const rest = findings.length - names.length;
  const named = [
    ...names,
    ...(rest > 0 ? [formatMessage(message('book.plan.more', { count: rest }), language)] : []),
  ].join(', ');
  return [
    no,
    { value: first.severityWord, tone: first.severity },
    first.agency?.name ?? text('report.province', language),
    several
      ? formatMessage(
          message('book.plan.machines', { count: findings.length, names: named }),
          language,
        )
      : first.subject.name,
    several ? `${first.title}. ${first.observed}` : first.observed,
    first.remediation,
    first.legalBasis,
    dueCell(findings),
    Math.max(...findings.map(({ daysLate }) => daysLate)) || null,
    subjects,
    null,
    null,
    text('book.status.open', language),
    null,
    null,
    findings.length,
    several ? null : first.id,
  ];
}

/** The earliest day. */
function dueCell(findings: PlanRow['findings']): CellContent {
  const [first] = findings.flatMap(({ dueDate }) => (dueDate === null ? [] : [dueDate])).sort();
  const date = first === undefined ? undefined : parseIsoDate(first);
  return date ? { date } : (first ?? null);
}

function validations(
  { language }: ReportModel,
  columns: readonly SheetColumn[],
  { first, last }: RowSpan,
  asOf: IsoDate | undefined,
): readonly Validation[] {
  const range = (id: keyof typeof columnIds) => {
    const name = nameOf(columns, id);
    return `${name}${first}:${name}${last}`;
  };
  const days = asOf
    ? {
        from: `${asOf.slice(0, 4)}-01-01` as IsoDate,
        to: `${Number(asOf.slice(0, 4)) + 10}-12-31` as IsoDate,
      }
    : undefined;
  return [
    {
      range: range('status'),
      allowed: { words: statuses.map((status) => text(`book.status.${status}`, language)) },
      title: text('book.plan.status', language),
      error: text('book.plan.status_error', language),
    },
    ...(days ? (['planned', 'done_on'] as const) : []).map(
      (id): Validation => ({
        range: range(id),
        allowed: days ?? { words: [] },
        title: text(`book.plan.${id}`, language),
        error: text('book.plan.day_error', language),
      }),
    ),
  ];
}

/** What is done turns green; what isn't by its planned day, red. */
function highlights(
  { language }: ReportModel,
  columns: readonly SheetColumn[],
  input: number,
  { first, last }: RowSpan,
): readonly Highlight[] {
  const status = nameOf(columns, 'status');
  const planned = nameOf(columns, 'planned');
  const done = `$${status}${first}="${text('book.status.done', language)}"`;
  const range = `${columnName(input)}${first}:${nameOf(columns, 'note')}${last}`;
  return [
    { range, formula: done, style: { fill: 'E2F0D9' } },
    {
      range,
      formula: `AND($${planned}${first}<>"",$${planned}${first}<TODAY(),NOT(${done}))`,
      style: { fill: 'F8D7DA' },
    },
  ];
}

/** The letters of a column that is filled in. */
function nameOf(columns: readonly SheetColumn[], id: keyof typeof columnIds): string {
  const first = columns.findIndex((each) => each.input === true);
  return columnName(first + Object.keys(columnIds).indexOf(id));
}
