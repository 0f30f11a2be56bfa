import { factsNeeded } from '../conditions/facts-needed.js';
import type { Citation } from '../domain/rules.js';
import type { InformationSystem } from '../domain/systems.js';
import { message } from '../messages/catalogue.js';
import type { Advisory, Classification } from '../packs/types.js';
import { highest, highestPossibleLevel } from './highest-level.js';
import type { FactProblem, SystemClassification } from './system-classification.js';
import { bothLanguages, type SystemFinding } from './system-finding.js';

/** What the way to the level leaves to be settled: gates, facts, advisories, criteria that could still raise it. */
export function levelFindings(
  system: InformationSystem,
  result: SystemClassification,
  classification: Classification,
): readonly SystemFinding[] {
  return [
    ...failedGates(result, classification),
    ...advisories(result, classification),
    ...factProblems(system, result, classification),
    ...openCriteria(system, result, classification),
    ...openGates(result, classification),
  ];
}

function failedGates(result: SystemClassification, { gates }: Classification): SystemFinding[] {
  const failed = result.gates.filter(
    ({ outcome, onFalse }) => outcome === 'fail' && onFalse !== 'continue_voluntary',
  );
  return gates
    .filter((gate) => failed.some((each) => each.id === gate.id))
    .map((gate) => ({
      rule: gate.id,
      outcome: 'fail',
      severity: 'high',
      citations: [{ text: gate.citation, certainty: 'text' }],
      message: message('finding.pack_text', { text: gate.message }),
      notes: [],
      remediation: bothLanguages('system.remediation.gate'),
    }));
}

/** Advisories for information only are in the result, not among the findings. */
function advisories(result: SystemClassification, classification: Classification): SystemFinding[] {
  return classification.advisories
    .filter(({ id, severity }) => severity !== 'info' && result.advisories.includes(id))
    .map((advisory) => ({
      rule: advisory.id,
      outcome: advisory.severity === 'block' ? 'fail' : 'unknown',
      severity: advisory.severity === 'block' ? 'high' : 'medium',
      citations: advisoryCitations(advisory, classification),
      message: message('finding.pack_text', { text: advisory.message }),
      notes: [{ pointer: '/facts', note: message('system.note.facts') }],
      remediation: bothLanguages('system.remediation.advisory'),
    }));
}

/**
 * Advisories are readings and carry no citation: the articles behind the facts that they ask about stand for them; for
 * "no criterion fits", the articles by which a level is found at all.
 */
function advisoryCitations({ condition }: Advisory, classification: Classification): Citation[] {
  if (condition) return factCitations(factsNeeded(condition), classification);
  return classification.adjustments
    .filter((adjustment) => adjustment.effect === 'take_highest')
    .map(({ citation }) => ({ text: citation, certainty: 'reading' }));
}

function factCitations(facts: readonly string[], { facts: all }: Classification): Citation[] {
  const texts = all.flatMap(({ id, citation }) =>
    facts.includes(id) && citation !== undefined ? [citation] : [],
  );
  return [...new Set(texts)].map((text) => ({ text, certainty: 'reading' }));
}

function factProblems(
  { components }: InformationSystem,
  { problems }: SystemClassification,
  classification: Classification,
): SystemFinding[] {
  if (problems.length === 0) return [];
  const facts = problems.map((problem) => problem.fact);
  const place = ({ fact, component }: FactProblem): string => {
    const index = components.findIndex((each) => each.id === component);
    return index < 0 ? `/facts/${fact}` : `/components/${index}/facts/${fact}`;
  };
  return [
    {
      rule: 'level-facts',
      outcome: 'fail',
      severity: 'medium',
      citations: factCitations(facts, classification),
      message: message('system.finding.facts', { facts: [...new Set(facts)].join(', ') }),
      notes: problems.map((problem) => ({
        pointer: place(problem),
        note:
          problem.component === null
            ? problem.message
            : message('system.note.component', {
                component: problem.component,
                note: problem.message,
              }),
      })),
      remediation: bothLanguages('system.remediation.facts'),
    },
  ];
}

/** "Could rise to N": of no weight when the approved level already covers N. */
function openCriteria(
  { approval }: InformationSystem,
  result: SystemClassification,
  classification: Classification,
): SystemFinding[] {
  const { open, computedLevel } = result;
  const level = highest(open.map((criterion) => criterion.level));
  if (level === null) return [];
  const facts = [...new Set(open.flatMap((criterion) => criterion.facts))];
  const covered =
    computedLevel !== null && (approval?.level ?? 0) >= (highestPossibleLevel(result) ?? 0);
  const list = facts.join(', ');
  const citations = new Map(open.map((each) => [each.citation, each]));
  return [
    {
      rule: 'level-open',
      outcome: 'unknown',
      severity: covered ? 'info' : 'medium',
      citations: [...citations.values()].map(({ citation, certainty }) => ({
        text: citation,
        certainty,
      })),
      message:
        computedLevel === null
          ? message('system.finding.pending', { level, facts: list })
          : message('system.finding.could_rise', { computed: computedLevel, level, facts: list }),
      notes: questions(facts, classification),
      remediation: bothLanguages('system.remediation.answer'),
    },
  ];
}

function openGates(result: SystemClassification, classification: Classification): SystemFinding[] {
  const open = result.gates.filter((gate) => gate.outcome === 'open');
  if (open.length === 0) return [];
  const facts = [...new Set(open.flatMap((gate) => gate.facts))];
  return [
    {
      rule: 'level-gates',
      outcome: 'unknown',
      severity: 'info',
      citations: classification.gates
        .filter((gate) => open.some((each) => each.id === gate.id))
        .map(({ citation }) => ({ text: citation, certainty: 'text' })),
      message: message('system.finding.gates', { facts: facts.join(', ') }),
      notes: questions(facts, classification),
      remediation: bothLanguages('system.remediation.answer'),
    },
  ];
}

function questions(
  facts: readonly string[],
  classification: Classification,
): SystemFinding['notes'] {
  return classification.facts
    .filter((declaration) => facts.includes(declaration.id))
    .map(({ id, question }) => ({
      pointer: '/facts',
      note: message('system.note.question', { fact: id, question }),
    }));
}
