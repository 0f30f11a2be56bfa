import { text } from '../../messages/format.js';
import { severities } from '../model/rows.js';
import type { ReportCell, ReportGroup, ReportModel } from '../report-model.js';
import type { SheetCell } from './table-sheet.js';
import { sheetIds } from './words.js';

/** A table of the first sheet. Its columns are as wide as everybody else's there. */
export interface SummaryTable {
  readonly title: string;
  readonly remark?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** Targets, agencies, endpoints and findings by kind of agency, the sums last; then the sheets. */
export function summaryTables(model: ReportModel): readonly SummaryTable[] {
  return [
    targetTable(model),
    agencyTable(model),
    endpointTable(model),
    findingTable(model),
    sheetTable(model),
  ];
}

function groups({ kinds, province }: ReportModel): readonly ReportGroup[] {
  return [...kinds, province];
}

function targetTable(model: ReportModel): SummaryTable {
  const { language, targets } = model;
  const say = (id: Parameters<typeof text>[0]) => text(id, language);
  return {
    title: say('book.summary.targets'),
    remark: say('report.remark.intervals'),
    columns: [
      say('book.column.kind'),
      ...targets.flatMap(({ shortTitle, threshold }) => [
        `${shortTitle} (${threshold})`,
        say('book.column.rate'),
        say('book.column.outcome'),
      ]),
      say('book.column.effective'),
      say('book.column.rate'),
    ],
    rows: groups(model).map((group) => [
      group.name,
      ...group.cells.flatMap((cell) => [
        ...rate(cell),
        { value: cell.outcomeWord, tone: cell.outcome },
      ]),
      ...rate(group.effective),
    ]),
  };
}

function rate({ count, percent, denominator }: ReportCell): readonly SheetCell[] {
  return denominator === 0 ? ['–', null] : [count, percent];
}

function agencyTable(model: ReportModel): SummaryTable {
  const { language } = model;
  const say = (id: Parameters<typeof text>[0]) => text(id, language);
  return {
    title: say('book.summary.agencies'),
    columns: [
      say('book.column.kind'),
      say('book.column.agencies'),
      say('report.submission.submitted'),
      say('report.submission.partly'),
      say('report.submission.not_submitted'),
      say('book.column.late'),
      say('audit.outcome.met'),
      say('audit.outcome.not_met'),
      say('audit.outcome.inconclusive'),
      say('audit.outcome.no_data'),
    ],
    rows: groups(model).map(({ name, agencies }) => [
      name,
      agencies.total,
      agencies.submitted,
      agencies.partly,
      agencies.not_submitted,
      agencies.late,
      agencies.met,
      agencies.not_met,
      agencies.inconclusive,
      agencies.no_data,
    ]),
  };
}

function endpointTable(model: ReportModel): SummaryTable {
  const { language } = model;
  const say = (id: Parameters<typeof text>[0]) => text(id, language);
  return {
    title: say('report.endpoints.heading'),
    columns: [
      say('book.column.kind'),
      say('book.column.found'),
      say('book.column.out_of_scope'),
      say('book.column.unreported'),
      say('book.column.in_scope'),
      say('audit.verdict.protected'),
      say('audit.verdict.degraded'),
      say('audit.verdict.unprotected'),
      say('audit.verdict.unknown'),
    ],
    rows: groups(model).map(({ name, endpoints }) => [
      name,
      endpoints.found,
      endpoints.outOfScope,
      endpoints.unreported,
      endpoints.inScope,
      endpoints.protected,
      endpoints.degraded,
      endpoints.unprotected,
      endpoints.unknown,
    ]),
  };
}

/** By area, from the findings themselves, so that those of the province as a whole are counted too. */
function findingTable({ language, findings }: ReportModel): SummaryTable {
  const say = (id: Parameters<typeof text>[0]) => text(id, language);
  const areas = [...new Map(findings.map(({ area, areaWord }) => [area, areaWord]))];
  const row = (name: string, own: typeof findings) => [
    name,
    ...severities.map((severity) => own.filter((each) => each.severity === severity).length),
    own.length,
  ];
  return {
    title: say('book.summary.findings'),
    columns: [
      say('book.finding.area'),
      ...severities.map((severity) => say(`report.severity.${severity}`)),
      say('report.total'),
    ],
    rows: [
      ...areas.map(([area, word]) =>
        row(
          word,
          findings.filter((each) => each.area === area),
        ),
      ),
      row(say('report.total'), findings),
    ],
  };
}

function sheetTable({ language }: ReportModel): SummaryTable {
  return {
    title: text('book.summary.sheets', language),
    columns: [text('book.column.sheet', language)],
    rows: sheetIds.map((id) => [
      `${text(`book.sheet.${id}`, language)}: ${text(`book.title.${id}`, language)}`,
    ]),
  };
}
