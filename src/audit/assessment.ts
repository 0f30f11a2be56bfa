import type { FactDeclaration, FactValue } from '../domain/facts.js';
import type { Letterhead } from '../domain/letterhead.js';
import type { Rate, TargetOutcome } from '../domain/rates.js';
import type { Certainty, Finding, Level, Outcome, Severity } from '../domain/rules.js';
import type { PlanStatus } from '../domain/systems.js';
import type { LocalizedText, Message } from '../domain/text.js';

/**
 * The one result of an audit, as it is published (`schemas/assessment.schema.json`): snake_case, whole numbers for every
 * rate, the same bytes for the same inputs, packs and date. Old versions stay readable for ever.
 */
export interface Assessment {
  readonly schema_version: 1;
  readonly title: string;
  /** The date whose law binds, `YYYY-MM-DD`. */
  readonly as_of: string;
  /** The ids that the audit was restricted to; null when it covers every agency. */
  readonly only_agencies: readonly string[] | null;
  readonly packs: readonly AssessmentPack[];
  /** Thresholds that the workspace set, beside what the packs give. */
  readonly changed_parameters: readonly {
    readonly id: string;
    readonly default: number | boolean | string;
    readonly value: number | boolean | string;
  }[];
  readonly catalogues: { readonly os_snapshot: string };
  readonly agencies: readonly AgencyResult[];
  /** The same figures by kind of agency, in the order of first appearance. */
  readonly kinds: readonly GroupResult[];
  readonly province: GroupResult;
  readonly findings: readonly Finding[];
  readonly inputs: readonly AssessmentInput[];
  /** When agencies had to hand in, `YYYY-MM-DD`; absent when the workspace doesn't say. */
  readonly collection_due?: string;
  /** Who issues reports, as the workspace says; absent when it doesn't. */
  readonly letterhead?: Letterhead;
  /** What the ids stand for, so that a report needs no pack beside the assessment; absent in old assessments. */
  readonly vocabulary?: Vocabulary;
}

/** Titles of what an assessment names by id, each once. */
export interface Vocabulary {
  readonly targets: readonly { readonly id: string; readonly title: LocalizedText }[];
  /**
   * What findings are of. `asks`: the title says what must be so (rules, checks, obligations); the others' title says what
   * was found (advisories, gates, the program's own rules).
   */
  readonly rules: readonly {
    readonly id: string;
    readonly title: LocalizedText;
    readonly asks: boolean;
  }[];
  /** Criteria that set a level, with where they stand. */
  readonly criteria: readonly {
    readonly id: string;
    readonly level: Level;
    readonly title: LocalizedText;
    readonly citation: string;
    readonly certainty: Certainty;
  }[];
  /** Requirements that findings are about. */
  readonly requirements: readonly {
    readonly id: string;
    readonly group: string;
    readonly title: LocalizedText;
    readonly statement: LocalizedText;
  }[];
  /** Groups of requirements, in the order of the catalogues. */
  readonly groups: readonly { readonly id: string; readonly title: LocalizedText }[];
  /** Facts that systems are described with: their question, their type, the words of their values. */
  readonly facts: readonly (Pick<FactDeclaration, 'id' | 'type' | 'question'> & {
    readonly item_type?: 'enum' | 'int';
    readonly values?: readonly { readonly value: string; readonly label: LocalizedText }[];
    readonly unit?: string;
    readonly citation?: string;
    /** Id of the pack that asks. */
    readonly pack: string;
  })[];
}

export interface AssessmentPack {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  readonly title: LocalizedText;
  readonly effective: { readonly from: string; readonly to: string | null };
  /** False: named by the workspace, but not binding on the date. */
  readonly in_force: boolean;
  /** Open points and readings that whatever rests on this pack shares. */
  readonly notes: readonly {
    readonly id: string;
    readonly certainty: Certainty;
    readonly text: LocalizedText;
  }[];
}

export type SubmissionStatus = 'submitted' | 'partly' | 'not_submitted';

export interface AgencyResult {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly submission: {
    readonly status: SubmissionStatus;
    readonly late: boolean;
    readonly submitted_on: string | null;
  };
  readonly systems: readonly SystemSummary[];
  readonly endpoints: EndpointSummary;
  readonly targets: readonly TargetResult[];
  readonly verdict: TargetOutcome;
  /** What must be done next, most urgent first. */
  readonly actions: readonly Message[];
}

export interface SystemSummary {
  readonly id: string;
  readonly name: string;
  readonly lifecycle: string;
  readonly status: string;
  readonly computed_level: Level | null;
  readonly level_status: string;
  readonly certainty: Certainty | null;
  readonly final: boolean;
  readonly declared_level: Level | null;
  readonly approved_level: Level | null;
  readonly raised_by: string | null;
  readonly matched: readonly string[];
  readonly open: readonly {
    readonly criterion: string;
    readonly level: Level;
    readonly facts: readonly string[];
  }[];
  readonly advisories: readonly string[];
  readonly flags: readonly string[];
  readonly rules: readonly { readonly id: string; readonly outcome: Outcome }[];
  readonly metrics: Readonly<Record<string, 'pass' | 'fail' | 'unknown'>>;
  /** Under which law the approval was judged. */
  readonly standing: {
    /** Transition case; null when none applies. */
    readonly case: string | null;
    /** Pack whose approval rules were used. */
    readonly approval_by: string | null;
    /** The level by that pack's criteria, when it isn't the one in force and its facts are answered. */
    readonly level_then: Level | null;
  };
  /** Words of Form 08, column 10; null = can't be told. */
  readonly plan_status: PlanStatus | null;
  /** The answers on the level's catalogue; null when no pack in force has one, or no level is known. */
  readonly requirements: SystemRequirements | null;
  /** What the inventory says of the system; absent in old assessments. */
  readonly profile?: SystemProfile;
}

