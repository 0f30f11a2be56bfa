import { suggestion } from '../../documents/schemas.js';
import type { AnswerWord } from '../../domain/checklists.js';
import { fold, type Language, type Message } from '../../domain/text.js';
import { languages, text } from '../../messages/format.js';

/** In the order in which the drop-down shows them. */
export const answerWords: readonly AnswerWord[] = [
  'met',
  'partly_met',
  'not_met',
  'not_applicable',
];

/** An answer as the sheets show it. */
export function answerText(word: AnswerWord, language: Language): string {
  return text(`checklist.answer.${word}`, language);
}

/** What a cell of the answers' column says. */
export type AnswerReading =
  | {
      readonly word: AnswerWord /** False: only after folding case, diacritics and blanks. */;
      readonly exact: boolean;
    }
  | { readonly near: Message | undefined };

/**
 * Reads an answer in Vietnamese, in English or in the word of the files (`partly_met`). `found` is tidy. Differences in
 * case, diacritics and blanks are understood: no two answers become the same by them.
 */
export function readAnswer(found: string): AnswerReading {
  const spellings = answerWords.flatMap((word) =>
    [...languages.map((language) => answerText(word, language)), word].map((spelled) => ({
      word,
      spelled,
    })),
  );
  const exact = spellings.find(({ spelled }) => spelled === found);
  if (exact) return { word: exact.word, exact: true };
  const folded = spellings.find(({ spelled }) => fold(spelled) === fold(found));
  if (folded) return { word: folded.word, exact: false };
  return {
    near: suggestion(
      found,
      spellings.map(({ spelled }) => spelled),
    ),
  };
}
