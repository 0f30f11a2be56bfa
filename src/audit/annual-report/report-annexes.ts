import type { LocalizedText } from '../../domain/text.js';

interface Annex {
  readonly title: LocalizedText;
  /** Never true: annexes are a proposal, not part of the form. */
  readonly official: false;
  readonly empty: LocalizedText | null;
  readonly columns: readonly { readonly id: string; readonly heading: LocalizedText }[];
}

/** What Art. 36 asks beyond the form. */
export interface ReportAnnexes {
  readonly A: Annex & { readonly rows: readonly OperatingUnitRow[] };
  readonly B: Annex & {
    /** Systems whose inventories don't say whether there are grounds: an empty list isn't "none" then. */
    readonly unsaid: number;
    readonly rows: readonly NationalSecurityRow[];
  };
  readonly C: Annex & { readonly rows: readonly ComplianceRow[] };
  readonly D: Annex & {
    /** Systems of which no requirement is answered. */
    readonly unanswered: readonly { readonly system: string; readonly name: string }[];
    readonly rows: readonly RequirementRow[];
  };
}

export interface OperatingUnitRow {
  readonly name: string;
  readonly mandate_document: string | null;
  readonly head: string | null;
  readonly address: string | null;
  readonly contact: string | null;
  readonly systems: readonly string[];
}

export interface NationalSecurityRow {
  readonly system: string;
  readonly name: string;
  readonly basis: string | null;
  readonly state: string | null;
}

export interface ComplianceRow {
  readonly system: string;
  readonly name: string;
  readonly checked_on: string | null;
  readonly nonconformities: number | null;
  readonly fixed: number | null;
  readonly conclusion: string | null;
}

export interface RequirementRow {
  readonly system: string;
  readonly name: string;
  readonly requirement: string;
  readonly title: LocalizedText;
  readonly state: string;
  readonly due: string | null;
  readonly responsible: string | null;
}
