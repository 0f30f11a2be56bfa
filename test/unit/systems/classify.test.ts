import { describe, expect, test } from 'vitest';
import { classify } from '../../../src/systems/classify.js';
import { answered, asOf, cases, classification, staffFacts } from './support.js';

const ids = (some: readonly { readonly id: string }[]) => some.map((each) => each.id);

describe('the cases of the pack', () => {
  test.each(cases.map((each) => [`${each.id} ${each.name.en}`, each] as const))('%s', (_, each) => {
    const result = classify(classification, answered(each.facts, each.unknown), { asOf });
    const { level, matched, open, advisories, flags, raised_by } = each.expect;
    expect({
      level: result.computedLevel,
      matched: ids(result.matched),
      open: ids(result.open),
      advisories: result.advisories,
      flags: result.flags,
      raisedBy: result.raisedBy,
    }).toEqual({
      level,
      matched,
      open: open ?? [],
      advisories: advisories ?? [],
      flags: flags ?? [],
      raisedBy: raised_by ?? null,
    });
  });
});

describe('status', () => {
  test.each([
    ['a criterion is true', staffFacts, 'determined', 2],
    [
      'no criterion is true, some are open',
      answered(
        {
          system_types: ['public_service'],
          information_types: ['public'],
          online_service_role: 'direct',
        },
        ['conditional_business_line'],
      ),
      'pending',
      null,
    ],
    [
      'no criterion is true, none is open',
      answered({ system_types: ['other'] }),
      'undetermined',
      null,
    ],
    ['no fact at all', {}, 'pending', null],
    [
      'the business function is denied',
      { ...staffFacts, has_business_function: false },
      'not_a_system',
      null,
    ],
    ['two owners', { ...staffFacts, owner_count: 2 }, 'fix_owner', null],
    ['no owner', { ...staffFacts, owner_count: 0 }, 'fix_owner', null],
    ['a part of another system', { ...staffFacts, operates_independently: false }, 'rescope', null],
    [
      'split to get a lower level',
      { ...staffFacts, scope_changed_to_alter_level: true },
      'rescope',
      null,
    ],
    [
      'outside the mandatory scope',
      { ...staffFacts, applicability_basis: ['neither'] },
      'determined',
      2,
    ],
    [
      'the first false gate gives its outcome',
      { ...staffFacts, owner_count: 2, operates_independently: false },
      'fix_owner',
      null,
    ],
  ] as const)('%s', (_, facts, status, level) => {
    const result = classify(classification, facts, { asOf });
    expect([result.status, result.computedLevel]).toEqual([status, level]);
  });

  test('undetermined blocks with ADV-01 and is never level 1', () => {
    const result = classify(classification, answered({ system_types: ['other'] }), { asOf });
    expect(result).toMatchObject({ computedLevel: null, advisories: ['ADV-01'], blocked: true });
  });

  test('a risk assessment raises no level that criteria have not found', () => {
    const facts = answered({
      system_types: ['other'],
      risk_assessed_level: 3,
      harm_rights: 'exceptional',
    });
    expect(classify(classification, facts, { asOf })).toMatchObject({
      status: 'undetermined',
      levelByHarm: 3,
    });
  });
});

describe('gates', () => {
  test('missing gate facts leave the level and are listed as open', () => {
    const facts = answered({ ...staffFacts }, ['owner_count', 'processes_data']);
    const result = classify(classification, facts, { asOf });
    expect(result).toMatchObject({ status: 'determined', computedLevel: 2, final: false });
    expect(result.gates.filter((gate) => gate.outcome === 'open')).toEqual([
      { id: '331-7.1', outcome: 'open', onFalse: 'not_a_system', facts: ['processes_data'] },
      { id: '331-8.1.a', outcome: 'open', onFalse: 'fix_owner', facts: ['owner_count'] },
    ]);
  });

  test('the gate on mandatory scope leaves nothing in doubt when it is open', () => {
    const facts = answered({ ...staffFacts }, ['applicability_basis']);
    expect(classify(classification, facts, { asOf }).final).toBe(true);
  });

  test('a false gate stops before an open one', () => {
    const facts = answered({ ...staffFacts, owner_count: 2 }, ['processes_data']);
    expect(classify(classification, facts, { asOf }).status).toBe('fix_owner');
  });
});

describe('certainty', () => {
  test('the text of a criterion', () => {
    expect(classify(classification, staffFacts, { asOf })).toMatchObject({
      certainty: 'text',
      final: true,
    });
  });

  test('a reading', () => {
    const facts = answered({ system_types: ['other'], prime_minister_level: 4 });
    expect(classify(classification, facts, { asOf }).certainty).toBe('reading');
  });

  test('the surest of the criteria at the level that decides', () => {
    const facts = answered({
      system_types: ['infrastructure'],
      information_types: ['state_secret'],
      infrastructure_service_area: 'several_orgs_in_ministry_sector_or_provinces',
      national_security_harm: 'harm',
    });
    const result = classify(classification, facts, { asOf });
    expect(ids(result.matched)).toEqual(['331-13.1', '331-13.3']);
    expect(result.certainty).toBe('text');
  });

  test('not final while a criterion above is open, with the facts that would settle it', () => {
    const facts = answered({ ...staffFacts }, [
      'centralised_critical_national_data',
      'risk_framework_level',
    ]);
    const result = classify(classification, facts, { asOf });
    expect(result).toMatchObject({ status: 'determined', computedLevel: 2, final: false });
    expect(result.open.map(({ id, level, facts: missing }) => [id, level, missing])).toEqual([
      ['331-15.2', 5, ['centralised_critical_national_data']],
    ]);
  });
});

