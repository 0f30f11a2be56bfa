import type { SystemSummary } from '../../audit/assessment.js';
import type { TargetOutcome } from '../../domain/rates.js';
import type { Outcome } from '../../domain/rules.js';
import type { Language } from '../../domain/text.js';
import { say, wordOf } from '../model/words.js';
import type { ReportAgency, ReportFinding, ReportSystem } from '../report-model.js';
import type { SubjectOutcome } from './rule-outcomes.js';
import { targetText } from './target-text.js';

/** A rule on a system, unless a finding tells it. A report of some findings only keeps the outcome without its reasons. */
export function systemOutcomes(
  system: Pick<SystemSummary, 'id' | 'name'>,
  outcome: Outcome,
  findings: readonly ReportFinding[],
  language: Language,
): readonly SubjectOutcome[] {
  if (findings.some((finding) => finding.system === system.id)) return [];
  const text = wordOf('report.outcome', outcome, language);
  return [{ outcome, subject: subjectOf(system), count: 1, text, finding: null }];
}

type Group = NonNullable<ReportSystem['requirements']>['groups'][number];

/** A group of requirements on a system, in numbers: it passes when each mandatory one that applies is met. */
export function requirementOutcomes(
  system: ReportSystem,
  group: Group,
  language: Language,
): readonly SubjectOutcome[] {
  const { mandatory, met, failing, unknown, notApplicable } = group;
  const outcome =
    failing > 0 ? 'fail' : met + notApplicable < mandatory || unknown > 0 ? 'unknown' : 'pass';
  return [
    {
      outcome: outcome === 'pass' && met === 0 ? 'not_applicable' : outcome,
      subject: subjectOf(system),
      count: 1,
      text: say(language, 'report.tool.requirements', {
        mandatory,
        met,
        failing,
        unknown,
        notApplicable,
      }),
      finding: null,
    },
  ];
}

const asOutcome: Readonly<Record<TargetOutcome, Outcome>> = {
  met: 'pass',
  not_met: 'fail',
  inconclusive: 'unknown',
  no_data: 'unknown',
};

/** A target of the plan on an agency; `index` is the target's place. No data is unknown. */
export function targetOutcomes(
  agency: ReportAgency,
  index: number,
  language: Language,
): readonly SubjectOutcome[] {
  const cell = agency.cells[index];
  if (!cell) return [];
  return [
    {
      outcome: asOutcome[cell.outcome],
      subject: { kind: 'agency', id: agency.id, name: agency.name },
      count: 1,
      text: targetText(cell, language),
      finding: null,
    },
  ];
}

function subjectOf({ id, name }: Pick<SystemSummary, 'id' | 'name'>): SubjectOutcome['subject'] {
  return { kind: 'system', id, name };
}
