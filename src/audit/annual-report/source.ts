import type { Duration, Effective, IsoDate } from '../../domain/dates.js';
import type { Level } from '../../domain/rules.js';
import type { InformationSystem, PlanStatus } from '../../domain/systems.js';
import type { Inventory } from '../../intake/inventory.js';
import type { AnnualReportForm } from '../../packs/annual-report-form.js';
import type { RequirementsResult } from '../../systems/judge-requirements.js';
import type { DossierRule, MissingAgency, PeriodicRule } from './report.js';

/** What an annual report is drawn up from. */
export interface AnnualReportSource {
  /** Title of the workspace. */
  readonly title: string;
  /** The pack whose form it is. */
  readonly pack: {
    readonly id: string;
    readonly version: string;
    readonly digest: string;
    readonly effective: Effective;
    readonly form: AnnualReportForm;
  };
  /** Every agency that should have handed in, in the order of the list. */
  readonly agencies: readonly ReportingAgency[];
}

export interface ReportingAgency {
  readonly id: string;
  readonly name: string;
  /** Null: why is in `missing`. */
  readonly inventory: Inventory | null;
  readonly missing: MissingAgency['reason'] | null;
  /** Judgements by system; retired systems have none. */
  readonly judged: ReadonlyMap<InformationSystem, SystemJudgement>;
}

/** The part of a judgement that the report shows. */
export interface SystemJudgement {
  readonly computedLevel: Level | null;
  /** The level was fixed under the old law and stands. */
  readonly levelKept: boolean;
  /** Id of the pack whose approval rules judged the decision; null = can't be told. */
  readonly approvalBy: string | null;
  readonly planStatus: PlanStatus | null;
  readonly requirements: RequirementsResult | null;
}

export interface AnnualReportOptions {
  readonly reportYear: number;
  /** Date of the data; default: the last day of the data period. */
  readonly asOf?: IsoDate;
  readonly periodicRule?: PeriodicRule;
  /** For `valid_at_cutoff`, by level: how often the approved plan has a system assessed. */
  readonly periodicIntervals?: ReadonlyMap<
    Level,
    { readonly text: string; readonly duration: Duration }
  >;
  readonly dossierRule?: DossierRule;
  readonly sentOn?: IsoDate;
  /** An owner's name. */
  readonly owner?: string;
  /** Id of an agency: its inventory's systems only. */
  readonly agency?: string;
}
