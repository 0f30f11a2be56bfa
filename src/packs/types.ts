import type { Condition } from '../conditions/condition.js';
import type { Effective, IsoDate } from '../domain/dates.js';
import type { FactDeclaration } from '../domain/facts.js';
import type { Certainty, Citation, Instrument, Level, Severity } from '../domain/rules.js';
import type { LocalizedText } from '../domain/text.js';
import type { AnnualReportForm } from './annual-report-form.js';
import type { Obligations } from './obligations.js';

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
  /** Present whenever there are targets. */
  readonly plan?: Plan;
  /** Undefined when the pack has none, or when its catalogues weren't asked for. */
  readonly requirements?: Requirements;
  readonly obligations?: Obligations;
  readonly transition?: Transition;
  readonly annualReport?: AnnualReportForm;
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

/** Who appraises and approves at each level, and within how many days. */
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
  /** Null: no limit, or one in calendar days. */
  readonly appraisalWorkingDays: number | null;
  /** Limit in calendar days, of laws that don't count working days; then `appraisalWorkingDays` is null. */
  readonly appraisalDays?: number;
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

/** What endpoint reports can say about requirements: a signal, and the checks whose failure speaks against it. */
export interface EndpointSignal {
  readonly id: string;
  readonly title: LocalizedText;
  readonly checks: readonly string[];
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
  readonly signals?: readonly EndpointSignal[];
}

/** The plan that sets a pack's targets. */
export interface Plan {
  /** Who set the targets and who answers for them; undefined when the pack doesn't say. */
  readonly head?: PlanHead;
  /** What the targets are grouped by, in the order to be shown. */
  readonly areas: readonly { readonly id: string; readonly title: LocalizedText }[];
  /** The plan's lines of work; empty when the pack doesn't list them. */
  readonly workLines: readonly LocalizedText[];
}

export interface PlanHead {
  /** Id of one of the pack's instruments, which has number, date and period. */
  readonly instrument: string;
  readonly issuedBy: LocalizedText;
  readonly carriedOutBy: LocalizedText;
  readonly followedUpBy?: LocalizedText;
}

/** A percentage that a plan asks for: either the audit computes it, or a body reports its figures. */
export type Target = AuditTarget | ReportedTarget;

interface PlanTarget {
  readonly id: string;
  /** One of the plan's areas. */
  readonly area: string;
  /** Percent, 0–100, at most one decimal. */
  readonly atLeastPercent: number;
  readonly floorPercent: number;
  readonly title: LocalizedText;
  readonly citations: readonly Citation[];
  readonly note?: LocalizedText;
}

export interface AuditTarget extends PlanTarget {
  readonly measuredBy: 'audit';
  readonly metric: string;
}

export interface ReportedTarget extends PlanTarget {
  readonly measuredBy: 'reported';
  /** Figures for each sector; the lowest share decides. */
  readonly per?: 'sector';
  readonly figures: TargetFigures;
  /** Who must report, where the plan says so. */
  readonly reportedBy?: LocalizedText;
}

/** What a reported target counts. */
export interface TargetFigures {
  readonly numerator: LocalizedText;
  readonly denominator: LocalizedText;
  readonly unit: LocalizedText;
  /** Decimals allowed (money, volume); otherwise whole numbers only. */
  readonly decimals?: boolean;
  readonly mayExceed?: boolean;
}

/** What systems of each level must satisfy: a catalogue for each level, complete by itself. */
export interface Requirements {
  /** In the order of the levels. Levels don't inherit: a system answers to its own level's catalogue only. */
  readonly levels: readonly RequirementCatalogue[];
  /** Annexes, a catalogue for each level at which they ask for something: shown and counted apart. */
  readonly annex: readonly RequirementCatalogue[];
  /** The headings of the decree that requirements serve. */
  readonly points: readonly MappingPoint[];
}

/** The requirements of one level. */
export interface RequirementCatalogue {
  readonly level: Level;
  /** Number of the standard: `TCVN 14423:2026`. */
  readonly standard: string;
  readonly section: string;
  /** `self_assessment`: prompts only, never the base of a finding or a score. */
  readonly use: 'audit' | 'self_assessment';
  readonly groups: readonly RequirementGroup[];
}

/** A chapter of a catalogue. The slug joins levels; the number doesn't (groups move between levels). */
export interface RequirementGroup {
  readonly id: string;
  readonly slug: string;
  readonly title: LocalizedText;
  readonly requirements: readonly Requirement[];
}

/** One requirement of one level, in our own words. */
export interface Requirement {
  /** Unique in its pack and level: the clause, with `#n` where several requirements share one. */
  readonly id: string;
  /** For citing: without `#n`, which is our own number. */
  readonly clause: string;
  /** The idea, the same at every level. */
  readonly slug: string;
  readonly kind: 'management' | 'technical';
  readonly title: LocalizedText;
  readonly statement: LocalizedText;
  readonly evidence: readonly LocalizedText[];
  /** `interval`: at least that often (ISO 8601). Names that begin with `suggested_` are examples of the standard only. */
  readonly parameters: Readonly<Record<string, string | number>>;
  /** The whole requirement is only a suggestion of the standard: shown, never counted. */
  readonly optional: boolean;
  /** What an endpoint report can say about it: a signal of the endpoint checks. */
  readonly endpointSignal?: string;
  readonly certainty: Certainty;
  readonly note?: LocalizedText;
  /** 16 hex digits over what binds: Vietnamese statement, parameters, whether optional. Answers are bound to it. */
  readonly digest: string;
  /** Ids of the mapping's points that it serves, in their order. */
  readonly points: readonly string[];
}

/** A heading of the decree (a part of the plan, a management or technical topic) and what serves it. */
export interface MappingPoint {
  readonly id: string;
  readonly kind: 'plan_part' | 'management' | 'technical';
  readonly citation: Citation;
  readonly title: LocalizedText;
  readonly groups?: readonly string[];
  readonly slugs?: readonly string[];
  readonly clauses?: readonly string[];
  readonly note?: LocalizedText;
}

/** Under which law approvals of a system's level stand, when the law has changed between them and now. */
export interface Transition {
  readonly facts: readonly FactDeclaration[];
  /** In order: the first case that holds applies. */
  readonly cases: readonly TransitionCase[];
}

export interface TransitionCase {
  readonly id: string;
  readonly title: LocalizedText;
  readonly citations: readonly Citation[];
  readonly when: Condition;
  /** Id of the pack whose approval rules judge the decision; null = not settled by the law. */
  readonly approvalBy: string | null;
  /** The level fixed under the old law stands, whatever the new criteria say. */
  readonly levelKept?: boolean;
  /** Rules of this pack that apply although another pack's approval rules do. */
  readonly also?: readonly string[];
  /** Only changes from this day on call for a new classification: earlier ones happened under a law that named none. */
  readonly changesFrom?: IsoDate;
  /** Rules of that other pack that don't apply. */
  readonly without?: readonly string[];
  /** Through this day "plan carried out" rests on the plan rules of that other pack. */
  readonly planByOldLawUntil?: IsoDate;
  readonly note?: LocalizedText;
}
