import type { Condition } from '../conditions/condition.js';
import type { Effective } from '../domain/dates.js';
import type { FactDeclaration } from '../domain/facts.js';
import type { Certainty, Citation, Instrument, Level, Severity } from '../domain/rules.js';
import type { LocalizedText } from '../domain/text.js';

/** One edition of a body of rules as data, read from `rules/packs/<id>/` and checked. */
export interface RulePack {
  readonly id: string;
  readonly version: string;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly effective: Effective;
  readonly instruments: readonly Instrument[];
  readonly notes: readonly PackNote[];
  /** sha256 over the pack's files (path and bytes, in path order), lower-case hex. */
  readonly digest: string;
  readonly classification?: Classification;
  readonly approval?: Approval;
  readonly endpointChecks?: EndpointChecks;
  readonly targets?: readonly Target[];
}

/** An open point or a reading of the pack: reports that rest on the pack show it. */
export interface PackNote {
  readonly id: string;
  readonly certainty: Certainty;
  readonly text: LocalizedText;
}

/** A fact as the classification table declares it, with what the wizard needs. */
export interface ClassificationFact extends FactDeclaration {
  /** Informative only: no criterion needs it. */
  readonly optional?: boolean;
  readonly constraints?: readonly SetConstraint[];
  readonly askWhen?: Condition;
  readonly note?: LocalizedText;
}

/** Values of a set that exclude each other (`notTogether`), or one that must stand alone (`alone`). */
export interface SetConstraint {
  readonly notTogether?: readonly string[];
  readonly alone?: string;
  readonly because: LocalizedText;
}

/** How a system's level is determined: everything of `classification.yaml`. */
export interface Classification {
  readonly facts: readonly ClassificationFact[];
  readonly wizard: readonly WizardGroup[];
  readonly gates: readonly Gate[];
  readonly criteria: readonly Criterion[];
  readonly harmMatrix: HarmMatrix;
  readonly adjustments: readonly Adjustment[];
  readonly procedureFlags: readonly ProcedureFlag[];
  readonly flags: readonly Flag[];
  readonly advisories: readonly Advisory[];
  readonly actors: readonly Actor[];
  readonly procedure: Procedure;
  readonly referenceLists: readonly ReferenceList[];
}

export interface WizardGroup {
  readonly group: string;
  readonly title: LocalizedText;
  readonly facts: readonly string[];
}

/** A condition that a thing must satisfy to be an information system with a level of its own. */
export interface Gate {
  readonly id: string;
  readonly citation: string;
  readonly condition: Condition;
  readonly onFalse: 'continue_voluntary' | 'not_a_system' | 'fix_owner' | 'rescope';
  readonly message: LocalizedText;
}

export interface Criterion {
  readonly id: string;
  readonly level: Level;
  readonly citation: string;
  readonly certainty: Certainty;
  readonly condition: Condition;
  readonly title: LocalizedText;
  readonly explanation: LocalizedText;
}

export interface HarmMatrix {
  readonly citation: string;
  readonly note: LocalizedText;
  readonly rows: readonly HarmRow[];
}

export interface HarmRow {
  readonly id: string;
  readonly level: Level;
  readonly citation: string;
  readonly condition: Condition;
}

export interface Adjustment {
  readonly id: string;
  readonly effect: 'take_highest' | 'raise_to';
  /** Facts whose highest value may raise the level: `risk_assessed_level`, `level_by_harm`. */
  readonly raiseTo?: readonly string[];
  readonly citation: string;
  readonly certainty: Certainty;
  readonly explanation: LocalizedText;
}

/** A condition that puts a flag on the procedure. It may ask `level_proposed`, which is computed, not handed in. */
export interface ProcedureFlag {
  readonly id: string;
  readonly citation: string;
  readonly condition: Condition;
  readonly flag: string;
  readonly note?: LocalizedText;
}

export interface Flag {
  readonly id: string;
  readonly citation: string;
  readonly title: LocalizedText;
  readonly effect: LocalizedText;
}

/** A grey zone that the program must show. `block`: a contradiction to be removed before the level can be relied on. */
export interface Advisory {
  readonly id: string;
  readonly severity: 'block' | 'review' | 'info';
  readonly condition?: Condition;
  readonly whenComputed?: 'no_true_and_no_open_criterion';
  readonly message: LocalizedText;
}

