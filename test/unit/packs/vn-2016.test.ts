import { describe, expect, test } from 'vitest';
import { declarationsById } from '../../../src/conditions/declarations.js';
import { loadSchemas, readDocument } from '../../../src/documents/schemas.js';
import { isoDate } from '../../../src/domain/dates.js';
import type { FactDeclaration, Facts } from '../../../src/domain/facts.js';
import { packEntries } from '../../../src/packs/pack-entries.js';
import { readPack } from '../../../src/packs/read-pack.js';
import type { ClassificationFact } from '../../../src/packs/types.js';
import { openFolder } from '../../../src/platform/files.js';
import { classifySystem } from '../../../src/systems/composite.js';
import { judgeMetric, judgeRule } from '../../../src/systems/judge-rules.js';

// What the pack's own cases can't show: that it lives beside vn-2026 in one workspace, components, approval rules.

const files = openFolder('.');
const schemas = await loadSchemas(files, 'schemas');

async function tables(id: string) {
  const { pack } = await readPack(files, `rules/packs/${id}`, schemas);
  if (!pack?.classification || !pack.approval) throw new Error(`${id} lacks a table`);
  return { pack, classification: pack.classification, approval: pack.approval };
}

const before = await tables('vn-2016');
const after = await tables('vn-2026');
const asOf = isoDate('2026-06-30');

/** Everything that decides what an answer may be and what it means. Where a fact is asked differs from law to law. */
function meaning(fact: FactDeclaration & Pick<ClassificationFact, 'optional'>) {
  const { id, type, itemType, ordered, nullable, optional, min, max, unit, question } = fact;
  const words = fact.values?.map(({ value, label }) => ({ value, label }));
  return { id, type, itemType, ordered, nullable, optional, min, max, unit, question, words };
}

function inBoth<Fact extends { readonly id: string }>(old: readonly Fact[], now: readonly Fact[]) {
  return old.flatMap((fact) => {
    const same = now.find(({ id }) => id === fact.id);
    return same ? [{ id: fact.id, old: fact, now: same }] : [];
  });
}

describe('one inventory carries the facts for both packs', () => {
  const shared = inBoth(before.classification.facts, after.classification.facts);

  test.each(shared)('$id is the same question with the same answers', ({ old, now }) => {
    expect(meaning(old)).toEqual(meaning(now));
  });

  test('facts that both laws ask for have one name, facts that the law has changed have two', () => {
    const names = before.classification.facts.map(({ id }) => id);
    expect(shared).toHaveLength(16);
    expect(names.filter((name) => !shared.some(({ id }) => id === name))).toEqual([
      'managed_by_defence_or_police_ministry',
      'defence_security_harm',
      'public_service_level',
      'provides_other_online_service',
      'conditional_business_service',
      'user_count_with_private_or_personal_information',
      'infrastructure_scope',
    ]);
  });

  test.each(shared.filter(({ old }) => (old.constraints ?? []).length > 0))(
    '$id excludes the same words',
    ({ old, now }) => {
      const excluded = (fact: ClassificationFact) =>
        fact.constraints?.map(({ notTogether, alone }) => ({ notTogether, alone }));
      expect(excluded(old)).toEqual(excluded(now));
    },
  );

  test.each(inBoth(before.approval.facts, after.approval.facts))(
    'the derived fact $id takes the same values',
    ({ old, now }) => {
      const values = (fact: FactDeclaration) => {
        const { question, words, ...rest } = meaning(fact);
        return { ...rest, words: words?.map(({ value }) => value) };
      };
      expect(values(old)).toEqual(values(now));
    },
  );
});

test('no id stands for two things in the two packs, but for facts', () => {
  const ids = ({ pack }: typeof before) =>
    packEntries(pack).flatMap(({ id, kind }) => (kind === 'fact' ? [] : [id]));
  const taken = new Set(ids(after));
  expect(ids(before).filter((id) => taken.has(id))).toEqual([]);
});

describe('level', () => {
  const sound: Facts = {
    owner_count: 1,
    operates_independently: true,
    has_business_function: true,
    system_types: ['internal'],
    information_types: ['private'],
    has_user_accounts: false,
    serves_defence_or_security: false,
    national_egov_system: false,
    centralised_critical_national_data: false,
    prime_minister_level: null,
  };
  const classify = (own: Facts, components: readonly Facts[]) =>
    classifySystem(
      before.classification,
      {
        facts: own,
        components: components.map((facts, i) => ({ id: `part-${i}`, name: `Part ${i}`, facts })),
      },
      { asOf },
    );

  test('what an internal system answers for vn-2026 is enough for the old law too', () => {
    expect(classify(sound, [])).toMatchObject({ computedLevel: 2, final: true, blocked: false });
  });

  test('of components at different levels the highest decides (Art. 5 cl. 2)', () => {
    const shared = { system_types: ['infrastructure'], infrastructure_scope: 'sector_or_province' };
    const continuity = { requires_24x7_operation: false, no_unplanned_outage_accepted: false };
    const found = classify(sound, [
      {},
      { ...shared, ...continuity, national_international_gateway: false },
    ]);
    expect(found).toMatchObject({ computedLevel: 3, decidedBy: 'part-1', final: true });
    expect(found.components.map(({ computedLevel }) => computedLevel)).toEqual([2, 3]);
  });

  test('internal and for the public at once: a contradiction, not a level to rely on', () => {
    const found = classify({ ...sound, system_types: ['internal', 'public_service'] }, []);
    expect(found).toMatchObject({ blocked: true, advisories: ['ADO-10'] });
    expect(found.problems).toMatchObject([{ fact: 'system_types' }]);
  });

  test('nothing raises it: the harm test of the old law decides nothing', () => {
    const { adjustments, harmMatrix } = before.classification;
    expect(adjustments.filter(({ effect }) => effect === 'raise_to')).toEqual([]);
    expect(harmMatrix.rows).toEqual([]);
  });
});

