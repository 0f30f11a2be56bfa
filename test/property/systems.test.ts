import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsNeeded } from '../../src/conditions/facts-needed.js';
import { isoDate } from '../../src/domain/dates.js';
import type { Facts, FactValue } from '../../src/domain/facts.js';
import type { InformationSystem } from '../../src/domain/systems.js';
import type { ClassificationFact } from '../../src/packs/types.js';
import { classify } from '../../src/systems/classify.js';
import { classifySystem } from '../../src/systems/composite.js';
import { highestPossibleLevel } from '../../src/systems/highest-level.js';
import { judgeSystem, type SystemResult } from '../../src/systems/judge-system.js';
import {
  answered,
  approval,
  asOf,
  classification,
  judge,
  staffFacts,
  systemWith,
} from '../unit/systems/support.js';

/** A value that fits the declaration of a fact. */
function answerTo(fact: ClassificationFact): fc.Arbitrary<FactValue> {
  const words = (fact.values ?? []).map((option) => option.value);
  const min = fact.min ?? 0;
  // Around the thresholds, which are what matters for numbers of people.
  const people = fc.constantFrom(0, 500, 9_999, 10_000, 99_999, 100_000, 350_000);
  const number = fact.max === undefined ? people : fc.integer({ min, max: fact.max });
  const set = words.length > 0 ? fc.subarray(words) : fc.subarray([1, 46, 150, 198]);
  const scalar = words.length > 0 ? fc.constantFrom(...words) : fc.boolean();
  const int = fact.id === 'owner_count' ? fc.constantFrom(1, 1, 1, 2) : number;
  const value: fc.Arbitrary<FactValue> =
    fact.type === 'set' ? set : fact.type === 'int' ? int : scalar;
  return fact.nullable ? fc.oneof(fc.constant(null), value) : value;
}

const gateFacts = classification.gates.flatMap((gate) => factsNeeded(gate.condition));

/** Full sets of answers: every fact has a value. Gates mostly pass, or there would be nothing to see. */
const fullAnswers: fc.Arbitrary<Facts> = fc
  .record(Object.fromEntries(classification.facts.map((fact) => [fact.id, answerTo(fact)])))
  .chain((facts) => {
    const passing = Object.fromEntries(gateFacts.map((id) => [id, staffFacts[id]]));
    return fc.oneof(
      { weight: 9, arbitrary: fc.constant({ ...facts, ...passing }) },
      { weight: 1, arbitrary: fc.constant(facts) },
    );
  });

/** Facts of the criteria and gates: the ones whose absence the result must answer for. */
const voluntary = new Set([
  'risk_assessed_level',
  'harm_rights',
  'harm_public_interest',
  'harm_social_order',
]);
const factIds = classification.facts.map((fact) => fact.id);
const someFactIds = fc.subarray(factIds);
const without = (facts: Facts, gone: readonly string[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([id]) => !gone.includes(id)));

/** Raises rank above criteria; national security harm belongs to both and is therefore fixed where raises would disturb. */
const noRaise: Facts = {
  ...Object.fromEntries([...voluntary].map((id) => [id, id.startsWith('harm') ? 'none' : null])),
};

