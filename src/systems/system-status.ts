import type { Facts } from '../domain/facts.js';
import type { MetricOutcome } from './judge-rules.js';

/** One word for a system's state of approval, for tables. `not_judged`: no classification pack is in force. */
export type SystemStatus =
  | 'classified'
  | 'not_classified'
  | 'draft'
  | 'submitted'
  | 'appraised'
  | 'decision_not_in_effect'
  | 'wrong_authority'
  | 'undetermined'
  | 'level_too_low'
  | 'dossier_incomplete'
  | 'regulation_missing'
  | 'regulation_late'
  | 'reclassification_due'
  | 'unknown'
  | 'not_judged';

/**
 * In order of precedence: how far a system without decision has come, then what is wrong with the decision, from what
 * makes it void to what must be put right. A body that may not decide stands before the level, which it may not decide.
 */
const defects: readonly (readonly [SystemStatus, (facts: Facts) => boolean])[] = [
  [
    'draft',
    (facts) => facts['decision_exists'] === false && facts['approval_stage'] === 'drafting',
  ],
  [
    'submitted',
    (facts) => facts['decision_exists'] === false && facts['approval_stage'] === 'submitted',
  ],
  [
    'appraised',
    (facts) => facts['decision_exists'] === false && facts['approval_stage'] === 'appraised',
  ],
  ['not_classified', (facts) => facts['decision_exists'] === false],
  [
    'decision_not_in_effect',
    (facts) => facts['decision_dated'] === false || facts['decision_in_effect'] === false,
  ],
  ['wrong_authority', (facts) => facts['approver_competent'] === false],
  ['undetermined', (facts) => facts['level_determined'] === false],
  ['level_too_low', (facts) => facts['approved_covers_computed'] === false],
  ['dossier_incomplete', (facts) => facts['dossier_complete'] === false],
  ['regulation_missing', (facts) => facts['regulation_issued'] === false],
  ['regulation_late', (facts) => facts['regulation_before_approval'] === false],
  ['reclassification_due', (facts) => facts['reclassification_due'] === true],
  // An appraiser that runs the system lacks the authority to appraise it (Decree 331/2026 Art. 18.4).
  ['wrong_authority', (facts) => facts['appraisal_independent'] === false],
  // A level from facts that contradict each other can't be relied on.
  ['undetermined', (facts) => facts['blocking_advisory'] === true],
];

/**
 * The status word: `classified` exactly when the metric `systems_classified` passes; otherwise the first defect; a failed
 * metric without a defect of ours (a rule that only the pack knows) is `not_classified`; anything else is `unknown`. `asked`:
 * the facts that the metric's rules ask for; a rule that is told but doesn't count gives no status.
 */
export function systemStatus(
  known: Facts,
  classified: MetricOutcome,
  asked: ReadonlySet<string>,
): SystemStatus {
  if (classified === 'pass') return 'classified';
  const facts = Object.fromEntries(Object.entries(known).filter(([fact]) => asked.has(fact)));
  const defect = defects.find(([, holds]) => holds(facts))?.[0];
  return defect ?? (classified === 'fail' ? 'not_classified' : 'unknown');
}
