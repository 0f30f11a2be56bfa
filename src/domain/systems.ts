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
  readonly dossier?: Dossier;
  readonly approval?: ApprovalDecision;
  readonly securityRegulation?: IssuedDocument;
  readonly securityPlan?: SecurityPlan;
  readonly assessments: readonly SystemAssessment[];
  readonly changes: readonly SystemChange[];
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
}

export interface SystemAssessment {
  readonly kind: 'before_operation' | 'periodic';
  readonly date: IsoDate;
  readonly by?: string;
  readonly document?: string;
}

/** An event that calls for a new risk assessment and classification, Decree 331/2026 Art. 10.2 and 25. */
export interface SystemChange {
  readonly trigger: string;
  readonly date: IsoDate;
  readonly note?: string;
}
