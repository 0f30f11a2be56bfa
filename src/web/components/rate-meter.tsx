import { useReport } from '../report/report-context.js';
import type { Cell } from '../report/report-index.js';

interface RateMeterProps {
  readonly cell: Cell;
  /** Percent; null for none. */
  readonly threshold: number | null;
  /** What is measured: the meter's name for a screen reader. */
  readonly label: string;
}

/** A rate as a bar: what is certain, what is possible, and where the target stands. */
export function RateMeter({ cell, threshold, label }: RateMeterProps) {
  const { say } = useReport();
  const { numerator, denominator, unknown, percent } = cell;
  if (denominator === 0) return null;
  const lower = (100 * numerator) / denominator;
  const upper = (100 * (numerator + unknown)) / denominator;
  const text =
    threshold === null
      ? say('rate.alone', { label, percent })
      : say('rate.target', { label, percent, threshold: `${threshold}%` });
  return (
    <div
      class="meter"
      role="img"
      aria-label={text}
      data-tone={threshold === null ? 'plain' : cell.outcome}
    >
      <span class="possible" style={{ width: `${upper}%` }} />
      <span class="certain" style={{ width: `${lower}%` }} />
      {threshold !== null && <span class="threshold" style={{ left: `${threshold}%` }} />}
    </div>
  );
}
