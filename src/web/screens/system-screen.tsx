import { Facts } from '../components/facts.js';
import { LevelReasons } from '../components/level-reasons.js';
import { PageHead } from '../components/page-head.js';
import { RequirementPart } from '../components/requirement-part.js';
import { Section } from '../components/section.js';
import { SystemProfile } from '../components/system-profile.js';
import { SystemRules } from '../components/system-rules.js';
import { FindingList } from '../lists/finding-list.js';
import { useReport } from '../report/report-context.js';
import { systemKey } from '../report/report-index.js';
import { routeHref } from '../routes/route.js';
import { MissingScreen } from './missing-screen.js';
import type { ScreenProps } from './screen-props.js';

/** One information system: its levels and why, its approval, its requirements, what its agency says of it, its findings. */
export function SystemScreen({ route }: ScreenProps) {
  const { index, say } = useReport();
  const [agencyId = '', systemId = ''] = route.path;
  const key = systemKey(agencyId, systemId);
  const system = index.systems.get(key);
  if (!system) return <MissingScreen />;
  const agency = index.agencies.get(agencyId);
  const { computedText, declaredLevel, approvedLevel } = system;
  return (
    <>
      <PageHead
        title={system.name}
        trail={[
          { href: routeHref('overview'), label: say('nav.overview') },
          { href: routeHref('agency', [agencyId]), label: agency?.name ?? agencyId },
        ]}
      >
        <Facts
          items={[
            { label: say('system.lifecycle'), value: system.lifecycleWord },
            { label: say('system.status'), value: system.statusWord },
            { label: say('system.plan'), value: system.planStatusWord },
            { label: say('system.id'), value: <code>{system.id}</code> },
          ]}
        />
      </PageHead>
      <Section title={say('system.levels')}>
        <ul class="cards levels">
          <LevelCard title={say('system.computed')} value={computedText} />
          <LevelCard title={say('system.declared')} value={declaredLevel ?? say('system.none')} />
          <LevelCard title={say('system.approved')} value={approvedLevel ?? say('system.none')} />
        </ul>
        <LevelReasons system={system} />
      </Section>
      <SystemRules system={system} />
      <RequirementPart system={system} />
      {system.profile && <SystemProfile profile={system.profile} />}
      <Section title={say('nav.findings')}>
        <FindingList
          caption={say('nav.findings')}
          findings={index.bySystem.get(key) ?? []}
          query={route.query}
          empty={say('findings.none')}
          within="system"
        />
      </Section>
    </>
  );
}

function LevelCard({ title, value }: { readonly title: string; readonly value: string | number }) {
  return (
    <li class="card">
      <h3>{title}</h3>
      <p class="big">{value}</p>
    </li>
  );
}
