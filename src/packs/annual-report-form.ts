import type { Certainty } from '../domain/rules.js';
import type { LocalizedText } from '../domain/text.js';

/** The form of the annual report as a pack gives it (`annual-report.yaml`): labels, fixed words, dates, checks. */
export interface AnnualReportForm {
  readonly form: {
    readonly number: string;
    readonly title: LocalizedText;
    readonly citations: readonly string[];
    readonly issuedBy: LocalizedText;
    /** The form and the decree may name different ones: all are shown. */
    readonly addressees: readonly CitedText[];
    readonly sections: readonly {
      readonly id: 'summary' | 'parties' | 'systems';
      readonly title: LocalizedText;
    }[];
  };
  readonly schedule: ReportSchedule;
  /** Section 1, in the form's order. */
  readonly summary: readonly { readonly id: SummaryId; readonly label: LocalizedText }[];
  /** What stands for the date in section 1 when every level is approved. */
  readonly completed: LocalizedText;
  /** Section 2, for each owner. */
  readonly parties: readonly PartyForm[];
  /** Section 3, in the order of the columns. */
  readonly columns: readonly {
    readonly column: number;
    readonly id: ReportColumnId;
    readonly heading: LocalizedText;
  }[];
  /** The fixed words of the columns that have some. */
  readonly words: readonly {
    readonly of: 'approval_status' | 'plan_status' | 'assessed';
    readonly value: string;
    readonly text: LocalizedText;
  }[];
  readonly annexes: readonly AnnexForm[];
  readonly coverage: readonly CoverageEntry[];
  readonly checks: readonly ReportCheckForm[];
  readonly notes: readonly ReportNoteForm[];
}

export interface CitedText {
  readonly text: LocalizedText;
  readonly citation: string;
}

/** Dates of the year, to be put into a report year. */
export interface ReportSchedule {
  /** Both days included. */
  readonly dataPeriod: {
    readonly start: DayOfYear & { readonly yearOffset: number };
    readonly end: DayOfYear & { readonly yearOffset: number };
    readonly citation: string;
  };
  readonly deadlines: readonly {
    readonly id: 'to_owner' | 'to_ministry';
    readonly from: LocalizedText;
    readonly to: LocalizedText;
    /** The last day that is still in time. */
    readonly lastDay: DayOfYear;
    readonly citation: string;
  }[];
  readonly channels: readonly CitedText[];
}

export interface DayOfYear {
  readonly month: number;
  readonly day: number;
}

export type SummaryId =
  | 'total_systems'
  | 'total_typed'
  | 'total_dossier_prepared'
  | 'total_appraised'
  | 'total_approved'
  | 'total_approved_periodically_assessed'
  | 'expected_all_approved_on';

export type PartyFieldId = 'name' | 'mandate_document' | 'head' | 'address' | 'contact';

export interface PartyForm {
  readonly id: 'owner' | 'specialised_unit';
  readonly title: LocalizedText;
  readonly fields: readonly {
    readonly id: PartyFieldId;
    readonly label: LocalizedText;
    readonly blankAllowed?: boolean;
  }[];
}

export type ReportColumnId =
  | 'no'
  | 'name'
  | 'owner'
  | 'operating_unit'
  | 'proposed_level'
  | 'approval_status'
  | 'approval_decision'
  | 'security_regulation'
  | 'expected_approval'
  | 'plan_status'
  | 'expected_full_plan'
  | 'assessed';

export type AnnexId = 'A' | 'B' | 'C' | 'D';

export interface AnnexForm {
  readonly id: AnnexId;
  readonly title: LocalizedText;
  /** What stands there when it has no row. */
  readonly empty?: LocalizedText;
  readonly columns: readonly { readonly id: string; readonly heading: LocalizedText }[];
}

/** One content that the law asks, and where the form shows it. */
export interface CoverageEntry {
  readonly clause: string;
  readonly content: LocalizedText;
  readonly inForm: 'full' | 'partly' | 'none';
  readonly where?: LocalizedText;
  readonly gap?: LocalizedText;
  readonly annex?: AnnexId;
}

/** The words of a check; what it looks at is the program's. `late`: a failure marks the report late, not a draft. */
export interface ReportCheckForm {
  readonly id: string;
  readonly severity: 'block' | 'warn';
  readonly effect?: 'late';
  readonly citation?: string;
  readonly rule: LocalizedText;
  readonly fix: LocalizedText;
}

/** What must hold of a report for a note to be shown with it. */
export type NoteCondition =
  | 'always'
  | 'retired_counted'
  | 'level_kept'
  | 'not_started_row'
  | 'completed_only'
  | 'include_drafts'
  | 'within_data_period'
  | 'valid_at_cutoff'
  | 'period_before_decree'
  | 'as_of_before_end'
  | 'as_of_ahead';

export interface ReportNoteForm {
  readonly id: string;
  readonly when: NoteCondition;
  readonly certainty: Certainty;
  readonly text: LocalizedText;
}
