import type { IsoDate } from '../domain/dates.js';
import type { Approval, Classification, Procedure, Rule, TransitionCase } from '../packs/types.js';
import type { RequirementsGrace } from './requirement-findings.js';
import type { SystemLaw } from './system-law.js';

/** The rules that judge one system's approval and plan. */
export interface ApplicableRules {
  readonly approval: Approval | undefined;
  /** Pack that the approval rules are of; null when there is none. */
  readonly approvalBy: string | null;
  /** Whose procedure says who may approve; undefined = the one in force. */
  readonly procedure: Procedure | undefined;
  /** The criteria of the other law, when the approval stands under one. */
  readonly classification: Classification | undefined;
  /** The derived fact that tells how far the plan is carried out. */
  readonly planFact: 'plan_status' | 'plan_status_declared';
  /** False: the law doesn't say, or the pack that would isn't at hand; then nothing can pass. */
  readonly settled: boolean;
  /** While the plan answers to the old law: until when, and where the transition says so. */
  readonly grace?: RequirementsGrace;
  /** Id of the pack that a case names and the workspace doesn't. */
  readonly missingPack?: string;
}

const deployed = 'systems_classified_and_plan_deployed';
const classified = 'systems_classified';

/**
 * Joins the rules in force with those of the law that an approval stands under: the decision is judged by its own law,
 * and so is the plan until the transition's day; from then on the plan answers to the law in force.
 */
export function applicableRules(
  law: SystemLaw,
  standing: TransitionCase | undefined,
  asOf: IsoDate,
): ApplicableRules {
  const inForce = {
    approval: law.approval,
    approvalBy: law.approval ? (law.approvalPack ?? null) : null,
    procedure: undefined,
    classification: undefined,
    planFact: 'plan_status',
  } as const;
  if (!standing || standing.approvalBy === law.approvalPack) return { ...inForce, settled: true };
  if (standing.approvalBy === null) return { ...inForce, settled: false };
  const other = law.others?.get(standing.approvalBy);
  if (!other?.approval) {
    return { ...inForce, settled: false, missingPack: standing.approvalBy };
  }
  const byOldLaw = standing.planByOldLawUntil !== undefined && asOf <= standing.planByOldLawUntil;
  return {
    approval: joined(other.approval, law.approval, standing, byOldLaw),
    approvalBy: standing.approvalBy,
    procedure: other.classification?.procedure,
    classification: other.classification,
    planFact: byOldLaw ? 'plan_status_declared' : 'plan_status',
    settled: true,
    ...(byOldLaw &&
      standing.planByOldLawUntil !== undefined && {
        grace: { until: standing.planByOldLawUntil, citations: standing.citations },
      }),
  };
}

function joined(
  old: Approval,
  current: Approval | undefined,
  { also = [], without = [] }: TransitionCase,
  planByOldLaw: boolean,
): Approval {
  const plan = planByOldLaw || !current ? planRules(old) : planRules(current);
  const kept = (old.metrics[classified] ?? []).filter((id) => !without.includes(id));
  const decision = [...kept, ...also];
  const wanted = new Set([...decision, ...plan]);
  const extra = (current?.rules ?? []).filter(
    ({ id }: Rule) => also.includes(id) || (!planByOldLaw && wanted.has(id)),
  );
  const dropped = new Set([...without, ...(planByOldLaw ? [] : planRules(old))]);
  return {
    facts: [...(current?.facts ?? []), ...old.facts],
    rules: [...old.rules.filter(({ id }) => !dropped.has(id)), ...extra],
    metrics: { [classified]: decision, [deployed]: [...decision, ...plan] },
  };
}

/** The rules that a deployed plan needs beside those of the approval. */
function planRules({ metrics }: Approval): readonly string[] {
  const approval = metrics[classified] ?? [];
  return (metrics[deployed] ?? []).filter((id) => !approval.includes(id));
}
