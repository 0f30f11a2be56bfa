import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/domain/facts.js';
import type { Classification } from '../../../src/packs/types.js';
import { openQuestions } from '../../../src/systems/open-questions.js';
import {
  goBack,
  remainingQuestions,
  reply,
  startSession,
} from '../../../src/systems/question-session.js';
import { answered, asOf, classification, staffFacts } from './support.js';

const scope = {
  applicability_basis: ['state_body_operation'],
  has_business_function: true,
  processes_data: true,
  has_identified_users: true,
  produces_information_output: true,
  owner_count: 1,
  operates_independently: true,
  scope_changed_to_alter_level: false,
};

function asked(facts: Facts, passed: readonly string[] = []): readonly string[] {
  const questions = openQuestions(classification, facts, new Set(passed), { asOf });
  return questions.map(({ fact }) => fact.id);
}

interface Case {
  readonly name: string;
  readonly facts: Facts;
  readonly passed?: readonly string[];
  readonly asked?: readonly string[];
  readonly notAsked?: readonly string[];
}

const order = classification.wizard.flatMap((group) => group.facts);

const cases: readonly Case[] = [
  {
    name: 'nothing known: the scope comes first, informative facts never',
    facts: {},
    asked: [...Object.keys(scope), 'system_types', 'information_types'],
    notAsked: [
      'conditional_business_line_items',
      'forecast_basic_data_subjects',
      'shared_by_several_bodies',
    ],
  },
  {
    name: 'internal: nothing about infrastructure, control, online services',
    facts: { ...scope, system_types: ['internal'] },
    asked: ['information_types', 'national_egov_system'],
    notAsked: [
      'infrastructure_service_area',
      'national_international_gateway',
      'controlled_works_class',
      'controls_national_security_works',
      'handles_administrative_procedures',
      'basic_data_subjects',
    ],
  },
  {
    name: 'ask_when unknown because its own fact was left unknown: asked',
    facts: { ...scope },
    passed: ['system_types'],
    asked: ['infrastructure_service_area', 'controlled_works_class'],
  },
  {
    name: 'a level that a criterion has: nothing that only leads to that level or below',
    facts: {
      ...scope,
      system_types: ['public_service'],
      information_types: ['personal'],
      online_service_role: 'direct',
      handles_administrative_procedures: true,
    },
    asked: ['national_egov_system', 'harm_public_interest', 'harm_social_order'],
    notAsked: [
      'basic_data_subjects',
      'sensitive_data_subjects',
      'sensitive_data_categories',
      'harm_rights',
    ],
  },
  {
    name: 'numbers of people: sensitive fields are asked first, because the two may contradict',
    facts: {
      ...scope,
      system_types: ['public_service'],
      information_types: ['personal'],
      online_service_role: 'direct',
      handles_administrative_procedures: false,
    },
    asked: ['basic_data_subjects', 'sensitive_data_categories', 'sensitive_data_subjects'],
  },
  {
    name: 'one threshold reached: the other decides nothing',
    facts: {
      ...scope,
      system_types: ['public_service'],
      information_types: ['personal'],
      online_service_role: 'direct',
      handles_administrative_procedures: false,
      basic_data_subjects: 100_000,
    },
    notAsked: ['sensitive_data_categories', 'sensitive_data_subjects'],
  },
  {
    name: 'public information only: named accounts would contradict',
    facts: { ...scope, system_types: ['internal'], information_types: ['public'] },
    asked: ['has_user_accounts'],
  },
  {
    name: 'the highest level: nothing can raise it, and the list of important systems follows',
    facts: {
      ...scope,
      system_types: ['internal'],
      information_types: ['private'],
      centralised_critical_national_data: true,
    },
    asked: [],
    notAsked: order,
  },
  {
    name: 'a gate that stops: nothing more',
    facts: { ...scope, system_types: ['internal'], has_business_function: false },
    asked: [],
    notAsked: order,
  },
  {
    name: 'outside the mandatory scope: asked all the same',
    facts: { ...scope, applicability_basis: ['neither'] },
    asked: ['system_types'],
  },
  {
    name: 'harm above the level known: only what is above that',
    facts: {
      ...scope,
      system_types: ['internal'],
      information_types: ['private'],
      national_security_harm: 'serious',
    },
    asked: ['risk_assessed_level', 'centralised_critical_national_data'],
    notAsked: ['harm_rights', 'harm_public_interest', 'harm_social_order', 'national_egov_system'],
  },
  {
    name: 'no field of the law on the list: its consequences decide nothing',
    facts: { ...staffFacts, law116_art9_fields: [], art16_3_consequences: undefined },
    asked: [],
    notAsked: ['art16_3_consequences'],
  },
  {
    name: 'a value that does not fit counts as unknown',
    facts: { ...scope, owner_count: -1 },
    asked: ['owner_count'],
  },
  {
    name: 'passed once, not asked again',
    facts: { ...scope },
    passed: ['system_types', 'information_types'],
    notAsked: ['system_types', 'information_types'],
  },
  { name: 'everything answered', facts: answered({}), asked: [], notAsked: order },
];

