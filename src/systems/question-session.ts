import type { IsoDate } from '../domain/dates.js';
import type { Facts, FactValue } from '../domain/facts.js';
import type { Classification } from '../packs/types.js';
import { openQuestions, type Question } from './open-questions.js';

/**
 * One person answering the questions about one system. A value: every step gives a new session, so going back is taking
 * the last step away.
 */
export interface QuestionSession {
  readonly classification: Classification;
  readonly asOf: IsoDate;
  /** Ids of the facts that were asked, in this order; those not among `answers` were left unknown. */
  readonly asked: readonly string[];
  readonly answers: Facts;
  /** What to propose when a fact is asked: what was known before, or answered before going back. */
  readonly proposed: Facts;
}

/** A value that a person gives; null for "there is none" of a nullable fact. */
export type Answer = Exclude<FactValue, undefined>;

/** Starts without any answer; `proposed` are facts to be confirmed or changed. */
export function startSession(
  classification: Classification,
  asOf: IsoDate,
  proposed: Facts = {},
): QuestionSession {
  return { classification, asOf, asked: [], answers: {}, proposed };
}

/** What remains to be asked; the first is the current question. Empty = done. */
export function remainingQuestions(session: QuestionSession): readonly Question[] {
  const { classification, asOf, asked, answers } = session;
  const passed = new Set(asked.filter((fact) => answers[fact] === undefined));
  return openQuestions(classification, answers, passed, { asOf });
}

/** Answers the current question; undefined = the person doesn't know. Unchanged when nothing is left to be asked. */
export function reply(session: QuestionSession, answer: Answer | undefined): QuestionSession {
  const [current] = remainingQuestions(session);
  if (!current) return session;
  const { id } = current.fact;
  return {
    ...session,
    asked: [...session.asked, id],
    answers: put(session.answers, id, answer),
    proposed: put(session.proposed, id, answer),
  };
}

/** Takes the last answer back, so that its question is the current one again. Unchanged at the first question. */
export function goBack(session: QuestionSession): QuestionSession {
  const last = session.asked.at(-1);
  if (last === undefined) return session;
  return {
    ...session,
    asked: session.asked.slice(0, -1),
    answers: put(session.answers, last, undefined),
  };
}

function put(facts: Facts, id: string, value: FactValue): Facts {
  const others = Object.fromEntries(Object.entries(facts).filter(([fact]) => fact !== id));
  return value === undefined ? others : { ...others, [id]: value };
}
