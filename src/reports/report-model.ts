import type { TargetOutcome } from '../domain/rates.js';
import type { Certainty, Severity, SubjectKind } from '../domain/rules.js';
import type { Language } from '../domain/text.js';

/**
 * What reports show of an assessment, in one language: every number, date and word is put into its final form here, once for
 * all formats; raw values stand beside it where a format types its cells or sorts. All texts are plain, NFC, not escaped.
 */
export interface ReportModel {
  readonly language: Language;
  readonly title: string;
  /** `dd/MM/yyyy`. */
  readonly asOf: string;
  /** `YYYY-MM-DD`. */
  readonly asOfDate: string;
  /** What the report is restricted to, in words; null when it covers everything that was audited. */
  readonly scope: string | null;
  /** Which findings a restriction left out: none, those of other systems, or by severity or basis. */
  readonly leftOut: LeftOut;
  readonly letterhead: ReportLetterhead;
  /** When agencies had to hand in, `dd/MM/yyyy`; empty when nobody said. */
  readonly collectionDue: string;
  readonly targets: readonly ReportTarget[];
  /** Worst first. */
  readonly agencies: readonly ReportAgency[];
  /** By kind of agency. */
  readonly kinds: readonly ReportGroup[];
  readonly province: ReportGroup;
  /** The assessment's order: worst first. */
  readonly findings: readonly ReportFinding[];
  /** Groups of requirements (chapters of the standard) that the systems' catalogues have, in the catalogues' order. */
  readonly requirementGroups: readonly { readonly id: string; readonly title: string }[];
  readonly packs: readonly ReportPack[];
  /** Packs that the workspace names and that don't bind on the date. */
  readonly notInForce: readonly string[];
  /** How many open points and readings the packs in force carry. */
  readonly openPoints: number;
  /** Thresholds that the workspace set, in words. */
  readonly changedParameters: readonly {
    readonly id: string;
    readonly usual: string;
    readonly value: string;
  }[];
  readonly inputs: readonly ReportInput[];
  /** That the official texts prevail, how to read intervals: said at the end of every report. */
  readonly remarks: readonly string[];
}

export type LeftOut = 'none' | 'other_systems' | 'findings';

/** Who issues the report, as the workspace says; null = it doesn't. */
export interface ReportLetterhead {
  readonly superior: string | null;
  readonly issuer: string | null;
  /** Follows the number: `BC-SKHCN`. */
  readonly sign: string | null;
  readonly place: string | null;
  readonly signer: {
    readonly authority: string | null;
    readonly title: string | null;
    readonly name: string | null;
  };
  /** Of documents about everybody. */
  readonly recipients: readonly string[];
  /** Of documents about one agency. */
  readonly agencyRecipients: readonly string[];
}

export interface ReportTarget {
  readonly id: string;
  readonly metric: string;
  /** As the plan words it; what the metric counts where an old assessment doesn't say. */
  readonly title: string;
  /** Two or three words, for heads of columns. */
  readonly shortTitle: string;
  /** `90%`. */
  readonly threshold: string;
  readonly thresholdPercent: number;
}

/** A rate in words and in numbers. */
export interface ReportCell {
  /** `numerator/denominator`, `-` without data. */
  readonly count: string;
  /** Whole percent rounded down, as an interval where something is unknown: `89%`, `51-83%`; empty without data. */
  readonly percent: string;
  readonly outcome: TargetOutcome;
  readonly outcomeWord: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
  /** How many more must come to satisfy; 0 when none, or without a threshold. */
  readonly missing: number;
  /** Why the outcome isn't what the figures alone would say, and what a reader must know. */
  readonly reasons: readonly string[];
}

export interface ReportRow {
  readonly id: string;
  readonly name: string;
  readonly verdict: TargetOutcome;
  readonly verdictWord: string;
  /** In the order of `ReportModel.targets`. */
  readonly cells: readonly ReportCell[];
  /** Endpoints on which protection runs, blocks and is current. */
  readonly effective: ReportCell;
  readonly endpoints: ReportEndpoints;
  readonly systemCount: number;
  /** How many findings of each severity, in `severities`' order: critical, high, medium, low, info. */
  readonly findingCounts: readonly number[];
}

