import { declarationsById } from '../conditions/declarations.js';
import { evaluate } from '../conditions/evaluate.js';
import type { IsoDate } from '../domain/dates.js';
import type { Facts } from '../domain/facts.js';
import type { InformationSystem } from '../domain/systems.js';
import type { Transition, TransitionCase } from '../packs/types.js';

/**
 * The law under which a system's approval stands: the first transition case that is true. What the inventory doesn't say
 * never makes a case true, so the relief of a transition has to be claimed; undefined when no case is true, or when the
 * pack in force knows no transition. Never throws because of what the inventory holds.
 */
export function findStanding(
  transition: Transition | undefined,
  system: InformationSystem,
  asOf: IsoDate,
): TransitionCase | undefined {
  if (!transition) return undefined;
  const context = { asOf, declarations: declarationsById(transition.facts) };
  const facts = standingFacts(system, asOf);
  return transition.cases.find((each) => evaluate(each.when, facts, context).value === true);
}

/** The facts of a transition's conditions. A decision without a date is a date unknown; no decision is null. */
function standingFacts(system: InformationSystem, asOf: IsoDate): Facts {
  const { lifecycle } = system;
  // A decision of a later day isn't there yet.
  const isLater = system.approval?.date !== undefined && system.approval.date > asOf;
  const approval = isLater ? undefined : system.approval;
  return {
    decided: approval !== undefined,
    approval_date: approval ? approval.date : null,
    legal_basis: approval ? approval.legalBasis : null,
    investment_started_on: system.investmentStartedOn,
    in_operation_since: system.inOperationSince,
    in_operation: lifecycle === 'operating',
    as_of: asOf,
  };
}
