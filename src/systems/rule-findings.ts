import type { Declarations } from '../conditions/declarations.js';
import type { LeafResult } from '../conditions/evaluate.js';
import { valueText } from '../conditions/value-text.js';
import type { InformationSystem } from '../domain/systems.js';
import type { Message, MessageParam } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import type { DerivedFacts } from './derived.js';
import type { RuleResult } from './judge-rules.js';
import type { SystemFinding } from './system-finding.js';

/** The part of an inventory's entry from which a derived fact comes. */
const sources: Readonly<Record<string, keyof InformationSystem>> = {
  level_declared: 'declaredLevel',
  declared_covers_computed: 'declaredLevel',
  level_approved: 'approval',
  approved_covers_computed: 'approval',
  decision_exists: 'approval',
  decision_dated: 'approval',
  decision_in_effect: 'approval',
  approver_competent: 'approval',
  approval_stage: 'dossier',
  dossier_complete: 'dossier',
  appraisal_independent: 'dossier',
  regulation_issued: 'securityRegulation',
  regulation_before_approval: 'securityRegulation',
  reclassification_due: 'changes',
  plan_status: 'securityPlan',
  plan_status_declared: 'securityPlan',
  plan_documented: 'securityPlan',
  level_determined: 'facts',
  blocking_advisory: 'facts',
};

/** The finding of a rule that neither passes nor is out of place; undefined for one that does or is. */
export function ruleFinding(
  { rule, outcome, because, error }: RuleResult,
  system: InformationSystem,
  { reasons }: DerivedFacts,
  declarations: Declarations,
): SystemFinding | undefined {
  if (outcome === 'pass' || outcome === 'not_applicable') return undefined;
  const { id, severity, citations, remediation } = rule;
  return {
    rule: id,
    outcome,
    severity,
    citations,
    message:
      outcome === 'error'
        ? message('system.finding.error', { rule: id, detail: error ?? '' })
        : message('finding.pack_text', { text: rule.message[outcome] }),
    notes: because.map((leaf) => ({
      pointer: pointerOf(leaf.leaf.fact, system),
      note: decidingNote(leaf, declarations, reasons[leaf.leaf.fact]),
    })),
    remediation,
  };
}

/** The place below the system's entry, when the entry has that part; the entry itself otherwise. */
function pointerOf(fact: string, system: InformationSystem): string {
  const source = Object.hasOwn(sources, fact) ? sources[fact] : undefined;
  if (source === undefined || system[source] === undefined) return '';
  if (source === 'changes' && system.changes.length === 0) return '';
  return `/${source.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

/** A deciding fact: what it asks, the answer found, and why where that is known. */
function decidingNote(
  { leaf, found }: LeafResult,
  declarations: Declarations,
  reason: Message | undefined,
): Message {
  const declaration = declarations.get(leaf.fact);
  const answer = (): MessageParam => {
    if (found === undefined || !declaration) return message('system.answer.unknown');
    if (typeof found === 'boolean')
      return message(found ? 'system.answer.yes' : 'system.answer.no');
    return found === null ? message('system.answer.none') : valueText(declaration, found);
  };
  const question = declaration?.question ?? leaf.fact;
  return reason
    ? message('system.deciding_because', { question, answer: answer(), reason })
    : message('system.deciding', { question, answer: answer() });
}