/** A system in its agency's own words, as far as a level dossier asks for them (Decree 331/2026/NĐ-CP Art. 21, 22). */
export interface SystemProfile {
  readonly owner: string | null;
  readonly owner_basis: string | null;
  readonly operating_unit: string | null;
  readonly specialised_unit: string | null;
  readonly in_operation_since: string | null;
  /** Answers by fact id; a fact that isn't there isn't answered. */
  readonly facts: Readonly<Record<string, Exclude<FactValue, undefined>>>;
  readonly components: readonly { readonly id: string; readonly name: string }[];
  /** Parts that the dossier has; null = the inventory doesn't say. */
  readonly dossier: readonly string[] | null;
  readonly approval: {
    readonly number: string | null;
    readonly date: string | null;
    readonly authority: string | null;
  } | null;
  readonly regulation: {
    readonly number: string | null;
    readonly date: string | null;
    readonly authority: string | null;
  } | null;
  readonly plan: {
    readonly status: PlanStatus;
    readonly document: string | null;
    readonly date: string | null;
  } | null;
}

/** A system against its level's catalogue, in numbers. Each unmet requirement is a finding. */
export interface SystemRequirements {
  readonly pack: string;
  readonly level: Level;
  readonly use: 'audit' | 'self_assessment';
  /** Paths of the checklists that were used; null = none. */
  readonly self_assessment: string | null;
  readonly inspection: string | null;
  /** Mandatory requirements by state; `contradicted` and `differing` are among the others; `optional` beside them. */
  readonly counts: Readonly<Record<string, number>>;
  readonly groups: readonly {
    readonly group: string;
    readonly mandatory: number;
    readonly met: number;
    /** Not met or only partly met. */
    readonly failing: number;
    readonly not_applicable: number;
    readonly unknown: number;
  }[];
}

export interface EndpointCounts {
  /** Different machines that the reports show. */
  readonly found: number;
  readonly out_of_scope: number;
  /** The denominator: found − out of scope + unreported. */
  readonly in_scope: number;
  /** Machines that the agency's register counts and no report shows; they are unknown. */
  readonly unreported: number;
  readonly protected: number;
  readonly degraded: number;
  readonly unprotected: number;
  readonly unknown: number;
  /** What the plan's target asks: a protection solution installed. */
  readonly installed: Rate;
  /** Beside it: installed, running, blocking, current. */
  readonly effective: Rate;
}

export interface EndpointSummary extends EndpointCounts {
  readonly declared: {
    readonly count: number;
    readonly register: string;
    readonly date: string | null;
  } | null;
  /** Only one console knows these machines, nothing else confirms their number: the target can't be met. */
  readonly self_reported: boolean;
  /** Machines in scope that no source has seen for over 30 days; they stay in the count. Absent in old assessments. */
  readonly stale?: number;
  /** What a list of machines (a directory, an inventory) and the consoles know; absent when only one side was handed in. */
  readonly second_source?: {
    /** Machines in scope that the list names and has not lost sight of. */
    readonly register: number;
    readonly console: number;
    readonly both: number;
    /** Chapman's estimate of all machines: a hint that a source may be short, never a denominator. */
    readonly estimate: number | null;
  };
  /** Days between the oldest and the newest source; absent when fewer than two are dated. */
  readonly days_apart?: number;
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
  readonly by_machine: readonly {
    readonly machine: string;
    readonly found: number;
    readonly in_scope: number;
    readonly protected: number;
    readonly installed: number;
    /** With these, servers and workstations have rates of their own; absent in old assessments. */
    readonly unknown?: number;
    readonly installed_unknown?: number;
  }[];
  readonly products: readonly { readonly product: string; readonly count: number }[];
  readonly sources: readonly {
    readonly source: string;
    readonly role: string;
    readonly files: number;
    readonly rows: number;
    /** Rows that name a machine; the others were refused. Absent in old assessments. */
    readonly used?: number;
    /** Day of the newest export, or of its newest observation; null when neither is known. */
    readonly dated?: string | null;
  }[];
  readonly checks: readonly CheckSummary[];
}

/** Outcomes of one check over the endpoints in scope that reports show; `warned` are among `pass`. */
export interface CheckSummary {
  readonly id: string;
  readonly severity: Severity;
  readonly pass: number;
  readonly warned: number;
  readonly fail: number;
  readonly unknown: number;
  readonly not_applicable: number;
}

export interface TargetResult extends Rate {
  readonly id: string;
  readonly metric: string;
  /** Percent. */
  readonly threshold: number;
  readonly outcome: TargetOutcome;
  /** How many more subjects must come to satisfy before the target is met. */
  readonly missing: number;
  /** Why the outcome isn't what the figures alone would say. */
  readonly reasons: readonly Message[];
  /** What a reader must know of the figures; absent when there is nothing. */
  readonly notes?: readonly Message[];
}

/** Figures over several agencies. */
export interface GroupResult {
  readonly id: string;
  readonly agencies: {
    readonly total: number;
    readonly submitted: number;
    readonly partly: number;
    readonly not_submitted: number;
    readonly late: number;
    readonly met: number;
    readonly not_met: number;
    readonly inconclusive: number;
    readonly no_data: number;
  };
  readonly systems: number;
  readonly endpoints: EndpointCounts;
  readonly targets: readonly TargetResult[];
  readonly verdict: TargetOutcome;
}

export interface AssessmentInput {
  readonly path: string;
  /** Whose file it is; absent for the workspace's own, and in old assessments. */
  readonly agency?: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Of endpoint reports: every row is either used or refused. Null for other files, and for one that wasn't read. */
  readonly rows_read: number | null;
  readonly rows_used: number | null;
  readonly rows_refused: number | null;
}
