import { useMemo } from 'preact/hooks';
import { useReport } from '../report/report-context.js';
import type { System } from '../report/report-index.js';
import type { Column } from '../tables/column.js';
import { DataTable } from '../tables/data-table.js';
import { Badge } from './badges.js';
import { Section } from './section.js';

/** The rules of the approval with their outcomes, and whether the system counts for the targets. */
export function SystemRules({ system }: { readonly system: System }) {
  const { report, say } = useReport();
  const columns = useMemo(
    (): readonly Column<System['rules'][number]>[] => [
      {
        id: 'title',
        head: say('rules.rule'),
        share: 76,
        names: true,
        cell: ({ id, title }) => (
          <>
            {title}
            {id !== title && <span class="quiet line">{id}</span>}
          </>
        ),
      },
      {
        id: 'outcome',
        head: say('finding.outcome'),
        share: 24,
        cell: ({ outcome, outcomeWord }) => <Badge tone={outcome} word={outcomeWord} />,
      },
    ],
    [say],
  );
  return (
    <Section title={say('rules.title')}>
      <ul class="counted">
        {system.metrics.map(({ metric, outcome, outcomeWord }) => (
          <li key={metric}>
            {report.model.targets.find((target) => target.metric === metric)?.title ?? metric}{' '}
            <Badge tone={outcome} word={outcomeWord} />
          </li>
        ))}
      </ul>
      {system.rules.length > 0 && (
        <DataTable
          caption={say('rules.title')}
          columns={columns}
          rows={system.rules}
          rowKey={({ id }) => id}
        />
      )}
    </Section>
  );
}
