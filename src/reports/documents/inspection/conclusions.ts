import { formatNumber } from '../../../messages/format.js';
import type { Block, TableCell } from '../../document.js';
import { officialActions } from '../../official/official-actions.js';
import {
  heading,
  paragraph,
  punctuated,
  roman,
  type Speaker,
} from '../../official/official-text.js';
import type { ReportAgency, ReportFinding, ReportModel } from '../../report-model.js';
import { verdictText } from './results.js';
import { severityOrder } from './severity-table.js';

/** What the record concludes, what the agency is asked to do and by when, and room for what it says to that. */
export function conclusionBlocks(
  model: ReportModel,
  agency: ReportAgency,
  findings: readonly ReportFinding[],
  firstSection: number,
  say: Speaker,
): Block[] {
  const section = (offset: number, title: string): Block =>
    heading(1, say('official.section', { number: roman(firstSection + offset), title }));
  return [
    section(0, say('inspection.section.conclusion')),
    paragraph(verdictText(model, agency, say)),
    ...countedFindings(model, findings, say),
    section(1, say('inspection.section.requests')),
    ...requests(model, agency, findings, say),
    ...deadlineTable(model, findings, say),
    section(2, say('inspection.section.opinion')),
    {
      kind: 'fields',
      items: [
        { label: say('inspection.opinion.figures'), value: null },
        { label: say('inspection.opinion.findings'), value: null },
        { label: say('inspection.opinion.proposals'), value: null },
      ],
    },
    paragraph(say('inspection.closing')),
  ];
}

function countedFindings(
  { language, leftOut }: ReportModel,
  findings: readonly ReportFinding[],
  say: Speaker,
): Block[] {
  if (findings.length === 0) return [];
  const counted = severityOrder.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0
      ? []
      : [
          say('inspection.counted_severity', {
            count,
            severity: say(`report.severity.${severity}`).toLocaleLowerCase(language),
          }),
        ];
  });
  const late = findings.filter(({ daysLate }) => daysLate > 0).length;
  const counts = { count: findings.length, severities: counted.join('; ') };
  const text =
    leftOut === 'none'
      ? say('inspection.counted_findings', counts)
      : say('inspection.counted_findings_chosen', counts);
  return [
    paragraph(late === 0 ? text : `${text} ${say('inspection.overdue_findings', { count: late })}`),
  ];
}

function requests(
  model: ReportModel,
  agency: ReportAgency,
  findings: readonly ReportFinding[],
  say: Speaker,
): Block[] {
  const urgent = findings.filter(
    ({ severity }) => severity === 'critical' || severity === 'high',
  ).length;
  const items = [
    ...officialActions(model, agency).map(({ text }) => text),
    ...(findings.length === 0 || agency.submission === 'not_submitted'
      ? []
      : [
          urgent === 0
            ? say('inspection.request.remedy_all', { count: findings.length })
            : say('inspection.request.remedy', { count: findings.length, urgent }),
        ]),
    say('inspection.request.report', {
      body: model.letterhead.issuer ?? say('inspection.request.inspectors'),
    }),
  ];
  return [
    paragraph(say('inspection.request', { agency: agency.name })),
    { kind: 'list', ordered: true, items: punctuated(items) },
  ];
}

/** Deadlines that findings have: those that have passed in one row, the others by date. */
function deadlineTable(
  { language, asOfDate, asOf }: ReportModel,
  findings: readonly ReportFinding[],
  say: Speaker,
): Block[] {
  const number = (value: number): string => formatNumber(value, language);
  const dated = findings.flatMap(({ dueDate, due }) =>
    dueDate === null ? [] : [{ dueDate, due }],
  );
  const overdue = dated.filter(({ dueDate }) => dueDate < asOfDate).length;
  const coming = new Map<string, { due: string; count: number }>();
  for (const { dueDate, due } of dated.filter((each) => each.dueDate >= asOfDate)) {
    coming.set(dueDate, { due, count: (coming.get(dueDate)?.count ?? 0) + 1 });
  }
  const undated = findings.length - dated.length;
  const rows: TableCell[][] = [
    ...(overdue === 0 ? [] : [[say('inspection.due.overdue', { date: asOf }), number(overdue)]]),
    ...[...coming]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { due, count }]) => [say('inspection.due.by', { date: due }), number(count)]),
    ...(undated === 0 ? [] : [[say('inspection.due.none'), number(undated)]]),
  ];
  if (dated.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: say('inspection.due.caption'),
      columns: [
        { title: say('inspection.field.due'), weight: 8 },
        { title: say('inspection.due.count'), weight: 3, align: 'right' },
      ],
      rows,
      empty: say('official.none'),
    },
  ];
}
