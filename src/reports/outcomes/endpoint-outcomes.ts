import type { Language } from '../../domain/text.js';
import { say } from '../model/words.js';
import type { ReportAgency, ReportFinding } from '../report-model.js';
import type { SubjectOutcome } from './rule-outcomes.js';

/**
 * A check over an agency's endpoints besides its findings: how many pass, how many it doesn't apply to, and those that fail
 * or are unknown without a finding of their own (an endpoint's worst check is its finding). What a finding tells isn't
 * counted again.
 */
export function endpointOutcomes(
  agency: ReportAgency,
  check: ReportAgency['endpoints']['checks'][number],
  findings: readonly ReportFinding[],
  language: Language,
): readonly SubjectOutcome[] {
  const told = (outcomes: readonly ReportFinding['outcome'][]): number =>
    findings
      .filter(({ outcome }) => outcomes.includes(outcome))
      .reduce((sum, { count }) => sum + count, 0);
  const counts = [
    ['fail', check.fail - told(['fail', 'partial'])],
    ['unknown', check.unknown - told(['unknown', 'error'])],
    ['pass', check.pass],
    ['not_applicable', check.notApplicable],
  ] as const;
  return counts
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => ({
      outcome,
      subject: { kind: 'agency', id: agency.id, name: agency.name },
      count,
      text: say(language, `report.tool.endpoints.${outcome}`, { count }),
      finding: null,
    }));
}
