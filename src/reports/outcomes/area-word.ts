import type { Language } from '../../domain/text.js';
import { wordOf } from '../model/words.js';
import type { RuleOutcomes } from './rule-outcomes.js';

/** The name of the part of the work that a rule belongs to. */
export function areaWord(area: RuleOutcomes['area'], language: Language): string {
  return wordOf('report.area', area, language);
}
