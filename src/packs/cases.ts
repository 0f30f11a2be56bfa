import type { ParsedDocument } from '../documents/document.js';
import type { Facts, FactType, FactValue } from '../domain/facts.js';
import type { Level } from '../domain/rules.js';
import type { LocalizedText } from '../domain/text.js';
import type { CheckOutcome } from './judge-endpoint.js';
import type { ClassificationFact, Verdict } from './types.js';

/** `classification.cases.yaml` as it is written: snake_case keys, because facts' ids are keys too. */
export interface ClassificationCases {
  /** Value of a fact that a case doesn't list, by type; `nullable` comes before the type. */
  readonly defaults: Readonly<Partial<Record<FactType | 'nullable', FactValue>>>;
  /** Facts whose default differs from that of their type. */
  readonly overrides?: Facts;
  readonly cases: readonly ClassificationCase[];
}

export interface ClassificationCase {
  readonly id: string;
  readonly name: LocalizedText;
  readonly facts: Facts;
  /** Facts that stay unanswered. */
  readonly unknown?: readonly string[];
  /** A list that is left out is empty; `raised_by` left out: nothing raised the level. */
  readonly expect: {
    readonly level: Level | null;
    readonly matched: readonly string[];
    readonly open?: readonly string[];
    readonly advisories?: readonly string[];
    readonly flags?: readonly string[];
    readonly raised_by?: string;
  };
}

/** `checks.cases.yaml`: facts that a case doesn't list are unknown, parameters that it doesn't list have their default. */
export interface ChecksCases {
  readonly cases: readonly ChecksCase[];
}

export interface ChecksCase {
  readonly id: string;
  readonly name: LocalizedText;
  readonly facts: Facts;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Outcomes by check id, of the checks that the case is about; `warn` is a pass with a warning. */
  readonly expect: {
    readonly verdict: Verdict;
    readonly checks?: Readonly<Record<string, CheckOutcome | 'warn'>>;
  };
}

/** The pack's classification cases; undefined when it has none, or the file doesn't fit its schema. */
export function readClassificationCases(
  documents: ReadonlyMap<string, ParsedDocument>,
): ClassificationCases | undefined {
  return documents.get('classification.cases.yaml')?.value as ClassificationCases | undefined;
}

/** The pack's endpoint cases; undefined when it has none, or the file doesn't fit its schema. */
export function readChecksCases(
  documents: ReadonlyMap<string, ParsedDocument>,
): ChecksCases | undefined {
  return documents.get('checks.cases.yaml')?.value as ChecksCases | undefined;
}

/** All the facts that a case stands for: its own, else the overrides, else null or the default of the type. */
export function factsOfCase(
  declared: readonly ClassificationFact[],
  { defaults, overrides = {} }: ClassificationCases,
  { facts, unknown = [] }: ClassificationCase,
): Facts {
  const known = declared.filter(({ id }) => !unknown.includes(id));
  return Object.fromEntries(
    known.map(({ id, type, nullable }) => {
      const given = [facts, overrides].find((each) => Object.hasOwn(each, id));
      return [id, given ? given[id] : defaults[nullable === true ? 'nullable' : type]];
    }),
  );
}
