import { suggestion } from '../../../documents/schemas.js';
import { parseDuration, parseIsoDate } from '../../../domain/dates.js';
import type { FactDeclaration } from '../../../domain/facts.js';
import type { Message } from '../../../domain/text.js';
import { message } from '../../../messages/catalogue.js';
import type { Literal } from '../../condition.js';
import type { Problem } from '../operator.js';
import { asOfWord } from './as-of.js';
import type { Item } from './items.js';

/** How much of a wrong operand is shown in a message. */
const maxShown = 60;

/** "The operand is …, but … is needed." */
export function wrongOperand(operand: unknown, expected: Message): Problem {
  const json = JSON.stringify(operand) ?? 'undefined';
  const found = json.length > maxShown ? `${json.slice(0, maxShown)}…` : json;
  return { message: message('condition.wrong_operand', { found, expected }) };
}

/** A single value that fits the fact, or an item that fits a set. */
export function checkItem(declaration: FactDeclaration, operand: Literal): Problem | undefined {
  switch (declaration.type) {
    case 'bool':
      return checkBool(operand);
    case 'int':
      return checkInt(operand);
    case 'number':
      return Number.isFinite(operand)
        ? undefined
        : wrongOperand(operand, message('condition.expect.number'));
    case 'set':
      return declaration.itemType === 'int' ? checkInt(operand) : checkWord(declaration, operand);
    case 'enum':
      return checkWord(declaration, operand);
    default:
      return checkText(operand);
  }
}

/** A list of values that fit, not empty: an empty list makes a condition that is always true or always false. */
export function checkItems(declaration: FactDeclaration, operand: Literal): Problem | undefined {
  if (!Array.isArray(operand) || operand.length === 0) {
    return wrongOperand(operand, message('condition.expect.list'));
  }
  for (const item of operand as readonly Item[]) {
    const problem = checkItem(declaration, item);
    if (problem) return problem;
  }
  return undefined;
}

export function checkBool(operand: Literal): Problem | undefined {
  if (typeof operand === 'boolean') return undefined;
  return wrongOperand(operand, message('condition.expect.bool'));
}

function checkInt(operand: Literal): Problem | undefined {
  if (Number.isSafeInteger(operand)) return undefined;
  return wrongOperand(operand, message('condition.expect.int'));
}

export function checkText(operand: Literal): Problem | undefined {
  if (typeof operand === 'string' && operand !== '') return undefined;
  return wrongOperand(operand, message('condition.expect.text'));
}

/** A word that the fact declares; any word when it declares none. */
export function checkWord(declaration: FactDeclaration, operand: Literal): Problem | undefined {
  if (typeof operand !== 'string') return wrongOperand(operand, message('condition.expect.word'));
  const words = declaration.values?.map((each) => each.value);
  if (!words || words.includes(operand)) return undefined;
  return {
    message: message('condition.unknown_word', { fact: declaration.id, word: operand }),
    hint:
      suggestion(operand, words) ?? message('condition.known_words', { words: words.join(', ') }),
  };
}

/** A calendar date, or the word for the as-of date. */
export function checkDate(operand: Literal): Problem | undefined {
  if (operand === asOfWord) return undefined;
  if (typeof operand === 'string' && parseIsoDate(operand) !== undefined) return undefined;
  return wrongOperand(operand, message('condition.expect.date'));
}

export function checkDuration(operand: Literal): Problem | undefined {
  if (typeof operand === 'string' && parseDuration(operand) !== undefined) return undefined;
  return wrongOperand(operand, message('condition.expect.duration'));
}
