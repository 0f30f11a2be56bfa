import { formatDate } from '../../domain/dates.js';
import type { Level } from '../../domain/rules.js';
import type { Language, Message } from '../../domain/text.js';
import { type MessageKey, message } from '../../messages/catalogue.js';
import { formatMessage, localized, text } from '../../messages/format.js';
import { type EntryKind, packEntries } from '../../packs/pack-entries.js';
import type { RulePack } from '../../packs/types.js';
import { markdownTable, markdownText } from '../markdown.js';
import { certaintyWord, periodTexts } from '../pack-words.js';
import { catalogueReview } from './catalogue-review.js';
import { entryReview, factTable } from './entry-review.js';
import { metricReview, procedureReview } from './procedure-review.js';

/** Everything with an id but facts and notes, which have a section of another form; in the order to be read. */
const sections: readonly (readonly [kind: EntryKind, heading: MessageKey])[] = [
  ['gate', 'diff.part.gates'],
  ['criterion', 'diff.part.criteria'],
  ['harm_row', 'diff.part.harm_rows'],
  ['adjustment', 'diff.part.adjustments'],
  ['procedure_flag', 'diff.part.procedure_flags'],
  ['flag', 'diff.part.flags'],
  ['advisory', 'diff.part.advisories'],
  ['rule', 'diff.part.rules'],
  ['transition_case', 'diff.part.transition_cases'],
  ['obligation', 'diff.part.obligations'],
  ['parameter', 'diff.part.parameters'],
  ['check', 'diff.part.checks'],
  ['verdict_step', 'diff.part.verdict_steps'],
  ['target', 'diff.part.targets'],
];

export interface ReviewOptions {
  /** Only the catalogues of this level; all of them when left out. */
  readonly level?: Level;
}

/**
 * A pack as a Markdown document for a person of law to read and comment: what it rests on, what is open, then each item in
 * words with its citation, how sure it is, and room for a comment. Nothing in it depends on the day. The pack must have
 * been read with its catalogues for these to be in.
 */
export function packReview(
  pack: RulePack,
  language: Language,
  { level }: ReviewOptions = {},
): string {
  const say = (said: Message) => markdownText(formatMessage(said, language));
  const entries = packEntries(pack);
  const blocks: readonly (readonly [heading: string, blocks: readonly string[]])[] = [
    [text('pack.heading.instruments', language), [instrumentTable(pack, language)]],
    ...(pack.notes.length === 0
      ? []
      : [[text('pack.heading.notes', language), [noteTable(pack, language)]] as const]),
    ...sections.flatMap(([kind, heading]) => {
      const own = entries.filter((entry) => entry.kind === kind);
      const sorted = [...own].sort((a, b) => (a.level ?? 0) - (b.level ?? 0));
      return own.length === 0
        ? []
        : [
            [
              text(heading, language),
              sorted.map((entry) => entryReview(pack, entry, language)),
            ] as const,
          ];
    }),
    ...titled('diff.part.procedure_levels', procedureReview(pack, language), language),
    ...titled('review.metrics', metricReview(pack, language), language),
    ...catalogueReview(pack, language, level),
    ...factTables(pack, language),
  ];
  return `${[
    `# ${markdownText(localized(pack.title, language))}`,
    say(
      message('review.edition', {
        id: pack.id,
        version: pack.version,
        period: periodTexts(pack.effective, language).join(' '),
      }),
    ),
    markdownText(localized(pack.description, language)),
    `> **${say(message('requirement.our_words'))}** ${say(message('review.how'))}`,
    say(message('review.digest', { digest: pack.digest })),
    ...blocks.flatMap(([heading, body], i) => [`## ${i + 1}. ${markdownText(heading)}`, ...body]),
  ].join('\n\n')}\n`;
}

function titled(heading: MessageKey, blocks: readonly string[], language: Language) {
  return blocks.length === 0 ? [] : [[text(heading, language), blocks] as const];
}

function instrumentTable({ instruments }: RulePack, language: Language): string {
  const head = ['number', 'title', 'issued', 'period', 'certainty', 'role'] as const;
  return markdownTable(
    head.map((column) => text(`review.column.${column}`, language)),
    instruments.map(({ number, title, issued, effective, certainty, role }) => [
      markdownText(number),
      markdownText(localized(title, language)),
      issued ? formatDate(issued) : '',
      effective ? periodTexts(effective, language).map(markdownText) : '',
      certainty ? markdownText(formatMessage(certaintyWord(certainty), language)) : '',
      role ? markdownText(localized(role, language)) : '',
    ]),
  );
}

function noteTable({ notes }: RulePack, language: Language): string {
  const head = ['note', 'certainty', 'text', 'comment'] as const;
  return markdownTable(
    head.map((column) => text(`review.column.${column}`, language)),
    notes.map(({ id, certainty, text: said }) => [
      markdownText(id),
      markdownText(formatMessage(certaintyWord(certainty), language)),
      markdownText(localized(said, language)),
      '',
    ]),
  );
}

function factTables(pack: RulePack, language: Language) {
  const parts = [
    ['diff.part.facts', pack.classification?.facts],
    ['diff.part.approval_facts', pack.approval?.facts],
    ['review.transition_facts', pack.transition?.facts],
    ['review.obligation_facts', pack.obligations?.facts],
    ['diff.part.endpoint_facts', pack.endpointChecks?.facts],
  ] as const;
  return parts.flatMap(([heading, facts]) =>
    facts && facts.length > 0
      ? [[text(heading, language), [factTable(facts, language)]] as const]
      : [],
  );
}
