import type { Block } from '../../document.js';
import { heading, type Speaker } from '../../official/official-text.js';
import { type FindingWords, findingTable } from './finding-table.js';
import type { RuleGroup } from './rule-group.js';

/**
 * A rule with its findings: the texts that they share as fields, then a table of the subjects. A single finding has no
 * table, its subject and id are fields too.
 */
export function ruleBlocks(number: string, group: RuleGroup, words: FindingWords): Block[] {
  const { say, register, about } = words;
  const [only] = group.findings;
  const single = group.findings.length === 1 ? only : undefined;
  const title = say('inspection.rule_heading', { number, title: groupTitle(group, say) });
  if (single) {
    return [
      heading(3, title),
      {
        kind: 'fields',
        items: [
          ...labelled(
            say('inspection.field.subject'),
            single.subject.id === about ? null : single.subject.name,
          ),
          ...sharedFields(group, words),
          ...labelled(say('inspection.field.evidence'), register.evidence(single)),
          { label: say('inspection.field.id'), value: single.id },
        ],
      },
    ];
  }
  return [
    heading(3, say('inspection.counted_heading', { title, count: group.findings.length })),
    { kind: 'fields', items: sharedFields(group, words) },
    findingTable(group, words),
  ];
}

/** What the rule asks, as such; a rule whose title is the observation itself (advice on facts) is named by its id. */
export function groupTitle({ title, common, findings }: RuleGroup, say: Speaker): string {
  if (title === common.expected) return say('inspection.asked', { title });
  if (title !== common.observed) return title;
  return say('inspection.advice', { rule: findings[0]?.rule ?? '' });
}

/** What a group's findings have in common, as labelled values; what has no text is left out. */
export function sharedFields({ common, title, findings }: RuleGroup, words: FindingWords) {
  const { say, register } = words;
  const shown = [...register.sharedNotes(findings)].map(([label, notes]) => `${label}: ${notes}`);
  return [
    ...labelled(
      say('inspection.field.expected'),
      common.expected === title ? null : common.expected,
    ),
    ...labelled(say('inspection.field.observed'), common.observed),
    ...verdictFields(common, say),
    ...labelled(say('inspection.field.legal_basis'), common.legalBasis),
    ...labelled(say('inspection.field.remediation'), common.remediation),
    ...labelled(say('inspection.field.due'), common.due),
    ...labelled(say('inspection.field.shown'), shown.join('; ')),
  ];
}

/** Outcome and severity in one line where both are shared. */
function verdictFields({ outcomeWord, severityWord }: RuleGroup['common'], say: Speaker) {
  if (outcomeWord === null || severityWord === null) {
    return [
      ...labelled(say('inspection.field.outcome'), outcomeWord),
      ...labelled(say('inspection.field.severity'), severityWord),
    ];
  }
  const severity = severityWord.toLocaleLowerCase('vi');
  return labelled(
    say('inspection.field.verdict'),
    say('inspection.verdict_value', { outcome: outcomeWord, severity }),
  );
}

function labelled(label: string, value: string | null) {
  return value === null || value === '' ? [] : [{ label, value }];
}
