import { AreaTable } from '../components/area-table.js';
import { ChartPicture } from '../components/chart-picture.js';
import { KindTable } from '../components/kind-table.js';
import { PageHead } from '../components/page-head.js';
import { RateCards } from '../components/rate-cards.js';
import { Section } from '../components/section.js';
import { SeverityLinks } from '../components/severity-links.js';
import { SubmissionState } from '../components/submission-state.js';
import { AgencyList } from '../lists/agency-list.js';
import { useReport } from '../report/report-context.js';
import type { ScreenProps } from './screen-props.js';

/** The whole at a glance: how far the targets are reached, who handed in, who stands where. */
export function OverviewScreen({ route }: ScreenProps) {
  const { report, say } = useReport();
  const { model, charts } = report;
  return (
    <>
      <PageHead title={say('overview.title', { title: model.title })}>
        <p class="lead">
          {say('overview.as_of', { date: model.asOf })}
          {model.scope !== null && <> {model.scope}</>}
        </p>
      </PageHead>
      <Section title={say('overview.targets')}>
        <RateCards row={model.province} />
      </Section>
      <Section title={say('overview.submission')}>
        <SubmissionState />
      </Section>
      <Section title={say('overview.findings')}>
        <SeverityLinks counts={model.province.findingCounts} />
        <AreaTable />
      </Section>
      {charts.length > 0 && (
        <Section title={say('overview.charts')}>
          <div class="charts">
            {charts.map((chart) => (
              <ChartPicture key={chart.id} chart={chart} />
            ))}
          </div>
        </Section>
      )}
      {model.kinds.length > 1 && (
        <Section title={say('overview.kinds')}>
          <KindTable />
        </Section>
      )}
      <Section title={say('overview.agencies')}>
        <AgencyList query={route.query} />
      </Section>
    </>
  );
}
