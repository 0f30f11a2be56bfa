import type { Condition } from '../../conditions/condition.js';
import { declarationsById } from '../../conditions/declarations.js';
import { explainCondition } from '../../conditions/explain.js';
import { resolveParameters } from '../../conditions/parameters.js';
import type { FactDeclaration } from '../../domain/facts.js';
import type { Language, LocalizedText } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, localized } from '../../messages/format.js';
import { type DiffPart, isText } from '../../packs/diff-packs.js';
import { factsInScope } from '../../packs/pack-entries.js';
import type { RulePack } from '../../packs/types.js';

/** Members that hold a condition. */
const conditions = new Set(['condition', 'appliesWhen', 'warnWhen', 'askWhen', 'doneWhen', 'when']);

/** Members that have a word of their own in both languages; the others are called as in the pack's file. */
const named = {
  appliesWhen: 'applies_when',
  atLeastPercent: 'at_least_percent',
  certainty: 'certainty',
  citation: 'citations',
  citations: 'citations',
  condition: 'condition',
  default: 'default',
  due: 'due',
  effective: 'effective',
  explanation: 'explanation',
  floor: 'floor',
  floorPercent: 'floor',
  issued: 'issued',
  level: 'level',
  message: 'message',
  note: 'note',
  number: 'number',
  optional: 'optional',
  parameters: 'parameters',
  question: 'question',
  remediation: 'remediation',
  role: 'role',
  severity: 'severity',
  statement: 'statement',
  text: 'text',
  title: 'title',
  values: 'values',
  when: 'condition',
} as const;

/** A member's name for people. */
export function fieldName(field: string, language: Language): string {
  if (Object.hasOwn(named, field)) {
    return formatMessage(message(`diff.field.${named[field as keyof typeof named]}`), language);
  }
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** What stands on one side of a change, a line for each piece; a condition in words, in terms of its own pack's facts. */
export function fieldLines(
  value: unknown,
  field: string,
  part: DiffPart,
  pack: RulePack,
  language: Language,
): readonly string[] {
  if (value === undefined || value === null) {
    return [formatMessage(message('diff.nothing'), language)];
  }
  if (conditions.has(field) && typeof value === 'object') {
    return conditionLines(value as Condition, part, pack, language);
  }
  if (isText(value)) return [localized(value, language)];
  if (Array.isArray(value)) {
    return value.map((each) => itemText(each, language));
  }
  return [itemText(value, language)];
}

function conditionLines(
  condition: Condition,
  part: DiffPart,
  pack: RulePack,
  language: Language,
): readonly string[] {
  const defaults = (pack.endpointChecks?.parameters ?? []).map(
    (each) => [each.id, each.default] as const,
  );
  const resolved = resolveParameters(condition, Object.fromEntries(defaults));
  return explainCondition(resolved, declarationsById(factsOf(part, pack))).map(
    ({ depth, message: said }) => '  '.repeat(depth) + formatMessage(said, language),
  );
}

/** The facts that conditions of a part may ask about. */
function factsOf(part: DiffPart, pack: RulePack): readonly FactDeclaration[] {
  switch (part) {
    case 'rules':
    case 'approval_facts':
      return factsInScope(pack, 'approval');
    case 'checks':
    case 'parameters':
    case 'endpoint_facts':
    case 'verdict_steps':
      return factsInScope(pack, 'endpoint');
    case 'obligations':
      return pack.obligations?.facts ?? [];
    case 'transition_cases':
      return pack.transition?.facts ?? [];
    default:
      return factsInScope(pack, 'classification');
  }
}

/** A citation by its text, a labelled value by its label, a period by its days; anything else as data. */
function itemText(value: unknown, language: Language): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (isText(value)) return localized(value, language);
  const members = value as { text?: unknown; value?: unknown; label?: LocalizedText };
  if (typeof members.text === 'string') return members.text;
  if (members.label && members.value !== undefined) {
    return `${String(members.value)}: ${localized(members.label, language)}`;
  }
  return Object.entries(members)
    .map(([key, each]) => `${fieldName(key, language)}: ${plain(each, language)}`)
    .join('; ');
}

function plain(value: unknown, language: Language): string {
  if (isText(value)) return localized(value, language);
  if (value === null) return formatMessage(message('diff.nothing'), language);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
