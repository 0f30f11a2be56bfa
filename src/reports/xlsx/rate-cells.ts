import type { ReportCell } from '../report-model.js';
import type { SheetCell, SheetColumn } from './table-sheet.js';

/**
 * A share as a fraction that a spreadsheet shows as a whole percent: rounded down before, so that 899 of 1000 never reads
 * 90 %. Null without anything to share.
 */
export function shareCell(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((100 * part) / whole) / 100;
}

/** Columns of a rate under one head: how many, of how many, how many unknown, lowest and highest share. */
export function rateColumns(
  group: string,
  titles: Readonly<Record<'part' | 'whole' | 'unknown' | 'lowest' | 'highest', string>>,
): readonly SheetColumn[] {
  return [
    { title: titles.part, width: 7, kind: 'number', group },
    { title: titles.whole, width: 7, kind: 'number', group },
    { title: titles.unknown, width: 7, kind: 'number', group },
    { title: titles.lowest, width: 7, kind: 'percent', group },
    { title: titles.highest, width: 7, kind: 'percent', group },
  ];
}

/** The cells of `rateColumns`. */
export function rateCells({ numerator, denominator, unknown }: ReportCell): readonly SheetCell[] {
  return [
    numerator,
    denominator,
    unknown,
    shareCell(numerator, denominator),
    shareCell(numerator + unknown, denominator),
  ];
}
