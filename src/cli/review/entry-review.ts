import type { Condition, Literal } from '../../conditions/condition.js';
import { type Declarations, declarationsById } from '../../conditions/declarations.js';
import { explainCondition } from '../../conditions/explain.js';
import { resolveParameters } from '../../conditions/parameters.js';
import type { FactDeclaration } from '../../domain/facts.js';
import type { Language, Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, localized, text } from '../../messages/format.js';
import { factsInScope, type PackEntry } from '../../packs/pack-entries.js';
import type { RulePack } from '../../packs/types.js';
import { parameterMessage, targetMessage } from '../explanation-text.js';
import { markdownTable, markdownText } from '../markdown.js';
import { severityWord } from '../pack-contents.js';
import { certaintyWord, citationText } from '../pack-words.js';

/** One item of a pack: heading, citations, conditions in words, what the pack says of it, room for a comment. */
export function entryReview(pack: RulePack, entry: PackEntry, language: Language): string {
  const say = (said: Message) => markdownText(formatMessage(said, language));
  const label = (key: Parameters<typeof text>[0]) => `**${markdownText(text(key, language))}**`;
  const title = formatMessage(entry.title, language);
  const declarations = declarationsById(entry.scope ? factsInScope(pack, entry.scope) : []);
  const defaults = Object.fromEntries(
    (pack.endpointChecks?.parameters ?? []).map((each) => [each.id, each.default] as const),
  );
  const texts = [
    ...(entry.parameter ? [parameterMessage(entry.parameter)] : []),
    ...(entry.target ? [targetMessage(entry.target)] : []),
    ...entry.texts,
  ];
  const marks = [
    ...(entry.level === undefined ? [] : [message('review.level', { level: entry.level })]),
    ...(entry.severity ? [message('review.severity', { word: severityWord(entry.severity) })] : []),
    ...(entry.certainty ? [certaintyWord(entry.certainty)] : []),
  ].map(say);
  return [
    `### ${markdownText(entry.id)}${marks.length > 0 ? ` (${marks.join('; ')})` : ''}`,
    `**${markdownText(title)}**`,
    ...(entry.citations.length === 0
      ? []
      : [
          `${label('explain.citations')} ${entry.citations
            .map((each) => markdownText(citationText(each, language, 'always')))
            .join('; ')}.`,
        ]),
    ...entry.conditions.flatMap(({ role, condition }) => [
      label(`explain.role.${role}`),
      conditionList(condition, declarations, defaults, language),
    ]),
    ...(texts.length === 0
      ? []
      : [label('explain.texts'), texts.map((each) => `- ${say(each)}`).join('\n')]),
    ...(entry.remediation ? [say(message('report.remediation', { text: entry.remediation }))] : []),
    comment(language),
  ].join('\n\n');
}

/** Room for a comment: by hand on paper, or typed behind it. */
function comment(language: Language): string {
  return `**${text('review.comment', language)}** ${'…'.repeat(30)}`;
}

/** A condition as a nested list. A fact is called by its question, so that nobody has to know its name in the program. */
function conditionList(
  condition: Condition,
  declarations: Declarations,
  defaults: Readonly<Record<string, Literal>>,
  language: Language,
): string {
  return explainCondition(resolveParameters(condition, defaults), declarations)
    .map(({ depth, message: said }) => {
      const { fact } = said.params;
      const question = typeof fact === 'string' ? declarations.get(fact)?.question : undefined;
      const asked = question
        ? {
            ...said,
            params: { ...said.params, fact: message('review.question', { text: question }) },
          }
        : said;
      return `${'  '.repeat(depth)}- ${markdownText(formatMessage(asked, language))}`;
    })
    .join('\n');
}

/** The facts that conditions ask about: name, question, what may be answered, where it comes from. */
export function factTable(facts: readonly FactDeclaration[], language: Language): string {
  const head = ['id', 'question', 'answers', 'citation'] as const;
  return markdownTable(
    head.map((column) => text(`review.column.${column}`, language)),
    facts.map((fact) => [
      `\`${fact.id}\``,
      markdownText(localized(fact.question, language)),
      fact.values
        ? fact.values.map(({ label: said }) => markdownText(localized(said, language)))
        : markdownText(formatMessage(message(`condition.type.${fact.type}`), language)),
      markdownText(fact.citation ?? ''),
    ]),
  );
}
