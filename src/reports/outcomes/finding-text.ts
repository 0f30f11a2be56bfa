import type { Language } from '../../domain/text.js';
import { say } from '../model/words.js';
import type { ReportFinding } from '../report-model.js';
import type { SubjectOutcome } from './rule-outcomes.js';

/** A finding as a rule's outcome. */
export function findingOutcome(finding: ReportFinding): SubjectOutcome {
  const { outcome, subject, count, observed } = finding;
  return { outcome, subject, count, text: observed, finding };
}

/** What a finding rests on and what is to be done, line by line, for tools that have one field of text. */
export function findingDetails(finding: ReportFinding, language: Language): readonly string[] {
  const { legalBasis, evidence, remediation, due, daysLate } = finding;
  const line = (key: string, text: string): string[] =>
    text === '' ? [] : [say(language, `report.tool.${key}`, { text })];
  return [
    ...line('basis', legalBasis),
    ...evidence.flatMap(({ place, note, sha256 }) =>
      line(
        'evidence',
        [place, note, sha256 && `sha256 ${sha256}`].filter((part) => part !== '').join('; '),
      ),
    ),
    ...line('remediation', remediation),
    ...line('due', due),
    ...(daysLate > 0 ? [say(language, 'report.tool.late', { count: daysLate })] : []),
  ];
}
