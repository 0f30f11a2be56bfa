import type { Block, TableBlock } from '../../document.js';
import { heading, paragraph, type Speaker } from '../../official/official-text.js';
import type { ReportSystem } from '../../report-model.js';
import type { FindingWords } from '../inspection/finding-table.js';
import type { FindingParts } from '../inspection/parts.js';
import { ruleBlocks } from '../inspection/rule-blocks.js';
import { ruleGroups } from '../inspection/rule-group.js';

/** What remains to be done: parts of the dossier, rules of its approval, and every finding of the system, each once. */
export function gapBlocks(
  system: ReportSystem,
  parts: FindingParts,
  annex: string,
  words: FindingWords,
): Block[] {
  const { say } = words;
  const told = parts.areas.flatMap((area) => area.told);
  return [
    heading(2, say('dossier.gaps.parts')),
    partsTable(system, say),
    heading(2, say('dossier.gaps.rules')),
    rulesTable(system, say),
    heading(2, say('dossier.gaps.findings', { count: told.length + parts.requirements.length })),
    ...(parts.requirements.length === 0
      ? []
      : [paragraph(say('dossier.gaps.annex', { count: parts.requirements.length, annex }))]),
    ...(told.length + parts.requirements.length === 0
      ? [
          paragraph(
            words.chosen ? say('inspection.no_findings_chosen') : say('dossier.gaps.no_findings'),
          ),
        ]
      : []),
    ...ruleGroups(told).flatMap((group, index) => ruleBlocks(`3.${index + 1}`, group, words)),
  ];
}

function partsTable({ profile }: ReportSystem, say: Speaker): TableBlock {
  const rows = (profile?.dossier ?? []).map(({ title, present }, index) => [
    String(index + 1),
    title.slice(0, 1).toLocaleUpperCase('vi') + title.slice(1),
    present === null
      ? say('dossier.part.unknown')
      : present
        ? say('dossier.part.present')
        : { text: say('dossier.part.missing'), bold: true },
  ]);
  return {
    kind: 'table',
    caption: null,
    columns: [
      { title: say('official.no'), weight: 1, align: 'center' },
      { title: say('dossier.part.title'), weight: 8 },
      { title: say('dossier.part.state'), weight: 5 },
    ],
    rows,
    empty: say('dossier.part.none'),
  };
}

function rulesTable({ rules }: ReportSystem, say: Speaker): TableBlock {
  return {
    kind: 'table',
    caption: null,
    columns: [
      { title: say('dossier.rules.rule'), weight: 9 },
      { title: say('inspection.results.outcome'), weight: 3, align: 'center' },
    ],
    rows: rules
      .filter(({ outcome }) => outcome !== 'not_applicable')
      .map(({ title, outcome, outcomeWord }) => [
        title,
        outcome === 'pass' ? outcomeWord : { text: outcomeWord, bold: true },
      ]),
    empty: say('official.none'),
    compact: true,
  };
}
