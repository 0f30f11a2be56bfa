import type { FactValue } from '../../domain/facts.js';
import type { Language, Message } from '../../domain/text.js';
import { type MessageKey, message } from '../../messages/catalogue.js';
import { localized, text } from '../../messages/format.js';
import type { ClassificationFact } from '../../packs/types.js';
import type { Choice, Prompts } from '../../platform/prompts.js';
import type { Answer } from '../../systems/question-session.js';
import { usableFacts } from '../../systems/usable-facts.js';
import { safe, show } from '../print.js';
import { noneWord, typedAnswer } from './typed-answer.js';

/** What a person does with a question. */
export type Reply =
  | { readonly kind: 'answer'; readonly value: Answer }
  /** `draft`: what was marked already, to go on with after the explanation. */
  | { readonly kind: 'unknown' | 'back' | 'why'; readonly draft?: Answer };

type Command = Exclude<Reply['kind'], 'answer'>;

const commands: readonly Command[] = ['unknown', 'back', 'why'];

/** What the person types instead of an answer where there is no menu. */
const typedCommands: ReadonlyMap<string, Command> = new Map([
  ['-', 'unknown'],
  ['<', 'back'],
  ['?', 'why'],
]);

/** Numbers of so small a range are offered as a menu. */
const maxNumbersInMenu = 10;

/**
 * Asks for one fact, the cursor on the `proposed` value: a menu for yes or no, for words and for small numbers, marks for a
 * set of words, a line of text for the rest.
 */
export async function askQuestion(
  prompts: Prompts,
  fact: ClassificationFact,
  proposed: FactValue,
  language: Language,
): Promise<Reply> {
  const options = optionsOf(fact, language);
  if (!options) return typed(prompts, fact, proposed, language);
  return fact.type === 'set'
    ? ticked(prompts, fact, options, proposed, language)
    : chosen(prompts, fact, options, proposed, language);
}

interface Option {
  readonly value: Answer;
  readonly name: string;
}

/** The values of a fact as a menu; undefined when there are too many. */
function optionsOf(fact: ClassificationFact, language: Language): readonly Option[] | undefined {
  const { type, itemType, values, nullable, min, max } = fact;
  const none = nullable ? [{ value: null, name: text('wizard.null', language) }] : [];
  if (type === 'bool') {
    return [
      { value: true, name: text('wizard.yes', language) },
      { value: false, name: text('wizard.no', language) },
      ...none,
    ];
  }
  if (values && (type === 'enum' || (type === 'set' && itemType !== 'int'))) {
    const words = values.map(({ value, label }) => ({
      value,
      name: safe(localized(label, language)),
    }));
    return [...words, ...none];
  }
  if (type !== 'int' || min === undefined || max === undefined || max - min >= maxNumbersInMenu) {
    return undefined;
  }
  const numbers = Array.from({ length: max - min + 1 }, (_, i) => min + i);
  return [...none, ...numbers.map((value) => ({ value, name: String(value) }))];
}

function commandChoices(language: Language): readonly Choice<Reply>[] {
  return commands.map((kind) => ({ value: { kind }, name: text(`wizard.${kind}`, language) }));
}

async function chosen(
  prompts: Prompts,
  { question }: ClassificationFact,
  options: readonly Option[],
  proposed: FactValue,
  language: Language,
): Promise<Reply> {
  const answers = options.map(({ value, name }): Choice<Reply> => {
    return { value: { kind: 'answer', value }, name };
  });
  const initial = answers[options.findIndex((option) => option.value === proposed)];
  return prompts.choose({
    message: safe(localized(question, language)),
    choices: [...answers, ...commandChoices(language)],
    initial: initial?.value,
  });
}

