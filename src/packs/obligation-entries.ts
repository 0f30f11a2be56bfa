import { declarationsById } from '../conditions/declarations.js';
import { valueText } from '../conditions/value-text.js';
import { formatDate } from '../domain/dates.js';
import type { FactDeclaration } from '../domain/facts.js';
import type { Certainty } from '../domain/rules.js';
import type { LocalizedText, Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import type { Due, MonthDay, Obligation, Rhythm } from './obligations.js';
import type { PackEntry } from './pack-entries.js';
import type { RulePack } from './types.js';

/** The obligations of a pack as entries, each with its date in words. */
export function obligationEntries({ obligations: part }: RulePack): readonly PackEntry[] {
  if (!part) return [];
  const question = questionsOf(part.facts);
  return part.obligations.map((obligation) => ({
    id: obligation.id,
    kind: 'obligation',
    title: message('finding.pack_text', { text: obligation.title }),
    citations: obligation.citations,
    severity: obligation.severity,
    certainty: obligation.certainty,
    scope: 'obligation',
    conditions: [
      ...(obligation.appliesWhen
        ? [{ role: 'applies_when' as const, condition: obligation.appliesWhen }]
        : []),
      ...(obligation.doneWhen
        ? [{ role: 'done_when' as const, condition: obligation.doneWhen }]
        : []),
    ],
    texts: [
      ...whoTexts(obligation),
      message('explain.obligation.due', {
        certainty: certaintyText(obligation.certainty),
        due: dueText(obligation.due, question),
      }),
      ...('every' in obligation.due && obligation.due.firstAfter !== undefined
        ? [message('explain.due.first_after', { question: question(obligation.due.firstAfter) })]
        : []),
      ...(obligation.bindsFrom ?? []).map(({ on }) =>
        message('explain.obligation.binds_from', { date: formatDate(on) }),
      ),
      ...(obligation.effective ? [effectiveText(obligation.effective)] : []),
      ...(obligation.note ? [message('finding.pack_text', { text: obligation.note })] : []),
    ],
    remediation: obligation.remediation,
  }));
}

function whoTexts({ who, subject, forEach }: Obligation): readonly Message[] {
  return [
    message('explain.obligation.who', {
      who: message(`obligation.who.${who}`),
      subject: message(`obligation.subject.${subject}`),
    }),
    ...(forEach ? [message(`explain.obligation.each.${forEach}`)] : []),
  ];
}

function effectiveText({ from, to }: NonNullable<Obligation['effective']>): Message {
  return to === null
    ? message('explain.obligation.effective_from', { from: formatDate(from) })
    : message('explain.obligation.effective', { from: formatDate(from), to: formatDate(to) });
}

function certaintyText(certainty: Certainty): Message {
  return certainty === 'text'
    ? message('pack.certainty.text')
    : message(`report.certainty.${certainty}`);
}

type Question = (fact: string) => LocalizedText | string;

function questionsOf(facts: readonly FactDeclaration[]): Question {
  const declared = declarationsById(facts);
  return (fact) => declared.get(fact)?.question ?? fact;
}

function dueText(due: Due, question: Question): Message {
  if ('on' in due) {
    const on = formatDate(due.on);
    return due.latest === undefined
      ? message('explain.due.on', { on })
      : message('explain.due.on_both', { on, latest: formatDate(due.latest) });
  }
  if ('everyYear' in due) {
    const day = dayText(due.everyYear);
    return due.period
      ? message('explain.due.every_year_period', {
          day,
          from: dayText(due.period.from),
          to: dayText(due.period.to),
        })
      : message('explain.due.every_year', { day });
  }
  if ('within' in due) {
    return message('explain.due.within', {
      duration: durationText(due.within),
      question: question(due.after),
    });
  }
  if ('workingDays' in due) {
    const { workingDays: count, after } = due;
    return message('explain.due.working_days', { count, question: question(after) });
  }
  if ('withinHours' in due) {
    const { withinHours: count, after } = due;
    return count === 0
      ? message('explain.due.at_once', { question: question(after) })
      : message('explain.due.within_hours', { count, question: question(after) });
  }
  if ('before' in due) return message('explain.due.before', { question: question(due.before) });
  if ('unset' in due) return message('obligation.missing.no_time', { text: due.unset });
  return rhythmText(due.every, question);
}

function rhythmText(every: Rhythm, question: Question): Message {
  if (typeof every === 'string') {
    return message('explain.due.every', { duration: durationText(every) });
  }
  if ('fact' in every) return message('explain.due.every_fact', { question: question(every.fact) });
  if ('requirement' in every) {
    return message('explain.due.every_requirement', { slug: every.requirement });
  }
  const levels = Object.entries(every.levels)
    .map(([level, each]) =>
      message('explain.due.every_level', { level, duration: durationText(each) }),
    )
    .reduce((left, right) => message('system.list', { left, right }));
  return message('explain.due.every_levels', { levels });
}

function durationText(duration: string): LocalizedText {
  const question = { vi: '', en: '' };
  return valueText({ id: 'duration', type: 'duration', question }, duration);
}

function dayText({ month, day }: MonthDay): string {
  return `${day}/${month}`;
}
