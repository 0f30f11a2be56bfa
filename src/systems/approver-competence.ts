import type { ApprovalDecision, InformationSystem } from '../domain/systems.js';
import { message } from '../messages/catalogue.js';
import type { Procedure } from '../packs/types.js';
import { because, type Derived, derived } from './derived.js';

/** Authorities from the lowest to the highest, Decree 331/2026 Art. 18 and 20. */
const ranks: readonly string[] = ['specialised_unit', 'owner', 'prime_minister'];

/**
 * Whether the decision was made by the authority that the procedure names for the approved level (levels 1–2 the
 * specialised unit, 3–4 the owner, 5 the Prime Minister). Unknown: no authority given; a higher authority than the
 * named one decided, which the decree neither states nor forbids (at levels 1–2 the specialised unit approves and
 * *reports* to the owner); or the owner's competence may have been delegated in writing (Art. 4.3). Whether a level
 * higher than the approved one would need another authority isn't asked here: that decision falls short anyway.
 */
export function approverCompetent(system: InformationSystem, procedure: Procedure): Derived {
  const { approval } = system;
  if (!approval) return derived(undefined);
  const required = procedure.levels.find((each) => each.level === approval.level)?.approver;
  if (required === undefined) return derived(undefined);
  if (approval.authority === undefined) {
    return because(undefined, message('system.reason.authority_missing'));
  }
  if (approval.authority === required) return derived(true);
  const given = ranks.indexOf(approval.authority);
  if (given > ranks.indexOf(required) && ranks.includes(required)) {
    return because(undefined, message('system.reason.authority_higher', { level: approval.level }));
  }
  if (required === 'owner' && mayBeDelegated(system, approval)) {
    return because(undefined, message('system.reason.authority_delegated'));
  }
  return because(false, message('system.reason.authority_lower', { level: approval.level }));
}

/** A written delegation is listed and had not ended when the decision was made. */
function mayBeDelegated(system: InformationSystem, approval: ApprovalDecision): boolean {
  const until = system.delegation?.until;
  if (!system.delegation) return false;
  return until === undefined || approval.date === undefined || approval.date <= until;
}
