import { formatNumber } from '../../../messages/format.js';
import type { TableBlock, TableCell } from '../../document.js';
import type { Speaker } from '../../official/official-text.js';
import type { ReportGroup, ReportModel } from '../../report-model.js';
import { rateCell, rateText } from './rate-text.js';

/** The targets and the agencies by kind of agency, the province last. */
export function kindTables(model: ReportModel, say: Speaker): readonly TableBlock[] {
  return [rateTable(model, say), agencyTable(model, say)];
}

function rateTable({ targets, kinds, province }: ReportModel, say: Speaker): TableBlock {
  const row = (group: ReportGroup): TableCell[] => [
    group.name,
    ...group.cells.map(rateCell),
    rateText(group.effective),
  ];
  return {
    kind: 'table',
    caption: say('summary.table.kinds_rates'),
    compact: true,
    columns: [
      { title: say('summary.column.kind'), weight: 20 },
      ...targets.map(({ shortTitle, threshold }) => ({
        title: `${shortTitle} (${threshold})`,
        weight: 20,
        align: 'center' as const,
      })),
      { title: say('summary.column.effective'), weight: 20, align: 'center' },
    ],
    rows: [...kinds.map(row), row(province).map(bold)],
    empty: say('official.none'),
  };
}

function agencyTable({ kinds, province, language }: ReportModel, say: Speaker): TableBlock {
  const row = ({ name, agencies }: ReportGroup): TableCell[] => [
    name,
    ...[
      agencies.total,
      agencies.submitted,
      agencies.partly,
      agencies.not_submitted,
      agencies.late,
      agencies.met,
      agencies.not_met,
      agencies.inconclusive,
      agencies.no_data,
    ].map((count) => formatNumber(count, language)),
  ];
  return {
    kind: 'table',
    caption: say('summary.table.kinds_agencies'),
    compact: true,
    columns: [
      { title: say('summary.column.kind'), weight: 22 },
      ...[
        say('summary.column.total'),
        say('summary.column.submitted'),
        say('summary.column.partly'),
        say('summary.column.not_submitted'),
        say('summary.column.late'),
        say('audit.outcome.met'),
        say('audit.outcome.not_met'),
        say('audit.outcome.inconclusive'),
        say('audit.outcome.no_data'),
      ].map((title) => ({ title, weight: 10, align: 'right' as const })),
    ],
    rows: [...kinds.map(row), row(province).map(bold)],
    empty: say('official.none'),
  };
}

/** The cell in bold letters, as rows of sums are written. */
export function bold(cell: TableCell): TableCell {
  if (cell === null) return null;
  return typeof cell === 'string' ? { text: cell, bold: true } : { ...cell, bold: true };
}
