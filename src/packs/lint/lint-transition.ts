import { declarationsById } from '../../conditions/declarations.js';
import { message } from '../../messages/catalogue.js';
import type { RulePack, Transition } from '../types.js';
import { factProblems } from './lint-facts.js';
import { conditionProblems, type PackProblem, referenceProblem } from './problem.js';

/**
 * Everything wrong inside `transition.yaml` but ids that are declared twice. Whether another pack that a case names is at
 * hand can only be told where the packs come together; this pack's own rules are checked here.
 */
export function transitionProblems(
  { facts, cases }: Transition,
  { approval }: Pick<RulePack, 'approval'>,
): readonly PackProblem[] {
  const file = 'transition.yaml';
  const declared = declarationsById(facts);
  const rules = approval?.rules.map(({ id }) => id) ?? [];
  return [
    ...factProblems(file, facts, []),
    ...cases.flatMap(({ when, also = [] }, i) => [
      ...conditionProblems({ file, pointer: `/cases/${i}/when`, condition: when }, declared),
      ...also.flatMap((rule, j) =>
        referenceProblem(
          file,
          `/cases/${i}/also/${j}`,
          rule,
          rules,
          message('pack.unknown_rule', { rule }),
        ),
      ),
    ]),
  ];
}
