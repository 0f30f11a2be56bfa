import type { Checklist, RequirementAnswer } from '../domain/checklists.js';
import { addDuration, type Duration, type IsoDate, parseDuration } from '../domain/dates.js';
import type { Level } from '../domain/rules.js';
import type { PlanStatus } from '../domain/systems.js';
import type { Requirement, RequirementCatalogue } from '../packs/types.js';

/**
 * How a requirement stands. Only `met` passes; `partly_met`, `not_met` fail; `not_applicable` takes it out of the count.
 * The rest can't be told: `not_reviewed` no answer; `expired` answered longer ago than the requirement's interval; `stale`
 * answered on another wording; `no_evidence` said to be met with nothing to show; `no_reason` said not to apply without
 * saying why.
 */
export type RequirementState =
  | 'met'
  | 'partly_met'
  | 'not_met'
  | 'not_applicable'
  | 'not_reviewed'
  | 'expired'
  | 'stale'
  | 'no_evidence'
  | 'no_reason';

/** One requirement of a system with everything that is said of it. */
export interface RequirementItem {
  readonly requirement: Requirement;
  /** Slug of its group. */
  readonly group: string;
  readonly state: RequirementState;
  readonly self: RequirementAnswer | null;
  readonly inspection: RequirementAnswer | null;
  /** The agency and the inspectors, both with an answer that holds, say different things. */
  readonly differs: boolean;
  /** Last day on which the deciding answer holds; null = it doesn't expire, or doesn't hold anyway. */
  readonly expires: IsoDate | null;
}

/** How many mandatory requirements are in each state; `optional` ones are only told. */
export interface RequirementCounts extends Readonly<Record<RequirementState, number>> {
  readonly mandatory: number;
  readonly differing: number;
  readonly optional: number;
}

/** A system against its level's catalogue. */
export interface RequirementsResult {
  readonly pack: string;
  readonly level: Level;
  readonly use: RequirementCatalogue['use'];
  /** Paths of the checklists that were used. */
  readonly self: string | null;
  readonly inspection: string | null;
  /** Checklists about this system that don't count: written for another level or pack. */
  readonly unused: readonly Checklist[];
  /** Paths of checklists with an error, which may say something else of this system. */
  readonly broken: readonly string[];
  readonly items: readonly RequirementItem[];
  readonly counts: RequirementCounts;
  /** From the answers alone; null = they can't tell, or nobody answered. */
  readonly planStatus: PlanStatus | null;
}

/**
 * Judges a system's answers against one catalogue: exactly that level's, since levels don't inherit. Of two answers that
 * hold, the worse counts: an inspector's "not met" stands until inspectors have looked again, and nobody's "met" covers
 * what the other denies. `broken` checklists can't be read, or not wholly: what they would have said keeps a plan from
 * being called complete. Pure; never throws.
 */
export function judgeRequirements(
  pack: string,
  catalogue: RequirementCatalogue,
  checklists: readonly Checklist[],
  asOf: IsoDate,
  broken: readonly string[] = [],
): RequirementsResult {
  const usable = checklists.filter((each) => each.pack === pack && each.level === catalogue.level);
  const answersOf = (kind: Checklist['kind']) => {
    const file = usable.find((each) => each.kind === kind);
    return { file, answers: new Map(file?.answers.map((each) => [each.requirement, each])) };
  };
  const self = answersOf('self_assessment');
  const inspection = answersOf('inspection');
  const items = catalogue.groups.flatMap((group) =>
    group.requirements.map((requirement) =>
      judgeItem(requirement, group.slug, {
        self: self.answers.get(requirement.id) ?? null,
        inspection: inspection.answers.get(requirement.id) ?? null,
        asOf,
      }),
    ),
  );
  const counts = countStates(items);
  return {
    pack,
    level: catalogue.level,
    use: catalogue.use,
    self: self.file?.path ?? null,
    inspection: inspection.file?.path ?? null,
    unused: checklists.filter((each) => !usable.includes(each)),
    broken,
    items,
    counts,
    planStatus: catalogue.use === 'audit' ? believable(planStatus(counts), broken) : null,
  };
}

function believable(status: PlanStatus | null, broken: readonly string[]): PlanStatus | null {
  return status === 'fully' && broken.length > 0 ? null : status;
}

