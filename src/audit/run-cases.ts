import { compareIds } from '../domain/order.js';
import type { Message, MessageParam } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import {
  type ChecksCase,
  type ClassificationCase,
  type ClassificationCases,
  factsOfCase,
  readChecksCases,
  readClassificationCases,
} from '../packs/cases.js';
import { judgeEndpoint } from '../packs/judge-endpoint.js';
import { parameterValues } from '../packs/parameters.js';
import type { PackReading } from '../packs/read-pack.js';
import type { RulePack } from '../packs/types.js';
import { classify } from '../systems/classify.js';

/** One case of a pack: whether the pack says what the case expects, and where it says something else. */
export interface CaseResult {
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly ok: boolean;
  /** One for each part that differs: what was expected, what was found. */
  readonly differences: readonly Message[];
  /** Where the case stands; `line` is 1-based. */
  readonly file: string;
  readonly line: number;
}

/**
 * Runs every case of a pack, in the order of its files. Classification cases are judged without components, endpoint cases
 * in memory; both on the pack's first day in force, since no result may depend on today. Empty when the pack has no cases
 * or could not be read (its diagnostics say why). Pure; throws only when the pack has not passed the linter.
 */
export function runCases({ pack, cases }: PackReading): readonly CaseResult[] {
  if (!pack) return [];
  const classificationCases = readClassificationCases(cases);
  const results = [
    ...(classificationCases?.cases ?? []).map((each, i) => ({
      each,
      i,
      name: 'classification.cases.yaml',
      differences: classificationDifferences(pack, classificationCases, each),
    })),
    ...(readChecksCases(cases)?.cases ?? []).map((each, i) => ({
      each,
      i,
      name: 'checks.cases.yaml',
      differences: checksDifferences(pack, each),
    })),
  ];
  return results.map(({ each, i, name, differences }) => ({
    id: each.id,
    name: each.name,
    ok: differences.length === 0,
    differences,
    file: cases.get(name)?.path ?? name,
    line: cases.get(name)?.locate(`/cases/${i}`).line ?? 1,
  }));
}

function classificationDifferences(
  { classification, effective }: RulePack,
  file: ClassificationCases | undefined,
  each: ClassificationCase,
): readonly Message[] {
  if (!classification || !file) return [];
  const facts = factsOfCase(classification.facts, file, each);
  const found = classify(classification, facts, { asOf: effective.from });
  const { level, matched, open = [], advisories = [], flags = [], raised_by = null } = each.expect;
  const problems = found.problems.map((problem) => problem.fact);
  const ids = (list: readonly { readonly id: string }[]) => list.map((item) => item.id);
  return [
    ...difference('level', level, found.computedLevel),
    ...difference('matched', sorted(matched), sorted(ids(found.matched))),
    ...difference('open', sorted(open), sorted(ids(found.open))),
    ...difference('advisories', sorted(advisories), sorted(found.advisories)),
    ...difference('flags', sorted(flags), sorted(found.flags)),
    ...difference('raised_by', raised_by, found.raisedBy),
    // A value that the table refuses would count as unknown and hide what the case is about.
    ...difference('problems', [], problems),
  ];
}

function checksDifferences(
  { endpointChecks, effective }: RulePack,
  { facts, parameters = {}, expect }: ChecksCase,
): readonly Message[] {
  if (!endpointChecks) return [];
  const { values } = parameterValues(endpointChecks, parameters);
  const found = judgeEndpoint(endpointChecks, facts, values, effective.from);
  const outcomes = Object.entries(expect.checks ?? {}).flatMap(([id, expected]) => {
    // `pass` says nothing about a warning; `warn` demands one.
    const outcome =
      expected === 'warn' && found.warnings.includes(id) ? 'warn' : found.outcomes[id];
    return difference(id, expected, outcome ?? null);
  });
  return [...difference('verdict', expect.verdict, found.verdict), ...outcomes];
}

type Compared = string | number | null | readonly string[];

/** `part` is a key of the case's `expect`, shown as it is written there. */
function difference(part: string, expected: Compared, actual: Compared): readonly Message[] {
  if (JSON.stringify(expected) === JSON.stringify(actual)) return [];
  return [message('pack.case_differs', { part, expected: shown(expected), actual: shown(actual) })];
}

function shown(value: Compared): MessageParam {
  if (value === null || (typeof value === 'object' && value.length === 0)) {
    return message('pack.case_none');
  }
  return typeof value === 'object' ? value.join(', ') : value;
}

/** Lists are compared as sets. */
function sorted(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort(compareIds);
}
