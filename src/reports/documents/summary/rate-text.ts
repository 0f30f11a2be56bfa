import type { ToneCell } from '../../document.js';
import type { ReportCell } from '../../report-model.js';

/** A rate as a cell of a table: `51-83% (4/9)`; a dash without data. */
export function rateText({ percent, count, denominator }: ReportCell): string {
  return denominator === 0 ? '–' : `${percent} (${count})`;
}

/** A target's rate in the colour of its outcome. */
export function rateCell(cell: ReportCell): ToneCell {
  return { text: rateText(cell), tone: cell.outcome };
}
