import type { Language, Message } from '../domain/text.js';
import { type MessageKey, message } from '../messages/catalogue.js';
import { formatMessage, localized, text } from '../messages/format.js';
import type { PlacedGroup, PlacedPoint, PlacedRequirement } from '../packs/find-requirements.js';
import type { MappingPoint } from '../packs/types.js';
import { certaintyWord, citationText } from './pack-words.js';
import type { Styles } from './print.js';
import { parameterText } from './requirement-words.js';
import { paragraph } from './table.js';

/** Something of a catalogue that `explain` can explain. */
export type CatalogueExplanation =
  | {
      readonly kind: 'requirement';
      readonly placed: PlacedRequirement;
      /** The same idea at other levels of the pack. */
      readonly elsewhere: readonly PlacedRequirement[];
    }
  | { readonly kind: 'requirement_group'; readonly placed: PlacedGroup }
  | { readonly kind: 'mapping_point'; readonly placed: PlacedPoint; readonly served: number };

/** An explanation for `--json`, texts in one language. */
export function catalogueExplanationJson(explanation: CatalogueExplanation, language: Language) {
  const { pack } = explanation.placed;
  const head = { kind: explanation.kind, pack: { id: pack.id, version: pack.version } };
  if (explanation.kind === 'mapping_point') {
    const { point } = explanation.placed;
    return {
      ...head,
      id: point.id,
      title: localized(point.title, language),
      citations: [point.citation],
      note: point.note ? localized(point.note, language) : null,
      requirements: explanation.served,
    };
  }
  const { catalogue, annex, group } = explanation.placed;
  const place = { level: catalogue.level, standard: catalogue.standard, use: catalogue.use, annex };
  const ofGroup = { id: group.id, slug: group.slug, title: localized(group.title, language) };
  if (explanation.kind === 'requirement_group') {
    return {
      ...head,
      ...ofGroup,
      ...place,
      requirements: group.requirements.map(({ id, title }) => ({
        id,
        title: localized(title, language),
      })),
    };
  }
  const { requirement } = explanation.placed;
  return {
    ...head,
    id: requirement.id,
    clause: requirement.clause,
    slug: requirement.slug,
    title: localized(requirement.title, language),
    ...place,
    group: ofGroup,
    requirement_kind: requirement.kind,
    statement: localized(requirement.statement, language),
    evidence: requirement.evidence.map((each) => localized(each, language)),
    parameters: Object.entries(requirement.parameters).map(([name, value]) => ({
      name,
      value,
      text: formatMessage(parameterText(name, value), language),
    })),
    optional: requirement.optional,
    endpoint_signal: requirement.endpointSignal ?? null,
    certainty: requirement.certainty,
    note: requirement.note ? localized(requirement.note, language) : null,
    digest: requirement.digest,
    points: pointsOf(explanation.placed).map(({ id, title, citation }) => ({
      id,
      title: localized(title, language),
      citation,
    })),
    other_levels: explanation.elsewhere.map((each) => ({
      level: each.catalogue.level,
      id: each.requirement.id,
      clause: each.requirement.clause,
    })),
  };
}

/** An explanation for a terminal of `width` columns. */
export function catalogueExplanationText(
  explanation: CatalogueExplanation,
  language: Language,
  width: number,
  styles: Styles,
): string {
  const line = (said: Message, indent = '', first = indent) =>
    paragraph(formatMessage(said, language), width, indent, first);
  const item = (said: string) => paragraph(said, width, '    ', '  - ');
  const part = (key: MessageKey, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [styles.strong(text(key, language)), ...lines];
  const { pack } = explanation.placed;
  const heading = (id: string, kind: Message) =>
    styles.heading(
      line(message('explain.heading_pack', { id, kind, pack: pack.id, version: pack.version })),
    );
  if (explanation.kind === 'mapping_point') {
    const { point } = explanation.placed;
    return [
      heading(point.id, message('explain.kind.mapping_point')),
      line(message('finding.pack_text', { text: point.title })),
      ...part('explain.citations', [item(citationText(point.citation, language, 'always'))]),
      ...(point.note ? [line(message('finding.pack_text', { text: point.note }))] : []),
      line(message('explain.point_served', { count: explanation.served })),
    ].join('\n');
  }
  const { catalogue, annex, group } = explanation.placed;
  const ofLevel = (key: 'requirement' | 'requirement_group') =>
    message(annex ? 'explain.of_annex' : 'explain.of_level', {
      kind: message(`explain.kind.${key}`),
      level: catalogue.level,
    });
  if (explanation.kind === 'requirement_group') {
    return [
      heading(group.id, ofLevel('requirement_group')),
      line(message('finding.pack_text', { text: group.title })),
      ...group.requirements.map(({ id, title }) => item(`${id}: ${localized(title, language)}`)),
    ].join('\n');
  }
  const { requirement } = explanation.placed;
  const cited = message('requirement.citation', {
    standard: catalogue.standard,
    clause: requirement.clause,
    certainty: certaintyWord(requirement.certainty),
  });
  return [
    heading(annex ? requirement.clause : requirement.id, ofLevel('requirement')),
    line(message('finding.pack_text', { text: requirement.title })),
    line(
      message('requirement.group', {
        id: group.id,
        title: group.title,
        kind: message(`requirement.kind.${requirement.kind}`),
      }),
    ),
    ...part('requirement.statement', [
      line(message('finding.pack_text', { text: requirement.statement }), '  '),
    ]),
    ...part(
      'requirement.parameters',
      Object.entries(requirement.parameters).map(([name, value]) =>
        item(formatMessage(parameterText(name, value), language)),
      ),
    ),
    ...part(
      'requirement.evidence',
      requirement.evidence.map((each) => item(localized(each, language))),
    ),
    ...part('explain.citations', [item(formatMessage(cited, language))]),
    ...part(
      'requirement.points',
      pointsOf(explanation.placed).map(({ title, citation }) =>
        item(`${localized(title, language)}: ${citationText(citation, language, 'always')}`),
      ),
    ),
    ...part(
      'requirement.other_levels',
      explanation.elsewhere.map((each) =>
        line(
          message('requirement.at_level', {
            level: each.catalogue.level,
            clause: each.requirement.clause,
          }),
          '    ',
          '  - ',
        ),
      ),
    ),
    ...remarks(explanation.placed).map((each) => line(each)),
  ].join('\n');
}

function pointsOf({ pack, requirement }: PlacedRequirement): readonly MappingPoint[] {
  return (pack.requirements?.points ?? []).filter(({ id }) => requirement.points.includes(id));
}

/** What a reader must know besides: what may be answered automatically, what isn't counted, how to cite. */
function remarks({ requirement, catalogue, annex }: PlacedRequirement): readonly Message[] {
  const { endpointSignal, optional, note, id, clause } = requirement;
  return [
    ...(optional ? [message('requirement.optional')] : []),
    ...(endpointSignal === undefined
      ? []
      : [message('requirement.signal', { signal: endpointSignal })]),
    ...(annex ? [message('requirement.annex')] : []),
    ...(catalogue.use === 'self_assessment' && !annex ? [message('requirement.prompts')] : []),
    ...(note ? [message('finding.pack_text', { text: note })] : []),
    ...(id.includes('#') ? [message('requirement.cite', { clause })] : []),
    message('requirement.our_words'),
  ];
}
