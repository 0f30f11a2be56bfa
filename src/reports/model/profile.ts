import type { SystemProfile, SystemSummary } from '../../audit/assessment.js';
import { valueText } from '../../conditions/value-text.js';
import type { FactValue } from '../../domain/facts.js';
import type { DossierDocument } from '../../domain/systems.js';
import type { Language } from '../../domain/text.js';
import { text } from '../../messages/format.js';
import type { ReportProfile } from '../report-model.js';
import { issuedText } from './issued-text.js';
import type { Titles } from './titles.js';
import { dateText, wordOf } from './words.js';

/** Decree 331/2026/NĐ-CP Art. 21: the parts of a level dossier, in its order; the last at levels 4 and 5 only. */
const parts: readonly DossierDocument[] = [
  'overview',
  'design',
  'level_justification',
  'security_plan',
  'expert_opinion',
];

/** What the inventory says of a system, in words. */
export function reportProfile(
  { computed_level: level }: SystemSummary,
  profile: SystemProfile,
  titles: Titles,
  language: Language,
): ReportProfile {
  const { approval, regulation, plan, dossier } = profile;
  return {
    owner: profile.owner,
    ownerBasis: profile.owner_basis,
    operatingUnit: profile.operating_unit,
    specialisedUnit: profile.specialised_unit,
    inOperationSince: dateText(profile.in_operation_since) || null,
    facts: titles.facts.flatMap((fact) => {
      // A workspace may name packs of two laws; a question of the other one that nobody answered isn't asked.
      const value = profile.facts[fact.id];
      if (value === undefined && !titles.inForce.has(fact.pack)) return [];
      return {
        id: fact.id,
        question: fact.question[language],
        answer: answerText(fact, value, language),
        citation: fact.citation ?? null,
      };
    }),
    components: profile.components,
    dossier: parts
      .filter((part) => part !== 'expert_opinion' || (level ?? 0) >= 4)
      .map((part) => ({
        part,
        title: wordOf('system.document', part, language),
        present: dossier === null ? null : dossier.includes(part),
      })),
    approval: approval && issuedText(approval, language),
    regulation: regulation && issuedText(regulation, language),
    plan:
      plan &&
      [
        wordOf('report.plan', plan.status, language),
        issuedText({ number: plan.document, date: plan.date, authority: null }, language),
      ]
        .filter((each) => each !== null)
        .join('; '),
  };
}

/** The answer without the quotes that a condition's explanation sets; null when there is none. */
function answerText(
  fact: Titles['facts'][number],
  value: FactValue,
  language: Language,
): string | null {
  if (value === undefined) return null;
  if (value === null || (Array.isArray(value) && value.length === 0)) {
    return text('system.answer.none', language);
  }
  const declaration = {
    ...fact,
    ...(fact.item_type !== undefined && { itemType: fact.item_type }),
  };
  const items: readonly (string | number | boolean)[] = Array.isArray(value)
    ? value
    : [value as string | number | boolean];
  return items
    .map((item) => valueText(declaration, item)[language].replace(/^"(.*)"$/s, '$1'))
    .join('; ');
}
