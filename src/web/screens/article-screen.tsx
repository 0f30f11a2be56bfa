import { useMemo } from 'preact/hooks';
import { Certainty, SeverityBadge } from '../components/badges.js';
import { PageHead } from '../components/page-head.js';
import { Section } from '../components/section.js';
import { FindingList } from '../lists/finding-list.js';
import { useReport } from '../report/report-context.js';
import { type Article, groupBy } from '../report/report-index.js';
import { type Route, routeHref } from '../routes/route.js';
import { MissingScreen } from './missing-screen.js';
import type { ScreenProps } from './screen-props.js';

/** One place of law: every finding that cites it, by rule. */
export function ArticleScreen({ route }: ScreenProps) {
  const { index, say } = useReport();
  const article = index.articles.get(route.path[0] ?? '');
  if (!article) return <MissingScreen />;
  return (
    <>
      <PageHead
        title={article.text}
        trail={[
          { href: routeHref('overview'), label: say('nav.overview') },
          { href: routeHref('articles'), label: say('nav.articles') },
        ]}
      >
        <p class="lead">
          {say('article.lead', { count: article.findings.length, agencies: article.agencies })}{' '}
          {article.certainties.map((word) => (
            <Certainty key={word} word={word} />
          ))}
        </p>
      </PageHead>
      <Section title={say('article.rules')}>
        <RuleGroups article={article} query={route.query} />
      </Section>
      <Section title={say('nav.findings')}>
        <FindingList
          caption={say('nav.findings')}
          findings={article.findings}
          query={route.query}
          empty={say('findings.none')}
        />
      </Section>
    </>
  );
}

interface RuleGroupsProps {
  readonly article: Article;
  readonly query: Route['query'];
}

function RuleGroups({ article, query }: RuleGroupsProps) {
  const { number } = useReport();
  const groups = useMemo(() => [...groupBy(article.findings, ({ rule }) => rule)], [article]);
  return (
    <ul class="plain-list">
      {groups.map(([rule, findings]) => {
        const [first] = findings;
        if (!first) return null;
        const current = query['rule'] === rule;
        return (
          <li key={rule} class="rule-group">
            <SeverityBadge finding={first} />
            <a
              href={routeHref('article', [article.text], { rule: current ? '' : rule })}
              aria-current={current ? 'true' : undefined}
            >
              {rule === first.title ? rule : `${rule} - ${first.title}`}
            </a>
            <b class="figure">{number(findings.length)}</b>
          </li>
        );
      })}
    </ul>
  );
}
