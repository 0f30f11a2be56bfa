import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.js';
import type { FactValue } from '../../../src/domain/facts.js';
import type { ApprovalDecision, Dossier, InformationSystem } from '../../../src/domain/systems.js';
import { approvalFacts } from '../../../src/systems/approval-facts.js';
import { classifySystem } from '../../../src/systems/composite.js';
import { answered, approval, asOf, classification, staffFacts, systemWith } from './support.js';

type Changes = Parameters<typeof systemWith>[0];

function factsOf(system: InformationSystem) {
  const level = classifySystem(classification, system, { asOf });
  return approvalFacts(system, level, classification.procedure, asOf);
}

const decision = (changes: Partial<ApprovalDecision>): ApprovalDecision => ({
  level: 2,
  date: isoDate('2026-10-01'),
  ...changes,
});

const allDocuments = ['overview', 'design', 'level_justification', 'security_plan'] as const;
const dossier = (documents: Dossier['documents']): Dossier => ({
  stage: 'approved',
  ...(documents && { documents }),
});

const appraisal = (by: string, byOperatingUnit?: boolean): Dossier => ({
  appraisal: byOperatingUnit === undefined ? { by } : { by, byOperatingUnit },
});

const undatedDecision: ApprovalDecision = { level: 2, authority: 'specialised_unit' };
const delegation = { to: 'Sở Y tế', document: 'QĐ 5', until: isoDate('2026-12-31') };