describe('openQuestions', () => {
  test.each(cases)('$name', ({ facts, passed, asked: some = [], notAsked = [] }) => {
    const found = asked(facts, passed);
    expect(found).toEqual(expect.arrayContaining([...some]));
    expect(found.filter((id) => notAsked.includes(id))).toEqual([]);
    expect(found).toEqual(order.filter((id) => found.includes(id)));
  });

  test('says what each question decides', () => {
    const facts = { ...scope, system_types: ['internal'], information_types: ['private'] };
    const questions = openQuestions(classification, facts, new Set(), { asOf });
    const reasons = (id: string) => questions.find(({ fact }) => fact.id === id)?.reasons;
    expect(reasons('national_egov_system')).toEqual([
      { kind: 'criterion', id: '331-14.2', level: 4 },
    ]);
    expect(reasons('harm_rights')).toEqual([{ kind: 'harm', id: '116-8.1.c', level: 3 }]);
    expect(reasons('risk_assessed_level')).toEqual([{ kind: 'raise', id: '331-10.5', level: 5 }]);
    expect(reasons('law116_art9_fields')).toEqual([{ kind: 'flag', id: '331-16.3' }]);
    expect(questions[0]?.group.group).toBe('secrecy');
  });

  test('a criterion on a fact whose ask_when is false stays open without a question', () => {
    const strict: Classification = {
      ...classification,
      facts: classification.facts.map((fact) =>
        fact.id === 'centralised_critical_national_data'
          ? { ...fact, askWhen: { fact: 'has_user_accounts', op: 'eq', value: true } }
          : fact,
      ),
    };
    const facts = {
      ...staffFacts,
      has_user_accounts: false,
      centralised_critical_national_data: undefined,
    };
    expect(openQuestions(strict, facts, new Set(), { asOf })).toEqual([]);
  });
});

describe('a session', () => {
  const begun = startSession(classification, asOf, { applicability_basis: ['neither'] });

  test('answers, leaves unknown, goes back', () => {
    const first = reply(begun, ['state_body_operation']);
    const second = reply(first, undefined);
    expect(second.asked).toEqual(['applicability_basis', 'has_business_function']);
    expect(second.answers).toEqual({ applicability_basis: ['state_body_operation'] });
    expect(remainingQuestions(second)[0]?.fact.id).toBe('processes_data');
    expect(goBack(second).asked).toEqual(first.asked);
    expect(goBack(goBack(goBack(second))).asked).toEqual([]);
  });

  test('proposes what was known before, then what was answered', () => {
    expect(begun.proposed['applicability_basis']).toEqual(['neither']);
    const back = goBack(reply(begun, ['state_body_operation']));
    expect(back.proposed['applicability_basis']).toEqual(['state_body_operation']);
    expect(goBack(reply(begun, undefined)).proposed).toEqual({});
  });

  test('done: a further answer changes nothing', () => {
    const done = reply(reply(begun, ['neither']), false);
    expect(remainingQuestions(done)).toEqual([]);
    expect(reply(done, true)).toBe(done);
  });
});
