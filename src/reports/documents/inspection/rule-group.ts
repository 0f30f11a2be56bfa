import type { ReportFinding } from '../../report-model.js';

/** Findings of one rule. What is the same for all of them is said once; null = it differs and stands in each row. */
export interface RuleGroup {
  readonly title: string;
  readonly findings: readonly ReportFinding[];
  readonly common: { readonly [Field in CommonField]: string | null };
}

/** Texts of a finding that like findings often share. */
export type CommonField = (typeof commonFields)[number];

export const commonFields = [
  'expected',
  'observed',
  'outcomeWord',
  'severityWord',
  'legalBasis',
  'remediation',
  'due',
] as const;

/**
 * Findings by rule, or by a finer key, in order of each one's first finding; none is left out or said twice.
 */
export function ruleGroups(
  findings: readonly ReportFinding[],
  keyOf: (finding: ReportFinding) => string = ({ rule }) => rule,
): readonly RuleGroup[] {
  const byKey = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const found = byKey.get(key);
    if (found) found.push(finding);
    else byKey.set(key, [finding]);
  }
  return [...byKey.values()].map(ruleGroup);
}

function ruleGroup(findings: readonly ReportFinding[]): RuleGroup {
  const common = (field: CommonField): string | null => {
    const values = new Set(findings.map((finding) => finding[field]));
    const [only] = values;
    return values.size === 1 && only !== undefined ? only : null;
  };
  return {
    title: findings[0]?.title ?? '',
    findings,
    common: {
      expected: common('expected'),
      observed: common('observed'),
      outcomeWord: common('outcomeWord'),
      severityWord: common('severityWord'),
      legalBasis: common('legalBasis'),
      remediation: common('remediation'),
      due: common('due'),
    },
  };
}