describe('classify', () => {
  test('never throws, whatever JSON stands for the facts', () => {
    const json = fc.dictionary(
      fc.oneof(
        fc.constantFrom(...factIds, '__proto__', 'constructor', 'level_proposed'),
        fc.string(),
      ),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(json, json, (facts, part) => {
        const system = systemWith({
          facts: facts as Facts,
          components: [{ id: 'a', name: 'a', facts: part as Facts }],
        });
        const whole = judge(system);
        expect(whole.rules.map((rule) => rule.outcome)).not.toContain('error');
        expect(whole.findings.map((finding) => finding.rule)).not.toContain('level-error');
      }),
    );
  });

  test('does not depend on the order of facts or of a set’s members', () => {
    fc.assert(
      fc.property(fullAnswers, someFactIds, (facts, gone) => {
        const known = without(facts, gone);
        const turned = Object.fromEntries(Object.entries(known).reverse());
        const result = (each: Facts) => classify(classification, each, { asOf });
        expect(result(turned)).toEqual(result(known));
        const mirrored = Object.fromEntries(
          Object.entries(known).map(([id, value]) => [
            id,
            Array.isArray(value) ? value.toReversed() : value,
          ]),
        ) as Facts;
        expect(result(mirrored).computedLevel).toBe(result(known).computedLevel);
      }),
    );
  });

  test('answering a missing fact never lowers a determined level', () => {
    fc.assert(
      fc.property(fullAnswers, someFactIds, (facts, gone) => {
        const before = classify(classification, without(facts, gone), { asOf });
        const after = classify(classification, facts, { asOf });
        fc.pre(after.status === 'determined' || after.status === 'undetermined');
        expect(after.computedLevel ?? 0).toBeGreaterThanOrEqual(before.computedLevel ?? 0);
      }),
    );
  });

  test('the answers stay within what was said before: at least the computed level, at most "could rise to"', () => {
    fc.assert(
      fc.property(fullAnswers, someFactIds, (answers, gone) => {
        const facts = { ...answers, ...noRaise, national_security_harm: 'none' };
        const before = classify(classification, without(facts, gone), { asOf });
        const after = classify(classification, facts, { asOf });
        fc.pre(before.status === 'determined' && after.status === 'determined');
        expect(after.computedLevel).toBeLessThanOrEqual(highestPossibleLevel(before) ?? 0);
        if (before.final) expect(after.computedLevel).toBe(before.computedLevel);
      }),
      { numRuns: 300 },
    );
  });

  test('with every fact answered nothing is open', () => {
    fc.assert(
      fc.property(fullAnswers, (facts) => {
        const result = classify(classification, facts, { asOf });
        expect(result.open).toEqual([]);
        expect(result.status).not.toBe('pending');
        expect(result.final).toBe(result.status === 'determined');
      }),
    );
  });

  test('a higher assessed risk never lowers the level, and no risk lowers what criteria found', () => {
    fc.assert(
      fc.property(fullAnswers, fc.integer({ min: 1, max: 4 }), (facts, risk) => {
        const at = (level: number | null) =>
          classify(classification, { ...facts, risk_assessed_level: level }, { asOf });
        expect(at(risk + 1).computedLevel ?? 0).toBeGreaterThanOrEqual(at(risk).computedLevel ?? 0);
        expect(at(risk).computedLevel ?? 0).toBeGreaterThanOrEqual(at(null).computedLevel ?? 0);
        expect(at(risk).computedLevel ?? 0).toBeGreaterThanOrEqual(at(risk).levelByCriteria ?? 0);
      }),
    );
  });

  test('there is a level exactly when a criterion is true', () => {
    fc.assert(
      fc.property(fullAnswers, someFactIds, (facts, gone) => {
        const result = classify(classification, without(facts, gone), { asOf });
        expect(result.computedLevel !== null).toBe(result.matched.length > 0);
        expect(result.computedLevel !== null).toBe(result.status === 'determined');
      }),
    );
  });
});

describe('components', () => {
  test('adding a component never lowers the level', () => {
    fc.assert(
      fc.property(fullAnswers, fullAnswers, someFactIds, (facts, other, kept) => {
        const part = {
          id: 'a',
          name: 'a',
          facts: without(
            other,
            factIds.filter((id) => !kept.includes(id)),
          ),
        };
        const alone = classify(classification, facts, { asOf });
        const joined = classifySystem(classification, { facts, components: [part] }, { asOf });
        expect(joined.computedLevel ?? 0).toBeGreaterThanOrEqual(alone.computedLevel ?? 0);
      }),
    );
  });

  test('a component that says nothing of its own changes nothing', () => {
    fc.assert(
      fc.property(fullAnswers, someFactIds, (all, gone) => {
        const facts = without(all, gone);
        const alone = classify(classification, facts, { asOf });
        const part = { id: 'a', name: 'a', facts: {} };
        const joined = classifySystem(classification, { facts, components: [part] }, { asOf });
        for (const key of [
          'status',
          'computedLevel',
          'final',
          'blocked',
          'advisories',
          'flags',
        ] as const) {
          expect([key, joined[key]]).toEqual([key, alone[key]]);
        }
      }),
    );
  });
});

