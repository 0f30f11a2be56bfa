import { formatNumber } from '../../../messages/format.js';
import type { TableBlock } from '../../document.js';
import type { Speaker } from '../../official/official-text.js';
import type { ReportFinding, ReportModel } from '../../report-model.js';
import type { FindingParts } from './parts.js';

/** How many findings each area has of each severity, with sums. */
export function severityTable(
  model: ReportModel,
  { areas }: FindingParts,
  say: Speaker,
): TableBlock {
  const all = areas.flatMap(({ findings }) => findings);
  const counts = (findings: readonly ReportFinding[]): string[] =>
    [
      ...severityOrder.map((each) => findings.filter(({ severity }) => severity === each).length),
      findings.length,
    ].map((count) => (count === 0 ? '-' : formatNumber(count, model.language)));
  return {
    kind: 'table',
    caption: say('inspection.severities.caption'),
    columns: [
      { title: say('inspection.severities.area'), weight: 5 },
      ...severityOrder.map((each) => ({
        title: say(`report.severity.${each}`),
        weight: 2.2,
        align: 'right' as const,
      })),
      { title: say('inspection.severities.total'), weight: 2.2, align: 'right' },
    ],
    rows: [
      ...areas.map(({ areaWord, findings }) => [areaWord, ...counts(findings)]),
      [say('inspection.severities.total'), ...counts(all)].map((text) => ({ text, bold: true })),
    ],
    empty: say('official.none'),
  };
}

export const severityOrder = ['critical', 'high', 'medium', 'low', 'info'] as const;
