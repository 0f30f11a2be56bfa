import { type Declarations, declarationsById } from '../../conditions/declarations.js';
import { addDuration, type IsoDate, parseDuration } from '../../domain/dates.js';
import type { FactType } from '../../domain/facts.js';
import type { Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import type { Due, MonthDay, Obligation, Obligations } from '../obligations.js';
import type { RulePack } from '../types.js';
import { factProblems } from './lint-facts.js';
import { conditionProblems, type PackProblem, referenceProblem } from './problem.js';

const file = 'obligations.yaml';

/**
 * Everything wrong inside `obligations.yaml` but ids that are declared twice: conditions against the declared facts, facts
 * of a date that are none, days that no year has, a later reading that is earlier, a rhythm of nothing. Requirements are
 * looked up when the catalogues were read.
 */
export function obligationsProblems(
  { facts, obligations }: Obligations,
  pack: Pick<RulePack, 'requirements'>,
): readonly PackProblem[] {
  const declared = declarationsById(facts);
  return [
    ...factProblems(file, facts, []),
    ...obligations.flatMap((each, i) =>
      obligationProblems(each, `/obligations/${i}`, declared, pack),
    ),
  ];
}

function obligationProblems(
  { appliesWhen, doneWhen, doneOn, bindsFrom = [], effective, due }: Obligation,
  at: string,
  declared: Declarations,
  pack: Pick<RulePack, 'requirements'>,
): readonly PackProblem[] {
  const condition = (pointer: string, asked: Obligation['appliesWhen']) =>
    conditionProblems({ file, pointer: at + pointer, condition: asked }, declared);
  const instant = 'withinHours' in due;
  return [
    ...condition('/applies_when', appliesWhen),
    ...condition('/done_when', doneWhen),
    ...bindsFrom.flatMap(({ when }, i) => condition(`/binds_from/${i}/when`, when)),
    ...(doneOn === undefined
      ? []
      : factProblem(`${at}/done_on`, doneOn, instant ? 'text' : 'date', declared)),
    ...(effective && effective.to !== null && effective.from > effective.to
      ? [
          {
            file,
            pointer: `${at}/effective/to`,
            message: message('pack.ends_before_start', { from: effective.from, to: effective.to }),
          },
        ]
      : []),
    ...dueProblems(due, `${at}/due`, declared, pack),
  ];
}

function dueProblems(
  due: Due,
  at: string,
  declared: Declarations,
  pack: Pick<RulePack, 'requirements'>,
): readonly PackProblem[] {
  const fact = (key: string, id: string | undefined, type: FactType = 'date') =>
    id === undefined ? [] : factProblem(`${at}/${key}`, id, type, declared);
  const wrong = (key: string, text: Message): PackProblem[] => [
    { file, pointer: `${at}/${key}`, message: text },
  ];
  if ('on' in due) {
    const { on, latest } = due;
    return latest === undefined || latest >= on
      ? []
      : wrong('latest', message('pack.latest_before', { on, latest }));
  }
  if ('everyYear' in due) {
    const { everyYear, latest, period } = due;
    const days: (readonly [string, MonthDay])[] = [
      ['every_year', everyYear],
      ...(latest ? [['latest', latest] as const] : []),
      ...(period ? [['period/from', period.from] as const, ['period/to', period.to] as const] : []),
    ];
    const order = ({ month, day }: MonthDay) => 100 * month + day;
    return [
      ...days.flatMap(([key, each]) =>
        existsInLeapYear(each)
          ? []
          : wrong(`${key}/day`, message('pack.no_such_day', { month: each.month, day: each.day })),
      ),
      ...(latest && order(latest) < order(everyYear)
        ? wrong(
            'latest',
            message('pack.latest_before', { on: dayText(everyYear), latest: dayText(latest) }),
          )
        : []),
    ];
  }
  if ('within' in due) return fact('after', due.after);
  if ('workingDays' in due) return fact('after', due.after);
  if ('withinHours' in due) return fact('after', due.after, 'text');
  if ('before' in due) return fact('before', due.before);
  if ('unset' in due) return fact('since', due.since);
  return [...fact('first_after', due.firstAfter), ...rhythmProblems()];

  function rhythmProblems(): readonly PackProblem[] {
    const { every } = due as Extract<Due, { readonly every: unknown }>;
    if (typeof every === 'string') return durationProblem('every', every);
    if ('fact' in every) return fact('every/fact', every.fact, 'duration');
    if ('levels' in every) {
      return Object.entries(every.levels).flatMap(([level, each]) =>
        durationProblem(`every/levels/${level}`, each),
      );
    }
    const { requirement } = every;
    if (!pack.requirements) return [];
    const all = pack.requirements.levels.flatMap((level) =>
      level.groups.flatMap((group) => group.requirements),
    );
    return referenceProblem(
      file,
      `${at}/every/requirement`,
      requirement,
      [...new Set(all.filter((each) => each.parameters['interval']).map((each) => each.slug))],
      message('pack.unknown_rhythm', { slug: requirement }),
    );
  }

  /** A rhythm of no length would be due for ever. */
  function durationProblem(key: string, text: string): PackProblem[] {
    const duration = parseDuration(text);
    return duration && duration.months + duration.days > 0
      ? []
      : wrong(key, message('pack.duration_too_short', { value: text }));
  }
}

function factProblem(
  pointer: string,
  fact: string,
  type: FactType,
  declared: Declarations,
): readonly PackProblem[] {
  const found = declared.get(fact)?.type;
  if (found === undefined) {
    return referenceProblem(
      file,
      pointer,
      fact,
      [...declared.values()].filter((each) => each.type === type).map((each) => each.id),
      message('condition.unknown_fact', { fact }),
    );
  }
  if (found === type) return [];
  const word = (each: FactType) => message(`condition.type.${each}`);
  return [
    {
      file,
      pointer,
      message: message('pack.fact_of_type', { fact, found: word(found), type: word(type) }),
    },
  ];
}

function existsInLeapYear({ month, day }: MonthDay): boolean {
  const first = `2028-${String(month).padStart(2, '0')}-01` as IsoDate;
  const last = addDuration(addDuration(first, { months: 1, days: 0 }), { months: 0, days: 1 }, -1);
  return day <= Number(last.slice(-2));
}

function dayText({ month, day }: MonthDay): string {
  return `${day}/${month}`;
}
