import { type Level, levels } from '../../domain/rules.js';
import type { Language, Message } from '../../domain/text.js';
import { type MessageKey, message } from '../../messages/catalogue.js';
import { formatMessage, text } from '../../messages/format.js';
import type { Classification } from '../../packs/types.js';
import { classify } from '../../systems/classify.js';
import type { Question, QuestionReason } from '../../systems/open-questions.js';
import { type QuestionSession, remainingQuestions } from '../../systems/question-session.js';
import { paragraph } from '../table.js';

/** What the texts are made with. */
export interface Page {
  readonly language: Language;
  readonly width: number;
}

/** Ids named in one line; of more it is only said how many. */
const maxIds = 6;

/** Reasons shown of one question: the first ones fill the screen. */
const maxReasons = 8;

/** After an answer: the level that the answers give, what may still raise it, how many questions are left at most. */
export function outlookText(session: QuestionSession, { language, width }: Page): string {
  const { classification, asOf, answers } = session;
  const found = classify(classification, answers, { asOf });
  const questions = remainingQuestions(session);
  const rises = questions.flatMap(({ reasons }) => reasons.filter((each) => 'level' in each));
  const reachable = levelsOf(rises).filter((level) => level > (found.computedLevel ?? 0));
  const asked = new Set(rises.map(({ id }) => id));
  const unknown = found.open.map(({ id }) => id).filter((id) => !asked.has(id));
  const said: Message[] = [];
  if (found.computedLevel !== null) {
    said.push(message('wizard.now.level', { level: found.computedLevel }));
    said.push(
      reachable.length > 0
        ? message('wizard.now.rise', { levels: reachable.join(', '), ids: named(asked) })
        : message('wizard.now.settled'),
    );
  } else if (reachable.length > 0) {
    said.push(message('wizard.now.possible', { levels: reachable.join(', ') }));
  } else {
    const status = message(`system.level_status.${found.status}`);
    said.push(message('wizard.now.none', { status }));
  }
  if (unknown.length > 0) said.push(message('wizard.now.unknown', { ids: named(unknown) }));
  const count = questions.length;
  said.push(count > 0 ? message('wizard.now.left', { count }) : message('wizard.now.last'));
  const line = said.map((each) => formatMessage(each, language)).join(' ');
  return paragraph(line, width, '  ', '→ ');
}

/** Why a question is asked: its place in the law, its note, what its answer decides. */
export function whyText(
  { fact, reasons }: Question,
  classification: Classification,
  { language, width }: Page,
): string {
  const { id, citation, note, values = [] } = fact;
  const line = (said: Message) => paragraph(formatMessage(said, language), width, '  ');
  const bullet = (said: Message) => paragraph(formatMessage(said, language), width, '    ', '  - ');
  const cited = values.filter((each) => each.citation !== undefined);
  const list = (key: MessageKey, items: readonly Message[]) =>
    items.length > 0 ? [`  ${text(key, language)}`, ...items.map(bullet)] : [];
  const decided = reasons.flatMap((reason) => reasonText(reason, classification) ?? []);
  const rest = decided.length - maxReasons;
  return [
    ...(citation === undefined ? [] : [line(message('wizard.why.citation', { citation }))]),
    ...(note ? [line(message('wizard.why.note', { text: note }))] : []),
    ...list(
      'wizard.why.values',
      cited.map(({ label, citation: place = '' }) =>
        message('wizard.why.value', { label, citation: place }),
      ),
    ),
    ...list('wizard.why.reasons', [
      ...decided.slice(0, maxReasons),
      ...(rest > 0 ? [message('wizard.why.rest', { count: rest })] : []),
    ]),
    line(message('wizard.why.more', { id })),
  ].join('\n');
}

function reasonText(reason: QuestionReason, table: Classification): Message | undefined {
  const { kind, id } = reason;
  const find = <Entry extends { readonly id: string }>(entries: readonly Entry[]) =>
    entries.find((each) => each.id === id);
  switch (kind) {
    case 'criterion': {
      const found = find(table.criteria);
      return (
        found && message('wizard.why.criterion', parts(found, ['id', 'level', 'title', 'citation']))
      );
    }
    case 'harm': {
      const found = find(table.harmMatrix.rows);
      return found && message('wizard.why.harm', parts(found, ['id', 'level', 'citation']));
    }
    case 'raise': {
      const found = find(table.adjustments);
      const { level } = reason;
      return found && message('wizard.why.raise', { id, level, citation: found.citation });
    }
    case 'gate': {
      const found = find(table.gates);
      return found && message('wizard.why.gate', parts(found, ['id', 'citation']));
    }
    case 'advisory': {
      const found = find(table.advisories);
      return found && message('wizard.why.advisory', { id, text: found.message });
    }
    case 'flag': {
      const found = find(table.procedureFlags);
      const flag = table.flags.find((each) => each.id === found?.flag);
      return (
        found &&
        flag &&
        message('wizard.why.flag', { id, title: flag.title, citation: found.citation })
      );
    }
  }
}

function parts<Entry, Key extends keyof Entry>(
  entry: Entry,
  keys: readonly Key[],
): Pick<Entry, Key> {
  return Object.fromEntries(keys.map((key) => [key, entry[key]])) as Pick<Entry, Key>;
}

function levelsOf(reasons: readonly QuestionReason[]): readonly Level[] {
  return levels.filter((level) => reasons.some((each) => 'level' in each && each.level === level));
}

function named(ids: Iterable<string>): Message | string {
  const all = [...new Set(ids)];
  const shown = all.slice(0, maxIds).join(', ');
  return all.length > maxIds
    ? message('wizard.ids_and_more', { ids: shown, count: all.length - maxIds })
    : shown;
}
