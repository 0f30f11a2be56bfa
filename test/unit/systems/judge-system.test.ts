import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.js';
import type { Finding } from '../../../src/domain/rules.js';
import { formatMessage, languages } from '../../../src/messages/format.js';
import { judgeSystem } from '../../../src/systems/judge-system.js';
import {
  answered,
  approval,
  asOf,
  classification,
  judge,
  staffFacts,
  staffSystem,
  systemWith,
} from './support.js';

type Changes = Parameters<typeof systemWith>[0];

const decision = staffSystem.approval ?? { level: 2 };
const { date: _date, ...undated } = decision;
const { authority: _authority, ...unsigned } = decision;
const dossier = staffSystem.dossier ?? {};

const incomplete = { ...dossier, documents: [] };
const afterwards = [{ trigger: 'scope', date: isoDate('2026-10-15') }];

describe('status', () => {
  test.each<readonly [string, Changes, string, string]>([
    ['everything in order', {}, 'classified', 'pass'],
    [
      'no dossier, no decision',
      { approval: undefined, dossier: undefined },
      'not_classified',
      'fail',
    ],
    ['drafting', { approval: undefined, dossier: { stage: 'drafting' } }, 'draft', 'fail'],
    ['submitted', { approval: undefined, dossier: { stage: 'submitted' } }, 'submitted', 'fail'],
    ['appraised', { approval: undefined, dossier: { stage: 'appraised' } }, 'appraised', 'fail'],
    ['approved without a decision', { approval: undefined }, 'unknown', 'unknown'],
    [
      'decision later than the audit',
      { approval: { ...decision, date: isoDate('2026-11-24') } },
      'decision_not_in_effect',
      'fail',
    ],
    ['decision without date', { approval: undated }, 'decision_not_in_effect', 'fail'],
    [
      'wrong authority',
      { approval: { ...decision, authority: 'other' } },
      'wrong_authority',
      'fail',
    ],
    ['authority not given', { approval: unsigned }, 'unknown', 'unknown'],
    [
      'owner approves level 2',
      { approval: { ...decision, authority: 'owner' } },
      'unknown',
      'unknown',
    ],
    ['level too low', { approval: { ...decision, level: 1 } }, 'level_too_low', 'fail'],
    [
      'level could rise above the approved one',
      { facts: answered(staffFacts, ['strategic_role', 'centralised_critical_national_data']) },
      'unknown',
      'unknown',
    ],
    ['level pending', { facts: {} }, 'unknown', 'unknown'],
    [
      'level undetermined',
      { facts: answered({ system_types: ['other'] }) },
      'undetermined',
      'fail',
    ],
    ['not a system', { facts: { ...staffFacts, processes_data: false } }, 'undetermined', 'fail'],
    [
      'facts that contradict each other',
      {
        facts: answered({
          system_types: ['internal'],
          information_types: ['public'],
          has_user_accounts: true,
        }),
      },
      'undetermined',
      'fail',
    ],
    ['dossier incomplete', { dossier: incomplete }, 'dossier_incomplete', 'fail'],
    ['dossier not listed', { dossier: { stage: 'approved' } }, 'unknown', 'unknown'],
    ['no regulation', { securityRegulation: undefined }, 'regulation_missing', 'fail'],
    [
      'regulation late',
      { securityRegulation: { date: isoDate('2026-10-02') } },
      'regulation_late',
      'fail',
    ],
    [
      'regulation on the same day',
      { securityRegulation: { date: isoDate('2026-10-01') } },
      'unknown',
      'unknown',
    ],
    ['change since', { changes: afterwards }, 'reclassification_due', 'fail'],
    [
      'appraised by the operating unit',
      { dossier: { ...dossier, appraisal: { by: 'x', byOperatingUnit: true } } },
      'wrong_authority',
      'fail',
    ],
  ])('%s', (_, changes, status, metric) => {
    const result = judge(systemWith(changes));
    expect([result.status, result.metrics.systems_classified]).toEqual([status, metric]);
  });

  // Each system has its own defect and all later ones.
  test('precedence', () => {
    const defects: readonly (readonly [string, Changes])[] = [
      [
        'decision_not_in_effect',
        { approval: { level: 1, authority: 'other', date: isoDate('2026-12-01') } },
      ],
      [
        'wrong_authority',
        { approval: { level: 1, authority: 'other', date: isoDate('2026-08-25') } },
      ],
      ['level_too_low', { approval: { ...decision, level: 1, date: isoDate('2026-08-24') } }],
      ['dossier_incomplete', { approval: { ...decision, date: isoDate('2026-08-24') } }],
      ['regulation_missing', { dossier, securityRegulation: undefined }],
      ['regulation_late', { dossier, securityRegulation: { date: isoDate('2026-10-05') } }],
      ['reclassification_due', { dossier }],
    ];
    for (const [status, changes] of defects) {
      const system = systemWith({ changes: afterwards, dossier: incomplete, ...changes });
      expect(judge(system).status).toBe(status);
    }
  });
});

