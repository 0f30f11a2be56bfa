import { formatNumber } from '../../../messages/format.js';
import type { Block, TableCell } from '../../document.js';
import { severities } from '../../model/rows.js';
import { note, type Speaker } from '../../official/official-text.js';
import type { ReportFinding, ReportModel } from '../../report-model.js';
import { bold } from './kind-tables.js';

/** How many findings each agency has, by severity, and where each of them stands. The rows add up to all findings. */
export function findingCounts(model: ReportModel, say: Speaker): readonly Block[] {
  const { agencies, findings, language } = model;
  const known = new Set(agencies.map(({ id }) => id));
  const others = findings.filter(({ agency }) => agency === null || !known.has(agency.id));
  const counts = (own: readonly ReportFinding[]): string[] =>
    [
      ...severities.map((severity) => own.filter((each) => each.severity === severity).length),
      own.length,
    ].map((count) => formatNumber(count, language));
  return [
    note(say('summary.annex_note.findings')),
    {
      kind: 'table',
      caption: null,
      compact: true,
      columns: [
        { title: say('official.no'), weight: 5, align: 'center' },
        { title: say('summary.column.agency'), weight: 29 },
        ...severities.map((severity) => ({
          title: say(`report.severity.${severity}`),
          weight: 8,
          align: 'right' as const,
        })),
        { title: say('report.total'), weight: 8, align: 'right' },
        { title: say('summary.column.stands_in'), weight: 37 },
      ],
      rows: [
        ...agencies.map(({ id, name }, index): TableCell[] => [
          formatNumber(index + 1, language),
          name,
          ...counts(findings.filter(({ agency }) => agency?.id === id)),
          `inspection-${id}`,
        ]),
        ...(others.length === 0
          ? []
          : [['', say('summary.province_itself'), ...counts(others), say('summary.in_workbook')]]),
        ['', say('report.total'), ...counts(findings), ''].map(bold),
      ],
      empty: say('official.none'),
    },
  ];
}
