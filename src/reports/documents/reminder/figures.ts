import { formatNumber } from '../../../messages/format.js';
import type { Block, TableBlock } from '../../document.js';
import { note, paragraph, type Speaker } from '../../official/official-text.js';
import type { ReportAgency, ReportFinding, ReportModel } from '../../report-model.js';

/** The agency's figures against the targets; nothing when it has none. */
export function figureBlocks(
  model: ReportModel,
  agency: ReportAgency,
  findings: readonly ReportFinding[],
  say: Speaker,
): Block[] {
  const rows = model.targets.flatMap((target, index) => {
    const cell = agency.cells[index];
    return cell === undefined ? [] : [{ target, cell }];
  });
  if (agency.submission === 'not_submitted') return [];
  const intervals = rows.some(({ cell }) => cell.percent.includes('-'));
  const reasons = new Set([...rows.flatMap(({ cell }) => cell.reasons), ...missingParts(findings)]);
  const remarks = [
    ...(reasons.size === 0 ? [] : [say('reminder.reasons', { reasons: [...reasons].join(' ') })]),
    // Counts of a report that leaves findings out would say too little.
    ...(model.leftOut === 'none' ? findingSummary(findings, say) : []),
  ];
  const table: TableBlock = {
    kind: 'table',
    caption: null,
    columns: [
      { title: say('inspection.results.target'), weight: 10 },
      { title: say('inspection.results.threshold'), weight: 2, align: 'center' },
      { title: say('reminder.result'), weight: 3.6, align: 'center' },
      { title: say('inspection.results.missing'), weight: 2.2, align: 'center' },
      { title: say('inspection.results.outcome'), weight: 3.2, align: 'center' },
    ],
    rows: rows.map(({ target, cell }) => [
      target.title,
      target.threshold,
      cell.denominator === 0
        ? '-'
        : say('official.figure', { percent: cell.percent, count: cell.count }),
      cell.denominator === 0 || cell.missing === 0
        ? '-'
        : formatNumber(cell.missing, model.language),
      { text: cell.outcomeWord, tone: cell.outcome, bold: true },
    ]),
    empty: say('official.none'),
    compact: true,
  };
  return [
    ...(rows.every(({ cell }) => cell.denominator === 0) ? [] : [table]),
    ...(intervals ? [note(say('reminder.intervals'))] : []),
    ...model.changedParameters.map(({ id, value, usual }) =>
      note(say('report.remark.changed', { id, value, usual })),
    ),
    ...(remarks.length === 0 ? [] : [paragraph(remarks.join(' '))]),
  ];
}

/** What a letter about documents says is missing: what was expected as a file and never came. */
function missingParts(findings: readonly ReportFinding[]): readonly string[] {
  return findings
    .filter(
      ({ area, subject, outcome }) =>
        area === 'hand_in' && subject.kind === 'file' && outcome === 'unknown',
    )
    .map(({ observed }) => observed);
}

function findingSummary(findings: readonly ReportFinding[], say: Speaker): string[] {
  const of = (severity: ReportFinding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const urgent = (['critical', 'high'] as const).flatMap((severity) =>
    of(severity) === 0
      ? []
      : [
          say('inspection.counted_severity', {
            count: of(severity),
            severity: say(`report.severity.${severity}`).toLocaleLowerCase('vi'),
          }),
        ],
  );
  const overdue = findings.filter(({ daysLate }) => daysLate > 0).length;
  if (findings.every(({ area }) => area === 'hand_in')) return [];
  return [
    urgent.length === 0
      ? say('reminder.findings', { count: findings.length })
      : say('reminder.findings_urgent', { count: findings.length, urgent: urgent.join(', ') }),
    ...(overdue === 0 ? [] : [say('reminder.overdue', { count: overdue })]),
  ];
}
