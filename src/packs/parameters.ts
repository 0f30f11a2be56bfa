import type { Literal } from '../conditions/condition.js';
import { suggestion } from '../documents/schemas.js';
import { addDuration, isoDate, parseDuration } from '../domain/dates.js';
import type { Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import type { EndpointChecks, Parameter, Target } from './types.js';

/** A parameter that a workspace set to something else than the pack's default. */
export interface ChangedParameter {
  readonly id: string;
  readonly default: Literal;
  readonly value: Literal;
}

/** The values to judge with, what was changed, and what is wrong with the wishes. */
export interface ParameterValues {
  /** A value for every parameter of the pack: the wish where it is allowed, the default otherwise. */
  readonly values: Readonly<Record<string, Literal>>;
  readonly changed: readonly ChangedParameter[];
  readonly problems: readonly ParameterProblem[];
}

/** What is wrong with the wish for one name. */
export interface ParameterProblem {
  readonly id: string;
  readonly message: Message;
  readonly hint?: Message;
}

/**
 * The parameters' values for a workspace. A wish for a name that the pack lacks, of the wrong type, or weaker than the
 * floor is a problem, and the default stays: a threshold is never weaker than its floor. Names in `otherNames` belong to
 * somebody else (targets) and are passed over. Only own properties of `overrides` are read. Never throws.
 */
export function parameterValues(
  { parameters }: Pick<EndpointChecks, 'parameters'>,
  overrides: Readonly<Record<string, unknown>>,
  otherNames: readonly string[] = [],
): ParameterValues {
  const values: Record<string, Literal> = {};
  const changed: ChangedParameter[] = [];
  const problems: ParameterProblem[] = [];
  for (const parameter of parameters) {
    const { id } = parameter;
    values[id] = parameter.default;
    if (!Object.hasOwn(overrides, id)) continue;
    const wish = overrides[id];
    const problem = wishProblem(parameter, wish);
    if (problem) problems.push({ id, message: problem });
    else if (wish !== parameter.default) {
      values[id] = wish as Literal;
      changed.push({ id, default: parameter.default, value: wish as Literal });
    }
  }
  const known = parameters.map((parameter) => parameter.id);
  for (const id of Object.keys(overrides)) {
    if (known.includes(id) || otherNames.includes(id)) continue;
    const hint = suggestion(id, [...known, ...otherNames]);
    problems.push({
      id,
      message: message('condition.unknown_parameter', { parameter: id }),
      ...(hint && { hint }),
    });
  }
  return { values, changed, problems };
}

/** A target's threshold in percent for a workspace, and what is wrong with the wish. */
export interface TargetThreshold {
  readonly percent: number;
  readonly changed: ChangedParameter | null;
  readonly problem: ParameterProblem | null;
}

/**
 * The threshold of a target: the workspace's percentage under the target's id, where it is a number of at most 100 with
 * at most one decimal and not below the floor; otherwise the plan's. Never throws.
 */
export function targetThreshold(
  { id, atLeastPercent, floorPercent }: Target,
  overrides: Readonly<Record<string, unknown>>,
): TargetThreshold {
  const wish: unknown = Object.hasOwn(overrides, id) ? overrides[id] : atLeastPercent;
  const kept = (problem: Message): TargetThreshold => ({
    percent: atLeastPercent,
    changed: null,
    problem: { id, message: problem },
  });
  if (typeof wish !== 'number' || !(wish >= 0 && wish <= 100) || Number(wish.toFixed(1)) !== wish) {
    return kept(message('pack.percent_expected', { id, found: shown(wish) }));
  }
  if (wish < floorPercent) {
    return kept(message('pack.target_below_floor', { id, value: wish, floor: floorPercent }));
  }
  const changed = wish === atLeastPercent ? null : { id, default: atLeastPercent, value: wish };
  return { percent: wish, changed, problem: null };
}

/**
 * What is wrong with a parameter's own declaration, and under which key: default or floor not of its type, a floor
 * without a direction, a default weaker than the floor. Undefined when nothing is. For the linter.
 */
export function defaultProblem(
  parameter: Parameter,
): { readonly key: 'default' | 'floor'; readonly message: Message } | undefined {
  const { id, floor, weaker } = parameter;
  if (floor !== undefined) {
    const problem = typeProblem(parameter, floor);
    if (problem) return { key: 'floor', message: problem };
    if (weaker === undefined)
      return { key: 'floor', message: message('pack.floor_without_direction', { id }) };
  }
  const problem = wishProblem(parameter, parameter.default);
  return problem && { key: 'default', message: problem };
}

function wishProblem(parameter: Parameter, wish: unknown): Message | undefined {
  const problem = typeProblem(parameter, wish);
  if (problem) return problem;
  const { id, floor, weaker } = parameter;
  if (floor === undefined || weaker === undefined) return undefined;
  const difference = size(wish) - size(floor);
  const tooWeak = weaker === 'higher' ? difference > 0 : difference < 0;
  if (!tooWeak) return undefined;
  return weaker === 'higher'
    ? message('pack.above_floor', { id, value: String(wish), floor: String(floor) })
    : message('pack.below_floor', { id, value: String(wish), floor: String(floor) });
}

function typeProblem({ id, type }: Parameter, value: unknown): Message | undefined {
  const fits = {
    int: Number.isSafeInteger(value) && (value as number) >= 0,
    bool: typeof value === 'boolean',
    duration: typeof value === 'string' && parseDuration(value) !== undefined,
  }[type];
  if (fits) return undefined;
  return message('pack.parameter_type', {
    id,
    found: shown(value),
    expected: message(`pack.expect.${type}`),
  });
}

/** A date with long months behind it, so that a month counts its full length when durations are compared. */
const anchor = isoDate('2000-07-01');

/** A number by which values of one type compare: false is less than true; a duration counts its days from the anchor. */
function size(value: unknown): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  const duration = typeof value === 'string' ? parseDuration(value) : undefined;
  return duration ? Date.parse(addDuration(anchor, duration)) / 86_400_000 : Number(value);
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'undefined';
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}
