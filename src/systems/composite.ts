import type { IsoDate } from '../domain/dates.js';
import type { InformationSystem } from '../domain/systems.js';
import type { Classification } from '../packs/types.js';
import { findAdvisories } from './advisory-finding.js';
import { classify, judgeGates, levelContext, stops } from './classify.js';
import { joinFindings, stopped } from './join-findings.js';
import { findLevel, type LevelFinding } from './level-finding.js';
import type { SystemClassification } from './system-classification.js';
import { usableFacts } from './usable-facts.js';

/**
 * The level of a system, components included. Each component is classified on the system's own facts overlaid by the
 * component's; the highest decides (our reading of Decree 331/2026 Art. 8.2 with 7.2 and 8.3). What the system's own
 * facts already establish counts too, so that components never lower it: splitting may not change a level (Art. 8.3).
 * Questions that the system's own facts leave open count only as far as a component leaves them open as well. Gates are
 * asked of the whole: a part need not run on its own. Pure; never throws because of facts.
 */
export function classifySystem(
  classification: Classification,
  system: Pick<InformationSystem, 'facts' | 'components'>,
  ctx: { readonly asOf: IsoDate },
): SystemClassification {
  const { facts, components } = system;
  if (components.length === 0) return classify(classification, facts, ctx);

  const context = levelContext(classification, ctx.asOf);
  const own = usableFacts(classification.facts, facts, null);
  const parts = components.map((component) => {
    const { id, name } = component;
    const overlaid = { ...facts, ...component.facts };
    const usable = usableFacts(classification.facts, overlaid, id);
    return {
      id,
      name,
      finding: findLevel(classification, usable.facts, context, id),
      // What is wrong with the system's own facts is said once, for the system.
      problems: usable.problems.filter(({ fact }) => Object.hasOwn(component.facts, fact)),
    };
  });
  const problems = [...own.problems, ...parts.flatMap((part) => part.problems)];
  const gates = judgeGates(classification, own.facts, context);
  if (stops(gates)) {
    return stopped(gates, problems, findAdvisories(classification, own.facts, context, false));
  }

  const whole = findLevel(classification, own.facts, context, null);
  const findings = parts.map((part) => part.finding);
  const joined = joinFindings(classification, {
    gates,
    problems,
    deciding: [...(whole.level === null ? [] : [whole]), ...findings],
    open: findings,
  });
  return {
    ...joined,
    components: parts.map(({ id, name, finding }) => ({
      id,
      name,
      status: statusOf(finding),
      computedLevel: finding.level,
    })),
  };
}

function statusOf(finding: LevelFinding): 'determined' | 'pending' | 'undetermined' {
  if (finding.level !== null) return 'determined';
  return finding.open.length > 0 ? 'pending' : 'undetermined';
}
