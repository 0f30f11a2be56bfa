import type { InformationSystem, IssuedDocument } from '../domain/systems.js';
import type { SystemProfile } from './assessment.js';

/** The inventory's entry as an assessment keeps it. Facts without an answer are left out. */
export function systemProfile(system: InformationSystem): SystemProfile {
  const { approval, securityRegulation, securityPlan: plan } = system;
  return {
    owner: system.owner?.name ?? null,
    owner_basis: system.owner?.basisDocument ?? null,
    operating_unit: system.operatingUnit ?? null,
    specialised_unit: system.specialisedUnit ?? null,
    in_operation_since: system.inOperationSince ?? null,
    facts: Object.fromEntries(
      Object.entries(system.facts).flatMap(([id, value]) =>
        value === undefined ? [] : [[id, value] as const],
      ),
    ),
    components: system.components.map(({ id, name }) => ({ id, name })),
    dossier: system.dossier?.documents ?? null,
    approval: approval
      ? issued({
          ...approval,
          ...((approval.authorityName ?? approval.authority) !== undefined && {
            authority: approval.authorityName ?? approval.authority,
          }),
        })
      : null,
    regulation: securityRegulation ? issued(securityRegulation) : null,
    plan: plan
      ? { status: plan.status, document: plan.document ?? null, date: plan.date ?? null }
      : null,
  };
}

function issued({ number, date, authority }: IssuedDocument) {
  return { number: number ?? null, date: date ?? null, authority: authority ?? null };
}
