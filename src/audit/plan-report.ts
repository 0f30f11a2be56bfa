import type { TargetOutcome } from '../domain/rates.js';
import type { Certainty, Citation } from '../domain/rules.js';
import type { LocalizedText, Message } from '../domain/text.js';

/**
 * How far a plan's targets are met, as it is published (`schemas/plan-report.schema.json`): those that the audit computes
 * beside those that bodies report. snake_case, the same bytes for the same inputs, packs and date.
 */
export interface PlanReport {
  readonly schema_version: 1;
  /** The workspace's. */
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly as_of: string;
  readonly pack: {
    readonly id: string;
    readonly version: string;
    readonly digest: string;
    readonly title: LocalizedText;
  };
  /** Null when the pack doesn't say which plan sets its targets. */
  readonly plan: PlanIdentity | null;
  /** In the plan's order; an area without targets is left out. */
  readonly areas: readonly PlanArea[];
  readonly totals: PlanTotals;
  /** The worst of all targets; targets without data beside others make it inconclusive. */
  readonly outcome: TargetOutcome;
  readonly work_lines: readonly LocalizedText[];
  /** Open points and readings of the pack. */
  readonly notes: readonly {
    readonly id: string;
    readonly certainty: Certainty;
    readonly text: LocalizedText;
  }[];
  /** The file with reported figures; null when there is none. */
  readonly indicators: { readonly path: string; readonly sha256: string } | null;
}

export interface PlanIdentity {
  readonly number: string;
  readonly title: LocalizedText;
  readonly issued: string | null;
  readonly issued_by: LocalizedText;
  readonly carried_out_by: LocalizedText;
  readonly followed_up_by: LocalizedText | null;
  readonly period: { readonly from: string; readonly to: string | null } | null;
  /** The period is over on the date: the targets are kept as standing ones. */
  readonly ended: boolean;
}

export interface PlanArea {
  readonly id: string;
  readonly title: LocalizedText;
  readonly totals: PlanTotals;
  readonly targets: readonly PlanTargetResult[];
}

export interface PlanTotals {
  readonly targets: number;
  readonly met: number;
  readonly not_met: number;
  readonly inconclusive: number;
  readonly no_data: number;
}

/** A share; the true one lies between `percent` and `percent_upper`, both rounded down to tenths. */
export interface PlanValue {
  readonly numerator: number;
  readonly denominator: number;
  /** Subjects that can't be told; 0 for reported figures. */
  readonly unknown: number;
  readonly percent: number;
  readonly percent_upper: number;
}

export interface PlanTargetResult {
  readonly id: string;
  readonly title: LocalizedText;
  readonly measured_by: 'audit' | 'reported';
  readonly per: 'sector' | null;
  readonly at_least_percent: number;
  /** What the plan asks; differs where the workspace set a stricter share. */
  readonly plan_percent: number;
  /** What is counted, and in which unit; null for computed targets. */
  readonly figures: {
    readonly numerator: LocalizedText;
    readonly denominator: LocalizedText;
    readonly unit: LocalizedText;
  } | null;
  readonly outcome: TargetOutcome;
  /** Of the worst sector where sectors are counted; null without data. */
  readonly value: PlanValue | null;
  /** Where reported figures come from; null for computed targets and where nothing counts yet. */
  readonly report: PlanSource | null;
  /** Lowest share first; empty unless the target is counted for each sector. */
  readonly sectors: readonly PlanSector[];
  /** Who must report when nothing is reported; null for computed targets. */
  readonly reporter: LocalizedText | null;
  /** What is missing before the target is met or can be told; empty when it is met. */
  readonly missing: readonly Message[];
  readonly citations: readonly Citation[];
  /** The least sure of the citations. */
  readonly certainty: Certainty;
}

export interface PlanSource {
  readonly source: string;
  readonly reported_by: string;
  readonly date: string;
  readonly note: string | null;
  readonly path: string;
  readonly line: number;
}

export interface PlanSector {
  readonly sector: string;
  readonly outcome: TargetOutcome;
  readonly value: PlanValue | null;
  readonly report: PlanSource;
}
