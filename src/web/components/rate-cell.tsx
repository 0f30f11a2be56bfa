import { useReport } from '../report/report-context.js';
import type { Cell } from '../report/report-index.js';
import { RateMeter } from './rate-meter.js';

interface RateCellProps {
  readonly cell: Cell | undefined;
  readonly threshold: number | null;
  readonly label: string;
}

/** A rate in a table: its interval, the figures below it, a bar. */
export function RateCell({ cell, threshold, label }: RateCellProps) {
  const { say } = useReport();
  if (!cell || cell.denominator === 0) {
    return (
      <span class="quiet">
        <span aria-hidden="true">–</span>
        <span class="unseen">{say('rate.none')}</span>
      </span>
    );
  }
  return (
    <span class="rate">
      <span class="rate-line">
        <b class="figure">{cell.percent}</b> <span class="quiet figure">{cell.count}</span>
      </span>
      <RateMeter cell={cell} threshold={threshold} label={label} />
    </span>
  );
}
