import { useReport } from '../report/report-context.js';
import type { Agency, Cell } from '../report/report-index.js';
import { Badge } from './badges.js';
import { RateMeter } from './rate-meter.js';

/** The figures of the targets, and beside them how many endpoints are protected in effect. */
export function RateCards({ row }: { readonly row: Pick<Agency, 'cells' | 'effective'> }) {
  const { report, say } = useReport();
  const { targets } = report.model;
  return (
    <ul class="cards">
      {targets.map(({ id, title, shortTitle, threshold, thresholdPercent }, at) => {
        const cell = row.cells[at];
        return (
          cell && (
            <RateCard
              key={id}
              title={shortTitle}
              detail={title}
              cell={cell}
              threshold={thresholdPercent}
              target={say('rate.threshold', { threshold })}
            />
          )
        );
      })}
      <RateCard
        title={say('rate.effective')}
        detail={say('rate.effective_detail')}
        cell={row.effective}
        threshold={null}
        target={say('rate.no_threshold')}
      />
    </ul>
  );
}

interface RateCardProps {
  readonly title: string;
  readonly detail: string;
  readonly cell: Cell;
  /** Percent; null for none. */
  readonly threshold: number | null;
  readonly target: string;
}

function RateCard({ title, detail, cell, threshold, target }: RateCardProps) {
  const { say } = useReport();
  return (
    <li class="card">
      <h3>{title}</h3>
      <p class="big figure">{cell.percent || say('rate.none')}</p>
      <RateMeter cell={cell} threshold={threshold} label={title} />
      <p class="card-line">
        {threshold !== null && <Badge tone={cell.outcome} word={cell.outcomeWord} />}
        <span class="figure">{cell.count}</span>
        <span class="quiet">{target}</span>
      </p>
      {cell.unknown > 0 && <p class="quiet">{say('rate.unknown', { count: cell.unknown })}</p>}
      {cell.missing > 0 && <p>{say('rate.missing', { count: cell.missing })}</p>}
      {cell.reasons.map((reason) => (
        <p key={reason} class="quiet">
          {reason}
        </p>
      ))}
      <p class="quiet detail">{detail}</p>
    </li>
  );
}