describe('procedure', () => {
  test('appraisal days are calendar days from level 3 up; levels 1 and 2 have no limit', () => {
    const { levels } = before.classification.procedure;
    expect(levels.map(({ appraisalDays }) => appraisalDays)).toEqual([
      undefined,
      undefined,
      15,
      30,
      30,
    ]);
    expect(levels.filter(({ appraisalWorkingDays }) => appraisalWorkingDays !== null)).toEqual([]);
  });

  test('a limit in both kinds of days is refused', async () => {
    const path = 'rules/packs/vn-2016/classification.yaml';
    const text = new TextDecoder().decode(await files.read(path, 1_000_000));
    const both = text.replace(
      'appraisal_working_days: null\n      appraisal_days: 15',
      'appraisal_working_days: 15\n      appraisal_days: 15',
    );
    const read = (content: string) =>
      readDocument(new TextEncoder().encode(content), path, schemas, 'classification').diagnostics;
    expect(read(text)).toEqual([]);
    expect(read(both)).toMatchObject([{ pointer: '/procedure/levels/2/appraisal_working_days' }]);
  });
});

describe('approval', () => {
  const { rules, metrics, facts: declared } = before.approval;
  /** A decision that is in order and a plan that is declared and documented. */
  const sound: Facts = {
    decision_exists: true,
    decision_dated: true,
    decision_in_effect: true,
    approver_competent: true,
    approved_covers_computed: true,
    dossier_complete: true,
    regulation_issued: true,
    regulation_before_approval: true,
    reclassification_due: false,
    level_declared: 2,
    declared_covers_computed: true,
    level_determined: true,
    blocking_advisory: false,
    plan_status_declared: 'fully',
    plan_documented: true,
  };
  const judge = (changes: Facts) => {
    const context = { asOf, declarations: declarationsById(declared) };
    const results = rules.map((rule) => judgeRule(rule, { ...sound, ...changes }, context));
    const metric = (name: string) => judgeMetric(name, before.approval, results);
    return {
      notPassed: results
        .filter(({ outcome }) => outcome !== 'pass')
        .map(({ rule, outcome }) => `${rule.id} ${outcome}`),
      metrics: [
        metric('systems_classified'),
        metric('systems_classified_and_plan_deployed'),
      ] as const,
    };
  };

  test.each<[string, Facts, readonly string[], readonly [string, string]]>([
    ['all in order', {}, [], ['pass', 'pass']],
    [
      'the regulation came late: a finding, no score (recalled clause)',
      { regulation_before_approval: false },
      ['CLO-06 fail'],
      ['pass', 'pass'],
    ],
    [
      'a change since the approval: a finding, no score',
      { reclassification_due: true },
      ['CLO-07 fail'],
      ['pass', 'pass'],
    ],
    ['the dossier lacks a part', { dossier_complete: false }, ['CLO-05 fail'], ['fail', 'fail']],
    [
      'the plan is declared partly carried out',
      { plan_status_declared: 'partly' },
      ['PLO-01 fail'],
      ['pass', 'fail'],
    ],
    ['a plan without a document', { plan_documented: false }, ['PLO-02 fail'], ['pass', 'fail']],
    [
      'nothing declared on the plan',
      { plan_status_declared: undefined, plan_documented: undefined },
      ['PLO-01 unknown', 'PLO-02 unknown'],
      ['pass', 'unknown'],
    ],
    [
      'the answers of the new law have no part in the declared plan',
      { plan_status: 'not_started' },
      [],
      ['pass', 'pass'],
    ],
  ])('%s', (_name, changes, notPassed, expected) => {
    expect(judge(changes)).toEqual({ notPassed, metrics: expected });
  });

  test('no recalled rule is part of a metric', () => {
    const scored = new Set(Object.values(metrics).flat());
    const recalled = rules.filter(({ citations }) =>
      citations.some(({ certainty }) => certainty === 'recalled'),
    );
    expect(recalled.map(({ id, severity }) => [id, severity])).toEqual([['CLO-06', 'low']]);
    expect(recalled.filter(({ id }) => scored.has(id))).toEqual([]);
  });
});
