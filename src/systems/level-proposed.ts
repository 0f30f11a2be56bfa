import { type Declarations, declarationsById } from '../conditions/declarations.js';
import type { FactDeclaration } from '../domain/facts.js';
import { text } from '../messages/format.js';
import type { Classification } from '../packs/types.js';

/** Id of the one fact that is computed, not handed in: procedure flags may ask about it (Decree 331/2026 Art. 16.4). */
export const levelProposed = 'level_proposed';

/** The facts that a classification's conditions may ask about: the declared ones and `level_proposed`. */
export function classificationDeclarations(classification: Classification): Declarations {
  const computed: FactDeclaration = {
    id: levelProposed,
    type: 'int',
    min: 1,
    max: 5,
    question: {
      vi: text('system.level_proposed', 'vi'),
      en: text('system.level_proposed', 'en'),
    },
  };
  return declarationsById([...classification.facts, computed]);
}
