import type { RequirementAnswer } from '../../domain/checklists.js';

/** An answer as it is kept, without its place. */
export type GivenAnswer = Omit<RequirementAnswer, 'at'>;