const table: readonly (readonly [string, Changes, Readonly<Record<string, FactValue>>])[] = [
  // levels
  ['nothing declared is null, not unknown', { declaredLevel: undefined }, { level_declared: null }],
  ['no decision: no approved level', { approval: undefined }, { level_approved: null }],
  [
    'pending level is unknown',
    { facts: {} },
    { level_computed: undefined, level_determined: undefined, approved_covers_computed: undefined },
  ],
  [
    'undetermined level',
    { facts: answered({ system_types: ['other'] }) },
    { level_computed: undefined, level_determined: false, blocking_advisory: true },
  ],
  [
    'a false gate leaves no level',
    { facts: { ...staffFacts, owner_count: 2 } },
    { level_computed: undefined, level_determined: false },
  ],
  [
    'approved equals computed',
    {},
    { approved_covers_computed: true, declared_covers_computed: true },
  ],
  [
    'approved above computed',
    { approval: decision({ level: 3 }) },
    { approved_covers_computed: true },
  ],
  [
    'approved below computed',
    { approval: decision({ level: 1 }) },
    { approved_covers_computed: false },
  ],
  ['declared below computed', { declaredLevel: 1 }, { declared_covers_computed: false }],
  [
    'approved covers the computed level, which could rise above it',
    { facts: answered(staffFacts, ['centralised_critical_national_data']) },
    { level_computed: 2, level_determined: true, approved_covers_computed: undefined },
  ],
  [
    'approved covers even the highest level it could rise to',
    {
      facts: answered(staffFacts, ['centralised_critical_national_data']),
      approval: decision({ level: 5 }),
    },
    { approved_covers_computed: true },
  ],
  [
    'a contradiction that a missing answer would decide',
    {
      facts: answered({ system_types: ['internal'], information_types: ['public'] }, [
        'has_user_accounts',
      ]),
    },
    { blocking_advisory: undefined },
  ],
  // decision
  [
    'no approval block and no dossier',
    { approval: undefined, dossier: undefined },
    {
      approval_stage: 'none',
      decision_exists: false,
      decision_dated: false,
      decision_in_effect: false,
      approver_competent: undefined,
      reclassification_due: undefined,
    },
  ],
  [
    'dossier being drafted',
    { approval: undefined, dossier: { stage: 'drafting' } },
    { approval_stage: 'drafting', decision_exists: false },
  ],
  [
    'dossier without stage',
    { approval: undefined, dossier: {} },
    { approval_stage: undefined, decision_exists: false },
  ],
  [
    'said to be approved, but no decision listed',
    { approval: undefined },
    { approval_stage: 'approved', decision_exists: undefined, decision_in_effect: undefined },
  ],
  [
    'decision without date',
    { approval: undatedDecision },
    { decision_exists: true, decision_dated: false, decision_in_effect: undefined },
  ],
  [
    'decision on the audit date',
    { approval: decision({ date: asOf }) },
    { decision_in_effect: true },
  ],
  [
    'decision the day after',
    { approval: decision({ date: isoDate('2026-11-24') }) },
    { decision_in_effect: false, approval_stage: undefined },
  ],
  // competence
  ...(
    [
      [1, 'specialised_unit', true],
      [2, 'specialised_unit', true],
      [1, 'owner', undefined],
      [2, 'owner', undefined],
      [2, 'prime_minister', undefined],
      [2, 'other', false],
      [3, 'owner', true],
      [3, 'specialised_unit', false],
      [3, 'prime_minister', undefined],
      [4, 'owner', true],
      [4, 'specialised_unit', false],
      [4, 'other', false],
      [5, 'prime_minister', true],
      [5, 'owner', false],
      [5, 'specialised_unit', false],
    ] as const
  ).map(
    ([level, authority, competent]) =>
      [
        `level ${level} approved by ${authority}`,
        { approval: decision({ level, authority }) },
        { approver_competent: competent },
      ] as const,
  ),
  ['no authority given', { approval: decision({}) }, { approver_competent: undefined }],
  [
    'level 3 approved under a delegation',
    { approval: decision({ level: 3, authority: 'other' }), delegation },
    { approver_competent: undefined },
  ],
  [
    'level 3 approved after the delegation ended',
    {
      approval: decision({ level: 3, authority: 'other' }),
      delegation: { ...delegation, until: isoDate('2026-09-30') },
    },
    { approver_competent: false },
  ],
  [
    'level 3 approved on the last day of the delegation',
    {
      approval: decision({ level: 3, authority: 'other' }),
      delegation: { ...delegation, until: isoDate('2026-10-01') },
    },
    { approver_competent: undefined },
  ],
  [
    'the Prime Minister’s competence is not the owner’s to delegate',
    { approval: decision({ level: 5, authority: 'other' }), delegation },
    { approver_competent: false },
  ],
  // dossier
  ['no dossier', { dossier: undefined }, { dossier_complete: undefined }],
  ['parts not listed', { dossier: dossier(undefined) }, { dossier_complete: undefined }],
  ['no part at hand', { dossier: dossier([]) }, { dossier_complete: false }],
  [
    'one part lacking',
    { dossier: dossier(['overview', 'design', 'security_plan']) },
    { dossier_complete: false },
  ],
  [
    'level 4 without expert opinion',
    { approval: decision({ level: 4 }), dossier: dossier(allDocuments) },
    { dossier_complete: false },
  ],
  [
    'level 4 with expert opinion',
    { approval: decision({ level: 4 }), dossier: dossier([...allDocuments, 'expert_opinion']) },
    { dossier_complete: true },
  ],
  [
    'level 3 needs no expert opinion',
    { approval: decision({ level: 3 }), dossier: dossier(allDocuments) },
    { dossier_complete: true },
  ],
  [
    'no level known, opinion not listed',
    { approval: undefined, declaredLevel: undefined, facts: {}, dossier: dossier(allDocuments) },
    { dossier_complete: undefined },
  ],
  // independence
  [
    'appraised by the operating unit',
    { dossier: appraisal('Sở KH&CN', true) },
    { appraisal_independent: false },
  ],
  [
    'appraised by another',
    { dossier: appraisal('Sở KH&CN', false) },
    { appraisal_independent: true },
  ],
  [
    'said to be another, but the name is the same',
    { dossier: appraisal('văn phòng  sở y tế', false) },
    { appraisal_independent: false },
  ],
  ['not said', { dossier: appraisal('Sở KH&CN') }, { appraisal_independent: undefined }],
  ['no appraisal listed', { dossier: {} }, { appraisal_independent: undefined }],
  [
    'the specialised unit runs the system',
    { specialisedUnit: 'Sở KH&CN', operatingUnit: 'sở kh&cn', dossier: {} },
    { appraisal_independent: false },
  ],
  [
    'the specialised unit runs the system, another appraised',
    { specialisedUnit: 'Sở KH&CN', operatingUnit: 'Sở KH&CN', dossier: appraisal('Sở Nội vụ') },
    { appraisal_independent: undefined },
  ],
  [
    'level 4: the Ministry appraises',
    {
      specialisedUnit: 'Sở KH&CN',
      operatingUnit: 'Sở KH&CN',
      dossier: {},
      approval: decision({ level: 4 }),
    },
    { appraisal_independent: undefined },
  ],
  // regulation
  [
    'no regulation',
    { securityRegulation: undefined },
    { regulation_issued: false, regulation_before_approval: undefined },
  ],
  [
    'regulation without number and date',
    { securityRegulation: {} },
    { regulation_issued: undefined, regulation_before_approval: undefined },
  ],
  [
    'regulation without date',
    { securityRegulation: { number: '1/QC' } },
    { regulation_issued: true, regulation_before_approval: undefined },
  ],
  [
    'regulation on the day of the approval',
    { securityRegulation: { date: isoDate('2026-10-01') } },
    { regulation_issued: true, regulation_before_approval: undefined },
  ],
  [
    'regulation the day before',
    { securityRegulation: { date: isoDate('2026-09-30') } },
    { regulation_before_approval: true },
  ],
  [
    'regulation the day after',
    { securityRegulation: { date: isoDate('2026-10-02') } },
    { regulation_before_approval: false },
  ],
  [
    'regulation after the audit date',
    { securityRegulation: { date: isoDate('2026-12-01') } },
    { regulation_issued: false },
  ],
  // changes
  ['no change', {}, { reclassification_due: false }],
  [
    'change after the decision',
    { changes: [{ trigger: 'scope', date: isoDate('2026-10-02') }] },
    { reclassification_due: true },
  ],
  [
    'change on the day of the decision',
    { changes: [{ trigger: 'scope', date: isoDate('2026-10-01') }] },
    { reclassification_due: false },
  ],
  [
    'change on the audit date',
    { changes: [{ trigger: 'users', date: asOf }] },
    { reclassification_due: true },
  ],
  [
    'change after the audit date',
    { changes: [{ trigger: 'users', date: isoDate('2026-11-24') }] },
    { reclassification_due: false },
  ],
  [
    'change, but the decision is undated',
    { approval: undatedDecision, changes: [{ trigger: 'users', date: isoDate('2020-01-01') }] },
    { reclassification_due: undefined },
  ],
  // plan
  ['no plan', { securityPlan: undefined }, { plan_status: undefined, plan_documented: undefined }],
  [
    'plan without document',
    { securityPlan: { status: 'partly' } },
    { plan_status: 'partly', plan_documented: false },
  ],
  [
    'plan complete on the audit date',
    { securityPlan: { status: 'fully', document: 'BB', date: asOf } },
    { plan_status: 'fully', plan_documented: true },
  ],
  [
    'plan complete only after the audit date',
    { securityPlan: { status: 'fully', document: 'BB', date: isoDate('2026-11-24') } },
    { plan_status: undefined },
  ],
];

test.each(table)('%s', (_, changes, expected) => {
  const { facts } = factsOf(systemWith(changes));
  expect(Object.fromEntries(Object.keys(expected).map((id) => [id, facts[id]]))).toEqual(expected);
});

describe('the list of derived facts', () => {
  test('is exactly the one that the pack declares', () => {
    const derived = Object.keys(factsOf(systemWith({})).facts);
    expect(derived.toSorted()).toEqual(approval.facts.map((fact) => fact.id).toSorted());
  });

  test('every reason belongs to a fact that is false or unknown', () => {
    for (const [, changes] of table) {
      const { facts, reasons } = factsOf(systemWith(changes));
      for (const id of Object.keys(reasons)) expect(facts[id] ?? false).toBe(false);
    }
  });
});
