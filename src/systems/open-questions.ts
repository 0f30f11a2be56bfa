import { type EvaluationContext, evaluate, openFacts } from '../conditions/evaluate.js';
import { factsNeeded } from '../conditions/facts-needed.js';
import type { IsoDate } from '../domain/dates.js';
import type { Facts } from '../domain/facts.js';
import { type Level, levels } from '../domain/rules.js';
import type { Classification, ClassificationFact, WizardGroup } from '../packs/types.js';
import { judgeGates, levelContext, stops } from './classify.js';
import { highest } from './highest-level.js';
import { findLevel, type LevelFinding } from './level-finding.js';
import { levelProposed } from './level-proposed.js';
import { usableFacts } from './usable-facts.js';

/**
 * What is still undecided and hangs on a question. `criterion`, `harm` (a row of the harm matrix) and `raise` (an
 * adjustment): the answer may bring the level up to `level`. `gate`, `advisory`, `flag`: it decides no level, but what the
 * level is worth and how it is approved.
 */
export type QuestionReason =
  | { readonly kind: 'criterion' | 'harm' | 'raise'; readonly id: string; readonly level: Level }
  | { readonly kind: 'gate' | 'advisory' | 'flag'; readonly id: string };

/** A question that is worth asking, with the group of the wizard that it stands in. */
export interface Question {
  readonly fact: ClassificationFact;
  readonly group: WizardGroup;
  /** At least one. */
  readonly reasons: readonly QuestionReason[];
}

/**
 * The questions whose answer can still change something, in the order of the pack's wizard; the first is the one to ask
 * next, and there will be at most as many as there are now: an answer may remove others, never add one. Empty = done.
 *
 * Asked is what an open gate needs; what an open criterion needs while no criterion is true, afterwards only of criteria
 * above the level found; what the harm matrix and the risk assessment need to raise the level above that (Law 116/2025
 * Art. 8.1, Decree 331/2026 Art. 10.5); then what a contradiction that blocks and a flag of the procedure hang on. Not
 * asked is a fact that is known, `passed` (left unknown by the person), informative only, or whose `ask_when` is false;
 * and nothing at all once a gate stops. Never throws, whatever the facts hold.
 */
export function openQuestions(
  classification: Classification,
  facts: Facts,
  passed: ReadonlySet<string>,
  ctx: { readonly asOf: IsoDate },
): readonly Question[] {
  const context = levelContext(classification, ctx.asOf);
  const known = usableFacts(classification.facts, facts, null).facts;
  const gates = judgeGates(classification, known, context);
  if (stops(gates)) return [];
  const askable = new Map(
    classification.facts
      .filter((fact) => canBeAsked(fact, known, context) && !passed.has(fact.id))
      .map((fact) => [fact.id, fact]),
  );
  const ask = (needs: readonly Need[]) => needs.filter((need) => askable.has(need.fact));

  const finding = findLevel(classification, known, context, null);
  const ofLevel = ask([
    ...criterionNeeds(finding),
    ...raiseNeeds(classification, known, context, finding),
  ]);
  const ofGates = ask(gates.flatMap(({ id, facts }) => needs(facts, { kind: 'gate', id })));
  const level = ofLevel.length === 0 ? finding.level : null;
  const ofFlags = canHaveLevel(finding)
    ? ask(flagNeeds(classification, { ...known, [levelProposed]: level ?? undefined }, context))
    : [];
  const all = [...ofGates, ...ofLevel, ...ofFlags];
  if (finding.blocked !== true)
    all.push(...advisoryNeeds(classification, known, context, all, ask));

  return classification.wizard.flatMap((group) =>
    group.facts.flatMap((id) => {
      const fact = askable.get(id);
      const reasons = all.filter((need) => need.fact === id).map((need) => need.reason);
      return fact && reasons.length > 0 ? [{ fact, group, reasons }] : [];
    }),
  );
}

/** One fact that something undecided hangs on. */
interface Need {
  readonly fact: string;
  readonly reason: QuestionReason;
}

