import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsNeeded } from '../../src/conditions/facts-needed.js';
import type { Facts, FactValue } from '../../src/domain/facts.js';
import type { ClassificationFact } from '../../src/packs/types.js';
import { classify } from '../../src/systems/classify.js';
import {
  type Answer,
  goBack,
  type QuestionSession,
  remainingQuestions,
  reply,
  startSession,
} from '../../src/systems/question-session.js';
import { asOf, classification, staffFacts } from '../unit/systems/support.js';

/** Any value that a person could give to a fact's question. */
function answerTo({ type, values, nullable, min = 0, max }: ClassificationFact) {
  const words = (values ?? []).map((option) => option.value);
  // Around the thresholds, which are what matters for numbers of people.
  const people = fc.constantFrom(0, 1, 500, 9_999, 10_000, 99_999, 100_000, 350_000);
  const number = max === undefined ? people : fc.integer({ min, max });
  const set: fc.Arbitrary<FactValue> =
    words.length > 0 ? fc.subarray(words) : fc.subarray([1, 46, 198]);
  const scalar: fc.Arbitrary<FactValue> =
    words.length > 0 ? fc.constantFrom(...words) : fc.boolean();
  const value = type === 'set' ? set : type === 'int' ? number : scalar;
  return nullable ? fc.oneof(fc.constant(null), value) : value;
}

const gateFacts = classification.gates.flatMap((gate) => factsNeeded(gate.condition));
const passingGates = Object.fromEntries(gateFacts.map((id) => [id, staffFacts[id]]));

/** Every fact has a value. Gates mostly pass, or there would be nothing to see. */
const everything: fc.Arbitrary<Facts> = fc
  .record(Object.fromEntries(classification.facts.map((fact) => [fact.id, answerTo(fact)])))
  .chain((facts) =>
    fc.oneof(
      { weight: 9, arbitrary: fc.constant({ ...facts, ...passingGates }) },
      { weight: 1, arbitrary: fc.constant(facts) },
    ),
  );

/** What most systems are: few true statements, so that levels stay low and questions matter. */
const modest: fc.Arbitrary<Facts> = everything.chain((facts) =>
  fc.subarray(Object.keys(facts), { maxLength: 6 }).map((kept) => ({
    ...staffFacts,
    ...Object.fromEntries(kept.map((id) => [id, facts[id]])),
    ...passingGates,
  })),
);

const oracles = fc.oneof(everything, modest);
const unknowns = fc.subarray(
  classification.facts.map((fact) => fact.id),
  { maxLength: 8 },
);

/** Answers from the oracle until nothing is asked any more; `unknown` are the facts that the person doesn't know. */
function run(oracle: Facts, unknown: readonly string[] = []): readonly QuestionSession[] {
  const sessions = [startSession(classification, asOf)];
  for (let steps = 0; steps <= classification.facts.length; steps++) {
    const session = sessions.at(-1) as QuestionSession;
    const [question] = remainingQuestions(session);
    if (!question) return sessions;
    const { id } = question.fact;
    sessions.push(reply(session, unknown.includes(id) ? undefined : (oracle[id] as Answer)));
  }
  throw new Error('more questions than facts');
}

const last = (sessions: readonly QuestionSession[]) => sessions.at(-1) as QuestionSession;
const level = (facts: Facts) => classify(classification, facts, { asOf });

describe('answering only what is asked', () => {
  test('gives what answering everything gives, and nothing is left open', () => {
    fc.assert(
      fc.property(oracles, (oracle) => {
        const asked = level(last(run(oracle)).answers);
        const whole = level(oracle);
        expect(asked.computedLevel).toBe(whole.computedLevel);
        expect(asked.status).toBe(whole.status);
        expect(asked.final).toBe(whole.final);
        expect(asked.open).toEqual([]);
        if (whole.status === 'determined') {
          expect(asked.flags).toEqual(whole.flags);
          expect(asked.blocked).not.toBeNull();
        }
      }),
      { numRuns: 400 },
    );
  });

  test('never asks twice, never for what is informative only, and never for more than it announced', () => {
    fc.assert(
      fc.property(oracles, unknowns, (oracle, unknown) => {
        const sessions = run(oracle, unknown);
        const { asked } = last(sessions);
        expect(new Set(asked).size).toBe(asked.length);
        const informative = classification.facts
          .filter((fact) => fact.optional)
          .map(({ id }) => id);
        expect(asked.filter((id) => informative.includes(id))).toEqual([]);
        for (const [i, session] of sessions.entries()) {
          const announced = remainingQuestions(session).map(({ fact }) => fact.id);
          const coming = asked.slice(i);
          expect(announced).toEqual(expect.arrayContaining(coming));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('asks in the order of the wizard', () => {
    const order = classification.wizard.flatMap((group) => group.facts);
    fc.assert(
      fc.property(oracles, unknowns, (oracle, unknown) => {
        const places = last(run(oracle, unknown)).asked.map((id) => order.indexOf(id));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
      { numRuns: 100 },
    );
  });

  test('what is left unknown never gives a level above the true one', () => {
    fc.assert(
      fc.property(oracles, unknowns, (oracle, unknown) => {
        const some = level(last(run(oracle, unknown)).answers);
        const whole = level(oracle);
        fc.pre(whole.status === 'determined');
        expect(some.computedLevel ?? 0).toBeLessThanOrEqual(whole.computedLevel ?? 0);
        const raises = ['risk_assessed_level', 'harm_rights', 'harm_public_interest'];
        const raised = [...raises, 'harm_social_order', 'national_security_harm'];
        if (some.final && !raised.some((id) => unknown.includes(id))) {
          expect(some.computedLevel).toBe(whole.computedLevel);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('going back and answering again changes nothing', () => {
    fc.assert(
      fc.property(oracles, unknowns, fc.nat(40), (oracle, unknown, steps) => {
        const sessions = run(oracle, unknown);
        const end = last(sessions);
        let session = end;
        for (let step = 0; step < steps; step++) session = goBack(session);
        const place = Math.max(0, sessions.length - 1 - steps);
        expect(session.asked).toEqual(sessions[place]?.asked);
        expect(session.answers).toEqual(sessions[place]?.answers);
        for (;;) {
          const [question] = remainingQuestions(session);
          if (!question) break;
          const { id } = question.fact;
          expect(session.proposed[id]).toEqual(end.answers[id]);
          session = reply(session, unknown.includes(id) ? undefined : (oracle[id] as Answer));
        }
        expect(session.answers).toEqual(end.answers);
      }),
      { numRuns: 100 },
    );
  });

  test('any JSON as facts that were known before: never throws', () => {
    const json = fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom(...gateFacts)),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(json, (facts) => {
        const session = { ...startSession(classification, asOf), answers: facts as Facts };
        remainingQuestions(session);
      }),
    );
  });
});
