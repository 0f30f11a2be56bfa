import type { Reconciliation } from '../../audit/reconcile-endpoints.js';
import { columnName } from '../../documents/spreadsheet/cell-name.js';
import { csvText } from '../../documents/spreadsheet/csv.js';
import { withoutFormula } from '../../documents/spreadsheet/formula-text.js';
import type { CellContent } from '../../documents/spreadsheet/workbook.js';
import { writeWorkbook } from '../../documents/spreadsheet/write-workbook.js';
import { formatDate } from '../../domain/dates.js';
import type { Language } from '../../domain/text.js';
import { machineLists } from '../../fleet/reconcile.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, text } from '../../messages/format.js';
import { exclusionWord } from './explanation-text.js';
import { shownMoment } from './page.js';

export type ReconciliationFormat = 'csv' | 'xlsx';

const columns = [
  ['list', 22],
  ['agency_id', 16],
  ['agency', 32],
  ['name', 22],
  ['id', 22],
  ['machine', 14],
  ['last_seen', 18],
  ['is_stale', 14],
  ['exclusion', 22],
  ['sources', 30],
] as const;

/** The lists of all agencies as a table, a machine of a list in each row; texts that look like formulas are made plain. */
export async function reconciliationFile(
  found: Reconciliation,
  format: ReconciliationFormat,
  language: Language,
): Promise<string | Uint8Array> {
  const head = columns.map(([key]) => text(`reconcile.column.${key}`, language));
  const rows = machineRows(found, language);
  if (format === 'csv') {
    const plain = rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? withoutFormula(cell) : cell)),
    );
    return csvText([head, ...plain]);
  }
  return writeWorkbook({
    title: formatMessage(message('reconcile.heading', { date: formatDate(found.asOf) }), language),
    sheets: [
      {
        name: text('reconcile.sheet', language),
        columns: columns.map(([, width]) => ({ width })),
        rows: [
          { cells: head.map((value) => ({ value, style: { bold: true, wrap: true } })) },
          ...rows.map((cells) => ({ cells: cells.map((value) => ({ value })) })),
        ],
        frozen: { rows: 1, columns: 0 },
        filter: `A1:${columnName(columns.length - 1)}${rows.length + 1}`,
      },
    ],
  });
}

function machineRows({ agencies }: Reconciliation, language: Language): CellContent[][] {
  return agencies.flatMap((agency) =>
    machineLists.flatMap((list) =>
      agency.lists[list].map((each) => [
        text(`reconcile.list_name.${list}`, language),
        agency.id,
        agency.name,
        each.name,
        each.id,
        formatMessage({ key: `reconcile.machine.${each.machine}`, params: {} }, language),
        each.lastSeen === null ? null : shownMoment(each.lastSeen),
        each.stale ? text('endpoint_explain.yes', language) : null,
        each.exclusion === null ? null : formatMessage(exclusionWord(each.exclusion), language),
        each.sources.join(', '),
      ]),
    ),
  );
}
