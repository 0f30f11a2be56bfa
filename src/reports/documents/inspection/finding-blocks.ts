import { formatNumber } from '../../../messages/format.js';
import type { Block, TableBlock } from '../../document.js';
import { heading, paragraph } from '../../official/official-text.js';
import { requirementCells, requirementColumns } from '../../official/requirement-columns.js';
import type { ReportAgency, ReportFinding, ReportModel } from '../../report-model.js';
import type { FindingWords } from './finding-table.js';
import type { FindingParts } from './parts.js';
import { ruleBlocks } from './rule-blocks.js';
import { ruleGroups } from './rule-group.js';
import { severityTable } from './severity-table.js';

/** Labels of the annexes that tell the findings which the body doesn't; null = there is none. */
export interface AnnexLabels {
  readonly requirements: string | null;
  readonly endpoints: string | null;
}

/** The findings by area, each rule's texts said once; long lists are left to the annexes, which are named. */
export function findingBlocks(
  model: ReportModel,
  agency: ReportAgency,
  parts: FindingParts,
  annexes: AnnexLabels,
  words: FindingWords,
): Block[] {
  const { say } = words;
  if (parts.areas.length === 0) {
    return [
      paragraph(
        model.leftOut === 'none'
          ? say('inspection.no_findings')
          : say('inspection.no_findings_chosen'),
      ),
    ];
  }
  return [
    severityTable(model, parts, say),
    ...parts.areas.flatMap(({ area, areaWord, findings, told }, index): Block[] => {
      const number = index + 1;
      return [
        heading(
          2,
          say('inspection.area_heading', { number, area: areaWord, count: findings.length }),
        ),
        ...(area === 'requirements'
          ? requirementOverview(model, agency, parts, annexes, words)
          : []),
        ...(area === 'endpoints' ? endpointOverview(model, agency, parts, annexes, words) : []),
        ...ruleGroups(told).flatMap((group, place) =>
          ruleBlocks(`${number}.${place + 1}`, group, words),
        ),
      ];
    }),
  ];
}

function requirementOverview(
  model: ReportModel,
  { systems }: ReportAgency,
  { requirements }: FindingParts,
  annexes: AnnexLabels,
  { say }: FindingWords,
): Block[] {
  const judged = systems.flatMap((system) =>
    system.requirements === null ? [] : [{ system, requirements: system.requirements }],
  );
  const table: TableBlock = {
    kind: 'table',
    caption: say('inspection.requirements.caption'),
    columns: [
      { title: say('inspection.systems.name'), weight: 6 },
      { title: say('inspection.requirements.level'), weight: 1.6, align: 'center' },
      ...requirementColumns(say),
    ],
    rows: judged.map(({ system, requirements: counts }) => [
      system.name,
      String(counts.level),
      ...requirementCells(counts, model.language),
    ]),
    empty: say('official.none'),
    compact: true,
  };
  return [
    ...(judged.length === 0 ? [] : [table]),
    ...(annexes.requirements === null
      ? []
      : [
          paragraph(
            say('inspection.requirements.annex', {
              count: requirements.length,
              systems: systemCount(requirements),
              annex: annexes.requirements,
            }),
          ),
        ]),
  ];
}

function systemCount(findings: readonly ReportFinding[]): number {
  return new Set(findings.map(({ system }) => system)).size;
}

function endpointOverview(
  model: ReportModel,
  { endpoints }: ReportAgency,
  parts: FindingParts,
  annexes: AnnexLabels,
  { say }: FindingWords,
): Block[] {
  const number = (value: number): string => formatNumber(value, model.language);
  const shown = endpoints.checks.filter(({ fail, unknown }) => fail + unknown > 0);
  const table: TableBlock = {
    kind: 'table',
    caption: say('inspection.checks.caption'),
    columns: [
      { title: say('inspection.checks.check'), weight: 7 },
      { title: say('inspection.field.severity'), weight: 2.4, align: 'center' },
      { title: say('inspection.checks.pass'), weight: 1.8, align: 'right' },
      { title: say('inspection.checks.fail'), weight: 2, align: 'right' },
      { title: say('inspection.checks.unknown'), weight: 1.8, align: 'right' },
      { title: say('inspection.checks.not_applicable'), weight: 2.2, align: 'right' },
    ],
    rows: shown.map((check) => [
      say('inspection.checks.title', { id: check.id, title: check.title }),
      { text: check.severityWord, tone: check.severity },
      ...[check.pass, check.fail, check.unknown, check.notApplicable].map(number),
    ]),
    empty: say('official.none'),
    compact: true,
  };
  return [
    ...(shown.length === 0 ? [] : [table]),
    ...(annexes.endpoints === null
      ? []
      : [
          paragraph(
            say('inspection.endpoints.annex', {
              count: parts.endpoints.length,
              annex: annexes.endpoints,
            }),
          ),
        ]),
  ];
}