describe('judgeSystem', () => {
  const passes = ({ metrics }: SystemResult) => metrics.systems_classified === 'pass';

  /** An entry of which any part may be missing or wrong. */
  const date = fc.constantFrom('2026-08-25', '2026-10-01', '2026-11-23', '2026-12-01').map(isoDate);
  const entry = fc.record(
    {
      declaredLevel: fc.constantFrom(1, 2, 3, 4, 5),
      approval: fc.record(
        {
          level: fc.constantFrom(1, 2, 3, 4, 5),
          date,
          authority: fc.constantFrom('specialised_unit', 'owner', 'prime_minister', 'other'),
        },
        { requiredKeys: ['level'] },
      ),
      dossier: fc.record(
        {
          stage: fc.constantFrom('drafting', 'submitted', 'appraised', 'approved'),
          documents: fc.subarray([
            'overview',
            'design',
            'level_justification',
            'security_plan',
            'expert_opinion',
          ]),
          appraisal: fc.record(
            { by: fc.constantFrom('Sở KH&CN', 'Văn phòng Sở Y tế'), byOperatingUnit: fc.boolean() },
            { requiredKeys: ['by'] },
          ),
        },
        { requiredKeys: [] },
      ),
      securityRegulation: fc.record({ number: fc.constant('1/QC'), date }, { requiredKeys: [] }),
      securityPlan: fc.record(
        {
          status: fc.constantFrom('not_started', 'partly', 'fully'),
          document: fc.constant('BB'),
          date,
        },
        { requiredKeys: ['status'] },
      ),
      changes: fc.array(fc.record({ trigger: fc.constant('scope'), date }), { maxLength: 2 }),
    },
    { requiredKeys: ['changes'] },
  ) as fc.Arbitrary<Partial<InformationSystem>>;
  const nothing = {
    declaredLevel: undefined,
    approval: undefined,
    dossier: undefined,
    securityRegulation: undefined,
    securityPlan: undefined,
  };

  test('every rule and no other has an outcome; findings are the rules that are not in order', () => {
    fc.assert(
      fc.property(entry, (changes) => {
        const result = judge(systemWith({ ...nothing, ...changes }));
        expect(result.rules.map((rule) => rule.id)).toEqual(approval.rules.map((rule) => rule.id));
        const bad = result.rules.filter(
          ({ outcome }) => outcome !== 'pass' && outcome !== 'not_applicable',
        );
        expect(result.findings.map((each) => each.rule)).toEqual(bad.map((rule) => rule.id));
        expect(result.status === 'classified').toBe(passes(result));
        if (result.metrics.systems_classified_and_plan_deployed === 'pass')
          expect(passes(result)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('a missing part of the entry never gives a pass that saying it wrongly would have prevented', () => {
    const parts = ['approval', 'dossier', 'securityRegulation'] as const;
    for (const part of parts) expect(passes(judge(systemWith({ [part]: undefined })))).toBe(false);
  });

  test('a missing criterion fact never gives a pass where some answer gives a failure', () => {
    const required = factIds.filter((id) => !voluntary.has(id) && id !== 'national_security_harm');
    fc.assert(
      fc.property(fullAnswers, fc.subarray(required), (answers, gone) => {
        const facts = { ...answers, ...noRaise, national_security_harm: 'none' };
        const after = judge(systemWith({ facts }));
        const level = after.rules.find((rule) => rule.id === 'CL-04')?.outcome;
        const before = judge(systemWith({ facts: without(facts, gone) }));
        if (level === 'fail') expect(passes(before)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('the same input gives the same result to the byte', () => {
    fc.assert(
      fc.property(entry, fullAnswers, (changes, facts) => {
        const system = systemWith({ ...nothing, ...changes, facts });
        expect(JSON.stringify(judge(system))).toBe(JSON.stringify(judge(structuredClone(system))));
      }),
    );
  });

  test('no pack, no pass', () => {
    fc.assert(
      fc.property(entry, (changes) => {
        const packs = { classification: undefined, approval };
        const result = judgeSystem({ system: systemWith(changes), packs, asOf });
        expect([passes(result), result.status]).toEqual([false, 'not_judged']);
      }),
    );
  });

  test('a complete set of answers is needed by no rule but those of the level', () => {
    const result = judge(systemWith({ facts: answered({}) }));
    const outcomes = result.rules.filter((rule) => rule.outcome !== 'pass').map((rule) => rule.id);
    expect(outcomes).toEqual(['CL-04', 'CL-09', 'CL-10', 'CL-11']);
  });
});
