import type { Block, TableBlock } from '../../document.js';
import { heading } from '../../official/official-text.js';
import type { ReportFinding } from '../../report-model.js';
import type { FindingWords } from './finding-table.js';
import { groupTitle, sharedFields } from './rule-blocks.js';
import { commonFields, ruleGroups } from './rule-group.js';

/** The machines with findings, by rule and by all that is said of them: the texts once, then the machines in order of names. */
export function endpointBlocks(findings: readonly ReportFinding[], words: FindingWords): Block[] {
  const { say } = words;
  const groups = ruleGroups(findings, (finding) =>
    [finding.rule, ...commonFields.map((field) => finding[field])].join('\n'),
  );
  return groups.flatMap((group, index) => {
    const sorted = [...group.findings].sort((a, b) =>
      a.subject.name.localeCompare(b.subject.name, 'vi', { numeric: true }),
    );
    return [
      heading(
        2,
        say('inspection.endpoint_heading', {
          title: say('inspection.rule_heading', {
            number: index + 1,
            title: groupTitle(group, say),
          }),
          count: sorted.length,
        }),
      ),
      { kind: 'fields', items: sharedFields(group, words) },
      machineTable(sorted, words),
    ];
  });
}

/** One machine a row, with room for what the agency did. */
function machineTable(
  findings: readonly ReportFinding[],
  { say, register }: FindingWords,
): TableBlock {
  const said = register.sharedNotes(findings);
  return {
    kind: 'table',
    caption: null,
    columns: [
      { title: say('official.no'), weight: 1.3, align: 'center' },
      { title: say('inspection.machine'), weight: 3.6 },
      { title: say('inspection.field.evidence'), weight: 2.3 },
      { title: say('inspection.field.id'), weight: 9 },
      { title: say('inspection.field.handled'), weight: 2.4 },
    ],
    rows: findings.map((finding, index) => [
      String(index + 1),
      finding.subject.name,
      register.evidence(finding, said) || '-',
      finding.id,
      null,
    ]),
    empty: say('official.none'),
    compact: true,
  };
}
