import type { Certainty, Level } from '../../domain/rules.js';
import type { ApprovalStage, PlanStatus } from '../../domain/systems.js';
import type { LocalizedText, Message } from '../../domain/text.js';
import type {
  AnnexId,
  AnnualReportForm,
  CitedText,
  PartyFieldId,
  PartyForm,
  SummaryId,
} from '../../packs/annual-report-form.js';
import type { ReportAnnexes } from './report-annexes.js';

/**
 * The annual report of Decree 331/2026, Art. 35 and 36 (Form 08), as it is published
 * (`schemas/annual-report.schema.json`): snake_case, dates `YYYY-MM-DD`, null where an inventory doesn't say. The same bytes
 * for the same inputs, packs and parameters. Labels and fixed words are in it, so that it can be printed by itself.
 */
export interface AnnualReport {
  readonly schema_version: 1;
  /** Title of the workspace. */
  readonly title: string;
  readonly form: {
    readonly number: string;
    readonly title: LocalizedText;
    readonly citations: readonly string[];
    readonly issued_by: LocalizedText;
    readonly addressees: readonly CitedText[];
    readonly channels: readonly CitedText[];
    readonly sections: Readonly<Record<'summary' | 'parties' | 'systems', LocalizedText>>;
  };
  readonly pack: { readonly id: string; readonly version: string; readonly digest: string };
  readonly parameters: ReportParameters;
  /** Both days included. */
  readonly period: { readonly start: string; readonly end: string; readonly citation: string };
  readonly deadlines: readonly ReportDeadline[];
  /** A check that blocks doesn't pass: the report isn't fit to be sent. */
  readonly draft: boolean;
  /** Sent, or drawn up, after the deadline that binds its sender. */
  readonly late: boolean;
  readonly agencies: {
    /** Agencies that should have handed in. */
    readonly total: number;
    /** Those whose systems are not in the figures. */
    readonly missing: readonly MissingAgency[];
  };
  readonly summary: readonly SummaryField[];
  readonly parties: readonly OwnerParties[];
  readonly columns: AnnualReportForm['columns'];
  readonly words: AnnualReportForm['words'];
  readonly systems: readonly ReportRow[];
  readonly counts: ReportCounts;
  readonly annexes: ReportAnnexes;
  readonly coverage: readonly {
    readonly clause: string;
    readonly content: LocalizedText;
    readonly in_form: 'full' | 'partly' | 'none';
    readonly where: LocalizedText | null;
    readonly gap: LocalizedText | null;
    readonly annex: AnnexId | null;
  }[];
  readonly checks: readonly ReportCheck[];
  /** Open points and readings that bear on this very report. */
  readonly notes: readonly {
    readonly id: string;
    readonly certainty: Certainty;
    readonly text: LocalizedText;
  }[];
}

/** Which assessments count as periodic: done within the data period, or still within the plan's interval on the date. */
export type PeriodicRule = 'within_data_period' | 'valid_at_cutoff';

/** Which dossiers count as prepared. */
export type DossierRule = 'completed_only' | 'include_drafts';

export interface ReportParameters {
  readonly report_year: number;
  /** Date of the data. */
  readonly as_of: string;
  readonly periodic_rule: PeriodicRule;
  /** For `valid_at_cutoff`: level → ISO 8601 duration of the approved plan; the decree sets none. */
  readonly periodic_intervals: Readonly<Partial<Record<'1' | '2' | '3' | '4' | '5', string>>>;
  readonly dossier_rule: DossierRule;
  /** When the report was or is to be sent; null = not said, so whether it is late can't be told. */
  readonly sent_on: string | null;
  /** The only owner reported on; null = every owner. */
  readonly owner: string | null;
  /** The only agency reported on; null = every agency. */
  readonly agency: string | null;
}

export interface ReportDeadline {
  readonly id: 'to_owner' | 'to_ministry';
  readonly from: LocalizedText;
  readonly to: LocalizedText;
  readonly last_day: string;
  /** The last Monday to Friday not after it; holidays are not looked at (none falls then). */
  readonly last_working_day: string;
  /** From `sent_on`; negative = past. Null without `sent_on`. */
  readonly days_left: number | null;
  /** Whether this is the deadline of whoever sends this report. */
  readonly binding: boolean;
  readonly citation: string;
}

export interface MissingAgency {
  readonly id: string;
  readonly name: string;
  /** `inventory_lost`: something was handed in, but no inventory that can be used. */
  readonly reason: 'not_submitted' | 'inventory_lost';
}

/** A field of section 1. `value` is a whole number, a date, or null; `text` stands for it where the form wants words. */
export interface SummaryField {
  readonly id: SummaryId;
  readonly label: LocalizedText;
  readonly value: number | string | null;
  readonly text: LocalizedText | null;
}

