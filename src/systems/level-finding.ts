import { type EvaluationContext, evaluate, openFacts } from '../conditions/evaluate.js';
import type { Facts } from '../domain/facts.js';
import { type Certainty, type Level, levels } from '../domain/rules.js';
import type { Classification } from '../packs/types.js';
import { type AdvisoryFinding, findAdvisories } from './advisory-finding.js';
import { surest } from './certainty-order.js';
import { highest } from './highest-level.js';
import { levelProposed } from './level-proposed.js';
import type { MatchedCriterion, OpenCriterion } from './system-classification.js';

/** The level of one set of facts: of a system, or of one of its components. Gates are not part of it. */
export interface LevelFinding extends AdvisoryFinding {
  readonly component: string | null;
  /** The proposed level, raises included; null when no criterion is true. */
  readonly level: Level | null;
  readonly certainty: Certainty | null;
  readonly levelByCriteria: Level | null;
  readonly levelByHarm: Level | null;
  readonly raisedBy: string | null;
  readonly matched: readonly MatchedCriterion[];
  /** All criteria that are still unknown, whatever their level. */
  readonly open: readonly OpenCriterion[];
  readonly flaggedBy: readonly string[];
}

/**
 * Works a level out of usable facts: every criterion, never stopping at the first hit (Decree 331/2026 Art. 8.2); then
 * the harm matrix (Law 116/2025 Art. 8.1) and the risk assessment, which can only raise (Art. 10.5) and only what
 * criteria have found. No true criterion = no level. `context` declares `level_proposed` too.
 */
export function findLevel(
  classification: Classification,
  facts: Facts,
  context: EvaluationContext,
  component: string | null,
): LevelFinding {
  const matched: MatchedCriterion[] = [];
  const open: OpenCriterion[] = [];
  for (const criterion of classification.criteria) {
    const { id, level, citation, certainty } = criterion;
    const { value, because } = evaluate(criterion.condition, facts, context);
    const known = { id, level, citation, certainty, component };
    if (value === true) matched.push({ ...known, because });
    if (value === undefined) {
      open.push({ ...known, facts: openFacts(criterion.condition, facts, context) });
    }
  }
  const levelByCriteria = highest(matched.map((each) => each.level));
  const levelByHarm = highest(
    classification.harmMatrix.rows
      .filter((row) => evaluate(row.condition, facts, context).value === true)
      .map((row) => row.level),
  );
  const raised = raise(classification, facts, levelByCriteria, levelByHarm);
  const atLevel = matched.filter((each) => each.level === levelByCriteria);
  const withLevel = { ...facts, [levelProposed]: raised.level ?? undefined };
  return {
    component,
    level: raised.level,
    certainty: raised.certainty ?? surest(atLevel.map((each) => each.certainty)),
    levelByCriteria,
    levelByHarm,
    raisedBy: raised.by,
    matched,
    open,
    flaggedBy: classification.procedureFlags
      .filter((flag) => evaluate(flag.condition, withLevel, context).value === true)
      .map((flag) => flag.id),
    ...findAdvisories(classification, facts, context, matched.length === 0 && open.length === 0),
  };
}

interface Raise {
  readonly level: Level | null;
  readonly by: string | null;
  readonly certainty: Certainty | null;
}

/** Applies the pack's raises one after the other. A raise that isn't above the level changes nothing. */
function raise(
  classification: Classification,
  facts: Facts,
  found: Level | null,
  levelByHarm: Level | null,
): Raise {
  let result: Raise = { level: found, by: null, certainty: null };
  for (const { id, effect, raiseTo = [], certainty } of classification.adjustments) {
    if (effect !== 'raise_to') continue;
    const values = raiseTo.map((fact) => (fact === 'level_by_harm' ? levelByHarm : facts[fact]));
    const to = highest(levels.filter((level) => values.includes(level)));
    if (result.level !== null && to !== null && to > result.level) {
      result = { level: to, by: id, certainty };
    }
  }
  return result;
}