function needs(facts: readonly string[], reason: QuestionReason): readonly Need[] {
  return facts.map((fact) => ({ fact, reason }));
}

function canBeAsked(
  { id, optional, askWhen }: ClassificationFact,
  known: Facts,
  context: EvaluationContext,
): boolean {
  if (optional === true || known[id] !== undefined) return false;
  return !askWhen || evaluate(askWhen, known, context).value !== false;
}

/** Whether there is a level, or may still be one. */
function canHaveLevel({ level, open }: LevelFinding): boolean {
  return level !== null || open.length > 0;
}

function criterionNeeds({ level: found, open }: LevelFinding): readonly Need[] {
  return open
    .filter(({ level }) => found === null || level > found)
    .flatMap(({ id, level, facts }) => needs(facts, { kind: 'criterion', id, level }));
}

/** What may put the level above the one found; without a level yet, above what is already known to raise it. */
function raiseNeeds(
  { adjustments, harmMatrix, facts: declared }: Classification,
  known: Facts,
  context: EvaluationContext,
  finding: LevelFinding,
): readonly Need[] {
  if (!canHaveLevel(finding)) return [];
  const raises = adjustments.filter((each) => each.effect === 'raise_to');
  const sources = raises.flatMap((each) => each.raiseTo ?? []);
  const raised = levels.filter((level) => sources.some((fact) => known[fact] === level));
  const byHarm = sources.includes('level_by_harm') ? (finding.levelByHarm ?? []) : [];
  const floor = finding.level ?? highest([raised, byHarm].flat()) ?? 0;

  const ofHarm = sources.includes('level_by_harm')
    ? harmMatrix.rows
        .filter((row) => row.level > floor)
        .flatMap(({ id, level, condition }) =>
          needs(openFacts(condition, known, context), { kind: 'harm', id, level }),
        )
    : [];
  const ofOthers = raises.flatMap(({ id, raiseTo = [] }) =>
    declared
      .filter((fact) => raiseTo.includes(fact.id) && known[fact.id] === undefined)
      .flatMap(({ id: fact, max = Number.POSITIVE_INFINITY }) => {
        const level = levels.findLast((each) => each <= max);
        return level !== undefined && level > floor
          ? needs([fact], { kind: 'raise', id, level })
          : [];
      }),
  );
  return [...ofHarm, ...ofOthers];
}

/** A flag that is set already needs no further reason. `known` holds the level only when no question can change it. */
function flagNeeds(
  { procedureFlags }: Classification,
  known: Facts,
  context: EvaluationContext,
): readonly Need[] {
  const isSet = (flag: string) =>
    procedureFlags.some(
      (each) => each.flag === flag && evaluate(each.condition, known, context).value === true,
    );
  return procedureFlags
    .filter(({ flag }) => !isSet(flag))
    .flatMap(({ id, condition }) =>
      needs(openFacts(condition, known, context), { kind: 'flag', id }),
    );
}

/**
 * A contradiction needs two statements: it is looked for once one of them is made or is going to be asked for, so that
 * its questions come in the wizard's order. `asked` are the needs so far, `ask` leaves out what can't be asked.
 */
function advisoryNeeds(
  classification: Classification,
  known: Facts,
  context: EvaluationContext,
  asked: readonly Need[],
  ask: (needs: readonly Need[]) => readonly Need[],
): readonly Need[] {
  const stated = new Set([...Object.keys(known), ...asked.map((need) => need.fact)]);
  const found = classification.advisories.flatMap(({ id, severity, condition }) => {
    if (severity !== 'block' || !condition) return [];
    if (!factsNeeded(condition).some((fact) => stated.has(fact))) return [];
    return ask(needs(openFacts(condition, known, context), { kind: 'advisory', id }));
  });
  // A question that an advisory brings in may be the first statement of another.
  return found.every((need) => stated.has(need.fact))
    ? found
    : advisoryNeeds(classification, known, context, [...asked, ...found], ask);
}
