import { declarationsById } from '../../conditions/declarations.js';
import { message } from '../../messages/catalogue.js';
import { outcomeDeclarations } from '../judge-endpoint.js';
import { defaultProblem } from '../parameters.js';
import type { Approval, EndpointChecks, RulePack } from '../types.js';
import { factProblems } from './lint-facts.js';
import { conditionProblems, type PackProblem, referenceProblem } from './problem.js';

/** The metrics over systems that the program works out; a metric of another name would never be asked for. */
const systemMetrics = ['systems_classified', 'systems_classified_and_plan_deployed'];

/** Everything wrong inside `approval.yaml` but ids that are declared twice. */
export function approvalProblems({ facts, rules, metrics }: Approval): readonly PackProblem[] {
  const file = 'approval.yaml';
  const declared = declarationsById(facts);
  const known = rules.map((rule) => rule.id);
  return [
    ...factProblems(file, facts, []),
    ...rules.flatMap(({ appliesWhen, condition }, i) => [
      ...conditionProblems(
        { file, pointer: `/rules/${i}/applies_when`, condition: appliesWhen },
        declared,
      ),
      ...conditionProblems({ file, pointer: `/rules/${i}/condition`, condition }, declared),
    ]),
    ...Object.entries(metrics).flatMap(([metric, ids]) => [
      ...referenceProblem(
        file,
        `/metrics/${metric}`,
        metric,
        systemMetrics,
        message('pack.unknown_metric', { metric }),
      ),
      ...ids.flatMap((rule, i) =>
        referenceProblem(
          file,
          `/metrics/${metric}/${i}`,
          rule,
          known,
          message('pack.unknown_rule', { rule }),
        ),
      ),
    ]),
  ];
}

/** Everything wrong inside `checks.yaml` but ids that are declared twice. */
export function checksProblems(part: EndpointChecks): readonly PackProblem[] {
  const file = 'checks.yaml';
  const { parameters, facts, checks, installed, verdict, signals = [] } = part;
  const declared = declarationsById(facts);
  const outcomes = outcomeDeclarations(checks);
  const withOutcomes = declarationsById([...facts, ...outcomes]);
  const check = (
    pointer: string,
    condition: Parameters<typeof conditionProblems>[0]['condition'],
  ) => conditionProblems({ file, pointer, condition }, declared, parameters);
  return [
    ...factProblems(file, facts, []),
    ...facts.flatMap(({ id: fact }, i) =>
      outcomes.some((outcome) => outcome.id === fact)
        ? [{ file, pointer: `/facts/${i}/id`, message: message('pack.reserved_fact', { fact }) }]
        : [],
    ),
    ...parameters.flatMap((parameter, i) => {
      const problem = defaultProblem(parameter);
      return problem
        ? [{ file, pointer: `/parameters/${i}/${problem.key}`, message: problem.message }]
        : [];
    }),
    ...checks.flatMap(({ id, appliesWhen, condition, warnWhen, warning }, i) => [
      ...check(`/checks/${i}/applies_when`, appliesWhen),
      ...check(`/checks/${i}/condition`, condition),
      ...check(`/checks/${i}/warn_when`, warnWhen),
      ...((warnWhen === undefined) === (warning === undefined)
        ? []
        : [{ file, pointer: `/checks/${i}`, message: message('pack.warning_pair', { id }) }]),
    ]),
    ...referenceProblem(
      file,
      '/installed/check',
      installed.check,
      checks.map(({ id }) => id),
      message('pack.unknown_rule', { rule: installed.check }),
    ),
    ...referenceProblem(
      file,
      '/installed/evidence_within_days/param',
      installed.evidenceWithinDays.param,
      parameters.filter(({ type }) => type === 'int').map(({ id }) => id),
      message('condition.unknown_parameter', { parameter: installed.evidenceWithinDays.param }),
    ),
    ...signals.flatMap((signal, i) =>
      signal.checks.flatMap((rule, j) =>
        referenceProblem(
          file,
          `/signals/${i}/checks/${j}`,
          rule,
          checks.map(({ id }) => id),
          message('pack.unknown_rule', { rule }),
        ),
      ),
    ),
    ...verdict.flatMap(({ when }, i) =>
      conditionProblems(
        { file, pointer: `/verdict/${i}/when`, condition: when },
        withOutcomes,
        parameters,
      ),
    ),
  ];
}

/** What is wrong with `pack.yaml` itself. */
export function headProblems(pack: RulePack, folderId: string): readonly PackProblem[] {
  const file = 'pack.yaml';
  const periods = [
    { pointer: '/effective', effective: pack.effective },
    ...pack.instruments.map(({ effective }, i) => ({
      pointer: `/instruments/${i}/effective`,
      effective,
    })),
  ];
  return [
    ...(pack.id === folderId
      ? []
      : [
          {
            file,
            pointer: '/id',
            message: message('pack.id_not_folder', { id: pack.id, folder: folderId }),
          },
        ]),
    ...periods.flatMap(({ pointer, effective }) =>
      effective && effective.to !== null && effective.from > effective.to
        ? [
            {
              file,
              pointer: `${pointer}/to`,
              message: message('pack.ends_before_start', {
                from: effective.from,
                to: effective.to,
              }),
            },
          ]
        : [],
    ),
  ];
}
