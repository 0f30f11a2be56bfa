import type { FactValue } from '../../domain/facts.js';
import { nfc } from '../../domain/text.js';
import type { ClassificationFact } from '../../packs/types.js';
import type { Answer } from '../../systems/question-session.js';
import { usableFacts } from '../../systems/usable-facts.js';

/** What the person types for "there is none", where the fact knows such an answer. */
export const noneWord = 'x';

/**
 * The value that a typed line gives to a fact; undefined when it gives none that the fact's declaration allows. Numbers
 * may have their thousands set apart by dots, commas or blanks (100.000); several are set apart by commas and 0 alone is
 * the empty set.
 */
export function typedAnswer(fact: ClassificationFact, line: string): Answer | undefined {
  const text = nfc(line).trim();
  if (text === '') return undefined;
  const value = fact.nullable && text.toLowerCase() === noneWord ? null : read(fact, text);
  // Of several rules that exclude each other, only menus tell which; a typed value has to keep to all.
  const { facts, problems } = usableFacts([fact], { [fact.id]: value }, null);
  return problems.length === 0 ? (facts[fact.id] as Answer | undefined) : undefined;
}

function read({ type, itemType }: ClassificationFact, text: string): FactValue {
  switch (type) {
    case 'int':
      return wholeNumber(text);
    case 'number':
      return Number(text.replace(',', '.'));
    case 'set': {
      if (itemType === 'int' && text === '0') return [];
      const items = text.split(',').map((each) => each.trim());
      return itemType === 'int' ? items.map((item) => wholeNumber(item)) : items;
    }
    default:
      return text;
  }
}

/** NaN for anything else, which fits no declaration. */
function wholeNumber(text: string): number {
  const isPlain = /^\d{1,15}$/.test(text);
  const isGrouped = /^\d{1,3}(?:([., \u00a0])\d{3})(?:\1\d{3})*$/.test(text);
  return isPlain || isGrouped ? Number(text.replace(/\D/g, '')) : Number.NaN;
}
