import type { Level } from '../../domain/rules.js';
import type { Language, Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, localized, text } from '../../messages/format.js';
import type {
  MappingPoint,
  Requirement,
  RequirementCatalogue,
  RulePack,
} from '../../packs/types.js';
import { markdownTable, markdownText } from '../markdown.js';
import { certaintyWord, citationText } from '../pack-words.js';
import { parameterText } from '../requirement-words.js';

type Section = readonly [heading: string, blocks: readonly string[]];

/** A section for each catalogue, a table for each of its groups with a column for comments; then what serves the decree. */
export function catalogueReview(
  { requirements }: RulePack,
  language: Language,
  level: Level | undefined,
): readonly Section[] {
  if (!requirements) return [];
  const wanted = (each: RequirementCatalogue) => level === undefined || each.level === level;
  const section = (catalogue: RequirementCatalogue, annex: boolean): Section => [
    formatMessage(
      message(annex ? 'review.annex' : 'review.catalogue', {
        level: catalogue.level,
        standard: catalogue.standard,
        section: catalogue.section,
      }),
      language,
    ),
    [
      ...(catalogue.use === 'self_assessment'
        ? [markdownText(text(annex ? 'requirement.annex' : 'requirement.prompts', language))]
        : []),
      ...catalogue.groups.flatMap((group) => [
        `### ${markdownText(`${group.id} ${localized(group.title, language)}`)}`,
        requirementTable(group.requirements, language),
      ]),
    ],
  ];
  return [
    ...requirements.levels.filter(wanted).map((each) => section(each, false)),
    ...requirements.annex.filter(wanted).map((each) => section(each, true)),
    ...(requirements.points.length > 0
      ? [
          [
            text('review.points', language),
            [pointTable(requirements.points, requirements.levels.filter(wanted), language)],
          ] as const,
        ]
      : []),
  ];
}

const columns = ['clause', 'requirement', 'figures', 'evidence', 'comment'] as const;

function requirementTable(requirements: readonly Requirement[], language: Language): string {
  const say = (said: Message) => markdownText(formatMessage(said, language));
  return markdownTable(
    columns.map((column) => text(`review.column.${column}`, language)),
    requirements.map((each) => [
      markdownText(each.clause),
      [
        `**${markdownText(localized(each.title, language))}**`,
        markdownText(localized(each.statement, language)),
        `*${[
          message(`requirement.kind.${each.kind}`),
          certaintyWord(each.certainty),
          ...(each.optional ? [message('review.suggested')] : []),
        ]
          .map(say)
          .join('; ')}*`,
        ...(each.note ? [markdownText(localized(each.note, language))] : []),
      ],
      Object.entries(each.parameters).map(([name, value]) => say(parameterText(name, value))),
      each.evidence.map((hint) => markdownText(localized(hint, language))),
      '',
    ]),
  );
}

/** The headings of the decree: how many requirements of each level serve them, and what the decree asks beyond. */
function pointTable(
  points: readonly MappingPoint[],
  catalogues: readonly RequirementCatalogue[],
  language: Language,
): string {
  const served = (point: MappingPoint, { groups }: RequirementCatalogue) =>
    groups
      .flatMap((group) => group.requirements)
      .filter((requirement) => requirement.points.includes(point.id)).length;
  return markdownTable(
    [
      text('review.column.heading', language),
      text('review.column.citation', language),
      ...catalogues.map(({ level }) =>
        formatMessage(message('pack.catalogue.level', { level }), language),
      ),
      text('review.column.beyond', language),
      text('review.column.comment', language),
    ],
    points.map((point) => [
      markdownText(localized(point.title, language)),
      markdownText(citationText(point.citation, language, 'always')),
      ...catalogues.map((catalogue) => String(served(point, catalogue))),
      point.note ? markdownText(localized(point.note, language)) : '',
      '',
    ]),
  );
}