/** An empty selection is a slip more often than an answer, so "none of these" is an entry of its own. */
async function ticked(
  prompts: Prompts,
  fact: ClassificationFact,
  options: readonly Option[],
  proposed: FactValue,
  language: Language,
): Promise<Reply> {
  const before: readonly Answer[] = Array.isArray(proposed) ? proposed : [];
  const none: Choice<Reply> = {
    value: { kind: 'answer', value: [] },
    name: text('wizard.none_of_these', language),
    ticked: Array.isArray(proposed) && proposed.length === 0,
  };
  const entries = [none, ...commandChoices(language)];
  const alone = entries.toSorted(
    (a, b) => Number(isStatement(a.value)) - Number(isStatement(b.value)),
  );
  const words = options.map(
    ({ value, name }): Choice<Reply> => ({
      value: { kind: 'answer', value },
      name,
      ticked: before.includes(value),
    }),
  );
  const check = (marked: readonly Reply[]): string | undefined => {
    if (marked.length === 0) {
      return show(message('wizard.tick.nothing', { none: none.name }), language);
    }
    const single = alone.find((each) => marked.includes(each.value));
    // To go back or to ask why is no statement that the others could contradict.
    if (single && !isStatement(single.value)) return undefined;
    if (single && marked.length > 1) {
      return show(message('wizard.tick.alone', { name: single.name }), language);
    }
    if (single) return undefined;
    const { problems } = usableFacts([fact], { [fact.id]: wordsOf(marked) }, null);
    return problems[0] && show(problems[0].message, language);
  };
  const marked = await prompts.tick({
    message: safe(localized(fact.question, language)),
    choices: [...words, ...entries],
    check,
  });
  const value = wordsOf(marked);
  const single = alone.find((each) => marked.includes(each.value))?.value;
  if (single?.kind === 'why') return { kind: 'why', draft: value };
  return single ?? { kind: 'answer', value };
}

function isStatement({ kind }: Reply): boolean {
  return kind === 'answer' || kind === 'unknown';
}

function wordsOf(marked: readonly Reply[]): readonly string[] {
  return marked.flatMap((each) =>
    each.kind === 'answer' && typeof each.value === 'string' ? each.value : [],
  );
}

async function typed(
  prompts: Prompts,
  fact: ClassificationFact,
  proposed: FactValue,
  language: Language,
): Promise<Reply> {
  const line = await prompts.type({
    message: show(typedMessage(fact), language),
    initial: proposedLine(proposed),
    check: (found) =>
      typedCommands.has(found) || typedAnswer(fact, found) !== undefined
        ? undefined
        : show(message('wizard.type.bad', { found, hint: typedHint(fact) }), language),
  });
  const value = typedAnswer(fact, line);
  // `check` lets nothing else pass.
  if (value === undefined) return { kind: typedCommands.get(line) ?? 'unknown' };
  return { kind: 'answer', value };
}

function typedMessage({ type, itemType, nullable, question }: ClassificationFact): Message {
  const isNumbers = type === 'set' && itemType === 'int';
  const key: MessageKey = isNumbers
    ? 'wizard.type.numbers'
    : type === 'int' || type === 'number'
      ? 'wizard.type.number'
      : 'wizard.type.text';
  const asked = message(key, { question });
  return nullable ? message('wizard.type.null', { question: asked }) : asked;
}

function typedHint({ type, itemType, min, max }: ClassificationFact): Message {
  if (type === 'date') return message('wizard.type.hint.date');
  if (type === 'duration') return message('wizard.type.hint.duration');
  const isNumber = type === 'int' || type === 'number' || itemType === 'int';
  if (!isNumber) return message('wizard.type.hint.text');
  if (min !== undefined && max !== undefined) {
    return message('wizard.type.hint.between', { min, max });
  }
  // A bound of 0 is what everybody expects of a count.
  return min !== undefined && min !== 0
    ? message('wizard.type.hint.range', { min })
    : message('wizard.type.hint.number');
}

function proposedLine(proposed: FactValue): string | undefined {
  if (proposed === undefined) return undefined;
  if (proposed === null) return noneWord;
  return safe(Array.isArray(proposed) ? proposed.join(', ') || '0' : String(proposed));
}