export interface Actor {
  readonly id: string;
  readonly title: LocalizedText;
}

/** Who appraises and approves at each level, and within how many working days; null = the decree sets no limit. */
export interface Procedure {
  readonly incompleteFileReplyDays: Limit;
  readonly approvalDays: Limit;
  readonly levels: readonly LevelProcedure[];
  readonly exceptions: readonly ProcedureException[];
}

export interface Limit {
  readonly workingDays: number;
  readonly citation: string;
  readonly note?: LocalizedText;
}

export interface LevelProcedure {
  readonly level: Level;
  readonly appraiser: string;
  readonly approver: string;
  readonly reportTo?: string;
  readonly appraisalWorkingDays: number | null;
  readonly expertOpinion: boolean;
  readonly forms: readonly string[];
  readonly formsCertainty: Certainty;
  readonly citation: string;
}

export interface ProcedureException {
  readonly id: string;
  readonly when: LocalizedText;
  readonly appraiser?: string;
  readonly procedureAsLevel?: Level;
  readonly citation: string;
}

export interface ReferenceList {
  readonly id: string;
  readonly citation: string;
  readonly title: LocalizedText;
  readonly note?: LocalizedText;
  readonly items: readonly { readonly value: string; readonly label: LocalizedText }[];
}

/** A rule on one subject: `condition` true = pass. */
export interface Rule {
  readonly id: string;
  readonly title: LocalizedText;
  readonly severity: Severity;
  readonly citations: readonly Citation[];
  /** The rule applies only when this is true; unknown applicability is an unknown outcome. */
  readonly appliesWhen?: Condition;
  readonly condition: Condition;
  readonly message: { readonly fail: LocalizedText; readonly unknown: LocalizedText };
  readonly remediation: LocalizedText;
}

/** Rules on the approval of a system's level and its security plan, over facts that `systems/` derives. */
export interface Approval {
  readonly facts: readonly FactDeclaration[];
  readonly rules: readonly Rule[];
  /** Metric → rules that must all pass (or not apply) for a system to count in its numerator. */
  readonly metrics: Readonly<Record<string, readonly string[]>>;
}

/** A threshold that a workspace may set, never weaker than `floor`. */
export interface Parameter {
  readonly id: string;
  readonly title: LocalizedText;
  readonly type: 'int' | 'bool' | 'duration';
  readonly unit?: string;
  readonly default: number | boolean | string;
  /** The weakest allowed value; absent when there is none. */
  readonly floor?: number | boolean | string;
  /** Which direction is weaker: a larger number of days, or a smaller one. */
  readonly weaker?: 'higher' | 'lower';
  readonly citation: string;
}

/** A check on one endpoint: `condition` true = pass; `warnWhen` true on a pass adds a warning. */
export interface EndpointCheck extends Rule {
  readonly warnWhen?: Condition;
  readonly warning?: LocalizedText;
}

export type Verdict = 'protected' | 'degraded' | 'unprotected' | 'unknown' | 'out_of_scope';

/** One step of the decision order: the first step whose condition is true gives the verdict. */
export interface VerdictStep {
  readonly id: string;
  readonly verdict: Verdict;
  readonly when: Condition;
  /** The check that this step's finding is about, when the step itself tells no outcome. */
  readonly check?: string;
  readonly title: LocalizedText;
  readonly citation: string;
}

/** The endpoint checks of a pack and the order in which they decide. */
export interface EndpointChecks {
  readonly parameters: readonly Parameter[];
  readonly facts: readonly FactDeclaration[];
  readonly checks: readonly EndpointCheck[];
  /** What the target "protection installed" counts: endpoints that pass this check on evidence no older than that. */
  readonly installed: {
    readonly check: string;
    readonly evidenceWithinDays: { readonly param: string };
  };
  readonly verdict: readonly VerdictStep[];
}

/** A metric and the percentage that a plan asks for. */
export interface Target {
  readonly id: string;
  readonly area: string;
  readonly metric: string;
  /** Percent, 0–100, at most one decimal. */
  readonly atLeastPercent: number;
  readonly floorPercent: number;
  readonly title: LocalizedText;
  readonly citations: readonly Citation[];
  readonly note?: LocalizedText;
}
