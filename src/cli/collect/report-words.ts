import type { NotObserved } from '../../collect/record.js';
import type { Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';

/** A fact that isn't known and why, in words. */
export function notObservedMessage({ fact, why, of }: NotObserved): Message {
  const words = { fact: message(`collect.fact.${fact}`), why: message(`collect.why.${why}`) };
  return of === undefined
    ? message('collect.missing', words)
    : message('collect.missing_of', { ...words, product: of });
}
