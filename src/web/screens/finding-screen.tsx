import { Badge, SeverityBadge } from '../components/badges.js';
import { CitationList } from '../components/citation-list.js';
import { EvidenceList } from '../components/evidence-list.js';
import { FindingFacts } from '../components/finding-facts.js';
import { PageHead } from '../components/page-head.js';
import { Section } from '../components/section.js';
import { useReport } from '../report/report-context.js';
import { type Finding, systemKey } from '../report/report-index.js';
import { routeHref } from '../routes/route.js';
import { MissingScreen } from './missing-screen.js';
import type { ScreenProps } from './screen-props.js';

/** One finding with all that it rests on. */
export function FindingScreen({ route }: ScreenProps) {
  const { index, say } = useReport();
  const finding = index.findings.get(route.path[0] ?? '');
  const trail = useTrail(finding);
  if (!finding) return <MissingScreen />;
  return (
    <>
      <PageHead title={finding.title} about={finding.subject.name} trail={trail}>
        <p class="lead">
          <SeverityBadge finding={finding} />{' '}
          <Badge tone={finding.outcome} word={finding.outcomeWord} />
        </p>
        <FindingFacts finding={finding} />
      </PageHead>
      <div class="panels">
        <TextPart title={say('finding.expected')} text={finding.expected} />
        <TextPart title={say('finding.observed')} text={finding.observed} />
        <TextPart title={say('finding.remediation')} text={finding.remediation} />
        <Section title={say('finding.citations')}>
          <CitationList citations={finding.citations} />
        </Section>
        <Section title={say('finding.evidence')}>
          <EvidenceList evidence={finding.evidence} />
        </Section>
      </div>
    </>
  );
}

function TextPart({ title, text }: { readonly title: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <Section title={title}>
      <p>{text}</p>
    </Section>
  );
}

function useTrail(finding: Finding | undefined) {
  const { index, say } = useReport();
  const trail = [{ href: routeHref('overview'), label: say('nav.overview') }];
  if (!finding?.agency) {
    return [...trail, { href: routeHref('findings'), label: say('nav.findings') }];
  }
  const { agency, system: systemId } = finding;
  trail.push({ href: routeHref('agency', [agency.id]), label: agency.name });
  const system = systemId === null ? null : index.systems.get(systemKey(agency.id, systemId));
  if (system) {
    trail.push({ href: routeHref('system', [agency.id, system.id]), label: system.name });
  }
  return trail;
}
