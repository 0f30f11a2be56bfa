import type { Literal } from '../conditions/condition.js';
import { type Declarations, declarationsById } from '../conditions/declarations.js';
import { conditionText, explainCondition } from '../conditions/explain.js';
import { factsNeeded } from '../conditions/facts-needed.js';
import { resolveParameters } from '../conditions/parameters.js';
import type { FactDeclaration } from '../domain/facts.js';
import type { Language, Message } from '../domain/text.js';
import { type MessageKey, message } from '../messages/catalogue.js';
import { formatMessage, localized, text } from '../messages/format.js';
import { type EntryCondition, factsInScope, type PackEntry } from '../packs/pack-entries.js';
import type { RulePack } from '../packs/types.js';
import type { Explanation } from './explanations.js';
import { severityWord } from './pack-contents.js';
import { citationText } from './pack-words.js';
import { type Styles, safe } from './print.js';
import {
  type CatalogueExplanation,
  catalogueExplanationJson,
  catalogueExplanationText,
} from './requirement-explanation.js';
import { paragraph } from './table.js';

/** An explanation for `--json`, texts in one language; thresholds in conditions have their default. */
export function explanationJson(explanation: Explanation, language: Language): unknown {
  if (isOfCatalogue(explanation)) return catalogueExplanationJson(explanation, language);
  if (explanation.kind !== 'pack_entry') {
    const { kind, id, title, remediation } = explanation;
    return {
      kind,
      id,
      title: formatMessage(title, language),
      remediation: remediation && formatMessage(remediation, language),
    };
  }
  const { pack, entry, askedBy } = explanation;
  const { fact, parameter, target } = entry;
  const { declarations, parameters } = surroundings(pack, entry);
  return {
    kind: entry.kind,
    id: entry.id,
    pack: { id: pack.id, version: pack.version },
    title: formatMessage(entry.title, language),
    level: entry.level ?? null,
    severity: entry.severity ?? null,
    certainty: entry.certainty ?? null,
    citations: entry.citations,
    conditions: entry.conditions.map(({ role, condition }) => ({
      role,
      condition,
      text: conditionText(resolveParameters(condition, parameters), declarations, language),
    })),
    facts: needed(entry, declarations).map(({ id, question }) => ({
      id,
      question: localized(question, language),
    })),
    texts: entry.texts.map((each) => formatMessage(each, language)),
    remediation: entry.remediation ? localized(entry.remediation, language) : null,
    ...(fact && {
      type: fact.type,
      unit: fact.unit ?? null,
      nullable: fact.nullable === true,
      min: fact.min ?? null,
      max: fact.max ?? null,
      values:
        fact.values?.map(({ value, label }) => ({ value, label: localized(label, language) })) ??
        null,
      asked_by: askedBy.map((each) => each.id),
    }),
    ...(parameter && {
      type: parameter.type,
      unit: parameter.unit ?? null,
      default: parameter.default,
      floor: parameter.floor ?? null,
    }),
    ...(target && {
      area: target.area,
      measured_by: target.measuredBy,
      ...(target.measuredBy === 'audit'
        ? { metric: target.metric }
        : {
            per: target.per ?? null,
            numerator: localized(target.figures.numerator, language),
            denominator: localized(target.figures.denominator, language),
            unit: localized(target.figures.unit, language),
          }),
      at_least_percent: target.atLeastPercent,
      floor_percent: target.floorPercent,
    }),
  };
}