export interface ReportGroup extends ReportRow {
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
}

export interface ReportAgency extends ReportRow {
  readonly kind: string;
  readonly kindName: string;
  readonly submission: 'submitted' | 'partly' | 'not_submitted';
  readonly submissionWord: string;
  readonly late: boolean;
  /** `dd/MM/yyyy`; empty when not said. */
  readonly submittedOn: string;
  /** What to do next, most urgent first; `short` for narrow tables. */
  readonly actions: readonly {
    readonly text: string;
    readonly short: string;
    /** Which action it is, the same for every agency: its message's key. */
    readonly key?: string;
    /** How many systems, machines or files it is about; absent when it is about the agency itself. */
    readonly count?: number;
  }[];
  readonly systems: readonly ReportSystem[];
}

export interface ReportEndpoints {
  readonly found: number;
  readonly outOfScope: number;
  readonly inScope: number;
  readonly unreported: number;
  readonly protected: number;
  readonly degraded: number;
  readonly unprotected: number;
  readonly unknown: number;
  /** The rest is of one agency and empty for a group. */
  readonly declared: string;
  readonly selfReported: boolean;
  readonly stale: number;
  readonly products: readonly { readonly product: string; readonly count: number }[];
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
  readonly sources: readonly {
    readonly source: string;
    readonly files: number;
    readonly rows: number;
    readonly used: number | null;
    readonly dated: string;
  }[];
  readonly checks: readonly {
    readonly id: string;
    readonly title: string;
    readonly severity: Severity;
    readonly severityWord: string;
    readonly pass: number;
    readonly fail: number;
    readonly unknown: number;
    readonly notApplicable: number;
  }[];
}

export interface ReportSystem {
  readonly id: string;
  readonly agency: string;
  readonly name: string;
  readonly lifecycle: string;
  readonly lifecycleWord: string;
  /** Where the approval of its level stands. */
  readonly status: string;
  readonly statusWord: string;
  readonly computedLevel: number | null;
  readonly declaredLevel: number | null;
  readonly approvedLevel: number | null;
  /** `3`, `2 (cách hiểu)`, `chưa xác định`. */
  readonly computedText: string;
  readonly planStatus: string | null;
  readonly planStatusWord: string;
  /** In the order of the targets that count systems: classified, classified and plan deployed. */
  readonly metrics: readonly {
    readonly metric: string;
    readonly outcome: 'pass' | 'fail' | 'unknown';
    readonly outcomeWord: string;
  }[];
  /** Criteria that give the level, with their citation; an old assessment has only ids. */
  readonly criteria: readonly {
    readonly id: string;
    readonly level: number | null;
    readonly title: string;
    readonly citation: string;
    readonly certaintyWord: string | null;
  }[];
  /** Criteria that could raise the level once answered: what to answer. */
  readonly couldRise: readonly {
    readonly level: number;
    readonly criterion: string;
    readonly questions: readonly string[];
  }[];
  /** Rules of the approval with their outcomes. */
  readonly rules: readonly {
    readonly id: string;
    readonly title: string;
    readonly outcome: string;
    readonly outcomeWord: string;
  }[];
  /** The mandatory requirements of its level's catalogue in numbers; null when nothing was judged. */
  readonly requirements: {
    readonly level: number;
    readonly mandatory: number;
    readonly met: number;
    /** Not met or partly met. */
    readonly failing: number;
    readonly notApplicable: number;
    readonly unknown: number;
    readonly selfAssessment: string | null;
    readonly inspection: string | null;
    readonly groups: readonly {
      readonly id: string;
      readonly title: string;
      readonly mandatory: number;
      readonly met: number;
      readonly failing: number;
      readonly notApplicable: number;
      readonly unknown: number;
    }[];
  } | null;
  /** What the inventory says of it; null in assessments that don't keep it. */
  readonly profile: ReportProfile | null;
}

