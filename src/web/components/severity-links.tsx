import { severities } from '../lists/severities.js';
import { useReport } from '../report/report-context.js';
import { routeHref } from '../routes/route.js';

/** How many findings of each severity, each a way to them. */
export function SeverityLinks({ counts }: { readonly counts: readonly number[] }) {
  const { number, say } = useReport();
  return (
    <ul class="severities">
      {severities.map((severity, at) => (
        <li key={severity}>
          <a href={routeHref('findings', [], { severity })} data-tone={severity}>
            <b class="figure">{number(counts[at] ?? 0)}</b>
            <span>{say(`severity.${severity}`)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
