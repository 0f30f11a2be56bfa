import { AppError, type Diagnostic } from '../domain/diagnostic.js';
import { readIndicatorsFile } from '../intake/read-indicators.js';
import { readWorkspace } from '../intake/read-workspace.js';
import { message } from '../messages/catalogue.js';
import { listPacks, readPacks, rulesInForce } from '../packs/read-packs.js';
import type { RulePack } from '../packs/types.js';
import { type AuditOptions, auditWorkspace } from './audit-workspace.js';
import { planReport } from './plan.js';
import type { PlanReport } from './plan-report.js';

export interface PlanOptions extends Omit<AuditOptions, 'only'> {
  /** Id of the pack whose plan is wanted; the first one with targets when left out. */
  readonly pack?: string;
}

export interface PlanOutcome {
  readonly report: PlanReport;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A workspace's standing toward one plan: audits it, reads the reported figures, joins both. Throws `AppError` (exit 2)
 * when the workspace, its packs or the figures can't be used, or when no pack in force has targets.
 */
export async function planWorkspace(options: PlanOptions): Promise<PlanOutcome> {
  const { bundled, schemas, asOf } = options;
  const known = await listPacks(bundled, 'rules/packs');
  const workspace = await readWorkspace(options.workspace, schemas, known);
  const readings = await readPacks(bundled, 'rules/packs', workspace.packs, schemas);
  const packs = readings.flatMap(({ pack }) => pack ?? []);
  const plans = rulesInForce(packs, asOf).targets;
  const pack = choosePlan(plans, packs, options);
  const { indicators, input, diagnostics } = await readIndicatorsFile(
    options.workspace,
    workspace,
    { schemas, packs, asOf },
  );
  if (!indicators) {
    throw new AppError({ message: message('plan.indicators_unusable'), diagnostics });
  }
  const audited = await auditWorkspace(options);
  const others = plans.map(({ id }) => id).filter((id) => id !== pack.id);
  return {
    report: planReport({
      assessment: audited.assessment,
      pack,
      parameters: workspace.parameters,
      indicators,
      ...(input && { input }),
    }),
    diagnostics: [
      ...audited.diagnostics,
      ...diagnostics,
      ...(others.length > 0 && options.pack === undefined ? [otherPlans(pack, others)] : []),
    ],
  };
}

function choosePlan(
  plans: readonly RulePack[],
  packs: readonly RulePack[],
  { pack: wanted, asOf }: PlanOptions,
): RulePack {
  const chosen = wanted === undefined ? plans[0] : plans.find(({ id }) => id === wanted);
  if (chosen) return chosen;
  const there = packs.find(({ id, targets }) => id === wanted && targets !== undefined);
  throw new AppError({
    message:
      wanted === undefined
        ? message('plan.none', { date: asOf })
        : there
          ? message('plan.not_in_force', { id: wanted, date: asOf })
          : message('plan.not_a_plan', { id: wanted }),
    hints: [
      plans.length === 0
        ? message('plan.none.hint')
        : message('plan.known', { ids: plans.map(({ id }) => id).join(', ') }),
    ],
  });
}

function otherPlans({ id }: RulePack, others: readonly string[]): Diagnostic {
  const found = message('plan.others', { id, others: others.join(', ') });
  return { code: found.key, severity: 'warning', message: found };
}
