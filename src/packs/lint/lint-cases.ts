import { factValue } from '../../conditions/fact-value.js';
import type { ParsedDocument } from '../../documents/document.js';
import type { FactDeclaration, Facts } from '../../domain/facts.js';
import { message } from '../../messages/catalogue.js';
import { readChecksCases, readClassificationCases } from '../cases.js';
import { parameterValues } from '../parameters.js';
import type { Classification, EndpointChecks, RulePack } from '../types.js';
import { type PackProblem, referenceProblem } from './problem.js';

/** Cases that name facts, values, criteria or checks which the table lacks would pass or fail for the wrong reason. */
export function casesProblems(
  { classification, endpointChecks }: RulePack,
  documents: ReadonlyMap<string, ParsedDocument>,
): readonly PackProblem[] {
  return [
    ...tableProblems(documents, 'classification.cases.yaml', 'classification.yaml'),
    ...tableProblems(documents, 'checks.cases.yaml', 'checks.yaml'),
    ...(classification ? classificationCases(classification, documents) : []),
    ...(endpointChecks ? checksCases(endpointChecks, documents) : []),
  ];
}

/** Cases need their table; a table without cases is only said for the record. */
function tableProblems(
  documents: ReadonlyMap<string, ParsedDocument>,
  cases: string,
  table: string,
): readonly PackProblem[] {
  if (documents.has(cases) === documents.has(table)) return [];
  return documents.has(cases)
    ? [{ file: cases, pointer: '', message: message('pack.cases_without_table', { table }) }]
    : [
        {
          file: table,
          pointer: '',
          severity: 'info',
          message: message('pack.table_without_cases', { cases }),
        },
      ];
}

function classificationCases(
  table: Classification,
  documents: ReadonlyMap<string, ParsedDocument>,
): readonly PackProblem[] {
  const file = 'classification.cases.yaml';
  const content = readClassificationCases(documents);
  if (!content) return [];
  const ids = (items: readonly { readonly id: string }[]) => items.map((each) => each.id);
  const facts = ids(table.facts);
  const names = (pointer: string, list: readonly string[] | undefined, known: readonly string[]) =>
    (list ?? []).flatMap((id, j) =>
      referenceProblem(file, `${pointer}/${j}`, id, known, message('pack.unknown_id', { id })),
    );
  return [
    ...givenFacts(file, '/overrides', content.overrides ?? {}, table.facts),
    ...content.cases.flatMap(({ facts: given, unknown, expect }, i) => {
      const place = `/cases/${i}`;
      const raised = expect.raised_by === undefined ? undefined : [expect.raised_by];
      return [
        ...givenFacts(file, `${place}/facts`, given, table.facts),
        ...names(`${place}/unknown`, unknown, facts),
        ...names(`${place}/expect/matched`, expect.matched, ids(table.criteria)),
        ...names(`${place}/expect/open`, expect.open, ids(table.criteria)),
        ...names(`${place}/expect/advisories`, expect.advisories, ids(table.advisories)),
        ...names(`${place}/expect/flags`, expect.flags, ids(table.flags)),
        ...names(`${place}/expect/raised_by`, raised, ids(table.adjustments)),
      ];
    }),
  ];
}

function checksCases(
  part: EndpointChecks,
  documents: ReadonlyMap<string, ParsedDocument>,
): readonly PackProblem[] {
  const file = 'checks.cases.yaml';
  const known = part.checks.map((check) => check.id);
  return (readChecksCases(documents)?.cases ?? []).flatMap(({ facts, parameters, expect }, i) => [
    ...givenFacts(file, `/cases/${i}/facts`, facts, part.facts),
    ...parameterValues(part, parameters ?? {}).problems.map(({ id, ...problem }) => ({
      file,
      pointer: `/cases/${i}/parameters/${id}`,
      ...problem,
    })),
    ...Object.entries(expect.checks ?? {}).flatMap(([id, expected]) => {
      const pointer = `/cases/${i}/expect/checks/${id}`;
      const check = part.checks.find((each) => each.id === id);
      if (!check)
        return referenceProblem(file, pointer, id, known, message('pack.unknown_id', { id }));
      if (expected !== 'warn' || check.warnWhen) return [];
      return [{ file, pointer, message: message('pack.never_warns', { id }) }];
    }),
  ]);
}

function givenFacts(
  file: string,
  pointer: string,
  given: Facts,
  declared: readonly FactDeclaration[],
): readonly PackProblem[] {
  const known = declared.map((each) => each.id);
  return Object.keys(given).flatMap((fact) => {
    const declaration = declared.find((each) => each.id === fact);
    const place = `${pointer}/${fact}`;
    if (!declaration) {
      const unknown = message('condition.unknown_fact', { fact });
      return referenceProblem(file, place, fact, known, unknown);
    }
    if (factValue(given, declaration) !== undefined) return [];
    return [{ file, pointer: place, message: message('pack.case_value', { fact }) }];
  });
}
