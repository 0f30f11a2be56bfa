import { useReport } from '../report/report-context.js';
import type { System } from '../report/report-index.js';
import { Facts } from './facts.js';
import { Section } from './section.js';

type Profile = NonNullable<System['profile']>;

/** What the agency's inventory says of a system. */
export function SystemProfile({ profile }: { readonly profile: Profile }) {
  const { say, printing } = useReport();
  const { facts, components, dossier } = profile;
  return (
    <Section title={say('profile.title')}>
      <Facts
        items={[
          { label: say('profile.owner'), value: profile.owner },
          { label: say('profile.owner_basis'), value: profile.ownerBasis },
          { label: say('profile.operating_unit'), value: profile.operatingUnit },
          { label: say('profile.specialised_unit'), value: profile.specialisedUnit },
          { label: say('profile.since'), value: profile.inOperationSince },
          { label: say('profile.approval'), value: profile.approval },
          { label: say('profile.regulation'), value: profile.regulation },
          { label: say('profile.plan'), value: profile.plan },
        ]}
      />
      {dossier.length > 0 && (
        <>
          <h3>{say('profile.dossier')}</h3>
          <Facts
            items={dossier.map(({ title, present }) => ({
              label: title,
              value: say(
                present === null
                  ? 'profile.not_said'
                  : present
                    ? 'profile.present'
                    : 'profile.absent',
              ),
            }))}
          />
        </>
      )}
      {components.length > 0 && (
        <>
          <h3>{say('profile.components')}</h3>
          <ul class="counted">
            {components.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </>
      )}
      {facts.length > 0 && (
        <details open={printing || undefined}>
          <summary>{say('profile.facts', { count: facts.length })}</summary>
          <dl class="questions">
            {facts.map(({ id, question, answer, citation }) => (
              <div key={id}>
                <dt>
                  {question}
                  {citation !== null && <span class="quiet line">{citation}</span>}
                </dt>
                <dd>{answer ?? <span class="quiet">{say('profile.unanswered')}</span>}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </Section>
  );
}
