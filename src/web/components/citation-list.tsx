import { useReport } from '../report/report-context.js';
import type { Citation } from '../report/report-index.js';
import { addressText, routeHref } from '../routes/route.js';
import { Certainty } from './badges.js';

/** Places of law, each a way to everything else that rests on it. */
export function CitationList({ citations }: { readonly citations: readonly Citation[] }) {
  const { index, say } = useReport();
  if (citations.length === 0) return <p class="empty">{say('finding.no_citation')}</p>;
  return (
    <ul class="plain-list">
      {citations.map(({ text, certaintyWord }) => (
        <li key={text}>
          <a href={routeHref('article', [text])}>{text}</a> <Certainty word={certaintyWord} />
          <span class="quiet line">
            {say('article.count', {
              count: index.articles.get(addressText(text))?.findings.length ?? 0,
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
