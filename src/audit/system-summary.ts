import type { RequirementsResult } from '../systems/judge-requirements.js';
import type { SystemResult } from '../systems/judge-system.js';
import type { SystemRequirements, SystemSummary } from './assessment.js';
import { contradicted, type SignalCount } from './endpoint-signals.js';
import type { JudgedSystem } from './read-province.js';
import { systemProfile } from './system-profile.js';

/** An agency's systems as the assessment publishes them. */
export function systemSummaries(
  systems: readonly JudgedSystem[],
  signals: ReadonlyMap<string, SignalCount>,
): readonly SystemSummary[] {
  return systems.map(({ system, result }) => ({
    ...summary(result, signals),
    profile: systemProfile(system),
  }));
}

function summary(result: SystemResult, signals: ReadonlyMap<string, SignalCount>): SystemSummary {
  const { system, classification } = result;
  return {
    id: system.id,
    name: system.name,
    lifecycle: system.lifecycle,
    status: result.status,
    computed_level: classification?.computedLevel ?? null,
    level_status: classification?.status ?? 'not_judged',
    certainty: classification?.certainty ?? null,
    final: classification?.final ?? false,
    declared_level: result.declaredLevel,
    approved_level: result.approvedLevel,
    raised_by: classification?.raisedBy ?? null,
    // Several parts of a composite system may meet the same criterion.
    matched: [...new Set(classification?.matched.map((each) => each.id))],
    open:
      classification?.open.map(({ id, level, facts }) => ({ criterion: id, level, facts })) ?? [],
    advisories: classification?.advisories ?? [],
    flags: classification?.flags ?? [],
    rules: result.rules,
    metrics: result.metrics,
    standing: {
      case: result.standing.case,
      approval_by: result.standing.approvalBy,
      level_then: result.standing.levelThen,
    },
    plan_status: result.planStatus,
    requirements: result.requirements ? requirements(result.requirements, signals) : null,
  };
}

/** The answers in numbers, by group; what isn't mandatory is only counted. */
function requirements(
  result: RequirementsResult,
  signals: ReadonlyMap<string, SignalCount>,
): SystemRequirements {
  const { pack, level, use, self, inspection, counts, items } = result;
  const groups = [...new Set(items.map(({ group }) => group))];
  return {
    pack,
    level,
    use,
    self_assessment: self,
    inspection,
    counts: { ...counts, contradicted: contradicted(items, signals).length },
    groups: groups.map((group) => {
      const own = items.filter((each) => each.group === group && !each.requirement.optional);
      const count = (...states: readonly string[]) =>
        own.filter(({ state }) => states.includes(state)).length;
      const failing = count('partly_met', 'not_met');
      const met = count('met');
      const out = count('not_applicable');
      return {
        group,
        mandatory: own.length,
        met,
        failing,
        not_applicable: out,
        unknown: own.length - met - failing - out,
      };
    }),
  };
}
