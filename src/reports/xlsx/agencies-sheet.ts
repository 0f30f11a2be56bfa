import type { CellContent } from '../../documents/spreadsheet/workbook.js';
import { parseIsoDate } from '../../domain/dates.js';
import { text } from '../../messages/format.js';
import type { ReportAgency, ReportModel, ReportRow } from '../report-model.js';
import { rateCells, rateColumns } from './rate-cells.js';
import { severityColumns } from './severity-columns.js';
import type { SheetCell, SheetColumn, TableSheet } from './table-sheet.js';
import { rateTitles, titled } from './words.js';

/** Every agency, worst first, and the sums over all of them. */
export function agenciesSheet(model: ReportModel): TableSheet {
  const { language, agencies, province } = model;
  const columns = agencyColumns(model);
  const blanks = (count: number): null[] => Array.from({ length: count }, () => null);
  return {
    ...titled('agencies', model),
    remarks: [text('book.agencies.remark', language)],
    columns,
    rows: agencies.map((agency, index) => [
      index + 1,
      agency.name,
      agency.submissionWord,
      verdictCell(agency),
      ...figures(agency),
      text(agency.late ? 'condition.yes' : 'condition.no', language),
      dayCell(agency.submittedOn),
      agency.systemCount,
      ...agency.findingCounts,
      sum(agency.findingCounts),
      agency.actions.map((action) => action.text).join('; '),
      reasons(agency, model),
      agency.kindName,
      agency.id,
    ]),
    totals: [
      [
        null,
        province.name,
        null,
        verdictCell(province),
        ...figures(province),
        ...blanks(2),
        province.systemCount,
        ...province.findingCounts,
        sum(province.findingCounts),
        ...blanks(4),
      ],
    ],
    empty: text('book.agencies.empty', language),
    frozen: 2,
    printed: columns.findIndex(({ title }) => title === text('book.column.late', language)),
    tabColour: '2F5597',
  };
}

function agencyColumns({ language, targets }: ReportModel): readonly SheetColumn[] {
  const say = (id: Parameters<typeof text>[0]) => text(id, language);
  const titles = rateTitles(language);
  return [
    { title: say('book.column.no'), width: 5, kind: 'ordinal' },
    { title: say('report.agency'), width: 28 },
    { title: say('book.column.submission'), width: 15 },
    { title: say('book.column.verdict'), width: 14 },
    ...targets.flatMap(({ shortTitle, threshold }): SheetColumn[] => {
      const group = `${shortTitle} (${threshold})`;
      return [
        ...rateColumns(group, titles),
        { title: say('book.column.missing'), width: 7, kind: 'number', group },
        { title: say('book.column.outcome'), width: 13, group },
      ];
    }),
    ...rateColumns(say('book.column.effective'), titles),
    { title: say('book.column.late'), width: 8 },
    { title: say('book.column.submitted_on'), width: 12, kind: 'date' },
    { title: say('book.column.systems'), width: 9, kind: 'number' },
    ...severityColumns(language),
    { title: say('book.column.findings'), width: 9, kind: 'number' },
    { title: say('report.next'), width: 70 },
    { title: say('book.column.reasons'), width: 110 },
    { title: say('book.column.kind'), width: 16 },
    { title: say('book.column.agency_id'), width: 22 },
  ];
}

function figures(row: ReportRow): readonly SheetCell[] {
  return [
    ...row.cells.flatMap((cell): SheetCell[] => [
      ...rateCells(cell),
      cell.missing,
      { value: cell.outcomeWord, tone: cell.outcome },
    ]),
    ...rateCells(row.effective),
  ];
}

function verdictCell({ verdict, verdictWord }: ReportRow): SheetCell {
  return { value: verdictWord, tone: verdict };
}

/** Why an outcome isn't what the figures alone would say, target by target. */
function reasons({ cells }: ReportAgency, { targets }: ReportModel): string {
  return cells
    .flatMap((cell, index) =>
      cell.reasons.map((reason) => `${targets[index]?.shortTitle ?? ''}: ${reason}`),
    )
    .join('; ');
}

/** `dd/MM/yyyy` as a day; another text stays one. */
function dayCell(shown: string): CellContent {
  const date = parseIsoDate(shown.split('/').reverse().join('-'));
  if (date) return { date };
  return shown === '' ? null : shown;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
