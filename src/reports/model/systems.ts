import type { SystemRequirements, SystemSummary } from '../../audit/assessment.js';
import type { Language } from '../../domain/text.js';
import { formatMessage } from '../../messages/format.js';
import type { ReportSystem } from '../report-model.js';
import { reportProfile } from './profile.js';
import type { Titles } from './titles.js';
import { certaintyWord, wordOf } from './words.js';

/** One system in words. */
export function reportSystem(
  system: SystemSummary,
  agency: string,
  titles: Titles,
  language: Language,
): ReportSystem {
  const criterion = (id: string) => titles.criteria.find((each) => each.id === id);
  return {
    id: system.id,
    agency,
    name: system.name,
    lifecycle: system.lifecycle,
    lifecycleWord: wordOf('report.lifecycle', system.lifecycle, language),
    status: system.status,
    statusWord: wordOf('system.status', system.status, language),
    computedLevel: system.computed_level,
    declaredLevel: system.declared_level,
    approvedLevel: system.approved_level,
    computedText: levelText(system, language),
    planStatus: system.plan_status,
    planStatusWord: wordOf('report.plan', system.plan_status ?? 'unknown', language),
    metrics: Object.entries(system.metrics).map(([metric, outcome]) => ({
      metric,
      outcome,
      outcomeWord: wordOf('report.outcome', outcome, language),
    })),
    criteria: system.matched.map((id) => {
      const found = criterion(id);
      return {
        id,
        level: found?.level ?? null,
        title: found?.title[language] ?? id,
        citation: found?.citation ?? '',
        certaintyWord: found ? certaintyWord(found.certainty, language) : null,
      };
    }),
    couldRise: system.open.map(({ criterion: id, level, facts }) => ({
      level,
      criterion: criterion(id)?.title[language] ?? id,
      questions: facts.map(
        (fact) => titles.facts.find((each) => each.id === fact)?.question[language] ?? fact,
      ),
    })),
    rules: system.rules.map(({ id, outcome }) => ({
      id,
      title: titles.rule(id).title,
      outcome,
      outcomeWord: wordOf('report.outcome', outcome, language),
    })),
    requirements: system.requirements && requirements(system.requirements, titles),
    profile: system.profile ? reportProfile(system, system.profile, titles, language) : null,
  };
}

function levelText(
  { computed_level: level, certainty, level_status: status }: SystemSummary,
  language: Language,
): string {
  if (level === null) return wordOf('system.level_status', status, language);
  const word = certainty ? certaintyWord(certainty, language) : null;
  return word === null
    ? String(level)
    : formatMessage(
        { key: 'report.level_certainty', params: { level: String(level), certainty: word } },
        language,
      );
}

function requirements(found: SystemRequirements, titles: Titles): ReportSystem['requirements'] {
  const count = (state: string) => found.counts[state] ?? 0;
  const failing = count('not_met') + count('partly_met');
  const { level, self_assessment, inspection } = found;
  return {
    level,
    mandatory: count('mandatory'),
    met: count('met'),
    failing,
    notApplicable: count('not_applicable'),
    unknown: count('mandatory') - count('met') - failing - count('not_applicable'),
    selfAssessment: self_assessment,
    inspection,
    groups: found.groups.map((group) => ({
      id: group.group,
      title: titles.group(group.group),
      mandatory: group.mandatory,
      met: group.met,
      failing: group.failing,
      notApplicable: group.not_applicable,
      unknown: group.unknown,
    })),
  };
}
