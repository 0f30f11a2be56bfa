import type { Classification } from '../packs/types.js';
import type { AdvisoryFinding } from './advisory-finding.js';
import { lessSure } from './certainty-order.js';
import { highest } from './highest-level.js';
import type { LevelFinding } from './level-finding.js';
import type { FactProblem, GateResult, SystemClassification } from './system-classification.js';

/** What a classification is joined from. */
export interface Joining {
  readonly gates: readonly GateResult[];
  readonly problems: readonly FactProblem[];
  /** Findings of which the highest level decides; of equal ones the first. */
  readonly deciding: readonly LevelFinding[];
  /** Findings whose open criteria can still raise the level. */
  readonly open: readonly LevelFinding[];
}

/** Joins the findings on a system and its components: the highest level decides, nothing unknown lowers it. */
export function joinFindings(
  classification: Classification,
  { gates, problems, deciding, open }: Joining,
): SystemClassification {
  const computedLevel = highest(deciding.flatMap((each) => each.level ?? []));
  const decider = deciding.find((each) => computedLevel !== null && each.level === computedLevel);
  const stillOpen = open
    .flatMap((each) => each.open)
    .filter((criterion) => computedLevel === null || criterion.level > computedLevel);
  const flaggedBy = inOrder(
    classification.procedureFlags,
    deciding.flatMap((each) => each.flaggedBy),
  );
  const blocked = deciding.some((each) => each.blocked === true);
  const blockedFacts = blocked ? [] : [...new Set(open.flatMap((each) => each.blockedFacts))];
  return {
    status:
      computedLevel !== null ? 'determined' : stillOpen.length > 0 ? 'pending' : 'undetermined',
    computedLevel,
    certainty: decider ? certaintyOf(decider) : null,
    final: computedLevel !== null && stillOpen.length === 0 && !gates.some(isOpen),
    levelByCriteria: highest(deciding.flatMap((each) => each.levelByCriteria ?? [])),
    levelByHarm: highest(deciding.flatMap((each) => each.levelByHarm ?? [])),
    raisedBy: decider?.raisedBy ?? null,
    matched: deciding.flatMap((each) => each.matched),
    open: stillOpen,
    gates,
    advisories: inOrder(
      classification.advisories,
      deciding.flatMap((each) => each.advisories),
    ),
    blocked: blocked || (blockedFacts.length > 0 ? null : false),
    blockedFacts,
    flags: [
      ...new Set(
        classification.procedureFlags
          .filter((each) => flaggedBy.includes(each.id))
          .map((each) => each.flag),
      ),
    ],
    flaggedBy,
    problems,
    decidedBy: decider?.component ?? null,
    components: [],
  };
}

/** The result when a gate is false: its outcome and the advisories on the facts, but nothing about a level. */
export function stopped(
  gates: readonly GateResult[],
  problems: readonly FactProblem[],
  advisories: AdvisoryFinding,
): SystemClassification {
  const outcome = gates
    .filter((gate) => gate.outcome === 'fail')
    .map((gate) => gate.onFalse)
    .find((each) => each !== 'continue_voluntary');
  return {
    status: outcome ?? 'undetermined',
    computedLevel: null,
    certainty: null,
    final: false,
    levelByCriteria: null,
    levelByHarm: null,
    raisedBy: null,
    matched: [],
    open: [],
    gates,
    ...advisories,
    flags: [],
    flaggedBy: [],
    problems,
    decidedBy: null,
    components: [],
  };
}

/** That a component's level is the system's is our reading of Decree 331/2026 Art. 8.2 with 7.2 and 8.3. */
function certaintyOf({ certainty, component }: LevelFinding): LevelFinding['certainty'] {
  return certainty !== null && component !== null ? lessSure(certainty, 'reading') : certainty;
}

/** The gate on mandatory scope is only noted, so an open one leaves nothing in doubt. */
function isOpen(gate: GateResult): boolean {
  return gate.outcome === 'open' && gate.onFalse !== 'continue_voluntary';
}

/** The named ids, each once, in the pack's order. */
function inOrder(
  all: readonly { readonly id: string }[],
  named: readonly string[],
): readonly string[] {
  return all.map((each) => each.id).filter((id) => named.includes(id));
}
