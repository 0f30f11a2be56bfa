import { useReport } from '../report/report-context.js';
import { type Finding, systemKey } from '../report/report-index.js';
import { routeHref } from '../routes/route.js';
import { Facts } from './facts.js';

/** What a finding is about, by which rule, until when. */
export function FindingFacts({ finding }: { readonly finding: Finding }) {
  const { say, number, report } = useReport();
  const group = report.model.requirementGroups.find(({ id }) => id === finding.requirementGroup);
  return (
    <Facts
      items={[
        { label: say('finding.subject'), value: <Subject finding={finding} /> },
        { label: say('finding.agency'), value: <Owner finding={finding} /> },
        { label: say('finding.due'), value: <Due finding={finding} /> },
        { label: say('finding.area'), value: finding.areaWord },
        { label: say('finding.group'), value: group?.title },
        { label: say('finding.rule'), value: <Rule finding={finding} /> },
        { label: say('finding.count'), value: finding.count > 1 ? number(finding.count) : null },
        {
          label: say('finding.basis'),
          value: finding.basis === null ? null : say(`requirements.${finding.basis}`),
        },
        { label: say('finding.id'), value: <code>{finding.id}</code> },
      ]}
    />
  );
}

interface PartProps {
  readonly finding: Finding;
}

function Subject({ finding }: PartProps) {
  const { index } = useReport();
  const { subject, agency, system } = finding;
  const known = index.systems.has(systemKey(agency?.id ?? '', system ?? ''));
  const name =
    known && agency && system !== null ? (
      <a href={routeHref('system', [agency.id, system])}>{subject.name}</a>
    ) : (
      subject.name
    );
  return (
    <>
      {name}
      <span class="quiet line">{subject.kindWord}</span>
    </>
  );
}

function Owner({ finding: { agency } }: PartProps) {
  const { say } = useReport();
  return agency ? (
    <a href={routeHref('agency', [agency.id])}>{agency.name}</a>
  ) : (
    <span>{say('finding.province')}</span>
  );
}

function Due({ finding: { due, daysLate } }: PartProps) {
  const { say } = useReport();
  return (
    <>
      {due === '' ? say('finding.no_due') : <span class="figure">{due}</span>}
      {daysLate > 0 && (
        <span class="late line">{say('finding.days_late', { count: daysLate })}</span>
      )}
    </>
  );
}

function Rule({ finding: { rule } }: PartProps) {
  return (
    <a href={routeHref('findings', [], { rule })}>
      <code>{rule}</code>
    </a>
  );
}
