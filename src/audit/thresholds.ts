import { AppError } from '../domain/diagnostic.js';
import { type Workspace, workspaceFile } from '../intake/read-workspace.js';
import { message } from '../messages/catalogue.js';
import { type ParameterProblem, parameterValues, targetThreshold } from '../packs/parameters.js';
import type { RulesInForce } from '../packs/read-packs.js';
import type { RulePack } from '../packs/types.js';
import type { Assessment } from './assessment.js';
import type { BindingTarget } from './target-results.js';

/**
 * The values that the checks are judged with, the targets that the audit computes with their thresholds, and what the
 * workspace changed. Reported targets are compared by `planReport`; what a workspace wishes of them is checked here too.
 */
export interface Thresholds {
  readonly parameters: ReturnType<typeof parameterValues>['values'];
  readonly targets: readonly BindingTarget[];
  readonly changed: Assessment['changed_parameters'];
}

/** The packs' thresholds with the workspace's wishes; a wish that isn't allowed stops the audit, naming the floor. */
export function bindingThresholds(
  workspace: Workspace,
  rules: RulesInForce,
  packs: readonly RulePack[],
): Thresholds {
  const all = packs.flatMap((pack) => pack.targets ?? []);
  const wishes = workspace.parameters;
  const checks = rules.endpointChecks?.endpointChecks;
  const parameters = parameterValues(
    checks ?? { parameters: [] },
    wishes,
    all.map((target) => target.id),
  );
  const binding = rules.targets.flatMap((pack) => pack.targets ?? []);
  const thresholds = binding.map((target) => ({ target, ...targetThreshold(target, wishes) }));
  const problems: ParameterProblem[] = [
    // Without endpoint checks in force nobody knows their parameters: then a wish for one is no slip.
    ...(checks ? parameters.problems : []),
    ...thresholds.flatMap(({ problem }) => problem ?? []),
  ];
  if (problems.length > 0) {
    throw new AppError({
      message: message('audit.parameters_wrong'),
      diagnostics: problems.map(({ id, message: found, hint }) => ({
        code: found.key,
        severity: 'error',
        message: found,
        ...(hint && { hint }),
        file: workspaceFile,
        ...workspace.locate(`/parameters/${id}`),
        pointer: `/parameters/${id}`,
      })),
    });
  }
  return {
    parameters: parameters.values,
    targets: thresholds.flatMap(({ target, percent }) =>
      target.measuredBy === 'audit'
        ? [{ id: target.id, metric: target.metric, threshold: percent }]
        : [],
    ),
    changed: [
      ...parameters.changed,
      ...thresholds.flatMap(({ changed }) => changed ?? []),
    ] as Assessment['changed_parameters'],
  };
}
