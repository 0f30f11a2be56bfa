import type { Declarations } from '../conditions/declarations.js';
import { valueText } from '../conditions/value-text.js';
import type { FactValue } from '../domain/facts.js';
import type { Message, MessageParam } from '../domain/text.js';
import { message } from '../messages/catalogue.js';

/** A fact that decided: its question and the answer found. */
export function factNote(fact: string, found: FactValue, declarations: Declarations): Message {
  const declaration = declarations.get(fact);
  const answer = (): MessageParam => {
    if (found === null) return message('system.answer.none');
    if (found === undefined || !declaration) return message('system.answer.unknown');
    if (typeof found === 'boolean') {
      return message(found ? 'system.answer.yes' : 'system.answer.no');
    }
    return valueText(declaration, found);
  };
  return message('system.deciding', { question: declaration?.question ?? fact, answer: answer() });
}

/** A fact that nobody has told: its question. */
export function missingFact(fact: string, declarations: Declarations): Message {
  return message('obligation.missing.fact', { question: declarations.get(fact)?.question ?? fact });
}
