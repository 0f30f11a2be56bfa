import { useReport } from '../report/report-context.js';

/** One part of a whole. */
export interface Share {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly tone: string;
}

/** Counts that add up, as one bar with its figures below; nothing when there is nothing to count. */
export function ShareBar({ shares }: { readonly shares: readonly Share[] }) {
  const { number } = useReport();
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return (
    <div class="shares">
      <div class="share-bar" aria-hidden="true">
        {shares.map(({ id, count, tone }) =>
          count === 0 ? null : (
            <span key={id} data-tone={tone} style={{ width: `${(100 * count) / total}%` }} />
          ),
        )}
      </div>
      <ul class="share-words">
        {shares.map(({ id, label, count, tone }) => (
          <li key={id} data-tone={tone}>
            {label} <b class="figure">{number(count)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
