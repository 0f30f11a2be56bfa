import type { LeafResult } from '../conditions/evaluate.js';
import type { Certainty, Level } from '../domain/rules.js';
import type { Message } from '../domain/text.js';
import type { Gate } from '../packs/types.js';

/**
 * How far the level of a system could be worked out. `determined`: at least one criterion is true. `pending`: none is
 * true, but some could still become true. `undetermined`: none is true and none is open: never level 1 by default.
 * The others: a gate is false, so there is no system with a level of its own to judge.
 */
export type ClassificationStatus =
  | 'determined'
  | 'pending'
  | 'undetermined'
  | Exclude<Gate['onFalse'], 'continue_voluntary'>;

/**
 * A criterion that is true, with the leaves that made it so. `component`: the part whose facts meet it; null = the
 * system's own facts.
 */
export interface MatchedCriterion {
  readonly id: string;
  readonly level: Level;
  readonly citation: string;
  readonly certainty: Certainty;
  readonly component: string | null;
  readonly because: readonly LeafResult[];
}

/** A criterion that unanswered `facts` could still make true, at a level above the one found. */
export interface OpenCriterion {
  readonly id: string;
  readonly level: Level;
  readonly citation: string;
  readonly certainty: Certainty;
  readonly component: string | null;
  readonly facts: readonly string[];
}

/** `facts`: what is missing when the gate is `open`. */
export interface GateResult {
  readonly id: string;
  readonly outcome: 'pass' | 'fail' | 'open';
  readonly onFalse: Gate['onFalse'];
  readonly facts: readonly string[];
}

/** Something wrong with the facts themselves: a value of the wrong kind (used as unknown), or values that exclude each other. */
export interface FactProblem {
  readonly fact: string;
  readonly component: string | null;
  readonly message: Message;
}

/** The level of one part of a composite system. */
export interface ComponentLevel {
  readonly id: string;
  readonly name: string;
  readonly status: ClassificationStatus;
  readonly computedLevel: Level | null;
}

/** What is known of a system's level, with everything needed to defend it later (Decree 331/2026 Art. 10.6). */
export interface SystemClassification {
  readonly status: ClassificationStatus;
  /** The level to be proposed: criteria, then raises; null unless `determined`. */
  readonly computedLevel: Level | null;
  /** How sure the deciding criterion (or the raise) is; the surest of several that give the same level. */
  readonly certainty: Certainty | null;
  /**
   * Determined, and nothing unanswered can change it: no open criterion above and no open gate. Harm and risk facts
   * that aren't answered don't count here: they raise a level only when somebody has assessed them.
   */
  readonly final: boolean;
  readonly levelByCriteria: Level | null;
  /** From the harm matrix, when its facts are answered; null otherwise. */
  readonly levelByHarm: Level | null;
  /** Id of the adjustment that put the level above the criteria's; null when none did. */
  readonly raisedBy: string | null;
  readonly matched: readonly MatchedCriterion[];
  readonly open: readonly OpenCriterion[];
  readonly gates: readonly GateResult[];
  /** Ids of the advisories that hold, in the pack's order. */
  readonly advisories: readonly string[];
  /** Whether an advisory of severity `block` holds; null when `blockedFacts`, which are missing, would decide. */
  readonly blocked: boolean | null;
  readonly blockedFacts: readonly string[];
  /** Procedure flags that are set, each once, and the ids of the conditions that set them. */
  readonly flags: readonly string[];
  readonly flaggedBy: readonly string[];
  readonly problems: readonly FactProblem[];
  /** The component whose level decided; null = the system's own facts, or nothing decided. */
  readonly decidedBy: string | null;
  /** Empty for a system without components. */
  readonly components: readonly ComponentLevel[];
}
