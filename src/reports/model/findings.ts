import type { Assessment } from '../../audit/assessment.js';
import { daysBetween, parseIsoDate } from '../../domain/dates.js';
import type { Evidence, Finding } from '../../domain/rules.js';
import type { Language, Message } from '../../domain/text.js';
import { formatMessage } from '../../messages/format.js';
import type { FindingArea, ReportFinding } from '../report-model.js';
import type { Titles } from './titles.js';
import { certaintyWord, dateText, wordOf } from './words.js';

/** Every finding of an assessment in words, in its order. */
export function reportFindings(
  assessment: Assessment,
  titles: Titles,
  language: Language,
): ReportFinding[] {
  const agencies = new Map(assessment.agencies.map(({ id, name }) => [id, name]));
  const digests = new Map(assessment.inputs.map(({ path, sha256 }) => [path, sha256]));
  const bases = answerFiles(assessment);
  return assessment.findings.map((finding): ReportFinding => {
    const { id, rule, subject, severity, outcome, citations, evidence, due } = finding;
    const requirement = titles.requirement(rule);
    const area = areaOf(finding, requirement !== undefined);
    const { title, expected } = requirement ?? titles.rule(rule);
    const cited = citations.map(({ text, certainty }) => ({
      text,
      certainty,
      certaintyWord: certaintyWord(certainty, language),
    }));
    return {
      id,
      rule,
      area,
      areaWord: wordOf('report.area', area, language),
      severity,
      severityWord: wordOf('report.severity', severity, language),
      outcome,
      outcomeWord: wordOf('report.outcome', outcome, language),
      subject: {
        kind: subject.kind,
        kindWord: wordOf('report.subject', subject.kind, language),
        id: subject.id,
        name: subject.name,
      },
      agency:
        subject.agency === null
          ? null
          : { id: subject.agency, name: agencies.get(subject.agency) ?? subject.agency },
      system: subject.kind === 'system' ? subject.id : null,
      title,
      expected,
      observed: observedText(finding.message, expected !== '', language),
      citations: cited,
      // Requirements that share a clause cite it twice.
      legalBasis: [
        ...new Set(
          cited.map(({ text, certaintyWord: word }) =>
            word === null ? text : `${text} (${word})`,
          ),
        ),
      ].join('; '),
      evidence: evidence.map((each) => evidenceText(each, digests, language)),
      remediation: finding.remediation?.[language] ?? '',
      due: dateText(due),
      dueDate: due,
      daysLate: daysLate(due, assessment.as_of),
      count: finding.count ?? 1,
      requirementGroup: requirement?.group ?? null,
      basis:
        area === 'requirements'
          ? (evidence.map(({ path }) => bases.get(path)).find((each) => each !== undefined) ?? null)
          : null,
    };
  });
}

/** What was found. A requirement's statement isn't said again where it stands as what is expected. */
function observedText(found: Message, isExpected: boolean, language: Language): string {
  const state = found.params['state'];
  const isState = typeof state === 'object' && 'key' in state;
  if (!isExpected || found.key !== 'system.finding.requirement' || !isState) {
    return formatMessage(found, language);
  }
  const word = formatMessage(state, language);
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

function evidenceText(
  { path, row, note }: Evidence,
  digests: ReadonlyMap<string, string>,
  language: Language,
): ReportFinding['evidence'][number] {
  return {
    place: row === undefined ? path : `${path}:${row}`,
    path,
    row: row ?? null,
    note: note ? formatMessage(note, language) : '',
    sha256: digests.get(path) ?? '',
  };
}

/** Which part of the work a finding belongs to, by whose rule it is. */
function areaOf({ rule, subject, message }: Finding, isRequirement: boolean): FindingArea {
  if (isRequirement || message.key.startsWith('system.finding.requirement')) return 'requirements';
  if (/^(requirements-|checklist-)/.test(rule)) return 'requirements';
  if (message.key.startsWith('audit.finding.endpoint')) return 'endpoints';
  if (message.key.startsWith('obligation.')) return 'obligations';
  if (/^IN-/.test(rule) || subject.kind === 'file') return 'hand_in';
  return /^(OB|PLO)/.test(rule) ? 'obligations' : 'classification';
}

function answerFiles({ agencies }: Assessment) {
  const found = new Map<string, 'self_assessment' | 'inspection'>();
  for (const { requirements } of agencies.flatMap(({ systems }) => systems)) {
    if (requirements?.self_assessment) found.set(requirements.self_assessment, 'self_assessment');
    if (requirements?.inspection) found.set(requirements.inspection, 'inspection');
  }
  return found;
}

function daysLate(due: string | null, asOf: string): number {
  const from = due === null ? undefined : parseIsoDate(due);
  const to = parseIsoDate(asOf);
  return from && to ? Math.max(0, daysBetween(from, to)) : 0;
}