describe('metrics', () => {
  test.each<readonly [string, Changes, string]>([
    ['plan fully deployed', {}, 'pass'],
    ['plan partly deployed', { securityPlan: { status: 'partly', document: 'BB' } }, 'fail'],
    ['plan not started', { securityPlan: { status: 'not_started' } }, 'fail'],
    ['no document shows it', { securityPlan: { status: 'fully' } }, 'fail'],
    ['plan not reported', { securityPlan: undefined }, 'unknown'],
  ])('%s', (_, changes, outcome) => {
    const { metrics } = judge(systemWith(changes));
    expect(metrics).toEqual({
      systems_classified: 'pass',
      systems_classified_and_plan_deployed: outcome,
    });
  });

  test('a failed rule weighs more than an unknown one', () => {
    const result = judge(systemWith({ approval: { ...unsigned, level: 1 } }));
    expect(result.metrics.systems_classified).toBe('fail');
  });

  test('rules that do not apply are listed as such', () => {
    const { rules } = judge(systemWith({ approval: undefined, dossier: undefined }));
    expect(rules.find((rule) => rule.id === 'CL-02')?.outcome).toBe('not_applicable');
  });
});

describe('findings', () => {
  const of = (changes: Changes) => judge(systemWith(changes)).findings;
  const byRule = (findings: readonly Finding[], rule: string) =>
    findings.find((each) => each.rule === rule);

  test('a system in order has none', () => {
    expect(of({})).toEqual([]);
  });

  test('a failed rule: severity, law, place, reason and what to do', () => {
    const finding = byRule(of({ dossier: { ...dossier, documents: ['overview'] } }), 'CL-05');
    expect(finding).toMatchObject({
      id: 'CL-05:system:so-y-te:so-y-te-nhan-su',
      outcome: 'fail',
      severity: 'medium',
      citations: [{ text: 'Điều 21 NĐ 331/2026', certainty: 'text' }],
      evidence: [
        { path: 'agencies/so-y-te/inventory.yaml', row: 12, pointer: '/systems/0/dossier' },
      ],
      due: null,
    });
    expect(finding?.remediation?.vi).toContain('bổ sung');
    const [evidence] = finding?.evidence ?? [];
    expect(evidence?.note && formatMessage(evidence.note, 'vi')).toBe(
      'Hồ sơ đề xuất cấp độ có đủ thành phần không? Không: còn thiếu tài liệu thiết kế, thuyết minh cấp độ, phương án bảo đảm an ninh mạng.',
    );
  });

  test('an unknown rule says so in its own words', () => {
    const finding = byRule(of({ dossier: { stage: 'approved' } }), 'CL-05');
    expect(finding?.outcome).toBe('unknown');
    expect(finding && formatMessage(finding.message, 'vi')).toContain(
      'Chưa kê khai các thành phần',
    );
  });

  test('where the entry lacks the part, the entry itself is the place', () => {
    const finding = byRule(of({ securityRegulation: undefined }), 'CL-06');
    expect(finding?.evidence.map((each) => each.pointer)).toEqual(['/systems/0']);
  });

  test('could rise: the level, the facts, the articles', () => {
    const findings = of({ facts: answered(staffFacts, ['centralised_critical_national_data']) });
    const finding = byRule(findings, 'level-open');
    expect(finding).toMatchObject({ outcome: 'unknown', severity: 'medium' });
    expect(finding && formatMessage(finding.message, 'en')).toBe(
      'The computed level is 2, but it could rise to level 5. Facts to answer: centralised_critical_national_data.',
    );
    expect(finding?.citations.map((each) => each.text)).toEqual([
      'Khoản 2 Điều 15 Nghị định 331/2026/NĐ-CP',
    ]);
  });

  test('could rise, but the approved level covers it: for information', () => {
    const facts = answered(staffFacts, ['centralised_critical_national_data']);
    expect(byRule(of({ facts, approval: { ...decision, level: 5 } }), 'level-open')?.severity).toBe(
      'info',
    );
  });

  test.each([
    [
      'blocking',
      { system_types: ['internal'], information_types: ['public'], has_user_accounts: true },
      'ADV-08',
      'high',
      'fail',
    ],
    [
      'to review',
      { system_types: ['internal'], information_types: ['personal'], basic_data_subjects: 600000 },
      'ADV-06',
      'medium',
      'unknown',
    ],
    ['no criterion fits', { system_types: ['other'] }, 'ADV-01', 'high', 'fail'],
  ] as const)('an advisory %s cites the law behind it', (_, facts, rule, severity, outcome) => {
    const finding = byRule(of({ facts: answered(facts) }), rule);
    expect(finding).toMatchObject({ severity, outcome });
    expect(finding?.citations).not.toHaveLength(0);
  });

  test('an advisory for information is no finding', () => {
    const facts = answered({
      system_types: ['infrastructure'],
      infrastructure_service_area: 'one_organisation',
    });
    const result = judge(systemWith({ facts }));
    expect(result.classification?.advisories).toContain('ADV-13');
    expect(byRule(result.findings, 'ADV-13')).toBeUndefined();
  });

  test('a false gate', () => {
    const finding = byRule(of({ facts: { ...staffFacts, owner_count: 2 } }), '331-8.1.a');
    expect(finding).toMatchObject({ outcome: 'fail', severity: 'high' });
  });

  test('open gates are one finding for information', () => {
    const finding = byRule(
      of({ facts: answered(staffFacts, ['owner_count', 'processes_data']) }),
      'level-gates',
    );
    expect(finding).toMatchObject({ outcome: 'unknown', severity: 'info' });
    expect(finding?.evidence).toHaveLength(2);
  });

  test('wrong facts, also those of a component, with their place', () => {
    const components = [{ id: 'web', name: 'Web', facts: { owner_count: 'one' } }];
    const finding = byRule(
      of({ facts: { ...staffFacts, strategic_role: 'yes' }, components }),
      'level-facts',
    );
    expect(finding?.evidence.map((each) => each.pointer)).toEqual([
      '/systems/0/facts/strategic_role',
      '/systems/0/components/0/facts/owner_count',
    ]);
  });

  test('ids are unique, and every text is there in every language', () => {
    const findings = [
      ...of({ facts: {}, approval: unsigned, dossier: {}, securityRegulation: {} }),
      ...of({
        facts: { ...staffFacts, strategic_role: 1, system_types: ['other', 'internal'] },
        changes: afterwards,
        securityPlan: undefined,
      }),
    ];
    for (const finding of findings) {
      for (const language of languages) {
        const messages = [finding.message, ...finding.evidence.flatMap((each) => each.note ?? [])];
        for (const text of messages.map((each) => formatMessage(each, language))) {
          expect(text).not.toMatch(/^system\.|[{}]|undefined/);
        }
      }
    }
    const ids = of({ facts: {}, approval: unsigned, dossier: {} }).map((each) => each.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('what cannot be judged', () => {
  test('no classification pack', () => {
    const packs = { classification: undefined, approval };
    const result = judgeSystem({ system: staffSystem, packs, asOf });
    expect(result).toMatchObject({
      status: 'not_judged',
      classification: null,
      metrics: { systems_classified: 'unknown', systems_classified_and_plan_deployed: 'unknown' },
    });
    expect(result.findings.map((each) => each.rule)).toEqual(['level-no-pack']);
  });

  test('no approval rules', () => {
    const packs = { classification, approval: undefined };
    const result = judgeSystem({ system: staffSystem, packs, asOf });
    expect([result.status, result.metrics.systems_classified]).toEqual(['unknown', 'unknown']);
    expect(result.findings.map((each) => each.rule)).toEqual(['approval-no-pack']);
  });

  test('a rule that breaks is an error of its own, and no pass', () => {
    const rules = approval.rules.map((rule) =>
      rule.id === 'CL-05'
        ? { ...rule, condition: { fact: 'no_such_fact', op: 'eq', value: true } }
        : rule,
    );
    const result = judgeSystem({
      system: staffSystem,
      packs: { classification, approval: { ...approval, rules } },
      asOf,
    });
    expect(result.rules.find((rule) => rule.id === 'CL-05')?.outcome).toBe('error');
    expect(result.metrics.systems_classified).toBe('unknown');
    expect(result.findings.map((each) => [each.rule, each.outcome])).toEqual([['CL-05', 'error']]);
  });

  test('a classification that breaks is an error, and no pass', () => {
    const gates = classification.gates.map((gate) => ({
      ...gate,
      condition: { fact: 'no_such_fact', op: 'eq', value: true },
    }));
    const result = judgeSystem({
      system: staffSystem,
      packs: { classification: { ...classification, gates }, approval },
      asOf,
    });
    expect([result.status, result.metrics.systems_classified]).toEqual(['unknown', 'unknown']);
    expect(result.findings.map((each) => each.outcome)).toEqual(['error']);
  });

  test('a metric of which no rule applies is unknown, not passed', () => {
    const never = { fact: 'decision_exists', op: 'eq', value: false };
    const rules = approval.rules.map((rule) => ({ ...rule, appliesWhen: never }));
    const result = judgeSystem({
      system: staffSystem,
      packs: { classification, approval: { ...approval, rules } },
      asOf,
    });
    expect(result.metrics.systems_classified).toBe('unknown');
  });

  test('a rule whose applicability is unknown is unknown', () => {
    const result = judge(systemWith({ approval: undefined }));
    expect(result.rules.find((rule) => rule.id === 'CL-05')?.outcome).toBe('unknown');
  });
});
