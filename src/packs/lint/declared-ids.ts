import type { ParsedDocument } from '../../documents/document.js';
import { readChecksCases, readClassificationCases } from '../cases.js';
import { outcomeFact } from '../judge-endpoint.js';
import type { RulePack } from '../types.js';
import { catalogueFile } from './lint-requirements.js';
import { type PlacedId, placedIds } from './problem.js';

/**
 * The ids that a pack declares, in groups inside which each may stand once. What a finding or `explain` may name (gates,
 * criteria, rules, checks, targets …) is one group over all files.
 */
export function declaredIds(
  pack: RulePack,
  documents: ReadonlyMap<string, ParsedDocument>,
): readonly (readonly PlacedId[])[] {
  const { classification: table, approval, endpointChecks, targets } = pack;
  const byId = (each: { readonly id: string }): string => each.id;
  const ids = (file: string, pointer: string, items: readonly { readonly id: string }[] = []) =>
    placedIds(file, pointer, items, byId);
  const inTable = (pointer: string, items: readonly { readonly id: string }[] | undefined) =>
    ids('classification.yaml', pointer, items);
  return [
    ids('pack.yaml', '/instruments', pack.instruments),
    ids('pack.yaml', '/notes', pack.notes),
    [
      ...inTable('/gates', table?.gates),
      ...inTable('/criteria', table?.criteria),
      ...inTable('/harm_matrix/rows', table?.harmMatrix.rows),
      ...inTable('/adjustments', table?.adjustments),
      ...inTable('/procedure_flags', table?.procedureFlags),
      ...inTable('/advisories', table?.advisories),
      ...ids('approval.yaml', '/rules', approval?.rules),
      ...ids('checks.yaml', '/checks', endpointChecks?.checks),
      ...ids('targets.yaml', '/targets', targets),
      ...ids('transition.yaml', '/cases', pack.transition?.cases),
      ...ids('obligations.yaml', '/obligations', pack.obligations?.obligations),
    ],
    ids('obligations.yaml', '/facts', pack.obligations?.facts),
    ids('transition.yaml', '/facts', pack.transition?.facts),
    inTable('/facts', table?.facts),
    inTable('/flags', table?.flags),
    inTable('/actors', table?.actors),
    inTable('/reference_lists', table?.referenceLists),
    inTable('/procedure/exceptions', table?.procedure.exceptions),
    placedIds('classification.yaml', '/wizard', table?.wizard ?? [], (each) => each.group, 'group'),
    placedIds(
      'classification.yaml',
      '/procedure/levels',
      table?.procedure.levels ?? [],
      (each) => each.level,
      'level',
    ),
    ids('approval.yaml', '/facts', approval?.facts),
    ids('targets.yaml', '/areas', pack.plan?.areas),
    ids('checks.yaml', '/parameters', endpointChecks?.parameters),
    ids('checks.yaml', '/facts', endpointChecks?.facts),
    // EP-04 and EP_04 would share one fact.
    placedIds('checks.yaml', '/checks', endpointChecks?.checks ?? [], (each) =>
      outcomeFact(each.id),
    ),
    ids('checks.yaml', '/verdict', endpointChecks?.verdict),
    ids('checks.yaml', '/signals', endpointChecks?.signals),
    ids('requirements/mapping.yaml', '/points', pack.requirements?.points),
    ...(pack.requirements?.levels ?? []).map((level) =>
      level.groups.flatMap(({ requirements }, g) =>
        ids(catalogueFile(level), `/groups/${g}/requirements`, requirements),
      ),
    ),
    ids('classification.cases.yaml', '/cases', readClassificationCases(documents)?.cases),
    ids('checks.cases.yaml', '/cases', readChecksCases(documents)?.cases),
  ];
}
