import { text } from '../../messages/format.js';
import type { ReportModel } from '../report-model.js';
import type { TableSheet } from './table-sheet.js';
import { titled } from './words.js';

/** Every check on endpoints, by agency: how many machines pass, fail, can't be told. */
export function checksSheet(model: ReportModel): TableSheet {
  const { language, agencies } = model;
  const say = (id: Parameters<typeof text>[0]) => text(id, language);
  const rows = agencies.flatMap(({ name, endpoints }) =>
    endpoints.checks.map((check) => [
      name,
      check.id,
      check.title,
      { value: check.severityWord, tone: check.severity },
      check.pass,
      check.fail,
      check.unknown,
      check.notApplicable,
    ]),
  );
  return {
    ...titled('checks', model),
    remarks: [say('book.checks.remark')],
    columns: [
      { title: say('book.column.no'), width: 6, kind: 'ordinal' },
      { title: say('report.agency'), width: 34 },
      { title: say('book.column.check'), width: 10 },
      { title: say('book.column.content'), width: 52 },
      { title: say('book.finding.severity'), width: 13 },
      { title: say('report.outcome.pass'), width: 9, kind: 'number' },
      { title: say('report.outcome.fail'), width: 10, kind: 'number' },
      { title: say('report.outcome.unknown'), width: 9, kind: 'number' },
      { title: say('report.outcome.not_applicable'), width: 10, kind: 'number' },
    ],
    rows: rows.map((row, index) => [index + 1, ...row]),
    empty: say('book.checks.empty'),
    frozen: 2,
    tabColour: '548235',
  };
}

/** Every protection product, by agency: on how many machines. */
export function productsSheet(model: ReportModel): TableSheet {
  const { language, agencies } = model;
  const say = (id: Parameters<typeof text>[0]) => text(id, language);
  const rows = agencies.flatMap(({ name, endpoints }) =>
    endpoints.products.map(({ product, count }) => [name, product, count]),
  );
  return {
    ...titled('products', model),
    remarks: [say('book.products.remark')],
    columns: [
      { title: say('book.column.no'), width: 6, kind: 'ordinal' },
      { title: say('report.agency'), width: 50 },
      { title: say('book.column.product'), width: 44 },
      { title: say('book.column.machine_count'), width: 12, kind: 'number' },
    ],
    rows: rows.map((row, index) => [index + 1, ...row]),
    empty: say('book.products.empty'),
    frozen: 2,
    tabColour: '548235',
  };
}