/** An explanation for a terminal of `width` columns. */
export function explanationText(
  explanation: Explanation,
  language: Language,
  width: number,
  styles: Styles,
): string {
  if (isOfCatalogue(explanation)) {
    return catalogueExplanationText(explanation, language, width, styles);
  }
  const line = (said: Message, indent = '', first = indent) =>
    paragraph(formatMessage(said, language), width, indent, first);
  if (explanation.kind !== 'pack_entry') {
    const { id, kind, title, remediation } = explanation;
    return [
      styles.heading(
        line(message('explain.heading', { id, kind: message(`explain.kind.${kind}`) })),
      ),
      line(title),
      ...(remediation ? [line(message('report.remediation', { text: remediation }))] : []),
    ].join('\n');
  }
  const { pack, entry, askedBy } = explanation;
  const { declarations, parameters } = surroundings(pack, entry);
  const part = (key: MessageKey, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [styles.strong(text(key, language)), ...lines];
  return [
    styles.heading(line(headingOf(pack, entry))),
    line(entry.title),
    ...part(
      'explain.citations',
      entry.citations.map((each) =>
        paragraph(citationText(each, language, 'always'), width, '    ', '  - '),
      ),
    ),
    ...entry.conditions.flatMap(({ role, condition }: EntryCondition) =>
      part(
        `explain.role.${role}`,
        explainCondition(resolveParameters(condition, parameters), declarations).map((each) =>
          line(each.message, '  '.repeat(each.depth + 1)),
        ),
      ),
    ),
    ...part(
      'explain.facts',
      needed(entry, declarations).map(({ id, question }) =>
        line(message('explain.fact_line', { id, question }), '    ', '  - '),
      ),
    ),
    ...(entry.fact ? factLines(entry.fact, askedBy, language, width) : []),
    ...(entry.parameter ? [line(parameterMessage(entry.parameter))] : []),
    ...(entry.target ? [line(targetMessage(entry.target))] : []),
    ...part(
      'explain.texts',
      entry.texts.map((each) => line(each, '    ', '  - ')),
    ),
    ...(entry.remediation
      ? [line(message('report.remediation', { text: entry.remediation }))]
      : []),
  ].join('\n');
}

function isOfCatalogue(explanation: Explanation): explanation is CatalogueExplanation {
  const { kind } = explanation;
  return kind === 'requirement' || kind === 'requirement_group' || kind === 'mapping_point';
}

function headingOf(pack: RulePack, { id, kind, level, severity }: PackEntry): Message {
  const kindWord = message(`explain.kind.${kind}`);
  const what =
    level !== undefined
      ? message('explain.of_level', { kind: kindWord, level })
      : severity
        ? message('explain.of_severity', { kind: kindWord, severity: severityWord(severity) })
        : kindWord;
  return message('explain.heading_pack', { id, kind: what, pack: pack.id, version: pack.version });
}

/** What the conditions of an entry are about: the facts of its part, and the thresholds' defaults. */
function surroundings(
  pack: RulePack,
  { scope }: PackEntry,
): { readonly declarations: Declarations; readonly parameters: Readonly<Record<string, Literal>> } {
  return {
    declarations: declarationsById(scope ? factsInScope(pack, scope) : []),
    parameters: Object.fromEntries(
      (pack.endpointChecks?.parameters ?? []).map((each) => [each.id, each.default]),
    ),
  };
}

function needed({ conditions }: PackEntry, declarations: Declarations): readonly FactDeclaration[] {
  const ids = new Set(conditions.flatMap(({ condition }) => factsNeeded(condition)));
  return [...ids].flatMap((id) => declarations.get(id) ?? []);
}

function factLines(
  fact: FactDeclaration,
  askedBy: readonly PackEntry[],
  language: Language,
  width: number,
): readonly string[] {
  const line = (said: Message, indent = '', first = indent) =>
    paragraph(formatMessage(said, language), width, indent, first);
  const bounds = [
    ...(fact.min === undefined ? [] : [message('explain.min', { min: fact.min })]),
    ...(fact.max === undefined ? [] : [message('explain.max', { max: fact.max })]),
    ...(fact.nullable ? [message('explain.nullable')] : []),
  ].map((each) => formatMessage(each, language));
  const type = formatMessage(message(`condition.type.${fact.type}`), language);
  return [
    line(message('explain.type', { type: [type, ...bounds].join('; ') })),
    ...(fact.values
      ? [
          text('explain.values', language),
          ...fact.values.map(({ value, label }) =>
            line(message('explain.fact_line', { id: value, question: label }), '    ', '  - '),
          ),
        ]
      : []),
    line(
      askedBy.length === 0
        ? message('explain.asked_by_none')
        : message('explain.asked_by', { ids: askedBy.map((each) => safe(each.id)).join(', ') }),
    ),
  ];
}

/** A parameter's default and floor in words. */
export function parameterMessage(parameter: NonNullable<PackEntry['parameter']>): Message {
  const { floor, weaker } = parameter;
  const value = String(parameter.default);
  if (floor === undefined) return message('explain.parameter', { value });
  return message(weaker === 'lower' ? 'explain.parameter_at_least' : 'explain.parameter_at_most', {
    value,
    floor: String(floor),
  });
}

/** What a target asks, in words. */
export function targetMessage(target: NonNullable<PackEntry['target']>): Message {
  const percent = String(target.atLeastPercent);
  const floor = String(target.floorPercent);
  if (target.measuredBy === 'audit') {
    return message('explain.target', { metric: target.metric, percent, floor });
  }
  const { numerator, denominator, unit } = target.figures;
  const said = { numerator, denominator, unit, percent, floor };
  return target.per === 'sector'
    ? message('explain.target_per_sector', said)
    : message('explain.target_reported', said);
}