function judgeItem(
  requirement: Requirement,
  group: string,
  said: Pick<RequirementItem, 'self' | 'inspection'> & { readonly asOf: IsoDate },
): RequirementItem {
  const { asOf, ...given } = said;
  const self = answerState(requirement, given.self, asOf);
  const inspection = answerState(requirement, given.inspection, asOf);
  // The text has changed since inspectors found it wanting: the agency's own word alone doesn't settle that.
  const unsettled =
    inspection === 'stale' && isAdverse(given.inspection?.answer) && !isAdverse(given.self?.answer);
  const state = unsettled ? 'stale' : worse(self, inspection);
  const holding = [
    ...(self === state ? [given.self] : []),
    ...(inspection === state ? [given.inspection] : []),
  ].flatMap((answer) => (answer ? [answer.date] : []));
  const interval = intervalOf(requirement);
  const latest = holding.sort().at(-1);
  return {
    requirement,
    group,
    state,
    ...given,
    differs: holds(self) && holds(inspection) && self !== inspection,
    expires:
      interval && latest !== undefined && holds(state) ? addDuration(latest, interval) : null,
  };
}

/**
 * How often a requirement asks for its work to be done again; of two rhythms (`interval_critical`: for key assets) the
 * shorter. Undefined when it names none.
 */
export function intervalOf({ parameters }: Pick<Requirement, 'parameters'>) {
  const given = [parameters['interval'], parameters['interval_critical']].flatMap((each) =>
    each === undefined ? [] : (parseDuration(String(each)) ?? []),
  );
  const length = ({ months, days }: Duration) => months * 31 + days;
  return given.sort((a, b) => length(a) - length(b))[0];
}

/** What one answer is worth on a date. An answer of a later day isn't there yet. */
export function answerState(
  requirement: Requirement,
  answer: RequirementAnswer | null,
  asOf: IsoDate,
): RequirementState {
  if (!answer || answer.date > asOf) return 'not_reviewed';
  if (answer.digest !== requirement.digest) return 'stale';
  const interval = intervalOf(requirement);
  // What was found wanting stays so until somebody looks again.
  const lasts = isAdverse(answer.answer);
  if (!lasts && interval && addDuration(answer.date, interval) < asOf) return 'expired';
  if (answer.answer === 'not_applicable' && !answer.reason) return 'no_reason';
  if (answer.answer === 'met' && answer.evidence.length === 0) return 'no_evidence';
  return answer.answer;
}

function isAdverse(answer: RequirementAnswer['answer'] | undefined): boolean {
  return answer === 'not_met' || answer === 'partly_met';
}

/** Answers that hold, from the worst to the best; a reason not to apply gives way to nothing worse, and beats `met`. */
const holding: readonly RequirementState[] = ['not_met', 'partly_met', 'not_applicable', 'met'];

function holds(state: RequirementState): boolean {
  return holding.includes(state);
}

/** The worse of two answers that hold; the one that holds, when the other doesn't; otherwise what can be said of them. */
function worse(self: RequirementState, inspection: RequirementState): RequirementState {
  const held = holding.find((state) => state === self || state === inspection);
  if (held) return held;
  return inspection === 'not_reviewed' ? self : inspection;
}

function countStates(items: readonly RequirementItem[]): RequirementCounts {
  const mandatory = items.filter((each) => !each.requirement.optional);
  const count = (state: RequirementState) =>
    mandatory.filter((each) => each.state === state).length;
  return {
    mandatory: mandatory.length,
    met: count('met'),
    partly_met: count('partly_met'),
    not_met: count('not_met'),
    not_applicable: count('not_applicable'),
    not_reviewed: count('not_reviewed'),
    expired: count('expired'),
    stale: count('stale'),
    no_evidence: count('no_evidence'),
    no_reason: count('no_reason'),
    differing: mandatory.filter((each) => each.differs).length,
    optional: items.length - mandatory.length,
  };
}

/** How many mandatory requirements can't be told to be met, partly met, not met or out of place. */
export function untold(counts: RequirementCounts): number {
  const { not_reviewed, expired, stale, no_evidence, no_reason } = counts;
  return not_reviewed + expired + stale + no_evidence + no_reason;
}

/**
 * The words of Form 08, column 10: `fully` when every applicable mandatory requirement is met; `partly` when one is met or
 * partly met; `not_started` when every one is known not to be. Null: none applies, or those not answered decide.
 */
export function planStatus(counts: RequirementCounts): PlanStatus | null {
  const applicable = counts.mandatory - counts.not_applicable;
  if (applicable === 0) return null;
  if (counts.met === applicable) return 'fully';
  if (counts.met + counts.partly_met > 0) return 'partly';
  return untold(counts) === 0 ? 'not_started' : null;
}
