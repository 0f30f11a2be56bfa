import { text } from '../../messages/format.js';
import type { ReportEndpoints, ReportModel, ReportRow } from '../report-model.js';
import { rateCells, rateColumns } from './rate-cells.js';
import type { SheetCell, SheetColumn, TableSheet } from './table-sheet.js';
import { rateTitles, titled } from './words.js';

/** The metric of the plan's target; beside it stands what is effective. */
const installedMetric = 'endpoints_with_protection_installed';

/** The endpoints of each agency in numbers, and the sums. */
export function endpointsSheet(model: ReportModel): TableSheet {
  const { language, agencies, province, targets } = model;
  const place = targets.findIndex(({ metric }) => metric === installedMetric);
  const rates = (row: ReportRow): readonly SheetCell[] => {
    const installed = row.cells[place];
    return [...(installed ? rateCells(installed) : []), ...rateCells(row.effective)];
  };
  const columns = endpointColumns(model, place);
  return {
    ...titled('endpoints', model),
    remarks: [text('book.endpoints.remark', language)],
    columns,
    rows: agencies.map((agency, index) => [
      index + 1,
      agency.name,
      ...counts(agency.endpoints),
      ...rates(agency),
      agency.endpoints.stale,
      text(agency.endpoints.selfReported ? 'condition.yes' : 'condition.no', language),
      agency.endpoints.declared,
      agency.endpoints.products.map(({ product, count }) => `${product}: ${count}`).join('; '),
      agency.endpoints.excluded.map(({ reason, count }) => `${reason}: ${count}`).join('; '),
      agency.endpoints.sources.map((each) => sourceText(each)).join('; '),
      agency.id,
    ]),
    totals: [
      [
        null,
        province.name,
        ...counts(province.endpoints),
        ...rates(province),
        agencies.reduce((sum, { endpoints }) => sum + endpoints.stale, 0),
        null,
        null,
        null,
        null,
        null,
        null,
      ],
    ],
    empty: text('book.agencies.empty', language),
    frozen: 2,
    printed: columns.length - 7,
    tabColour: '548235',
  };
}

function endpointColumns({ language, targets }: ReportModel, place: number): SheetColumn[] {
  const say = (id: Parameters<typeof text>[0]) => text(id, language);
  const found = say('book.column.machines');
  const verdict = say('book.column.by_verdict');
  const titles = rateTitles(language);
  const target = targets[place];
  return [
    { title: say('book.column.no'), width: 5, kind: 'ordinal' },
    { title: say('report.agency'), width: 32 },
    { title: say('book.column.found'), width: 9, kind: 'number', group: found },
    { title: say('book.column.out_of_scope'), width: 9, kind: 'number', group: found },
    { title: say('book.column.unreported'), width: 10, kind: 'number', group: found },
    { title: say('book.column.in_scope'), width: 9, kind: 'number', group: found },
    { title: say('audit.verdict.protected'), width: 9, kind: 'number', group: verdict },
    { title: say('audit.verdict.degraded'), width: 9, kind: 'number', group: verdict },
    { title: say('audit.verdict.unprotected'), width: 9, kind: 'number', group: verdict },
    { title: say('audit.verdict.unknown'), width: 9, kind: 'number', group: verdict },
    ...(target ? rateColumns(`${target.shortTitle} (${target.threshold})`, titles) : []),
    ...rateColumns(say('book.column.effective'), titles),
    { title: say('book.column.stale'), width: 10, kind: 'number' },
    { title: say('book.column.self_reported'), width: 10 },
    { title: say('book.column.declared'), width: 50 },
    { title: say('book.column.products'), width: 60 },
    { title: say('book.column.excluded'), width: 60 },
    { title: say('book.column.sources'), width: 70 },
    { title: say('book.column.agency_id'), width: 22 },
  ];
}

function counts(endpoints: ReportEndpoints): readonly number[] {
  const { found, outOfScope, unreported, inScope } = endpoints;
  const { protected: safe, degraded, unprotected, unknown } = endpoints;
  return [found, outOfScope, unreported, inScope, safe, degraded, unprotected, unknown];
}

function sourceText({ source, rows, used, dated }: ReportEndpoints['sources'][number]): string {
  return [source, `${used ?? rows}/${rows}`, ...(dated === '' ? [] : [dated])].join(', ');
}
