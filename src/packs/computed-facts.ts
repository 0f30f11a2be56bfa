import type { FactDeclaration } from '../domain/facts.js';
import { text } from '../messages/format.js';

/** The computed fact that procedure flags may ask about: the level found (Decree 331/2026 Art. 16.4). */
export const levelProposed: FactDeclaration = {
  id: 'level_proposed',
  type: 'int',
  min: 1,
  max: 5,
  question: { vi: text('system.level_proposed', 'vi'), en: text('system.level_proposed', 'en') },
};

/** The name by which adjustments refer to the level of the harm matrix; it is computed too. */
export const levelByHarm = 'level_by_harm';
