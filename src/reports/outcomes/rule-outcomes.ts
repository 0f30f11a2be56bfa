import type { Outcome, Severity } from '../../domain/rules.js';
import type { FindingArea, ReportFinding } from '../report-model.js';

/** What a rule gave on one subject, or on several that are only counted. */
export interface SubjectOutcome {
  readonly outcome: Outcome | 'partial';
  readonly subject: {
    readonly kind: ReportFinding['subject']['kind'];
    readonly id: string;
    readonly name: string;
  };
  /** How many subjects it stands for. */
  readonly count: number;
  /** In words, complete. */
  readonly text: string;
  /** Null for what isn't a finding: passes, what doesn't apply, and what findings don't tell one by one. */
  readonly finding: ReportFinding | null;
}

/** One rule on all subjects of one agency. */
export interface RuleOutcomes {
  readonly rule: string;
  readonly title: string;
  /** What it asks; empty when that isn't known. */
  readonly expected: string;
  readonly area: FindingArea | 'targets';
  /** The worst of its findings; null when the assessment doesn't say. */
  readonly severity: Severity | null;
  readonly citations: ReportFinding['citations'];
  readonly remediation: string;
  readonly outcomes: readonly SubjectOutcome[];
}

/** The rules on an agency, or on the province as a whole (`id` `province`), in order of area and id. */
export interface AgencyOutcomes {
  readonly id: string;
  readonly name: string;
  readonly rules: readonly RuleOutcomes[];
}

/** Outcomes from the worst: what isn't known is worse than a pass, and an error is not a fail. */
const worstFirst = ['error', 'fail', 'partial', 'unknown', 'pass', 'not_applicable'] as const;

/**
 * The one outcome of a rule on an agency, for formats that know no more: the worst of its subjects'. Nothing at all is
 * `unknown`, never a pass; `not_applicable` only when it applies to nobody.
 */
export function worstOutcome({ outcomes }: RuleOutcomes): SubjectOutcome['outcome'] {
  return worstFirst.find((each) => outcomes.some(({ outcome }) => outcome === each)) ?? 'unknown';
}
