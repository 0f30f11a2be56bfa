import type { IsoDate } from './dates.js';
import type { Facts } from './facts.js';
import type { Level } from './rules.js';

/** An information system as its agency describes it: the inventory's entry, checked, with dates parsed. */
export interface InformationSystem {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly lifecycle: 'planned' | 'building' | 'operating' | 'retired';
  readonly inOperationSince?: IsoDate;
  /** When investment or building began: decides whether Decree 85/2016 may still bind (Decree 331/2026 Art. 39.1). */
  readonly investmentStartedOn?: IsoDate;
  readonly retiredOn?: IsoDate;
  readonly owner?: {
    readonly name: string;
    readonly agency?: string;
    readonly basisDocument?: string;
  };
  readonly delegation?: {
    readonly to: string;
    readonly document: string;
    readonly scope?: string;
    readonly until?: IsoDate;
  };
  readonly operatingUnit?: string;
  readonly specialisedUnit?: string;
  readonly facts: Facts;
  readonly components: readonly SystemComponent[];
  readonly declaredLevel?: Level;
  /** Why the declared level differs from the computed one. */
  readonly levelGapReason?: string;
  readonly dossier?: Dossier;
  /** Form 08, column 9. */
  readonly expectedApproval?: IsoDate;
  readonly approval?: ApprovalDecision;
  readonly securityRegulation?: IssuedDocument;
  readonly securityPlan?: SecurityPlan;
  readonly assessments: readonly SystemAssessment[];
  readonly changes: readonly SystemChange[];
  readonly incidents: readonly SystemIncident[];
  readonly regulationCompliance?: RegulationCompliance;
  readonly nationalSecurity?: NationalSecurityGrounds;
  readonly dutiesDone: readonly DutyDone[];
  /** Where the entry stands: path of the inventory, 1-based line, JSON Pointer. */
  readonly at: { readonly path: string; readonly line: number; readonly pointer: string };
}

/** A part of a composite system, with facts of its own; a criterion met by a part is met by the system. */
export interface SystemComponent {
  readonly id: string;
  readonly name: string;
  readonly facts: Facts;
}

/** Parts of a level dossier, Decree 331/2026 Art. 21. */
export type DossierDocument =
  | 'overview'
  | 'design'
  | 'level_justification'
  | 'security_plan'
  | 'expert_opinion';

/** Words of Form 08, column 6. */
export type ApprovalStage = 'drafting' | 'submitted' | 'appraised' | 'approved';

export interface Dossier {
  readonly stage?: ApprovalStage;
  readonly completedOn?: IsoDate;
  /** When the complete file was handed in for appraisal (Decree 331/2026 Art. 23.3): the limits run from then. */
  readonly submittedOn?: IsoDate;
  /** When the complete approval file was handed in (Art. 24). */
  readonly approvalRequestedOn?: IsoDate;
  readonly documents?: readonly DossierDocument[];
  readonly appraisal?: {
    readonly by: string;
    readonly date?: IsoDate;
    readonly document?: string;
    /** Whether the appraiser also runs the system (Art. 18.4); undefined = not said. */
    readonly byOperatingUnit?: boolean;
  };
}

export interface ApprovalDecision {
  readonly level: Level;
  readonly number?: string;
  readonly date?: IsoDate;
  readonly authority?: 'specialised_unit' | 'owner' | 'prime_minister' | 'other';
  readonly authorityName?: string;
  readonly document?: string;
  /** The law that the decision itself names; undefined = not said. */
  readonly legalBasis?: 'decree_85' | 'decree_331';
}

export interface IssuedDocument {
  readonly number?: string;
  readonly date?: IsoDate;
  readonly authority?: string;
}

/** Words of Form 08, column 10. */
export type PlanStatus = 'not_started' | 'partly' | 'fully';

export interface SecurityPlan {
  readonly status: PlanStatus;
  readonly document?: string;
  readonly date?: IsoDate;
  readonly expected?: IsoDate;
  /** How often the approved plan has things done, where the law leaves that to it. ISO 8601 durations. */
  readonly intervals?: {
    readonly check?: string;
    readonly penetrationTest?: string;
    readonly exercise?: string;
  };
}

export interface SystemAssessment {
  readonly kind: 'before_operation' | 'periodic' | 'ad_hoc' | 'on_request';
  readonly date: IsoDate;
  readonly by?: string;
  readonly document?: string;
  /** Whether the assessor is independent of the operating unit (Decree 331/2026 Art. 31.2.c); undefined = not said. */
  readonly independent?: boolean;
  /** Whether a licensed, public or designated organisation assessed (same article); undefined = not said. */
  readonly licensed?: boolean;
}

/** Whether a system obeys its own security regulation in operation, Decree 331/2026 Art. 36.7. */
export interface RegulationCompliance {
  readonly checkedOn?: IsoDate;
  readonly nonconformities?: number;
  readonly fixed?: number;
  readonly conclusion?: string;
}

/** Grounds for the list of systems important to national security, Decree 331/2026 Art. 16, 17, 36.3. */
export interface NationalSecurityGrounds {
  readonly candidate: boolean;
  readonly basis?: string;
  readonly state?: string;
}

/** A duty carried out, by the id of the pack's obligation. */
export interface DutyDone {
  readonly obligation: string;
  readonly on: IsoDate;
  readonly document?: string;
  /** The period it was for, such as `2026`. */
  readonly period?: string;
}

/** An event that calls for a new risk assessment and classification, Decree 331/2026 Art. 10.2 and 25. */
export interface SystemChange {
  readonly trigger: string;
  readonly date: IsoDate;
  readonly note?: string;
}

/** A security incident, Decree 331/2026 Art. 31.2.d. Moments carry their offset; one left out hasn't come. */
export interface SystemIncident {
  readonly id: string;
  readonly detectedAt: string;
  /** Whether it is serious; the law doesn't define the word, the owner decides. Undefined = not said. */
  readonly serious?: boolean;
  /** Signs of harm to national security or public order, or a serious interruption: notice at once. */
  readonly urgent?: boolean;
  readonly firstNoticeAt?: string;
  readonly resultReportedAt?: string;
  readonly document?: string;
}
