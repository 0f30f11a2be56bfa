import { levels } from '../../domain/rules.js';
import type { Message } from '../../domain/text.js';
import { type MessageKey, message } from '../../messages/catalogue.js';
import { formatMessage, text } from '../../messages/format.js';
import type { Classification, RulePack } from '../../packs/types.js';
import type { SystemClassification } from '../../systems/system-classification.js';
import { severityWord } from '../pack-contents.js';
import { certaintyWord, citationText } from '../pack-words.js';
import { paragraph } from '../table.js';
import type { Page } from './session-text.js';

/**
 * What the answers come to: the level with its certainty, the criteria that give it and where they stand, what is open,
 * what must be looked at; at the end whose words these are.
 */
export function summaryText(
  found: SystemClassification,
  table: Classification,
  pack: Pick<RulePack, 'id' | 'version'>,
  { language, width }: Page,
): string {
  const line = (said: Message, first = '  ') =>
    paragraph(formatMessage(said, language), width, '    ', first);
  const section = (key: MessageKey, items: readonly Message[]) =>
    items.length === 0
      ? []
      : [`  ${text(key, language)}`, ...items.map((item) => line(item, '  - '))];
  const cited = (entry: { readonly citation: string; readonly certainty: Certainty }) =>
    citationText({ text: entry.citation, certainty: entry.certainty }, language);
  const named = <Entry extends { readonly id: string }>(
    entries: readonly Entry[],
    ids: readonly string[],
  ) => entries.filter(({ id }) => ids.includes(id));

  const matched = named(
    table.criteria,
    found.matched.map(({ id }) => id),
  )
    .toSorted((a, b) => b.level - a.level)
    .map((each) => {
      const { id, level, title } = each;
      return message('classify.criterion', { id, level, title, citation: cited(each) });
    });
  const raised = named(table.adjustments, found.raisedBy === null ? [] : [found.raisedBy]).map(
    (each) =>
      message('classify.raised', { id: each.id, text: each.explanation, citation: cited(each) }),
  );
  const failed = found.gates.filter((gate) => gate.outcome === 'fail').map(({ id }) => id);
  const gates = named(table.gates, failed).map(({ id, citation, message: said }) =>
    message('classify.gate', { id, text: said, citation }),
  );
  const advisories = named(table.advisories, found.advisories).map((each) =>
    message('classify.advisory', {
      id: each.id,
      severity: severityWord(each.severity),
      text: each.message,
    }),
  );
  const flags = named(table.flags, found.flags).map(({ title, effect, citation }) =>
    message('classify.flag', { title, effect, citation }),
  );
  const prevails = message('wizard.summary.prevails', { pack: `${pack.id} ${pack.version}` });
  return [
    text('wizard.summary', language),
    line(levelMessage(found)),
    ...section('classify.why', [...matched, ...raised]),
    ...section('classify.gates', gates),
    ...openPoints(found).map((each) => line(each)),
    ...section('classify.advisories', advisories),
    ...section('classify.flags', flags),
    ...section(
      'classify.problems',
      found.problems.map((each) => each.message),
    ),
    line(prevails),
  ].join('\n');
}

type Certainty = Classification['criteria'][number]['certainty'];

function levelMessage({ computedLevel: level, certainty, status }: SystemClassification): Message {
  return level === null
    ? message('wizard.now.none', { status: message(`system.level_status.${status}`) })
    : message('wizard.summary.level', { level, certainty: certaintyWord(certainty ?? 'text') });
}

/** For each level that may still come out, and for the scope and the contradictions, the facts that are missing. */
function openPoints({ open, gates, blockedFacts }: SystemClassification): readonly Message[] {
  const rises = [...levels].reverse().flatMap((level) => {
    const facts = open.filter((each) => each.level === level).flatMap((each) => each.facts);
    return facts.length > 0
      ? [message('wizard.summary.open', { level, facts: listed(facts) })]
      : [];
  });
  const scope = gates.filter((gate) => gate.outcome === 'open').flatMap((gate) => gate.facts);
  return [
    ...rises,
    ...(scope.length > 0 ? [message('wizard.summary.gates_open', { facts: listed(scope) })] : []),
    ...(blockedFacts.length > 0
      ? [message('wizard.summary.blocked', { facts: listed(blockedFacts) })]
      : []),
  ];
}

function listed(facts: readonly string[]): string {
  return [...new Set(facts)].join(', ');
}