describe('raises', () => {
  test.each([
    ['risk above', { risk_assessed_level: 4 }, 4, '331-10.5'],
    ['risk below never lowers', { risk_assessed_level: 1 }, 2, null],
    ['risk equal', { risk_assessed_level: 2 }, 2, null],
    ['no risk assessment', { risk_assessed_level: null }, 2, null],
    ['harm above', { harm_social_order: 'exceptional' }, 4, '331-10.5'],
    ['harm below', { harm_rights: 'harm' }, 2, null],
    [
      'the higher of risk and harm',
      { harm_rights: 'exceptional', risk_assessed_level: 5 },
      5,
      '331-10.5',
    ],
  ] as const)('%s', (_, facts, level, raisedBy) => {
    const result = classify(classification, { ...staffFacts, ...facts }, { asOf });
    expect([result.computedLevel, result.raisedBy, result.levelByCriteria]).toEqual([
      level,
      raisedBy,
      2,
    ]);
  });

  test('unanswered harm and risk raise nothing and keep the result final', () => {
    const facts = answered({ ...staffFacts }, [
      'harm_rights',
      'harm_public_interest',
      'risk_assessed_level',
    ]);
    expect(classify(classification, facts, { asOf })).toMatchObject({
      computedLevel: 2,
      final: true,
    });
  });
});

describe('contradictions', () => {
  test.each([
    ['none', staffFacts, false, []],
    [
      'named accounts, public information only',
      answered({
        system_types: ['internal'],
        information_types: ['public'],
        has_user_accounts: true,
      }),
      true,
      [],
    ],
    [
      'accounts not answered, public information only',
      answered({ system_types: ['internal'], information_types: ['public'] }, [
        'has_user_accounts',
      ]),
      null,
      ['has_user_accounts'],
    ],
    [
      'neither statement is made',
      answered({ ...staffFacts }, ['sensitive_data_categories', 'sensitive_data_subjects']),
      false,
      [],
    ],
    [
      'only an informative fact is missing',
      answered(
        {
          system_types: ['public_service'],
          information_types: ['personal'],
          online_service_role: 'direct',
        },
        ['conditional_business_line_items'],
      ),
      false,
      [],
    ],
  ] as const)('%s', (_, facts, blocked, blockedFacts) => {
    expect(classify(classification, facts, { asOf })).toMatchObject({ blocked, blockedFacts });
  });
});

describe('facts', () => {
  test.each([
    [
      'a word instead of a truth value',
      { handles_administrative_procedures: 'yes' },
      'handles_administrative_procedures',
      'system.problem.value',
    ],
    [
      'an unknown word in a set',
      { system_types: ['intern'] },
      'system_types',
      'system.problem.value',
    ],
    [
      'a negative number',
      { basic_data_subjects: -1 },
      'basic_data_subjects',
      'system.problem.value',
    ],
    ['a level above 5', { risk_assessed_level: 9 }, 'risk_assessed_level', 'system.problem.value'],
    [
      'null for a fact that is not nullable',
      { owner_count: null },
      'owner_count',
      'system.problem.value',
    ],
    [
      'an item number beyond the annex',
      { conditional_business_line_items: [199] },
      'conditional_business_line_items',
      'system.problem.value',
    ],
    [
      'types that exclude each other',
      { system_types: ['internal', 'public_service'] },
      'system_types',
      'system.problem.together',
    ],
    [
      'a type that must stand alone',
      { system_types: ['other', 'internal'] },
      'system_types',
      'system.problem.together',
    ],
  ] as const)('%s', (_, facts, fact, key) => {
    const { problems } = classify(classification, { ...staffFacts, ...facts }, { asOf });
    expect(problems.map((problem) => [problem.fact, problem.message.key])).toContainEqual([
      fact,
      key,
    ]);
  });

  test('a wrong value is unknown: it leaves the criterion open instead of false', () => {
    const facts = { ...staffFacts, centralised_critical_national_data: 'no' };
    const result = classify(classification, facts, { asOf });
    expect(ids(result.open)).toEqual(['331-15.2']);
  });

  test('facts that exclude each other still meet their criteria', () => {
    const facts = {
      ...staffFacts,
      system_types: ['internal', 'public_service'],
      handles_administrative_procedures: true,
    };
    expect(classify(classification, facts, { asOf })).toMatchObject({
      computedLevel: 3,
      blocked: true,
    });
  });

  test('names of no fact are left out', () => {
    const facts = { ...staffFacts, level_proposed: 5, toString: true };
    expect(classify(classification, facts, { asOf })).toEqual(
      classify(classification, staffFacts, { asOf }),
    );
  });

  test('a matched criterion says which facts made it true', () => {
    const [criterion] = classify(classification, staffFacts, { asOf }).matched;
    expect(criterion?.because.map(({ leaf, found }) => [leaf.fact, found])).toEqual([
      ['system_types', ['internal']],
      ['information_types', ['private', 'personal']],
      ['information_types', ['private', 'personal']],
    ]);
  });
});
