import { Badge } from '../components/badges.js';
import { EndpointPart } from '../components/endpoint-part.js';
import { Facts } from '../components/facts.js';
import { PageHead } from '../components/page-head.js';
import { RateCards } from '../components/rate-cards.js';
import { Section } from '../components/section.js';
import { FindingList } from '../lists/finding-list.js';
import { SystemList } from '../lists/system-list.js';
import { useReport } from '../report/report-context.js';
import { routeHref } from '../routes/route.js';
import { MissingScreen } from './missing-screen.js';
import type { ScreenProps } from './screen-props.js';

/** One agency: its figures, what it must do next, its systems, its endpoints, its findings. */
export function AgencyScreen({ route }: ScreenProps) {
  const { index, say } = useReport();
  const agency = index.agencies.get(route.path[0] ?? '');
  if (!agency) return <MissingScreen />;
  return (
    <>
      <PageHead
        title={agency.name}
        trail={[
          { href: routeHref('overview'), label: say('nav.overview') },
          { href: routeHref('agencies'), label: say('agencies.title') },
        ]}
      >
        <p class="lead">
          <Badge tone={agency.verdict} word={agency.verdictWord} />
        </p>
        <Facts
          items={[
            { label: say('agency.kind'), value: agency.kindName },
            { label: say('agency.submission'), value: agency.submissionWord },
            { label: say('agency.submitted_on'), value: agency.submittedOn },
            { label: say('agency.deadline'), value: agency.late ? say('agency.late') : null },
          ]}
        />
      </PageHead>
      <Section title={say('overview.targets')}>
        <RateCards row={agency} />
      </Section>
      {agency.actions.length > 0 && (
        <Section title={say('agency.actions')}>
          <ol class="actions">
            {agency.actions.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
        </Section>
      )}
      <Section title={say('systems.title')}>
        <SystemList
          id="systems"
          systems={agency.systems}
          query={route.query}
          empty={say('agency.no_systems')}
          ofAgency
        />
      </Section>
      <Section title={say('endpoints.title')}>
        <EndpointPart endpoints={agency.endpoints} />
      </Section>
      <Section title={say('nav.findings')}>
        <FindingList
          caption={say('nav.findings')}
          findings={index.byAgency.get(agency.id) ?? []}
          query={route.query}
          empty={say('findings.none')}
          within="agency"
        />
      </Section>
    </>
  );
}