/** A system as its agency describes it, for the level-proposal dossier (Decree 331/2026/NĐ-CP Art. 21, 22). */
export interface ReportProfile {
  readonly owner: string | null;
  readonly ownerBasis: string | null;
  readonly operatingUnit: string | null;
  readonly specialisedUnit: string | null;
  /** `dd/MM/yyyy`. */
  readonly inOperationSince: string | null;
  /** Questions of the classification with the answers given, in the pack's order; unanswered ones have a null answer. */
  readonly facts: readonly {
    readonly id: string;
    readonly question: string;
    readonly answer: string | null;
    readonly citation: string | null;
  }[];
  readonly components: readonly { readonly id: string; readonly name: string }[];
  /** Parts of the dossier (Art. 21) and whether the inventory lists them; null = it doesn't say. */
  readonly dossier: readonly {
    readonly part: string;
    readonly title: string;
    readonly present: boolean | null;
  }[];
  /** Decision, regulation, plan, in one line each; null = not said. */
  readonly approval: string | null;
  readonly regulation: string | null;
  readonly plan: string | null;
}

export type FindingArea =
  | 'classification'
  | 'requirements'
  | 'obligations'
  | 'endpoints'
  | 'hand_in';

export interface ReportFinding {
  readonly id: string;
  readonly rule: string;
  readonly area: FindingArea;
  readonly areaWord: string;
  readonly severity: Severity;
  readonly severityWord: string;
  readonly outcome: 'fail' | 'unknown' | 'error' | 'partial';
  readonly outcomeWord: string;
  readonly subject: {
    readonly kind: SubjectKind;
    readonly kindWord: string;
    readonly id: string;
    readonly name: string;
  };
  /** Null for what belongs to the province as a whole. */
  readonly agency: { readonly id: string; readonly name: string } | null;
  /** The system's id when the finding is about one. */
  readonly system: string | null;
  /** The rule in a few words; the id where an old assessment doesn't say. */
  readonly title: string;
  /** What the rule asks; empty where an old assessment doesn't say. */
  readonly expected: string;
  readonly observed: string;
  readonly citations: readonly {
    readonly text: string;
    readonly certainty: Certainty;
    /** Null when it is simply the text of the law. */
    readonly certaintyWord: string | null;
  }[];
  /** The citations in one line, with their certainty. */
  readonly legalBasis: string;
  readonly evidence: readonly {
    /** `path:row`, `path`. */
    readonly place: string;
    readonly path: string;
    readonly row: number | null;
    readonly note: string;
    /** Of the whole file; empty when the assessment has no digest of it. */
    readonly sha256: string;
  }[];
  /** Empty for none. */
  readonly remediation: string;
  /** `dd/MM/yyyy`, empty for none; `dueDate` as `YYYY-MM-DD` or null. */
  readonly due: string;
  readonly dueDate: string | null;
  /** Days late on the date of the report; 0 when not late. */
  readonly daysLate: number;
  /** How many like subjects it stands for; 1 for itself. */
  readonly count: number;
  /** The requirement's group; null for others. */
  readonly requirementGroup: string | null;
  /** Whose answer it rests on; null when on neither. */
  readonly basis: 'self_assessment' | 'inspection' | null;
}

export interface ReportPack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly digest: string;
  /** `từ 19/08/2026`, `19/05/2017 - 30/06/2026`. */
  readonly effective: string;
  readonly inForce: boolean;
  readonly notes: readonly {
    readonly id: string;
    readonly certainty: Certainty;
    readonly certaintyWord: string | null;
    readonly text: string;
  }[];
}

export interface ReportInput {
  readonly path: string;
  readonly agency: string | null;
  readonly sha256: string;
  readonly bytes: number;
  readonly rowsRead: number | null;
  readonly rowsUsed: number | null;
  readonly rowsRefused: number | null;
}
