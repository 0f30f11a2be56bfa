import { useMemo } from 'preact/hooks';
import { useReport } from '../report/report-context.js';
import type { System } from '../report/report-index.js';
import type { Column } from '../tables/column.js';
import { DataTable } from '../tables/data-table.js';
import { Facts } from './facts.js';
import { Section } from './section.js';
import { ShareBar } from './share-bar.js';

type Requirements = NonNullable<System['requirements']>;
type Group = Requirements['groups'][number];

const states = [
  { id: 'met', tone: 'met' },
  { id: 'failing', tone: 'not_met' },
  { id: 'unknown', tone: 'inconclusive' },
  { id: 'notApplicable', tone: 'no_data' },
] as const;

/** A system against the mandatory requirements of its level, whole and by group. */
export function RequirementPart({ system }: { readonly system: System }) {
  const { say, number } = useReport();
  const { requirements } = system;
  const columns = useMemo(
    (): readonly Column<Group>[] => [
      {
        id: 'title',
        head: say('requirements.group'),
        share: 40,
        names: true,
        cell: ({ title }) => title,
      },
      ...(['mandatory', ...states.map(({ id }) => id)] as const).map(
        (id): Column<Group> => ({
          id,
          head: say(`requirements.${id}`),
          share: 12,
          align: 'end',
          cell: (group) => <span class="figure">{number(group[id])}</span>,
        }),
      ),
    ],
    [say, number],
  );
  if (!requirements) {
    return (
      <Section title={say('requirements.title')}>
        <p class="empty">{say('requirements.none')}</p>
      </Section>
    );
  }
  return (
    <Section title={say('requirements.title')}>
      <p>
        {say('requirements.count', { level: requirements.level, count: requirements.mandatory })}
      </p>
      <ShareBar
        shares={states.map(({ id, tone }) => ({
          id,
          tone,
          label: say(`requirements.${id}`),
          count: requirements[id],
        }))}
      />
      <Facts
        items={[
          { label: say('requirements.self_assessment'), value: path(requirements.selfAssessment) },
          { label: say('requirements.inspection'), value: path(requirements.inspection) },
        ]}
      />
      <DataTable
        caption={say('requirements.title')}
        columns={columns}
        rows={requirements.groups}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}

function path(text: string | null) {
  return text === null ? null : <code>{text}</code>;
}