/** Section 2 for one owner. `name` null: systems for which no owner is said. */
export interface OwnerParties {
  readonly name: string | null;
  readonly systems: number;
  /** Agencies in whose inventories the owner's systems stand. */
  readonly agencies: readonly string[];
  /** Part A once, then part B for each specialised unit that is named. */
  readonly parts: readonly ReportParty[];
  /** The inventory in which the parties are, or should be, described; null when the owner has none. */
  readonly at: Place | null;
}

export interface ReportParty {
  readonly id: PartyForm['id'];
  readonly title: LocalizedText;
  readonly fields: readonly {
    readonly id: PartyFieldId;
    readonly label: LocalizedText;
    readonly blank_allowed: boolean;
    /** Null when a part of it isn't said. */
    readonly value: string | null;
    /** What is said, part by part: head and position, phone and e-mail. */
    readonly parts: readonly (string | null)[];
  }[];
}

/** A row of section 3, columns 1 to 12, and what the checks look at. */
export interface ReportRow {
  readonly no: number;
  readonly system: string;
  readonly agency: string;
  readonly name: string;
  readonly owner: string | null;
  readonly operating_unit: string | null;
  readonly proposed_level: Level | null;
  /** Null: can't be told for the date of the data. `not_started` has no word in the form. */
  readonly approval_status: ApprovalStage | 'not_started' | null;
  readonly approval_decision: ReportDecision | null;
  readonly security_regulation: IssuedDocument | null;
  readonly expected_approval: string | null;
  readonly plan_status: PlanStatus | null;
  readonly expected_full_plan: string | null;
  readonly assessed: readonly ('before_operation' | 'periodic')[];
  readonly lifecycle: 'planned' | 'building' | 'operating' | 'retired';
  readonly retired_on: string | null;
  readonly typed: boolean;
  readonly dossier_prepared: boolean;
  readonly computed_level: Level | null;
  readonly level_gap_reason: string | null;
  /** A level fixed under the old law and kept. */
  readonly level_kept: boolean;
  /** What `plan_status` rests on; null when there is none. */
  readonly plan_source: 'requirements' | 'declared' | null;
  readonly plan_declared: PlanStatus | null;
  /** Mandatory requirements of the system's level; null when no catalogue applies. */
  readonly requirements: {
    readonly applicable: number;
    readonly met: number;
    readonly unmet: number;
    /** Not answered, expired, answered on another wording, without evidence or reason. */
    readonly untold: number;
  } | null;
  /** Up to the date of the data, oldest first. */
  readonly assessments: readonly ReportAssessment[];
  /** Null: the assessment's date against the plan's interval can't be told. */
  readonly periodic_done: boolean | null;
  readonly national_security_candidate: boolean | null;
  readonly at: Place;
}

/** Where an entry stands: path within the workspace, 1-based line, JSON Pointer. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly pointer: string;
}

export interface IssuedDocument {
  readonly number: string | null;
  readonly date: string | null;
  readonly authority: string | null;
}

/** `authority`: the deciding body's name; null when it isn't said and its role doesn't tell it either. */
export interface ReportDecision extends IssuedDocument {
  readonly authority_role: 'specialised_unit' | 'owner' | 'prime_minister' | 'other' | null;
  readonly level: Level;
  /** As the decision itself says. */
  readonly legal_basis: 'decree_85' | 'decree_331' | null;
  /** Whether it stands under Decree 331; null = can't be told. */
  readonly under_decree_331: boolean | null;
}

export interface ReportAssessment {
  readonly kind: 'before_operation' | 'periodic' | 'ad_hoc' | 'on_request';
  readonly date: string;
  readonly by: string | null;
  readonly independent: boolean | null;
  readonly licensed: boolean | null;
}

/** Numbers of systems, for roll-ups. Each list adds up to the total. */
export interface ReportCounts {
  readonly by_owner: readonly { readonly owner: string | null; readonly count: number }[];
  readonly by_level: readonly { readonly level: Level | null; readonly count: number }[];
  readonly by_approval_status: readonly {
    readonly status: ReportRow['approval_status'];
    readonly count: number;
  }[];
  readonly by_plan_status: readonly {
    readonly status: PlanStatus | null;
    readonly count: number;
  }[];
}

export type CheckOutcome = 'pass' | 'fail' | 'unknown';

/** A check before sending. `unknown` never counts as passed: a check that blocks then makes a draft too. */
export interface ReportCheck {
  readonly id: string;
  readonly severity: 'block' | 'warn';
  readonly outcome: CheckOutcome;
  readonly rule: LocalizedText;
  readonly fix: LocalizedText;
  readonly citation: string | null;
  /** What doesn't pass, one entry for each place. */
  readonly items: readonly CheckItem[];
}

export interface CheckItem {
  readonly outcome: Exclude<CheckOutcome, 'pass'>;
  readonly message: Message;
  readonly agency: string | null;
  readonly system: string | null;
  /** Id of the column or field; null when none is meant. */
  readonly field: string | null;
  readonly at: Place | null;
}
